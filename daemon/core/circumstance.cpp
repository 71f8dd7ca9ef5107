// SPDX-License-Identifier: GPL-3.0-or-later
#include "circumstance.hpp"

#include <algorithm>

namespace limber {

namespace {

const QuietLevel* level_of(const State& state, std::string_view what) {
    const auto found = std::ranges::find(state.levels, what, &QuietLevel::what);
    return found == state.levels.end() ? nullptr : &*found;
}

Duration active(const State& state, std::size_t rule) {
    return state.ledger.now.accounts[rule].active;
}

Duration missing(const Plan& plan, const State& state, std::size_t rule) {
    return std::max(Duration::zero(), plan.breaks[rule].interval - active(state, rule));
}

/// When the rule is due if the person works on and nothing else happens.
Instant due_at(const Plan& plan, const State& state, std::size_t rule) {
    const Instant at = state.now.at + missing(plan, state, rule);
    return std::max(at, state.progress[rule].wait_until.value_or(the_past));
}

/// Since when there has been no input that counts.
std::optional<Instant> silent_since(const Plan& plan, const State& state) {
    if (!state.input.silent || !state.presence_known) {
        return std::nullopt;
    }
    if (plan.passive_screen == PassiveScreen::rest) {
        return state.input.last;
    }
    const QuietLevel* inhibitor = level_of(state, "inhibitor");
    if (inhibitor == nullptr) {
        return state.input.last;
    }
    if (inhibitor->level == Level::on) {
        return std::nullopt;
    }
    return std::max(state.input.last, inhibitor->since);
}

} // namespace

Ground ground_of(const State& state) {
    if (state.asleep || state.locked || state.elsewhere) {
        return Ground::rest;
    }
    if (state.session) {
        return state.session->paused_at ? Ground::neither : Ground::rest;
    }
    if (!state.presence_known || state.outside_hours) {
        return Ground::neither;
    }
    return Ground::work;
}

bool at_desk(const State& state) {
    return ground_of(state) == Ground::work && !idle_now(state.ledger);
}

std::string_view hold_on(const Plan& plan, const State& state) {
    if (state.pause) {
        return "pause";
    }
    if (state.outside_hours) {
        return "outside-hours";
    }
    const auto holds = [&](const QuietLevel& level) {
        return level.level == Level::on && std::ranges::find(plan.holds, level.what) != plan.holds.end();
    };
    const auto found = std::ranges::find_if(state.levels, holds);
    return found == state.levels.end() ? std::string_view{} : std::string_view{found->what};
}

Duration idle_threshold(const Plan& plan, const State& state) {
    return state.prompt ? std::min(plan.idle_after, plan.breaks[state.prompt->rule].rest) : plan.idle_after;
}

std::optional<IdleCrossing> idle_crossing(const Plan& plan, const State& state) {
    const std::optional<Instant> since = silent_since(plan, state);
    if (!since) {
        return std::nullopt;
    }
    const IdleCrossing whole{*since + plan.idle_after, *since};
    if (idle_now(state.ledger)) {
        const bool more = state.ledger.idles.back().from > std::max(*since, state.ledger.footing.at);
        return more ? std::optional{whole} : std::nullopt;
    }
    const Duration threshold = idle_threshold(plan, state);
    if (threshold < plan.idle_after) {
        const Instant from = std::max(*since, state.prompt->shown);
        if (from + threshold < whole.at) {
            return IdleCrossing{from + threshold, from};
        }
    }
    return whole;
}

bool waits(const State& state, std::size_t rule) {
    const std::optional<Instant>& until = state.progress[rule].wait_until;
    return until && *until > state.now.at;
}

bool day_full(const Plan& plan, const State& state, std::size_t rule) {
    const std::optional<int>& most = plan.breaks[rule].max_per_day;
    if (!most || state.progress[rule].prompts > 0) {
        return false;
    }
    const auto today = state.tally.breaks_prompted.find(plan.breaks[rule].name);
    return (today == state.tally.breaks_prompted.end() ? 0 : today->second) >= *most;
}

bool is_due(const Plan& plan, const State& state, std::size_t rule) {
    return active(state, rule) >= plan.breaks[rule].interval && !waits(state, rule) &&
           !day_full(plan, state, rule);
}

bool may_prompt(const State& state) {
    return !state.held && state.now.at >= state.settle_until && state.now.at >= state.grace_until &&
           at_desk(state);
}

std::optional<Choice> choose_rule(const Plan& plan, const State& state) {
    std::optional<std::size_t> chosen;
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        if (is_due(plan, state, r) && (!chosen || plan.breaks[r].rest > plan.breaks[*chosen].rest)) {
            chosen = r;
        }
    }
    if (!chosen) {
        return std::nullopt;
    }
    Choice choice{*chosen, Reason::due, state.ledger.now.accounts[*chosen].due_since.value_or(state.now.at)};
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        if (plan.breaks[r].rest > plan.breaks[choice.rule].rest && !is_due(plan, state, r) &&
            !waits(state, r) && !day_full(plan, state, r) && missing(plan, state, r) <= plan.merge_within) {
            choice.rule = r;
            choice.reason = Reason::merged;
        }
    }
    if (choice.reason == Reason::due && state.progress[choice.rule].prompts > 0) {
        choice.reason = Reason::again;
    }
    return choice;
}

std::optional<std::size_t> replacing_rule(const Plan& plan, const State& state) {
    if (!state.prompt || !may_prompt(state)) {
        return std::nullopt;
    }
    std::optional<std::size_t> chosen;
    Duration rest = plan.breaks[state.prompt->rule].rest;
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        if (plan.breaks[r].rest > rest && is_due(plan, state, r)) {
            chosen = r;
            rest = plan.breaks[r].rest;
        }
    }
    return chosen;
}

Instant opens_at(const Plan& plan, const State& state) {
    if (state.held || state.session || state.open_since || !at_desk(state)) {
        return never;
    }
    Instant earliest = never;
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        if (day_full(plan, state, r)) {
            continue;
        }
        if (state.prompt && plan.breaks[r].rest <= plan.breaks[state.prompt->rule].rest) {
            continue;
        }
        earliest = std::min(earliest, due_at(plan, state, r));
    }
    if (earliest == never) {
        return never;
    }
    earliest = std::max({earliest, state.settle_until, state.grace_until});
    return earliest > state.now.at ? earliest : never;
}

Instant prompt_at(const Plan& plan, const State& state) {
    if (!state.open_since) {
        return never;
    }
    const Instant latest = *state.open_since + plan.typing_patience;
    if (plan.typing_gap == Duration::zero()) {
        return *state.open_since;
    }
    if (!state.input.silent) {
        return latest;
    }
    return std::min(latest, std::max(*state.open_since, state.input.last + plan.typing_gap));
}

bool wants_typing_gap(const Plan& plan, const State& state) {
    if (plan.typing_gap == Duration::zero() || plan.typing_gap >= plan.idle_after || state.prompt) {
        return false;
    }
    if (state.open_since) {
        return true;
    }
    const Instant opens = opens_at(plan, state);
    return opens != never && state.now.at >= opens - plan.typing_patience;
}

Duration rested_level(const Plan& plan, const Prompt& prompt) {
    return std::min(plan.breaks[prompt.rule].interval, prompt.value);
}

std::optional<std::size_t> next_rule(const Plan& plan, const State& state) {
    std::optional<std::size_t> next;
    Instant earliest = never;
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        if (day_full(plan, state, r)) {
            continue;
        }
        const Instant at = due_at(plan, state, r);
        const bool longer = next && at == earliest && plan.breaks[r].rest > plan.breaks[*next].rest;
        if (!next || at < earliest || longer) {
            next = r;
            earliest = at;
        }
    }
    return next;
}

int arc_of(const Plan& plan, const State& state, std::size_t rule) {
    const Duration interval = plan.breaks[rule].interval;
    const Duration so_far = std::min(active(state, rule), interval);
    return static_cast<int>(so_far * arc_steps / interval);
}

} // namespace limber
