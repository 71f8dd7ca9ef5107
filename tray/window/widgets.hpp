// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the window: labels that know how much room they need, small signs, buttons.
#pragma once

#include "window/page.hpp"
#include "window/style.hpp"

#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace limber::window {

/// Wraps, never cuts. Plain text.
class WrappedLabel : public QLabel {
    Q_OBJECT

public:
    explicit WrappedLabel(QWidget* parent = nullptr);

    /// Height that this text needs at this width, and whether each of its words fits.
    [[nodiscard]] int height_at(int width) const;
    [[nodiscard]] bool words_fit(int width) const;

    void set_ink(const QColor& colour);
};

/// On a ground of its own with a sign before it: what to be careful about.
class CautionLabel : public WrappedLabel {
    Q_OBJECT

public:
    using WrappedLabel::WrappedLabel;
    void set_look(const Colours& colours, const Sizes& sizes);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor ground_;
    QColor ink_;
    double gap_ = 8;
};

/// A word on a rounded ground.
class Pill : public QLabel {
    Q_OBJECT

public:
    using QLabel::QLabel;
    void set_look(const Colours& colours, const Sizes& sizes);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor ground_;
};

/// One dot for each repetition, filled up to the present one.
class RepetitionDots : public QWidget {
    Q_OBJECT

public:
    /// Beyond so many, dots say less than the number beside them.
    static constexpr int most = 12;

    using QWidget::QWidget;
    void show_repetition(int rep, int reps);
    void set_look(const Colours& colours, const Sizes& sizes);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int rep_ = 1;
    int reps_ = 1;
    double dot_ = 8;
    QColor done_;
    QColor ahead_;
};

/// How far the whole break has come.
class BreakProgress : public QWidget {
    Q_OBJECT

public:
    static constexpr int most = 100;

    explicit BreakProgress(QWidget* parent = nullptr);

    [[nodiscard]] int value() const { return value_; }

    /// Of `most`.
    void set_value(int value);
    void set_look(const Colours& colours);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int value_ = 0;
    QColor done_;
    QColor track_;
};

/// A button that shows its key. A real push button to keyboards and screen readers, drawn in the window's
/// style.
class ActionButton : public QPushButton {
    Q_OBJECT

public:
    explicit ActionButton(QWidget* parent = nullptr);

    void show_control(const Control& control);
    void set_look(Scheme scheme, const Sizes& sizes);

    /// With less air around word and key, where there is little room.
    void set_tight(bool tight);

    [[nodiscard]] const Control& control() const { return control_; }

    [[nodiscard]] QSize sizeHint() const override;

    /// Around the button's ground, for the ring that shows the focus.
    [[nodiscard]] static double edge(const Sizes& sizes);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont words_font() const;
    [[nodiscard]] QFont key_font() const;
    [[nodiscard]] double key_width() const;

    Control control_;
    Scheme scheme_ = Scheme::light;
    Sizes sizes_;
    bool tight_ = false;
};

} // namespace limber::window
