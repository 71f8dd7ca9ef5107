// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop and the person do to the guided break's window.
#include "bus/wire_values.hpp"
#include "core/event.hpp"
#include "settings/settings.hpp"
#include "window/break_window.hpp"
#include "window/page.hpp"

#include <QCloseEvent>
#include <QEvent>
#include <QHideEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QResizeEvent>
#include <QShowEvent>
#include <QString>
#include <QTimer>
#include <QWidget>
#include <QWindow>
#include <Qt>

#include <algorithm>
#include <chrono>
#include <utility>

namespace limber::window {
namespace {

using namespace std::chrono_literals;

// What stopping asks of the daemon is waited for so long, then the window ends without an answer.
constexpr auto patience = 1s;

} // namespace

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
