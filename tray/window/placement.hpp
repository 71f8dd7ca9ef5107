// SPDX-License-Identifier: GPL-3.0-or-later
// Where on the screen the guided break's window is put, and how large it is.
#pragma once

#include "settings/settings.hpp"

#include <QSize>

class QWidget;

namespace limber {

/// As much larger as the desktop's letters are, but no larger than a screen takes with a title and a frame.
[[nodiscard]] QSize grown(const QSize& size);

class Placement {
public:
    explicit Placement(QWidget& window) : window_(window) {}

    /// Before the window is shown.
    void set_mode(WindowMode mode);

    [[nodiscard]] WindowMode mode() const { return mode_; }

    /// Shows the window in its place; only with a guided break (`guided`) it fills a screen.
    void show(bool guided);

private:
    void to_corner();
    void fill_screen();

    QWidget& window_;
    WindowMode mode_ = WindowMode::normal;
};

} // namespace limber
