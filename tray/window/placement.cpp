// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/placement.hpp"

#include "settings/settings.hpp"
#include "window/style.hpp"
#include "window/x11.hpp"

#include <QCursor>
#include <QEvent>
#include <QGuiApplication>
#include <QObject>
#include <QPoint>
#include <QRect>
#include <QScreen>
#include <QSize>
#include <QString>
#include <QStyle>
#include <QTimer>
#include <QWidget>
#include <QWindow>
#include <Qt>

#include <chrono>
#include <utility>

namespace limber::window {

using settings::WindowMode;

namespace {

// Between a small window and the edges of the screen, and what a title and a frame need besides.
constexpr int corner_gap = 24;
constexpr int frame_room = 32;

// A desktop says which screen a window is on when it shows its first picture: some 25 ms later on those
// tried, when they are not busy.
constexpr auto screen_known = std::chrono::milliseconds{400};

bool on_wayland() {
    return QGuiApplication::platformName().startsWith(QLatin1String{"wayland"});
}

/// XWayland knows where the pointer was when it was last over a window of X11's.
QScreen* screen_with_pointer() {
    if (on_xwayland()) return QGuiApplication::primaryScreen();
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

void fill_with(QWidget& window) {
    // showFullScreen() would ask for the focus as well
    window.setWindowState((window.windowState() & ~Qt::WindowMinimized) | Qt::WindowFullScreen);
    window.show();
}

void Placement::set_mode(WindowMode mode) {
    mode_ = mode;
    if (mode == WindowMode::small) {
        window_.setWindowFlag(Qt::WindowStaysOnTopHint);
        window_.resize(grown(small_size));
    }
}

void Placement::show(bool guided) {
    keep_above(window_);
    const bool fills = mode_ == WindowMode::fullscreen || mode_ == WindowMode::every_screen;
    if (fills && guided) return fill_screen();
    if (!window_.isVisible()) {
        if (mode_ == WindowMode::small) {
            to_corner();
        } else {
            to_center();
        }
    }
    window_.show();
}

const QScreen* Placement::taken_screen() const {
    // Qt 6.4 does not notice when a screen moves away under a window of X11's
    const QScreen* const there = on_x11() ? QGuiApplication::screenAt(window_.geometry().center()) : nullptr;
    return there == nullptr ? window_.screen() : there;
}

void Placement::take_back_screen() {
    if (!on_wayland() || !window_.isVisible()) return;
    window_.hide();
    fill_screen();
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

/// Where people look. Many window managers of X11 know no better place for a new window than the upper left
/// corner; without a screen to be sure of it is left to them.
void Placement::to_center() {
    if (!on_x11() || (on_xwayland() && QGuiApplication::screens().size() > 1)) return;
    const QScreen* const screen = screen_with_pointer();
    if (screen == nullptr) return;
    const QSize framed = window_.size() + QSize{0, frame_room};
    window_.move(
        QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, framed, screen->availableGeometry()).topLeft());
}

void Placement::fill_screen() {
    // a Wayland desktop knows better which screen a person looks at
    const bool chosen_by_desktop = on_wayland() || on_xwayland();
    if (window_.isVisible()) return fill_with(window_);
    if (mode_ == WindowMode::every_screen || !chosen_by_desktop) {
        if (const QScreen* const screen =
                chosen_by_desktop ? QGuiApplication::primaryScreen() : screen_with_pointer()) {
            window_.setGeometry(screen->geometry());
        }
    } else if (QGuiApplication::screens().size() > 1) {
        return fill_screen_it_is_on();
    }
    fill_with(window_);
}

/// Qt asks for a certain screen as soon as it asks for a whole one; until the window is on one, that is the
/// first.
void Placement::fill_screen_it_is_on() {
    window_.setWindowState(Qt::WindowNoState);
    window_.show();
    QWindow* const window = window_.windowHandle();
    window->removeEventFilter(this);
    window->installEventFilter(this);
    connect(window, &QWindow::screenChanged, this, &Placement::fill_now, Qt::UniqueConnection);
    waiting_ = true;
}

void Placement::fill_now() {
    if (!std::exchange(waiting_, false)) return;
    if (window_.isVisible()) fill_with(window_);
}

bool Placement::eventFilter(QObject* watched, QEvent* event) {
    const QWindow* const window = window_.windowHandle();
    if (!waiting_ || watched != window || !window->isExposed()) return false;
    // once it is painted: Qt then waits for the desktop to have shown it
    if (event->type() == QEvent::Expose) {
        QTimer::singleShot(0, this, [this] {
            if (QWindow* const shown = window_.windowHandle()) shown->requestUpdate();
        });
    }
    // on the first screen nothing else tells
    if (event->type() == QEvent::UpdateRequest) QTimer::singleShot(screen_known, this, &Placement::fill_now);
    return false;
}

} // namespace limber::window
