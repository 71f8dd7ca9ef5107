// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisions.hpp"

#include "core/circumstance.hpp"
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/ledger.hpp"
#include "core/plan.hpp"
#include "core/session.hpp"
#include "core/state.hpp"
#include "core/status.hpp"
#include "core/step.hpp"
#include "core/time.hpp"
#include "replay.hpp"
#include "waiting.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace limber {

namespace {

/// A daemon that starts finds its idle source within so much.
constexpr Duration first_look = std::chrono::seconds{10};

std::string exercise_title(const Plan& plan, const std::string& id) {
    const Exercise* exercise = find_exercise(plan, id);
    return exercise == nullptr || exercise->title.empty() ? id : exercise->title;
}

bool asked_by_person(const Happening& what) {
    return std::holds_alternative<PromptAnswered>(what) || std::holds_alternative<StartRequested>(what) ||
           std::holds_alternative<SessionSteered>(what) || std::holds_alternative<PauseRequested>(what) ||
           std::holds_alternative<ResumeRequested>(what) || std::holds_alternative<ExerciseAllowed>(what);
}

/// One step, taken apart.
class StepDecisions {
public:
    explicit StepDecisions(const ReplayedStep& step)
        : plan_(step.plan), before_(step.before), after_(step.after), event_(step.event),
          effects_(step.effects), same_rules_(std::ranges::equal(before_.progress, after_.progress, {},
                                                                 &Progress::break_id, &Progress::break_id)) {}

    void beginning() {
        if (const auto* started = std::get_if<Started>(&event_.what)) {
            Decision& decision =
                add(before_.started ? DecisionKind::restarted : DecisionKind::started, after_.now.at);
            decision.length = started->gap;
            decision.gap = started->kind;
            for (const Hold& hold : holds_of(plan_, after_)) {
                Decision& held = add(DecisionKind::hold_began, after_.now.at);
                held.hold = hold.what;
                held.until = hold.until;
            }
        } else if (std::holds_alternative<PlanReplaced>(event_.what)) {
            add(DecisionKind::plan_replaced, after_.now.at);
        } else if (std::holds_alternative<Rested>(event_.what)) {
            add(DecisionKind::rested, after_.now.at);
        }
    }

    void presence(bool at_the_start) {
        if (before_.presence_known == after_.presence_known || at_the_start) return;
        add(after_.presence_known ? DecisionKind::presence_found : DecisionKind::presence_lost,
            after_.now.at);
    }

    /// Comings and goings. `away_told`: a going was told, and its coming not yet.
    void coming_and_going(bool& away_told) {
        const Duration slept = after_.now.asleep - before_.now.asleep;
        if (slept > Duration::zero()) {
            Decision& decision = add(DecisionKind::slept, after_.now.at);
            decision.length = slept;
            if (!absent(before_) && !absent(after_)) decision.paid = paid();
        }
        if (!before_.locked && after_.locked) {
            add(DecisionKind::locked, after_.now.at);
            away_told = true;
        }
        if (!before_.elsewhere && after_.elsewhere) {
            add(DecisionKind::session_left, after_.now.at);
            away_told = true;
        }
        const bool in_session = before_.session || after_.session;
        if (!absent(before_) && absent(after_) && !away_told && !in_session) {
            // what counts as rest may begin later, with a prompt
            add(DecisionKind::left, after_.now.at).since =
                std::min(after_.ledger.idles.back().from, after_.input.last);
            away_told = true;
        }
        if (absent(before_) && !absent(after_)) {
            const Duration length = spell() ? after_.now.at - spell()->began : Duration::zero();
            if (!after_.session && (away_told || length > plan_.idle_after)) {
                Decision& decision = add(DecisionKind::returned, after_.now.at);
                decision.length = length;
                decision.paid = paid();
            }
            away_told = false;
        }
    }

    void holds() {
        const auto old = holds_of(plan_, before_);
        const auto now = holds_of(plan_, after_);
        for (const Hold& hold : old) {
            if (std::ranges::find(now, hold.what, &Hold::what) != now.end()) continue;
            Decision& decision = add(DecisionKind::hold_ended, ended_at(hold));
            decision.hold = hold.what;
            decision.since = hold.since;
        }
        for (const Hold& hold : now) {
            const auto found = std::ranges::find(old, hold.what, &Hold::what);
            if (found != old.end() && found->since == hold.since && found->until == hold.until) continue;
            Decision& decision = add(DecisionKind::hold_began, hold.since);
            decision.hold = hold.what;
            decision.until = hold.until;
        }
    }

    void dues() {
        for (std::size_t r = 0; r < plan_.breaks.size(); ++r) {
            if (!has_reached(plan_, after_, r)) continue;
            const std::optional<Instant> since = after_.ledger.now.accounts[r].due_since;
            const bool was = same_rules_ && before_.ledger.now.accounts[r].due_since == since;
            if (since && !was) {
                Decision& decision = add(DecisionKind::due, *since, plan_.breaks[r]);
                if (day_full(plan_, after_, r) && *since <= after_.now.at) {
                    decision.kind = DecisionKind::day_full;
                    decision.count = *plan_.breaks[r].max_per_day;
                }
                continue;
            }
            if (!same_rules_) continue;
            if (has_reached(plan_, before_, r) && day_full(plan_, before_, r) &&
                !day_full(plan_, after_, r)) {
                add(DecisionKind::wait_over, after_.now.at, plan_.breaks[r]).cause = WaitCause::day_full;
            }
            if (!waits(before_, r) || waits(after_, r)) continue;
            const Instant end = *before_.progress[r].wait_until;
            if (end > after_.now.at) continue;
            add(DecisionKind::wait_over, end, plan_.breaks[r]).cause = before_.progress[r].wait_cause;
        }
    }

    void effects() {
        std::string withdrawn; // of this step: its record says the same
        for (std::size_t i = 0; i < effects_.size(); ++i) {
            const Effect& effect = effects_[i];
            if (const auto* shown = std::get_if<ShowPrompt>(&effect.what)) {
                show(*shown, effect.at);
            } else if (const auto* gone = std::get_if<WithdrawPrompt>(&effect.what)) {
                withdrawn = gone->break_id;
                const bool session =
                    i + 1 < effects_.size() && std::holds_alternative<OpenSession>(effects_[i + 1].what);
                if (!session) withdraw(*gone, effect.at);
            } else if (const auto* opened = std::get_if<OpenSession>(&effect.what)) {
                open(opened->session, effect.at);
            } else if (const auto* updated = std::get_if<UpdateSession>(&effect.what)) {
                update(updated->session, effect.at);
            } else if (const auto* closed = std::get_if<CloseSession>(&effect.what)) {
                close(*closed, effect.at);
            } else if (const auto* record = std::get_if<Record>(&effect.what)) {
                const bool by_rest =
                    record->outcome == Outcome::followed || record->outcome == Outcome::natural;
                const bool told = std::holds_alternative<Rested>(event_.what) ||
                                  (withdrawn == record->break_id && record->outcome == Outcome::followed);
                if (by_rest && !told) take(*record, effect.at);
            } else if (const auto* ignored = std::get_if<Ignored>(&effect.what)) {
                if (asked_by_person(event_.what)) {
                    add(DecisionKind::refused, effect.at).refusal = ignored->reason;
                }
            } // a Save tells nobody anything
        }
        const auto* allowed = std::get_if<ExerciseAllowed>(&event_.what);
        if (allowed != nullptr && after_.bag.never.size() < before_.bag.never.size()) {
            add(DecisionKind::allowed, after_.now.at).exercise = exercise_title(plan_, allowed->exercise);
        }
    }

    [[nodiscard]] std::vector<Decision> take() {
        std::vector<Decision> in_order;
        for (Decision& decision : found_) {
            const auto later = std::ranges::upper_bound(in_order, decision.at, {}, &Decision::at);
            in_order.insert(later, std::move(decision));
        }
        return in_order;
    }

    [[nodiscard]] bool told_of_hold(const std::string& hold) const {
        return std::ranges::any_of(found_, [&](const Decision& decision) {
            return decision.kind == DecisionKind::hold_began && decision.hold == hold;
        });
    }

    /// A wait that a withdrawal has just named.
    [[nodiscard]] bool told_of_wait(const TheWait& waiting) const {
        return std::ranges::any_of(found_, [&](const Decision& decision) {
            return decision.kind == DecisionKind::withdrawn && decision.until &&
                   decision.until == waiting.until;
        });
    }

private:
    Decision& add(DecisionKind kind, Instant at) {
        Decision decision;
        decision.at = at;
        decision.when = civil_at(after_.now, at);
        decision.kind = kind;
        return found_.emplace_back(std::move(decision));
    }

    Decision& add(DecisionKind kind, Instant at, const BreakRule& rule) {
        Decision& decision = add(kind, at);
        decision.rule = rule.name;
        decision.title = title_of(rule);
        return decision;
    }

    Decision& add(DecisionKind kind, Instant at, const std::string& rule) {
        Decision& decision = add(kind, at);
        decision.rule = rule;
        decision.title = title_of(plan_, rule);
        return decision;
    }

    [[nodiscard]] Instant ended_at(const Hold& hold) const {
        if (hold.until && *hold.until <= after_.now.at) return *hold.until;
        return after_.held ? after_.now.at : std::clamp(after_.last_hold_end, before_.now.at, after_.now.at);
    }

    /// The rest that ends here: it stays in the books until time has passed.
    [[nodiscard]] const std::optional<Spell>& spell() const {
        return after_.ledger.now.spell ? after_.ledger.now.spell : before_.ledger.now.spell;
    }

    /// What it did to each rule.
    [[nodiscard]] std::vector<ThePaid> paid() const {
        std::vector<ThePaid> all;
        if (!same_rules_) return all;
        for (std::size_t r = 0; r < plan_.breaks.size(); ++r) {
            const Duration at_start = spell() ? spell()->at_start[r] : before_.ledger.now.accounts[r].active;
            const Duration now = after_.ledger.now.accounts[r].active;
            if (now >= at_start) continue;
            all.push_back(
                {plan_.breaks[r].name, title_of(plan_.breaks[r]), at_start, now, plan_.breaks[r].interval});
        }
        return all;
    }

    void show(const ShowPrompt& shown, Instant at) {
        const bool up = before_.prompt && before_.prompt->id == shown.id;
        Decision& decision =
            add(up ? DecisionKind::exercise_changed : DecisionKind::prompted, at, shown.break_id);
        decision.exercise = exercise_title(plan_, shown.exercise);
        decision.reason = shown.reason;
        decision.since = shown.due_since;
        decision.hold = shown.held_by;
        const auto* answer = std::get_if<PromptAnswered>(&event_.what);
        decision.never = answer != nullptr && answer->answer == Answer::never_again;
        decision.typed_on = before_.open_since && plan_.typing_gap > Duration::zero() &&
                            at == *before_.open_since + plan_.typing_patience;
    }

    void withdraw(const WithdrawPrompt& gone, Instant at) {
        Decision& decision = add(DecisionKind::withdrawn, at, gone.break_id);
        decision.why = gone.why;
        const auto rule = find_rule(plan_, gone.break_id);
        if (!rule || *rule >= after_.progress.size()) return;
        const Progress& now = after_.progress[*rule];
        if (waits(after_, *rule)) decision.until = now.wait_until;
        decision.cause = now.wait_cause;
        decision.given_up = now.given_up && (!same_rules_ || !before_.progress[*rule].given_up);
        for (std::size_t r = 0; r < plan_.breaks.size() && same_rules_; ++r) {
            if (r != *rule && waits(after_, r) &&
                after_.progress[r].wait_cause == WaitCause::other_answered &&
                after_.progress[r].wait_until != before_.progress[r].wait_until) {
                decision.others.push_back(title_of(plan_.breaks[r]));
                if (!decision.until) decision.until = after_.progress[r].wait_until;
            }
        }
    }

    void open(const Session& session, Instant at) {
        Decision& decision = add(DecisionKind::session_began, at, session.break_id);
        decision.length = length_of(session);
        if (!session.exercises.empty()) {
            decision.exercise = exercise_title(plan_, session.exercises.front());
        }
    }

    void update(const Session& session, Instant at) {
        const bool was = before_.session && before_.session->paused_at;
        const bool is = session.paused_at.has_value();
        if (was == is) return;
        add(is ? DecisionKind::session_paused : DecisionKind::session_resumed, at, session.break_id);
    }

    void close(const CloseSession& closed, Instant at) {
        const Session* session =
            before_.session && before_.session->id == closed.id ? &*before_.session : nullptr;
        Decision& decision =
            add(DecisionKind::session_ended, at, session == nullptr ? std::string{} : session->break_id);
        decision.outcome = closed.outcome.value_or(Outcome::abandoned);
        if (session == nullptr) return;
        decision.length = elapsed_in(*session, std::min(at, end_of(*session)));
        if (!session->exercises.empty()) {
            decision.exercise = exercise_title(plan_, session->exercises.front());
        }
        const auto rule = find_rule(plan_, session->break_id);
        if (rule && *rule < after_.progress.size() && waits(after_, *rule)) {
            decision.until = after_.progress[*rule].wait_until;
        }
    }

    void take(const Record& record, Instant at) {
        Decision& decision = add(DecisionKind::taken, at, record.break_id);
        decision.outcome = record.outcome;
        decision.length = record.length;
    }

    const Plan& plan_;
    const State& before_;
    const State& after_;
    const Event& event_;
    const std::vector<Effect>& effects_;
    bool same_rules_;
    std::vector<Decision> found_;
};

} // namespace

std::vector<Decision> DecisionMaker::see(const ReplayedStep& step) {
    StepDecisions decisions{step};
    decisions.beginning();
    if (std::holds_alternative<Started>(step.event.what)) {
        // sources begin anew: what was before says nothing of what is
        started_at_ = step.after.now.at;
        away_told_ = false;
        waiting_.reset();
        decisions.effects();
    } else {
        const bool first = started_at_ && step.after.now.at - *started_at_ < first_look;
        decisions.presence(first && step.after.presence_known);
        if (step.after.presence_known || !first) started_at_.reset();
        decisions.coming_and_going(away_told_);
        decisions.holds();
        decisions.dues();
        decisions.effects();
    }
    const auto waiting = the_wait_now(step.plan, step.after);
    const bool news = waiting && (!waiting_ || waiting->hold != waiting_->hold ||
                                  waiting->cause != waiting_->cause || waiting->rule != waiting_->rule);
    const bool told = waiting && (waiting->hold.empty() ? decisions.told_of_wait(*waiting)
                                                        : decisions.told_of_hold(waiting->hold));
    waiting_ = waiting;
    auto all = decisions.take();
    if (!news || told) return all;
    if (all.empty()) {
        Decision decision;
        decision.at = step.after.now.at;
        decision.when = step.after.now.civil;
        decision.kind = DecisionKind::waits;
        decision.rule = waiting->rule;
        decision.title = waiting->title;
        all.push_back(std::move(decision));
    }
    all.back().waiting = waiting;
    return all;
}

} // namespace limber
