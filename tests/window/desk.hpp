// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's tests share: an application without a screen, a session, a clock set by hand.
#pragma once

#include "bus/daemon_link.hpp"
#include "core/effect.hpp"
#include "core/exercise.hpp"
#include "core/session.hpp"
#include "core/status.hpp"
#include "core/time.hpp"
#include "poses/figure_book.hpp"
#include "window/break_window.hpp"
#include "window/page.hpp"

#include <QApplication>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QEventLoop>
#include <QKeyEvent>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <QWidget>
#include <Qt>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limber::test {

using namespace std::chrono_literals;

/// One application per program, on Qt's platform without a screen.
inline void need_gui() {
    static int argc = 1;
    static char name[] = "test_window"; // NOLINT(modernize-avoid-c-arrays): what QApplication takes
    static char* argv[] = {name};       // NOLINT(modernize-avoid-c-arrays)
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // never ended: Qt's platform does not survive the end of main() on its own
    static const auto* application = new QApplication{argc, argv}; // NOLINT(cppcoreguidelines-owning-memory)
    static_cast<void>(application);
    QGuiApplication::setQuitOnLastWindowClosed(false);
}

inline const poses::FigureBook& figures() {
    static const poses::FigureBook book = poses::FigureBook::load_folders(
        std::vector{std::filesystem::path{LIMBER_SOURCE_DIR} / "config" / "poses"});
    return book;
}

inline SessionPhase phase(const char* text, PhaseKind kind, Duration length, Side side = Side::both) {
    SessionPhase phase;
    phase.exercise = "roll";
    phase.name = text;
    phase.text = text;
    phase.kind = kind;
    phase.side = side;
    phase.length = length;
    return phase;
}

/// Began at one hour: 4 s of moving, 6 s of holding on the left, 5 s of rest.
inline Session short_session() {
    Session session;
    session.id = 7;
    session.break_id = "micro";
    session.exercises = {"roll"};
    session.phases = {phase("Lift both shoulders.", PhaseKind::move, 4s),
                      phase("Hold with the {side} hand.", PhaseKind::hold, 6s, Side::left),
                      phase("Let go and breathe.", PhaseKind::rest, 5s, Side::none)};
    session.phases[1].rep = 2;
    session.phases[1].reps = 5;
    session.began = Instant{1h};
    return session;
}

inline window::ExerciseBook short_book() {
    return {{"roll",
             {.title = QStringLiteral("Shoulder Rolls"),
              .caution = QStringLiteral("Slowly and without force."),
              .pose = {}}}};
}

inline bus::StatusReport working() {
    bus::StatusReport report;
    report.status.doing = Activity::working;
    RuleStatus micro;
    micro.name = "micro";
    micro.title = "Micro-break";
    micro.interval = 30min;
    micro.rest = 40s;
    RuleStatus rest = micro;
    rest.name = "long";
    rest.title = "Long break";
    report.status.rules = {micro, rest};
    report.status.next_break = "micro";
    report.status.next_at = Instant{1h + 10min};
    report.stamp.at = Instant{1h};
    report.stamp.civil.utc = Utc{14h};
    report.status.arc = 4;
    return report;
}

/// A break is suggested, and no notification says so.
inline bus::StatusReport offered() {
    bus::StatusReport report = working();
    report.status.doing = Activity::prompted;
    report.status.arc = arc_steps;
    report.status.prompt = ShowPrompt{.id = 3,
                                      .break_id = "micro",
                                      .exercise = "roll",
                                      .at = Instant{1h},
                                      .snooze = {5min, 15min},
                                      .on_screen = false};
    return report;
}

inline bus::StatusReport resting(Session session) {
    bus::StatusReport report = working();
    report.status.doing = Activity::resting;
    report.status.session = std::move(session);
    return report;
}

/// A window and what it asks of the daemon.
struct Desk {
    Desk() { window.set_look(window::Scheme::light, false); }

    Instant now{1h};
    std::vector<std::string> asked;
    std::vector<std::string> announced;
    int quits = 0;
    int paintings = 0; ///< said to be on the screen
    window::BreakWindow window{
        figures(),
        {.now = [this] { return now; },
         .ask =
             [this](const QString& method, const QVariantList& arguments, bus::DaemonLink::Then) {
                 asked.push_back(method.toStdString() + " " + arguments.value(0).toString().toStdString());
             },
         .painted = [this] { ++paintings; },
         .quit = [this] { ++quits; },
         .announce =
             [this](const QWidget* label, const std::function<void()>& /*unheard*/) {
                 announced.push_back(label->accessibleName().toStdString());
             }}};

    void know(const bus::StatusReport& report) { window.know(bus::Daemon::running, &report, short_book()); }

    void open() {
        window.open(true, {});
        settle();
    }

    static void settle() {
        // painting is put together for a few milliseconds; on a busy machine one event may take all of them
        const QDeadlineTimer limit{60};
        for (int pass = 0; pass < 6 || !limit.hasExpired(); ++pass) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        }
    }

    void press(Qt::Key key, const char* text = " ") {
        QKeyEvent down{QEvent::KeyPress, key, Qt::NoModifier, QString::fromLatin1(text)};
        QCoreApplication::sendEvent(receiver(), &down);
        QKeyEvent up{QEvent::KeyRelease, key, Qt::NoModifier, QString::fromLatin1(text)};
        QCoreApplication::sendEvent(receiver(), &up);
    }

    /// As the platform does it: the widget with the focus gets the key.
    [[nodiscard]] QWidget* receiver() {
        return window.focusWidget() != nullptr ? window.focusWidget() : &window;
    }
};

} // namespace limber::test
