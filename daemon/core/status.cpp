// SPDX-License-Identifier: GPL-3.0-or-later
#include "status.hpp"

#include "circumstance.hpp"
#include "step.hpp"

#include <algorithm>

namespace limber {

namespace {

Activity doing(const Plan& plan, const State& state) {
    if (state.session) return Activity::resting;
    if (state.prompt) return Activity::prompted;
    if (state.pause) return Activity::paused;
    if (state.outside_hours) return Activity::outside_hours;
    if (absence(state) || idle_now(state.ledger)) return Activity::away;
    if (!state.presence_known || doubted(plan, state)) return Activity::unknown;
    if (state.held) return Activity::held;
    return waiting_now(plan, state) ? Activity::waiting : Activity::working;
}

RuleStatus rule_status(const Plan& plan, const State& state, std::size_t rule) {
    const BreakRule& of = plan.breaks[rule];
    const Progress& progress = state.progress[rule];
    const Account& account = state.ledger.now.accounts[rule];
    return {.name = of.name,
            .title = of.title,
            .interval = of.interval,
            .rest = of.rest,
            .active = account.active,
            .due = is_due(plan, state, rule),
            .due_since = account.due_since,
            .waits_until = waits(state, rule) ? progress.wait_until : std::nullopt,
            .prompts = progress.prompts,
            .snoozes = progress.snoozes,
            .snoozes_left = std::max(0, of.max_snoozes - progress.snoozes),
            .prompted_today = prompted_today(state, rule)};
}

} // namespace

Status status(const Plan& plan, const State& state) {
    Status status;
    status.presence_known = state.presence_known;
    status.blind = doubted(plan, state);
    status.locked = state.locked;
    if (state.sits_here) status.contradiction = state.locked ? Absence::lock : Absence::other_session;
    status.today = state.tally.outcomes;
    status.never = state.bag.never;
    status.session = state.session;
    status.doing = doing(plan, state);
    for (const note::Held& hold : holds_on(plan, state)) {
        status.holds.push_back(hold.hold);
        status.held_since = std::min(status.held_since.value_or(hold.since), hold.since);
        if (hold.hold == "pause") status.paused_until = hold.until;
    }
    if (const std::optional<Waiting> waiting = waiting_now(plan, state); waiting && waiting->hold.empty()) {
        status.wait_cause = waiting->cause;
        status.waits_until = waiting->until;
    }
    if (state.started && !at_desk(plan, state) && state.ledger.now.spell)
        status.away_since = state.ledger.now.spell->began;
    for (std::size_t r = 0; r < state.progress.size(); ++r)
        status.rules.push_back(rule_status(plan, state, r));
    if (state.prompt) status.prompt = prompt_shown(plan, state);
    if (const std::optional<std::size_t> next = state.started ? next_rule(plan, state) : std::nullopt) {
        const RuleStatus& rule = status.rules[*next];
        status.next_break = rule.name;
        status.next_left = std::max(Duration::zero(), rule.interval - rule.active);
        status.arc = arc_of(plan, state, *next);
        if (at_desk(plan, state))
            status.next_at = std::max(state.now.at + status.next_left, rule.waits_until.value_or(the_past));
    }
    return status;
}

const std::string& title_of(const RuleStatus& rule) {
    return rule.title.empty() ? rule.name : rule.title;
}

const RuleStatus* rule_named(const Status& status, std::string_view name) {
    const auto found = std::ranges::find(status.rules, name, &RuleStatus::name);
    return found == status.rules.end() ? nullptr : &*found;
}

std::string title_of(const Status& status, const std::string& rule) {
    const RuleStatus* found = rule_named(status, rule);
    return found == nullptr ? rule : title_of(*found);
}

int done_today(const Status& status) {
    int done = 0;
    for (const auto& [rule, outcomes] : status.today) {
        if (const auto found = outcomes.find(Outcome::done); found != outcomes.end()) done += found->second;
    }
    return done;
}

} // namespace limber
