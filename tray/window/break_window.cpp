// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/break_window.hpp"

#include "bus/wire_values.hpp"
#include "core/event.hpp"
#include "icons/look.hpp"
#include "icons/qt_icon.hpp"
#include "poses/moment.hpp"
#include "window/stage.hpp"

#include <QCloseEvent>
#include <QEvent>
#include <QGuiApplication>
#include <QHideEvent>
#include <QIcon>
#include <QKeyEvent>
#include <QPushButton>
#include <QResizeEvent>
#include <QShowEvent>
#include <QVariantMap>
#include <QWindow>
#include <Qt>

#include <algorithm>

namespace limber::window {
namespace {

using namespace std::chrono_literals;

// The ring of the window's icon as the installed one has it.
constexpr int icon_step = 9;

// Screens that are plugged and unplugged settle within that.
constexpr auto screens_settle = 400ms;

// What stopping asks of the daemon is waited for so long, then the window ends without an answer.
constexpr auto patience = 1s;

QString title_for(const Page& page) {
    return page.title.isEmpty() || page.kind != Page::Kind::guide ? QStringLiteral("Limber")
                                                                  : page.title + QStringLiteral(" – Limber");
}

} // namespace

BreakWindow::BreakWindow(const poses::FigureBook& figures, WindowPorts ports)
    : ports_(std::move(ports)), view_(figures, this), others_(figures, *this), placement_(*this) {
    teach_roles();
    // X11's window managers put dialogs in the middle, and i3 lets them float
    setWindowFlags(Qt::Dialog | Qt::WindowTitleHint | Qt::WindowMinMaxButtonsHint |
                   Qt::WindowCloseButtonHint);
    setWindowTitle(QStringLiteral("Limber"));
    setWindowIcon(QIcon::fromTheme(QStringLiteral("org.limber.Limber"),
                                   tray::drawn_icon({tray::Look::working, icon_step})));
    resize(grown(default_size));
    view_.on_control([this](const Control& control) { act(control); });
    others_.on_control([this](const Control& control) { act(control); });
    for (QTimer* timer : {&draw_timer_, &farewell_timer_, &screens_timer_})
        timer->setSingleShot(true);
    draw_timer_.setTimerType(Qt::PreciseTimer);
    screens_timer_.setInterval(screens_settle);
    connect(&draw_timer_, &QTimer::timeout, this, &BreakWindow::draw);
    connect(&farewell_timer_, &QTimer::timeout, this, &BreakWindow::end);
    connect(&screens_timer_, &QTimer::timeout, this, [this] {
        // the window may have gone with its screen
        if (wanted_ && !isVisible()) take_place();
        if (wanted_) cover_screens();
        draw();
    });
    connect(qApp, &QGuiApplication::screenRemoved, &screens_timer_, qOverload<>(&QTimer::start));
    connect(qApp, &QGuiApplication::screenAdded, this, [this] {
        screen_came_ = true;
        screens_timer_.start();
    });
    qApp->installEventFilter(this);
}

void BreakWindow::know(bus::Daemon daemon, const bus::StatusReport* report, const ExerciseBook& book) {
    daemon_ = daemon;
    report_.reset();
    if (report != nullptr) report_ = *report;
    book_ = book;
    settle_scene();
    present();
    draw();
}

void BreakWindow::settle_scene() {
    const bool running = report_.has_value();
    if (running && report_->status.session && !report_->status.session->phases.empty()) {
        session_ = report_->status.session;
        for (BreakView* view : views())
            view->set_headlines(instructions_of(*session_));
        const bool was_idle = isVisible() && scene_ != Scene::guide;
        enter(Scene::guide);
        if (was_idle) take_place();
        return;
    }
    switch (scene_) {
    case Scene::guide: {
        if (!running) {
            was_in_session_ = true;
            enter(Scene::lost);
            placement_.keep_above(false);
            return;
        }
        const auto& ended = report_->ended;
        const bool done = ended && ended->id == session_->id && ended->outcome == Outcome::done;
        enter(done && !stopped_ ? Scene::farewell : Scene::over);
        return;
    }
    case Scene::unknown:
    case Scene::at_rest:
        if (running) enter(Scene::at_rest);
        if (daemon_ == bus::Daemon::absent) enter(Scene::lost);
        return;
    case Scene::lost:
        if (running && !was_in_session_) enter(Scene::at_rest);
        return;
    case Scene::farewell:
    case Scene::over: return;
    }
}

void BreakWindow::enter(Scene scene) {
    if (std::exchange(scene_, scene) == scene) return;
    trouble_.clear();
    lists_never_ = false;
    farewell_timer_.stop();
    stopped_ = false;
    if (scene == Scene::farewell)
        farewell_timer_.start(std::chrono::duration_cast<std::chrono::milliseconds>(farewell));
    if (scene == Scene::over) end();
}

void BreakWindow::open(bool only_session, const QString& activation_token, std::function<void()> settled) {
    if (wish_ && wish_->settled) wish_->settled();
    wish_ = Wish{only_session, activation_token, std::move(settled)};
    // a farewell is not kept from whoever asks for more
    if (scene_ == Scene::farewell && !only_session) enter(Scene::at_rest);
    present();
    draw();
}

void BreakWindow::present() {
    if (!wish_ || scene_ == Scene::unknown) return;
    const Wish wish = *std::exchange(wish_, std::nullopt);
    const bool nothing_to_show = wish.only_session && scene_ != Scene::guide;
    if (nothing_to_show) {
        if (wish.settled) wish.settled();
        if (!isVisible()) end();
        return;
    }
    view_.show_page(current_page());
    painted_.reset();
    update(); // also if that is on the screen already
    // before it is shown, where a Wayland desktop looks for it
    if (!wish.token.isEmpty()) qputenv("XDG_ACTIVATION_TOKEN", wish.token.toUtf8());
    wanted_ = true;
    screen_came_ = false;
    // no desktop lets a program bring its window forward by itself; one that comes is in front, with the
    // focus
    if (isVisible() && !isActiveWindow()) hide();
    take_place();
    raise();
    activateWindow();
    if (wish.settled) wish.settled();
}

Page BreakWindow::current_page() const {
    switch (scene_) {
    case Scene::guide: return guide_page(*session_, book_, ports_.now());
    case Scene::farewell: return farewell_page(report_ ? done_today(report_->status) : 0);
    case Scene::at_rest: {
        const bool listed = lists_never_ && !report_->status.never.empty();
        Page page =
            listed ? never_page(*report_, book_) : rest_page(bus::as_of(*report_, ports_.now()), book_);
        if (!trouble_.isEmpty()) page.caution = trouble_;
        return page;
    }
    case Scene::lost: return lost_page(was_in_session_);
    case Scene::unknown:
    case Scene::over: break;
    }
    return view_.page();
}

void BreakWindow::draw() {
    draw_timer_.stop();
    if (!isVisible() || scene_ == Scene::over) return;
    const Page page = current_page();
    for (BreakView* view : views())
        view->show_page(page);
    setWindowTitle(title_for(page));
    announce(page);
    if (seen()) arm(page);
}

std::vector<BreakView*> BreakWindow::views() {
    std::vector<BreakView*> all = others_.views();
    all.insert(all.begin(), &view_);
    return all;
}

bool BreakWindow::seen() const {
    return isVisible() && !isMinimized() && windowHandle() != nullptr && windowHandle()->isExposed();
}

void BreakWindow::arm(const Page& page) {
    if (page.kind != Page::Kind::guide || session_->paused_at) return;
    const Cursor cursor = cursor_at(*session_, ports_.now());
    if (cursor.done) return;
    const double pixels = devicePixelRatioF() * width() * devicePixelRatioF() * height();
    draw_timer_.start(std::chrono::ceil<std::chrono::milliseconds>(
        until_next_picture(cursor.left, view_.liveliness(), pixels)));
}

void BreakWindow::announce(const Page& page) {
    if (scene_ == Scene::guide) {
        const std::pair phase{session_->id, cursor_at(*session_, ports_.now()).phase};
        if (announced_ == phase) return;
        announced_ = phase;
    } else if (announced_scene_ == scene_) {
        return;
    }
    announced_scene_ = scene_;
    if (page.spoken.isEmpty()) return;
    const bool heard = scene_ == Scene::guide || scene_ == Scene::farewell;
    if (heard && ports_.sound) ports_.sound(scene_ == Scene::guide ? Chime::Sound::step : Chime::Sound::end);
    ports_.announce(view_.spoken_label(), [this, heard, words = page.spoken] {
        // the answer may come when the break has been stopped
        if (heard && wanted_ && ports_.say) ports_.say(words);
    });
}

void BreakWindow::act(const Control& control) {
    const auto tell_trouble = [this](const QString& error) {
        trouble_ = error;
        draw();
    };
    switch (control.act) {
    case Control::Act::steer:
        if (control.steering == Steering::stop) stopped_ = true;
        ports_.ask(QStringLiteral("Steer"), {bus::word(control.steering)}, {});
        return;
    case Control::Act::start:
        ports_.ask(QStringLiteral("Start"),
                   {QString::fromStdString(control.rule), QString{}, QVariant::fromValue(QVariantMap{})},
                   tell_trouble);
        return;
    case Control::Act::snooze: // for the shortest time that is offered
        ports_.ask(QStringLiteral("Snooze"), {qlonglong{0}}, tell_trouble);
        return;
    case Control::Act::skip: ports_.ask(QStringLiteral("Skip"), {}, tell_trouble); return;
    case Control::Act::list_never:
    case Control::Act::back:
        lists_never_ = control.act == Control::Act::list_never;
        trouble_.clear();
        draw();
        return;
    case Control::Act::allow:
        ports_.ask(QStringLiteral("Allow"), {QString::fromStdString(control.exercise)}, tell_trouble);
        return;
    case Control::Act::close: close(); return;
    }
}

void BreakWindow::set_mode(settings::WindowMode mode) {
    placement_.set_mode(mode);
}

void BreakWindow::take_place() {
    placement_.show(scene_ == Scene::guide);
    cover_screens();
}

void BreakWindow::cover_screens() {
    if (placement_.mode() != settings::WindowMode::every_screen || scene_ != Scene::guide) return;
    if (std::exchange(screen_came_, false)) placement_.take_back_screen();
    others_.cover(placement_.taken_screen(), view_);
}

void BreakWindow::leave_screens() {
    wanted_ = false;
    others_.uncover();
    if (ports_.hush) ports_.hush();
    hide();
}

void BreakWindow::end() {
    scene_ = Scene::over;
    leave_screens();
    ports_.quit();
}

void BreakWindow::set_look(Scheme scheme, bool reduced_motion) {
    for (BreakView* view : views())
        view->set_look(scheme, reduced_motion);
    draw();
}

bool BreakWindow::deaf() const {
    return !seen_since_ || ports_.now() - *seen_since_ < deaf_at_first;
}

void BreakWindow::resizeEvent(QResizeEvent* /*event*/) {
    view_.setGeometry(rect());
}

void BreakWindow::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (event->spontaneous()) return;
    seen_since_.reset();
    windowHandle()->installEventFilter(this);
    // a desktop may move it when screens come back
    connect(windowHandle(), &QWindow::screenChanged, &screens_timer_, qOverload<>(&QTimer::start),
            Qt::UniqueConnection);
    draw();
}

void BreakWindow::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    painted_.reset();
    draw_timer_.stop();
}

void BreakWindow::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange) draw();
}

void BreakWindow::closeEvent(QCloseEvent* event) {
    if (scene_ != Scene::guide) {
        end();
        return;
    }
    // closing the break is stopping it; the daemon has to hear of it before this program ends
    event->ignore();
    stopped_ = true;
    leave_screens();
    ports_.ask(QStringLiteral("Steer"), {bus::word(Steering::stop)}, [this](const QString&) { end(); });
    QTimer::singleShot(patience, this, &BreakWindow::end);
}

void BreakWindow::keyPressEvent(QKeyEvent* event) {
    if (event->isAutoRepeat()) return;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (auto* button = qobject_cast<QPushButton*>(focusWidget());
            button != nullptr && button->isVisible()) {
            button->click();
            return;
        }
    }
    const auto modifiers = event->modifiers() & ~Qt::KeyboardModifiers{Qt::KeypadModifier};
    const auto& controls = view_.page().controls;
    const auto found = std::ranges::find(controls, event->key(), [](const Control& c) { return int{c.key}; });
    if (found != controls.end() && modifiers == Qt::NoModifier) {
        act(Control{*found});
        return;
    }
    // a modifier alone is no answer
    const bool says_something = !event->text().isEmpty();
    if ((scene_ == Scene::farewell || scene_ == Scene::lost) && says_something) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

/// The picture for it is painted.
void BreakWindow::exposed() {
    if (!seen_since_ && seen()) {
        seen_since_ = ports_.now();
        placement_.let_resize();
    }
    draw();
    tell_painted();
}

void BreakWindow::tell_painted() {
    if (scene_ != Scene::guide || !seen() || std::exchange(painted_, session_->id) == session_->id) return;
    if (ports_.painted) ports_.painted();
}

bool BreakWindow::event(QEvent* what) {
    const bool done = QWidget::event(what);
    if (what->type() == QEvent::UpdateRequest) tell_painted();
    return done;
}

bool BreakWindow::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::Expose:
        if (watched == windowHandle()) QTimer::singleShot(0, this, &BreakWindow::exposed);
        break;
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride:
    case QEvent::Shortcut:
        if (deaf()) return true;
        break;
    case QEvent::ApplicationPaletteChange: draw(); break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace limber::window
