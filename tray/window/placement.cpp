// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/placement.hpp"

#include "settings/settings.hpp"
#include "window/style.hpp"

#include <QCursor>
#include <QGuiApplication>
#include <QPoint>
#include <QRect>
#include <QScreen>
#include <QSize>
#include <QString>
#include <QWidget>
#include <Qt>

namespace limber {
namespace {

// Between a small window and the edges of the screen, and what a title and a frame need besides.
constexpr int corner_gap = 24;
constexpr int frame_room = 32;

QScreen* screen_with_pointer() {
    QScreen* const screen = QGuiApplication::screenAt(QCursor::pos());
    return screen == nullptr ? QGuiApplication::primaryScreen() : screen;
}

} // namespace

QSize grown(const QSize& size) {
    const QSize wanted = size * letters_factor(system_font_height());
    const QScreen* const screen = QGuiApplication::primaryScreen();
    if (screen == nullptr) return wanted;
    return wanted.boundedTo(screen->availableSize() - QSize{corner_gap, frame_room});
}

void Placement::set_mode(WindowMode mode) {
    mode_ = mode;
    if (mode == WindowMode::small) {
        window_.setWindowFlag(Qt::WindowStaysOnTopHint);
        window_.resize(grown(small_size));
    }
}

void Placement::show(bool guided) {
    const bool fills = mode_ == WindowMode::fullscreen || mode_ == WindowMode::every_screen;
    if (fills && guided) return fill_screen();
    if (mode_ == WindowMode::small && !window_.isVisible()) to_corner();
    window_.show();
}

void Placement::to_corner() {
    const QScreen* const screen = screen_with_pointer();
    if (screen == nullptr) return;
    const QRect room = screen->availableGeometry();
    const QPoint edge{corner_gap, corner_gap + frame_room};
    // where notifications and docks are least often
    window_.move(window_.layoutDirection() == Qt::RightToLeft
                     ? QPoint{room.left() + edge.x(), room.bottom() - window_.height() - edge.y()}
                     : room.bottomRight() - QPoint{window_.width(), window_.height()} - edge);
}

void Placement::fill_screen() {
    // a Wayland desktop knows better which screen a person looks at
    const bool chosen_by_desktop = QGuiApplication::platformName().startsWith(QLatin1String{"wayland"});
    if (!window_.isVisible() && (mode_ == WindowMode::every_screen || !chosen_by_desktop)) {
        if (const QScreen* const screen =
                chosen_by_desktop ? QGuiApplication::primaryScreen() : screen_with_pointer()) {
            window_.setGeometry(screen->geometry());
        }
    }
    window_.showFullScreen();
}

} // namespace limber
