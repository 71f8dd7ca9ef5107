// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/status_text.hpp"
#include "core/session.hpp"
#include "settings/settings.hpp"
#include "words/story_text.hpp"
#include "words/text.hpp"

#include <QStringList>

#include <chrono>

namespace limber {
namespace {

QString refusal_text(Refusal refusal) {
    switch (refusal) {
    case Refusal::nothing_prompted: return _("nothing is suggested that could be answered");
    case Refusal::stale_prompt: return _("that suggestion was gone already");
    case Refusal::no_snooze_left: return _("no snooze is left");
    case Refusal::snooze_out_of_range: return _("no snooze can be that long");
    case Refusal::busy: return _("a break is running already");
    case Refusal::no_session: return _("no break is running");
    case Refusal::no_such_rule: return _("there is no such break");
    case Refusal::not_suitable: // the two cannot be told apart in a journal, and need not be
    case Refusal::no_such_exercise: return _("there is no such exercise for you");
    case Refusal::no_other_exercise: return _("there is no other exercise");
    case Refusal::not_excluded: return _("nothing of it was excluded");
    case Refusal::not_paused: return _("nothing is paused");
    case Refusal::pause_out_of_range: return _("no pause can be that long");
    case Refusal::not_started: break;
    }
    return _("Limber had not begun yet");
}

/// The sentence of one line. Calls answer with the words for its first part.
class Sentence {
public:
    Sentence(const Plan& plan, const Event& event, const StoryLine& line)
        : plan_(plan), event_(event), line_(line) {}

    [[nodiscard]] QString text() const {
        QString head = std::visit(
            [this](const auto& part) {
                return std::visit([this](const auto& what) { return (*this)(what); }, part.what);
            },
            line_.parts.front());
        const auto* waits = part_of<note::Waits>(line_);
        const QString wait = waits == nullptr ? QString{} : waiting_words(waits->what);
        if (wait.isEmpty()) return head;
        return part_as<note::Waits>(line_.parts.front()) != nullptr ? head + u' ' + wait
                                                                    : head + QStringLiteral(" · ") + wait;
    }

    // Notes

    QString operator()(const note::Began& began) const {
        switch (began.kind) {
        case Gap::first: return _("Limber begins, with nothing counted yet");
        case Gap::rest:
            return _("Limber was started again after %1, in which nobody was there: that was rest")
                .arg(amount_text(began.gap));
        case Gap::neither: break;
        }
        return _("Limber was started again after %1, which counts neither as work nor as rest")
            .arg(amount_text(began.gap));
    }

    QString operator()(const note::SettingsChanged& /*changed*/) const {
        return _("The settings have changed");
    }

    QString operator()(const note::Presence& presence) const {
        return presence.known ? _("Keyboard and mouse are seen again")
                              : _("Nothing tells of keyboard and mouse any more: nothing is counted");
    }

    QString operator()(const note::Blind& blind) const {
        return blind.over ? _("A film or a call is on since %1, and nothing here can see whether you are "
                              "there: nothing is counted any more")
                                .arg(clock(blind.since))
                          : _("A film or a call is on since %1, and nothing here can see whether you are "
                              "there: you are taken to be, until %2")
                                .arg(clock(blind.since), clock(blind.until));
    }

    QString operator()(const note::Left& left) const {
        return _("Nobody at the desk: no input since %1").arg(clock(left.since));
    }

    QString operator()(const note::Away& away) const {
        switch (away.cause) {
        case Absence::lock: return _("Screen locked: from here on it is rest");
        case Absence::lock_request: return _("The screen is being locked: from here on it is rest");
        case Absence::other_session: break;
        }
        return _("Another session is in front: from here on it is rest");
    }

    QString operator()(const note::Contradiction& contradiction) const {
        return bus::contradiction_text(contradiction.cause);
    }

    QString operator()(const note::Slept& slept) const {
        return _("The machine woke after %1 of sleep").arg(amount_text(slept.length)) +
               paid_words(slept.paid);
    }

    QString operator()(const note::Returned& returned) const {
        return _("Back at the desk after %1").arg(amount_text(returned.length)) + paid_words(returned.paid);
    }

    QString operator()(const note::NobodyWatched& gap) const {
        return _("The machine or Limber stood still for %1, which counts neither as work nor as rest")
            .arg(amount_text(gap.length));
    }

    QString operator()(const note::ClockForward& clock) const {
        return _("The clock was set forward by %1, which is taken for a return").arg(amount_text(clock.by));
    }

    QString operator()(const note::GapLonger& longer) const {
        return _("The clock was set right: nobody had been there for %1 more before the start")
                   .arg(amount_text(longer.by)) +
               paid_words(longer.paid);
    }

    QString operator()(const note::Due& due) const { return _("%1 is due").arg(title(due.break_id)); }

    QString operator()(const note::TooManyToday& full) const {
        if (full.over) return _("%1 is due, as a new day begins").arg(title(full.break_id));
        return _("%1 would be due, but %2 of them are enough for one day")
            .arg(title(full.break_id))
            .arg(full.count);
    }

    QString operator()(const note::Wait& wait) const {
        if (wait.until) return _("%1 waits as well, until %2").arg(title(wait.break_id), clock(*wait.until));
        return wait.cause == WaitCause::snoozed ? _("%1: the snooze is over").arg(title(wait.break_id))
                                                : _("%1: the wait is over").arg(title(wait.break_id));
    }

    QString operator()(const note::Held& held) const {
        if (held.hold == "pause") {
            return held.until ? _("Paused until %1").arg(clock(*held.until)) : _("Paused until you resume");
        }
        if (held.hold == "outside-hours") {
            return _("Outside working hours: nothing is counted, and nothing is suggested");
        }
        return _("Nothing is suggested from here on: %1").arg(bus::hold_text(held.hold));
    }

    QString operator()(const note::HoldOver& over) const {
        if (over.hold == "pause") return _("The pause is over");
        if (over.hold == "outside-hours") return _("The working hours begin");
        return _("Hold ended: %1 since %2").arg(bus::hold_text(over.hold), clock(over.since));
    }

    QString operator()(const note::Waits& waits) const { return title(waits.what.break_id); }

    QString operator()(const note::TypingGap& gap) const {
        return gap.found ? _("in a pause in the typing") : _("the typing went on");
    }

    QString operator()(const note::OffScreen& off) const {
        return off.failed ? _("%1 could not be shown; it stays suggested in the tray and in limber status")
                                .arg(title(off.break_id))
                          : _("%1 has left the screen by itself; it stays suggested in the tray and in "
                              "limber status")
                                .arg(title(off.break_id));
    }

    QString operator()(const note::GivenUp& given_up) const {
        return given_up.prompts > 1 ? _("given up; the next ones are suggested once each, until "
                                        "somebody answers or rests")
                                    : _("given up");
    }

    QString operator()(const note::Cut& cut) const {
        return _("%1 was interrupted: done, if the rest goes on long enough")
            .arg(title_or_break(cut.break_id));
    }

    QString operator()(const note::SaidRested& /*rested*/) const {
        return _("You said that you have rested: every break begins anew");
    }

    QString operator()(const note::Allowed& allowed) const {
        return allowed.exercise.empty()
                   ? _("All exercises may be suggested again")
                   : _("%1 may be suggested again").arg(exercise_title(plan_, allowed.exercise));
    }

    // Effects

    QString operator()(const ShowPrompt& prompt) const {
        const QString exercise = exercise_title(plan_, prompt.exercise);
        const auto* answer = std::get_if<PromptAnswered>(&event_.what);
        if (answer != nullptr && answer->answer == Answer::never_again) {
            return _("Another exercise, and the last one never again: %1").arg(exercise);
        }
        if (prompt.at < line_.at) return _("Another exercise: %1").arg(exercise);
        const QString what = prompt.exercise.empty()
                                 ? _("%1 is suggested").arg(title(prompt.break_id))
                                 : _("%1 is suggested: %2").arg(title(prompt.break_id), exercise);
        QStringList remarks;
        if (prompt.reason == Reason::merged) {
            remarks << _("it would be due soon, so the shorter break goes with it");
        } else if (prompt.reason == Reason::again) {
            remarks << _("once more");
        }
        if (!prompt.held_by.empty() && prompt.reason != Reason::again) {
            remarks << _("due since %1, held until now: %2")
                           .arg(clock(prompt.due_since), bus::hold_text(prompt.held_by));
        }
        if (const auto* gap = part_of<note::TypingGap>(line_)) remarks << (*this)(*gap);
        return remarks.isEmpty() ? what
                                 : QStringLiteral("%1 (%2)").arg(what, remarks.join(QStringLiteral("; ")));
    }

    QString operator()(const WithdrawPrompt& gone) const {
        QString text = QStringLiteral("%1: %2").arg(title(gone.break_id), withdrawn_words(gone));
        QStringList others;
        std::optional<Instant> until;
        for_each_wait([&](const note::Wait& wait) {
            if (wait.break_id == gone.break_id) return;
            others << title(wait.break_id);
            until = wait.until;
        });
        if (others.isEmpty()) return text;
        return text + QStringLiteral("; ") +
               _("%1 waits as well, until %2").arg(others.join(QStringLiteral(", ")), clock(*until));
    }

    QString operator()(const OpenSession& opened) const {
        const Session& session = opened.session;
        return _("%1 begins (%2)")
            .arg(name_of(session.break_id, session.exercises), amount_text(length_of(session)));
    }

    QString operator()(const UpdateSession& updated) const {
        return updated.session.paused_at ? _("The break is paused") : _("The break goes on");
    }

    QString operator()(const CloseSession& /*closed*/) const {
        if (const auto* cut = part_of<note::Cut>(line_)) return (*this)(*cut);
        const auto* record = part_of<Record>(line_);
        if (record == nullptr) return _("The break is over");
        const QString what = name_of(record->break_id, record->exercises);
        const QString length = amount_text(record->length);
        if (record->outcome == Outcome::done) return _("%1 done after %2").arg(what, length);
        return asks_again(_("%1 stopped early, after %2").arg(what, length), record->break_id);
    }

    QString operator()(const Record& record) const {
        const QString what = name_of(record.break_id, record.exercises);
        switch (record.outcome) {
        case Outcome::done: return _("%1: the rest went on long enough, so it counts as done").arg(what);
        case Outcome::followed: return _("%1: you rested after all, which counts as following").arg(what);
        case Outcome::natural:
            return _("%1: %2 of rest count as a break taken unasked").arg(what, amount_text(record.length));
        case Outcome::abandoned:
        case Outcome::snoozed:
        case Outcome::skipped:
        case Outcome::unanswered: break;
        }
        return asks_again(_("%1: the rest ended too soon, so it counts as stopped early").arg(what),
                          record.break_id);
    }

    QString operator()(const Save& /*save*/) const { return {}; }

    QString operator()(const Ignored& ignored) const {
        return _("Refused: %1").arg(refusal_text(ignored.reason));
    }

private:
    [[nodiscard]] QString clock(Instant at) const {
        return bus::exact_clock_text(Stamp{.at = line_.at, .asleep = {}, .civil = line_.when}, at);
    }

    [[nodiscard]] QString title(const std::string& rule) const { return title_of(plan_, rule); }

    [[nodiscard]] QString title_or_break(const std::string& rule) const {
        return rule.empty() ? _("The break") : title(rule);
    }

    [[nodiscard]] QString name_of(const std::string& rule, const std::vector<std::string>& exercises) const {
        return rule.empty() && !exercises.empty() ? exercise_title(plan_, exercises.front())
                                                  : title_or_break(rule);
    }

    void for_each_wait(const std::function<void(const note::Wait&)>& call) const {
        for (const StoryPart& part : line_.parts) {
            if (const auto* wait = part_as<note::Wait>(part); wait != nullptr && wait->until) call(*wait);
        }
    }

    /// Until when the rule waits, if it does.
    [[nodiscard]] QString own_wait(const std::string& rule) const {
        QString until;
        for_each_wait([&](const note::Wait& wait) {
            if (wait.break_id == rule) until = clock(*wait.until);
        });
        return until;
    }

    [[nodiscard]] QString asks_again(const QString& text, const std::string& rule) const {
        const QString until = own_wait(rule);
        return until.isEmpty() ? text : _("%1; asks again at %2").arg(text, until);
    }

    [[nodiscard]] QString waiting_words(const Waiting& waiting) const {
        const QString until = waiting.until ? clock(*waiting.until) : QString{};
        if (waiting.hold.empty()) return bus::waiting_text(waiting.cause, until);
        if (waiting.hold == "pause" && waiting.until) return _("held: paused until %1").arg(until);
        return _("held: %1 since %2")
            .arg(bus::hold_text(waiting.hold), waiting.since ? clock(*waiting.since) : QString{});
    }

    /// ": Micro-break begins anew, Long break goes from 40min back to 9min of 1h"
    [[nodiscard]] QString paid_words(const std::vector<Paid>& all) const {
        QStringList parts;
        for (const Paid& paid : all) {
            const auto rule = find_rule(plan_, paid.break_id);
            if (!rule || paid.before - paid.after < std::chrono::minutes{1}) continue; // not worth a word
            const std::string interval = settings::format_duration(plan_.breaks[*rule].interval);
            parts << (paid.after == Duration::zero()
                          ? _("%1 begins anew").arg(title(paid.break_id))
                          : _("%1 goes from %2 back to %3 of %4")
                                .arg(title(paid.break_id), amount_text(paid.before), amount_text(paid.after),
                                     QString::fromStdString(interval)));
        }
        return parts.isEmpty() ? QString{} : QStringLiteral(": ") + parts.join(QStringLiteral(", "));
    }

    [[nodiscard]] QString withdrawn_words(const WithdrawPrompt& gone) const {
        const QString until = own_wait(gone.break_id);
        switch (gone.why) {
        case Why::start: return _("started");
        case Why::snooze: return _("snoozed until %1").arg(until);
        case Why::skip: return _("skipped, and begins anew");
        case Why::hold: return _("taken off the screen by the hold, and stays due");
        case Why::replaced: return _("gives way to the longer break");
        case Why::followed: return _("followed by resting");
        case Why::rested: return _("no longer due, as you have rested");
        case Why::dismissed:
        case Why::timeout:
        case Why::lost: break;
        }
        const QString what = gone.why == Why::dismissed ? _("closed without an answer")
                             : gone.why == Why::timeout ? _("nobody answered")
                                                        : _("could not stay on the screen");
        if (const auto* given_up = part_of<note::GivenUp>(line_)) {
            return what + QStringLiteral(", ") + (*this)(*given_up);
        }
        return until.isEmpty() ? what : _("%1, asks again at %2").arg(what, until);
    }

    const Plan& plan_;
    const Event& event_;
    const StoryLine& line_;
};

} // namespace

QString story_sentence(const Plan& plan, const Event& event, const StoryLine& line) {
    return Sentence{plan, event, line}.text();
}

} // namespace limber
