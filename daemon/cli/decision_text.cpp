// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision_text.hpp"

#include "bus/present_text.hpp"
#include "bus/status_text.hpp"
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/status.hpp"
#include "core/time.hpp"
#include "journal/decisions.hpp"
#include "output.hpp"
#include "settings/settings.hpp"
#include "text.hpp"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

namespace limber::cli {

using terminal::shown;

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

QString clock(const Decision& decision, std::optional<Instant> at) {
    if (!at) return {};
    return exact_clock_text(Stamp{.at = decision.at, .asleep = {}, .civil = decision.when}, *at);
}

/// To the second, and to the minute where it is many minutes.
QString amount(Duration duration) {
    const Duration rounded = duration >= minutes{10} ? Duration{std::chrono::round<minutes>(duration)}
                                                     : Duration{std::chrono::round<seconds>(duration)};
    return shown(settings::format_duration(std::max<Duration>(rounded, seconds{0})));
}

QString exercise_or_break(const Decision& decision) {
    if (!decision.title.empty()) return shown(decision.title);
    return decision.exercise.empty() ? Cli::tr("The break") : shown(decision.exercise);
}

QString waiting_words(const Decision& decision, const TheWait& waiting) {
    if (waiting.hold.empty()) return waiting_text(waiting.cause, clock(decision, waiting.until));
    if (waiting.hold == "pause" && waiting.until) {
        return Cli::tr("held: paused until %1").arg(clock(decision, waiting.until));
    }
    return Cli::tr("held: %1 since %2").arg(hold_text(waiting.hold), clock(decision, waiting.since));
}

QString restarted_words(const Decision& decision) {
    return decision.gap == Gap::rest
               ? Cli::tr("Limber was started again after %1, in which nobody was there: that was rest")
                     .arg(amount(decision.length))
               : Cli::tr("Limber was started again after %1, which counts neither as work nor as rest")
                     .arg(amount(decision.length));
}

/// ": Micro-break begins anew, Long break is at 9min of 1h"
QString paid_words(const Decision& decision) {
    QStringList parts;
    for (const ThePaid& paid : decision.paid) {
        if (paid.before - paid.after < minutes{1}) continue; // not worth a word
        parts << (paid.after == Duration::zero()
                      ? Cli::tr("%1 begins anew").arg(shown(paid.title))
                      : Cli::tr("%1 goes from %2 back to %3 of %4")
                            .arg(shown(paid.title), amount(paid.before), amount(paid.after),
                                 shown(settings::format_duration(paid.interval))));
    }
    return parts.isEmpty() ? QString{} : QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

QString hold_began_words(const Decision& decision) {
    if (decision.hold == "pause") {
        return decision.until ? Cli::tr("Paused until %1").arg(clock(decision, decision.until))
                              : Cli::tr("Paused until you resume");
    }
    if (decision.hold == "outside-hours") {
        return Cli::tr("Outside working hours: nothing is counted, and nothing is suggested");
    }
    return Cli::tr("Nothing is suggested from here on: %1").arg(hold_text(decision.hold));
}

QString hold_ended_words(const Decision& decision) {
    if (decision.hold == "pause") return Cli::tr("The pause is over");
    if (decision.hold == "outside-hours") return Cli::tr("The working hours begin");
    return Cli::tr("Hold ended: %1 since %2").arg(hold_text(decision.hold), clock(decision, decision.since));
}

QString prompted_words(const Decision& decision) {
    const QString what =
        decision.exercise.empty()
            ? Cli::tr("%1 is suggested").arg(shown(decision.title))
            : Cli::tr("%1 is suggested: %2").arg(shown(decision.title), shown(decision.exercise));
    QStringList notes;
    if (decision.reason == Reason::merged) {
        notes << Cli::tr("it would be due soon, so the shorter break goes with it");
    } else if (decision.reason == Reason::again) {
        notes << Cli::tr("once more");
    }
    if (!decision.hold.empty() && decision.reason != Reason::again) {
        notes << Cli::tr("due since %1, held until now: %2")
                     .arg(clock(decision, decision.since), hold_text(decision.hold));
    }
    return notes.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, notes.join(QStringLiteral("; ")));
}

QString withdrawn_why(const Decision& decision) {
    const QString until = clock(decision, decision.until);
    switch (decision.why) {
    case Why::start: return Cli::tr("started");
    case Why::snooze: return Cli::tr("snoozed until %1").arg(until);
    case Why::skip: return Cli::tr("skipped, and begins anew");
    case Why::dismissed: return Cli::tr("closed without an answer, asks again at %1").arg(until);
    case Why::timeout:
        if (decision.cause == WaitCause::repeat_after && !until.isEmpty()) {
            return Cli::tr("nobody answered, asks again at %1").arg(until);
        }
        return decision.given_up
                   ? Cli::tr("nobody answered, given up; the next ones are suggested once each, until "
                             "somebody answers or rests")
                   : Cli::tr("nobody answered, given up");
    case Why::hold: return Cli::tr("taken off the screen by the hold, and stays due");
    case Why::replaced: return Cli::tr("gives way to the longer break");
    case Why::followed: return Cli::tr("followed by resting");
    case Why::rested: return Cli::tr("no longer due, as you have rested");
    case Why::lost: break;
    }
    return until.isEmpty() ? Cli::tr("could not stay on the screen")
                           : Cli::tr("could not stay on the screen, asks again at %1").arg(until);
}

QString withdrawn_words(const Decision& decision) {
    QString text = QStringLiteral("%1: %2").arg(shown(decision.title), withdrawn_why(decision));
    if (decision.others.empty()) return text;
    QStringList others;
    for (const std::string& other : decision.others)
        others << shown(other);
    return text + QStringLiteral("; ") +
           Cli::tr("%1 waits as well, until %2")
               .arg(others.join(QStringLiteral(", ")), clock(decision, decision.until));
}

QString session_ended_words(const Decision& decision) {
    const QString what = exercise_or_break(decision);
    if (decision.outcome == Outcome::done)
        return Cli::tr("%1 done after %2").arg(what, amount(decision.length));
    const QString text = Cli::tr("%1 stopped early, after %2").arg(what, amount(decision.length));
    return decision.until ? Cli::tr("%1; asks again at %2").arg(text, clock(decision, decision.until)) : text;
}

QString refusal_words(Refusal refusal) {
    switch (refusal) {
    case Refusal::nothing_prompted: return Cli::tr("nothing is suggested that could be answered");
    case Refusal::stale_prompt: return Cli::tr("that suggestion was gone already");
    case Refusal::no_snooze_left: return Cli::tr("no snooze is left");
    case Refusal::snooze_out_of_range: return Cli::tr("no snooze can be that long");
    case Refusal::busy: return Cli::tr("a break is running already");
    case Refusal::no_session: return Cli::tr("no break is running");
    case Refusal::no_such_rule: return Cli::tr("there is no such break");
    case Refusal::not_suitable: // the two cannot be told apart in a journal, and need not be
    case Refusal::no_such_exercise: return Cli::tr("there is no such exercise for you");
    case Refusal::no_other_exercise: return Cli::tr("there is no other exercise");
    case Refusal::not_excluded: return Cli::tr("nothing of it was excluded");
    case Refusal::not_paused: return Cli::tr("nothing is paused");
    case Refusal::pause_out_of_range: return Cli::tr("no pause can be that long");
    case Refusal::not_started: break;
    }
    return Cli::tr("Limber had not begun yet");
}

QString words(const Decision& decision) {
    QString title = shown(decision.title);
    switch (decision.kind) {
    case DecisionKind::started: return Cli::tr("Limber begins, with nothing counted yet");
    case DecisionKind::restarted: return restarted_words(decision);
    case DecisionKind::plan_replaced: return Cli::tr("The settings have changed");
    case DecisionKind::presence_lost:
        return Cli::tr("Nothing tells of keyboard and mouse any more: nothing is counted");
    case DecisionKind::presence_found: return Cli::tr("Keyboard and mouse are seen again");
    case DecisionKind::left:
        return Cli::tr("Nobody at the desk: no input since %1").arg(clock(decision, decision.since));
    case DecisionKind::locked: return Cli::tr("Screen locked: from here on it is rest");
    case DecisionKind::session_left: return Cli::tr("Another session is in front: from here on it is rest");
    case DecisionKind::slept:
        return Cli::tr("The machine woke after %1 of sleep").arg(amount(decision.length)) +
               paid_words(decision);
    case DecisionKind::returned:
        return Cli::tr("Back at the desk after %1").arg(amount(decision.length)) + paid_words(decision);
    case DecisionKind::due: return Cli::tr("%1 is due").arg(title);
    case DecisionKind::day_full:
        return Cli::tr("%1 would be due, but %2 of them are enough for one day")
            .arg(title)
            .arg(decision.count);
    case DecisionKind::wait_over:
        if (decision.cause == WaitCause::day_full)
            return Cli::tr("%1 is due, as a new day begins").arg(title);
        return decision.cause == WaitCause::snoozed ? Cli::tr("%1: the snooze is over").arg(title)
                                                    : Cli::tr("%1: the wait is over").arg(title);
    case DecisionKind::hold_began: return hold_began_words(decision);
    case DecisionKind::hold_ended: return hold_ended_words(decision);
    case DecisionKind::waits: return title;
    case DecisionKind::prompted: return prompted_words(decision);
    case DecisionKind::exercise_changed:
        return decision.never ? Cli::tr("Another exercise, and the last one never again: %1")
                                    .arg(shown(decision.exercise))
                              : Cli::tr("Another exercise: %1").arg(shown(decision.exercise));
    case DecisionKind::withdrawn: return withdrawn_words(decision);
    case DecisionKind::taken:
        return decision.outcome == Outcome::followed
                   ? Cli::tr("%1: you rested after all, which counts as following").arg(title)
                   : Cli::tr("%1: %2 of rest count as a break taken unasked")
                         .arg(title, amount(decision.length));
    case DecisionKind::session_began:
        return Cli::tr("%1 begins (%2)").arg(exercise_or_break(decision), amount(decision.length));
    case DecisionKind::session_paused: return Cli::tr("The break is paused");
    case DecisionKind::session_resumed: return Cli::tr("The break goes on");
    case DecisionKind::session_ended: return session_ended_words(decision);
    case DecisionKind::rested: return Cli::tr("You said that you have rested: every break begins anew");
    case DecisionKind::refused: return Cli::tr("Refused: %1").arg(refusal_words(decision.refusal));
    case DecisionKind::allowed:
        return decision.exercise.empty() ? Cli::tr("All exercises may be suggested again")
                                         : Cli::tr("%1 may be suggested again").arg(shown(decision.exercise));
    }
    return {};
}

} // namespace

QString decision_text(const Decision& decision) {
    QString text = words(decision);
    if (!decision.waiting) return text;
    const QString wait = waiting_words(decision, *decision.waiting);
    if (wait.isEmpty()) return text;
    return decision.kind == DecisionKind::waits ? QStringLiteral("%1 %2").arg(text, wait)
                                                : QStringLiteral("%1 · %2").arg(text, wait);
}

} // namespace limber::cli
