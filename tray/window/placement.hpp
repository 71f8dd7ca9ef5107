// SPDX-License-Identifier: GPL-3.0-or-later
// Where on the screen the guided break's window is put, and how large it is.
#pragma once

#include "settings/settings.hpp"

#include <QObject>
#include <QSize>

class QEvent;
class QScreen;
class QWidget;

namespace limber::window {

/// As much larger as the desktop's letters are, but no larger than a screen takes with a title and a frame.
[[nodiscard]] QSize grown(const QSize& size);

/// Shows a window over its whole screen.
void fill_with(QWidget& window);

class Placement : public QObject {
    Q_OBJECT

public:
    explicit Placement(QWidget& window) : window_(window) {}

    /// Before the window is shown.
    void set_mode(settings::WindowMode mode);

    [[nodiscard]] settings::WindowMode mode() const { return mode_; }

    /// Shows the window in its place; only with a guided break (`guided`) it fills a screen, and is in front.
    void show(bool guided);

    /// From its first picture on.
    void let_resize();

    /// In front of other windows, where the desktop lets it.
    void keep_above(bool above);

    /// The one the window is on.
    [[nodiscard]] const QScreen* taken_screen() const;

    /// Fills a screen anew when one has come: KWin may have moved the window to that one and not said so.
    void take_back_screen();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void to_corner();
    void fill_screen();
    void fill_screen_it_is_on();
    void fill_now();

    QWidget& window_;
    settings::WindowMode mode_ = settings::WindowMode::normal;
    bool waiting_ = false; ///< to be on a screen
};

} // namespace limber::window
