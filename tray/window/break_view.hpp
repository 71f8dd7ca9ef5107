// SPDX-License-Identifier: GPL-3.0-or-later
// A page on the screen: the picture on one side, the words on the other, the controls below. Arranges itself
// so that no text is cut, and touches only the widgets whose content is different.
#pragma once

#include "poses/moment.hpp"
#include "window/page.hpp"
#include "window/stage.hpp"
#include "window/style.hpp"
#include "window/widgets.hpp"

#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

namespace limber::window {

class BreakView : public QWidget {
    Q_OBJECT

public:
    explicit BreakView(const poses::FigureBook& figures, QWidget* parent = nullptr);

    void show_page(const Page& page);

    [[nodiscard]] const Page& page() const { return page_; }

    /// Texts that will take the headline's place: its letters are sized for the longest, and stay so.
    void set_headlines(std::vector<QString> texts);

    void set_look(Scheme scheme, bool reduced_motion);

    /// The same page in the same look.
    void show_as(const BreakView& other);

    /// How the figure changes within the phase shown now.
    [[nodiscard]] poses::Liveliness liveliness() const { return stage_.liveliness(); }

    void on_control(std::function<void(const Control&)> act) { act_ = std::move(act); }

    /// What a screen reader is told of.
    [[nodiscard]] QWidget* spoken_label() { return &headline_; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();
    void arrange();
    [[nodiscard]] int arrange_controls(const QRect& area);
    [[nodiscard]] int arrange_meta(const QRect& line);
    void arrange_words(const QRect& area);
    [[nodiscard]] int fit_headline(int width, int height);
    void place(QWidget& widget, const QRect& where);
    void set_controls(const std::vector<Control>& controls);

    Page page_;
    bool shown_ = false;
    std::vector<QString> headlines_;
    Look look_;
    std::function<void(const Control&)> act_;

    BreakProgress progress_;
    Stage stage_;
    WrappedLabel title_;
    RepetitionDots dots_;
    QLabel count_;
    Pill side_;
    WrappedLabel headline_;
    WrappedLabel next_;
    CautionLabel caution_;
    std::vector<ActionButton*> buttons_;
};

} // namespace limber::window
