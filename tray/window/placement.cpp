// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/placement.hpp"

#include "window/break_view.hpp"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QCursor>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMetaObject>
#include <QPoint>
#include <QRect>
#include <QResizeEvent>
#include <QScreen>
#include <QTimer>
#include <QWidget>
#include <QWindow>
#include <Qt>

#include <algorithm>
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

void fill_with(QWidget& window) {
    // showFullScreen() would ask for the focus as well, which the other screens' windows are not to have
    window.setWindowState((window.windowState() & ~Qt::WindowMinimized) | Qt::WindowFullScreen);
    window.show();
}

void Placement::set_mode(WindowMode mode) {
    mode_ = mode;
    if (mode == WindowMode::small) window_.resize(grown(small_size));
}

void Placement::keep_above(bool above) {
    window_.winId(); // of a widget that is shown, the flag hides it; its window is there from here on
    window_.windowHandle()->setFlag(Qt::WindowStaysOnTopHint, above || mode_ == WindowMode::small);
}

void Placement::show(bool guided) {
    keep_above(guided);
    const bool fills = mode_ == WindowMode::fullscreen || mode_ == WindowMode::every_screen;
    if (fills && guided) return fill_screen();
    if (!window_.isVisible()) {
        if (mode_ == WindowMode::small) to_corner();
        // tiling desktops let float what has one size only when it comes, and give anything else half a
        // screen
        window_.setFixedSize(window_.size());
    }
    window_.show();
}

void Placement::let_resize() {
    window_.setMinimumSize(grown(least_size));
    window_.setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
}

const QScreen* Placement::taken_screen() const {
    // Qt 6.4 does not notice when a screen moves away under a window of X11's
    const QScreen* const there =
        on_wayland() ? nullptr : QGuiApplication::screenAt(window_.geometry().center());
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

void Placement::fill_screen() {
    if (window_.isVisible()) return fill_with(window_);
    // a Wayland desktop knows better which screen a person looks at
    if (mode_ == WindowMode::every_screen || !on_wayland()) {
        const QScreen* const screen = on_wayland() ? QGuiApplication::primaryScreen() : screen_with_pointer();
        if (screen != nullptr) window_.setGeometry(screen->geometry());
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

class OtherScreens::Screen : public QWidget {
public:
    Screen(const poses::FigureBook& figures, QWidget& main, QScreen& screen)
        : view(figures, this), main_(main) {
        setWindowTitle(QStringLiteral("Limber"));
        setWindowIcon(main.windowIcon());
        setAttribute(Qt::WA_ShowWithoutActivating);
        setScreen(&screen);
        setWindowFlag(Qt::WindowStaysOnTopHint);
        setGeometry(screen.geometry());
    }

    BreakView view;

protected:
    void resizeEvent(QResizeEvent* /*event*/) override { view.setGeometry(rect()); }

    void keyPressEvent(QKeyEvent* event) override {
        QKeyEvent same{event->type(), event->key(), event->modifiers(), event->text(), event->isAutoRepeat()};
        QCoreApplication::sendEvent(&main_, &same);
    }

    void closeEvent(QCloseEvent* event) override {
        event->ignore();
        // later: closing the break takes this window away
        QMetaObject::invokeMethod(&main_, [&main = main_] { main.close(); }, Qt::QueuedConnection);
    }

private:
    QWidget& main_;
};

OtherScreens::OtherScreens(const poses::FigureBook& figures, QWidget& main)
    : figures_(figures), main_(main) {}

OtherScreens::~OtherScreens() = default;

void OtherScreens::cover(const QScreen* taken, const BreakView& shown) {
    std::vector<std::unique_ptr<Screen>> screens;
    for (QScreen* const screen : QGuiApplication::screens()) {
        if (screen == taken) continue;
        const auto known = std::ranges::find_if(
            screens_, [&](const auto& one) { return one != nullptr && one->screen() == screen; });
        if (known != screens_.end()) {
            screens.push_back(std::move(*known));
            continue;
        }
        auto& fresh = screens.emplace_back(std::make_unique<Screen>(figures_, main_, *screen));
        fresh->view.show_as(shown);
        fresh->view.on_control([this](const Control& control) {
            if (act_) act_(control);
        });
        fill_with(*fresh);
    }
    screens_ = std::move(screens);
}

void OtherScreens::uncover() {
    screens_.clear();
}

std::vector<BreakView*> OtherScreens::views() const {
    std::vector<BreakView*> views;
    views.reserve(screens_.size());
    for (const auto& screen : screens_)
        views.push_back(&screen->view);
    return views;
}

} // namespace limber::window
