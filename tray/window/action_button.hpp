// SPDX-License-Identifier: GPL-3.0-or-later
// A button that shows its key. A real push button to keyboards and screen readers, drawn in the window's
// style.
#pragma once

#include "window/page.hpp"
#include "window/style.hpp"

#include <QPushButton>

namespace limber::window {

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
