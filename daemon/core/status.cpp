// SPDX-License-Identifier: GPL-3.0-or-later
#include "status.hpp"

#include "circumstance.hpp"
#include "step.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace limber {

namespace {

bool something_due(const Plan& plan, const State& state) {
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        if (state.ledger.now.accounts[r].active >= plan.breaks[r].interval && !day_full(plan, state, r)) {
            return true;
        }
    }
    return false;
}

Activity doing(const Plan& plan, const State& state) {
    if (state.session) {
        return Activity::resting;
    }
    if (state.prompt) {
        return Activity::prompted;
    }
    if (state.pause) {
        return Activity::paused;
    }
    if (state.outside_hours) {
        return Activity::outside_hours;
    }
    if (state.locked || state.elsewhere || idle_now(state.ledger)) {
        return Activity::away;
    }
    if (!state.presence_known) {
        return Activity::unknown;
    }
    if (state.held) {
        return Activity::held;
    }
    return something_due(plan, state) ? Activity::waiting : Activity::working;
}

void name_wait(const Plan& plan, const State& state, Status& status) {
    if (status.doing != Activity::waiting) {
        return;
    }
    const Instant now = state.now.at;
    const auto say = [&](WaitCause cause, std::optional<Instant> until) {
        status.wait_cause = cause;
        status.waits_until = until;
    };
    if (now < state.settle_until) {
        return say(WaitCause::settle, state.settle_until);
    }
    if (now < state.grace_until) {
        return say(WaitCause::return_grace, state.grace_until);
    }
    if (state.open_since) {
        return say(WaitCause::typing, prompt_at(plan, state));
    }
    std::optional<std::size_t> first;
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        const bool due = state.ledger.now.accounts[r].active >= plan.breaks[r].interval;
        if (!due || !waits(state, r)) {
            continue;
        }
        // of two waits that end together, the answered break's own one says more
        const Progress& progress = state.progress[r];
        if (!first || *progress.wait_until < *state.progress[*first].wait_until ||
            (*progress.wait_until == *state.progress[*first].wait_until &&
             state.progress[*first].wait_cause == WaitCause::other_answered)) {
            first = r;
        }
    }
    if (first) {
        say(state.progress[*first].wait_cause, state.progress[*first].wait_until);
    }
}

void list_holds(const Plan& plan, const State& state, Status& status) {
    const auto since = [&](Instant at) { status.held_since = std::min(status.held_since.value_or(at), at); };
    if (state.pause) {
        status.holds.emplace_back("pause");
        since(state.pause->since);
        if (state.pause->until != never) {
            status.paused_until = state.pause->until;
        }
    }
    if (state.outside_hours) {
        status.holds.emplace_back("outside-hours");
        since(state.outside_since);
    }
    for (const QuietLevel& level : state.levels) {
        if (level.level != Level::on || std::ranges::find(plan.holds, level.what) == plan.holds.end()) {
            continue;
        }
        status.holds.push_back(level.what);
        since(level.since);
    }
}

RuleStatus rule_status(const Plan& plan, const State& state, std::size_t rule) {
    const BreakRule& of = plan.breaks[rule];
    const Progress& progress = state.progress[rule];
    const Account& account = state.ledger.now.accounts[rule];
    RuleStatus status;
    status.name = of.name;
    status.title = of.title;
    status.interval = of.interval;
    status.rest = of.rest;
    status.active = account.active;
    status.due = is_due(plan, state, rule);
    status.due_since = account.due_since;
    if (waits(state, rule)) {
        status.waits_until = progress.wait_until;
    }
    status.prompts = progress.prompts;
    status.snoozes = progress.snoozes;
    status.snoozes_left = std::max(0, of.max_snoozes - progress.snoozes);
    const auto today = state.tally.breaks_prompted.find(of.name);
    status.prompted_today = today == state.tally.breaks_prompted.end() ? 0 : today->second;
    return status;
}

} // namespace

Status status(const Plan& plan, const State& state) {
    Status status;
    status.presence_known = state.presence_known;
    status.locked = state.locked;
    status.today = state.tally.outcomes;
    status.never = state.bag.never;
    status.session = state.session;
    status.doing = doing(plan, state);
    list_holds(plan, state, status);
    name_wait(plan, state, status);
    if (state.started && !at_desk(state) && state.ledger.now.spell) {
        status.away_since = state.ledger.now.spell->began;
    }
    for (std::size_t r = 0; r < state.progress.size(); ++r) {
        status.rules.push_back(rule_status(plan, state, r));
    }
    if (state.prompt) {
        const RuleStatus& rule = status.rules[state.prompt->rule];
        const BreakRule& of = plan.breaks[state.prompt->rule];
        status.prompt =
            ShowPrompt{state.prompt->id,       rule.name,
                       state.prompt->exercise, state.prompt->reason,
                       state.prompt->shown,    state.prompt->due_since,
                       state.prompt->held_by,  rule.snoozes_left > 0 ? of.snooze : std::vector<Duration>{}};
    }
    if (const std::optional<std::size_t> next = state.started ? next_rule(plan, state) : std::nullopt) {
        const RuleStatus& rule = status.rules[*next];
        status.next_break = rule.name;
        status.next_left = std::max(Duration::zero(), rule.interval - rule.active);
        status.arc = arc_of(plan, state, *next);
        if (at_desk(state)) {
            status.next_at = std::max(state.now.at + status.next_left, rule.waits_until.value_or(the_past));
        }
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

int done_today(const Status& status) {
    int done = 0;
    for (const auto& [rule, outcomes] : status.today) {
        const auto found = outcomes.find(Outcome::done);
        if (found != outcomes.end()) done += found->second;
    }
    return done;
}

} // namespace limber
