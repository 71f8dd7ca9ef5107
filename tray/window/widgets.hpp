// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the window: labels that know how much room they need, small signs, buttons; and what screen
// readers are told of them (accessible.cpp).
#pragma once

#include "window/page.hpp"
#include "window/style.hpp"

#include <QLabel>
#include <QPushButton>
#include <QWidget>

#include <functional>

namespace limber::window {

/// Wraps, never cuts. Plain text.
class WrappedLabel : public QLabel {
    Q_OBJECT

public:
    explicit WrappedLabel(QWidget* parent = nullptr);

    /// Height that this text needs at this width, and whether each of its words fits.
    [[nodiscard]] int height_at(int width) const;
    [[nodiscard]] bool words_fit(int width) const;
};

/// On a ground of its own with a sign before it: what to be careful about.
class CautionLabel : public WrappedLabel {
    Q_OBJECT

public:
    CautionLabel(const Look& look, QWidget* parent) : WrappedLabel(parent), look_(look) {}

    /// Around the words, as far as the look asks for it.
    void make_room();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Look& look_;
};

/// A word on a rounded ground.
class Pill : public QLabel {
    Q_OBJECT

public:
    Pill(const Look& look, QWidget* parent) : QLabel(parent), look_(look) { setAlignment(Qt::AlignCenter); }

    void make_room();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Look& look_;
};

/// One dot for each repetition, filled up to the present one.
class RepetitionDots : public QWidget {
    Q_OBJECT

public:
    /// Beyond so many, dots say less than the number beside them.
    static constexpr int most = 12;

    RepetitionDots(const Look& look, QWidget* parent) : QWidget(parent), look_(look) {}

    void show_repetition(int rep, int reps);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double dot() const { return look_.sizes.body * 0.62; }

    const Look& look_;
    int rep_ = 1;
    int reps_ = 1;
};

/// How far the whole break has come.
class BreakProgress : public QWidget {
    Q_OBJECT

public:
    static constexpr int most = 100;

    BreakProgress(const Look& look, QWidget* parent);

    [[nodiscard]] int value() const { return value_; }

    /// Of `most`.
    void set_value(int value);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Look& look_;
    int value_ = 0;
};

/// A button that shows its key. A real push button to keyboards and screen readers, drawn in the window's
/// style.
class ActionButton : public QPushButton {
    Q_OBJECT

public:
    ActionButton(const Look& look, QWidget* parent);

    void show_control(const Control& control);

    /// With less air around word and key, where there is little room.
    void set_tight(bool tight);

    [[nodiscard]] const Control& control() const { return control_; }

    [[nodiscard]] QSize sizeHint() const override;

    /// Around the button's ground, for the ring that shows the focus.
    [[nodiscard]] static double edge(const Sizes& sizes);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont words_font() const { return type(look_.sizes.button, QFont::DemiBold); }

    [[nodiscard]] QFont key_font() const { return type(look_.sizes.key, QFont::Medium); }

    [[nodiscard]] double key_width() const;

    const Look& look_;
    Control control_;
    bool tight_ = false;
};

/// Names to screen readers what each part is, for all windows made from here on; more than once does no harm.
void teach_roles();

/// Has screen readers say the label's accessible name, without moving the focus: politely, after what they
/// are saying, if they know announcements, and as a notification if they know only those. `unheard` is
/// called, now or soon, where none listens; not after the label is gone.
void announce_to_readers(QWidget* label, std::function<void()> unheard);

} // namespace limber::window
