// SPDX-License-Identifier: GPL-3.0-or-later
#include "circumstance.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace limber {

namespace {

const QuietLevel* inhibitor_of(const State& state) {
    const auto found = std::ranges::find(state.levels, "inhibitor", &QuietLevel::what);
    return found == state.levels.end() ? nullptr : &*found;
}

Duration active(const State& state, std::size_t rule) {
    return state.ledger.now.accounts[rule].active;
}

Duration missing(const Plan& plan, const State& state, std::size_t rule) {
    return std::max(Duration::zero(), plan.breaks[rule].interval - active(state, rule));
}

/// Of these rules the one with the longest rest; ties by their order.
template <class IsOne>
std::optional<std::size_t> longest_rule(const Plan& plan, IsOne is_one) {
    auto fit = std::views::iota(std::size_t{0}, plan.breaks.size()) | std::views::filter(is_one);
    const auto longest =
        std::ranges::max_element(fit, {}, [&](std::size_t r) { return plan.breaks[r].rest; });
    return longest == fit.end() ? std::nullopt : std::optional{*longest};
}

/// A rule that is due, with its reason.
Choice as_due(const State& state, std::size_t rule) {
    return {rule, state.progress[rule].prompts > 0 ? Reason::again : Reason::due,
            state.ledger.now.accounts[rule].due_since.value_or(state.now.at)};
}

/// What input timers count from one instant to another.
Duration awake_between(const State& state, Instant from, Instant until) {
    Duration awake = until - from;
    for (const Period& sleep : state.sleeps)
        awake -= std::max(Duration::zero(), std::min(until, sleep.until) - std::max(from, sleep.from));
    return awake;
}

/// "count": what goes on without input under an inhibitor is forgotten after so long.
constexpr Duration longest_film = std::chrono::hours{2};

/// How long others must be contradicted.
constexpr Duration telling_typing = std::chrono::minutes{2};

} // namespace

std::optional<Absence> absence(const State& state) {
    if (state.sits_here) return std::nullopt;
    if (state.locked) return state.lock_requested ? Absence::lock_request : Absence::lock;
    return state.elsewhere ? std::optional{Absence::other_session} : std::nullopt;
}

const QuietLevel* inhibitor_on(const State& state) {
    const QuietLevel* inhibitor = inhibitor_of(state);
    return inhibitor != nullptr && inhibitor->level == Level::on ? inhibitor : nullptr;
}

bool sees_silence(const State& state) {
    const bool through_inhibitors = !state.sight.blind && !state.sight.can_be_asked;
    return state.presence_known && (through_inhibitors || inhibitor_on(state) == nullptr);
}

Instant believed_until(const Plan& plan, const State& state) {
    const QuietLevel* inhibitor = inhibitor_on(state);
    if (!state.sight.blind || inhibitor == nullptr || plan.breaks.empty()) return never;
    const Duration shortest = std::ranges::min(plan.breaks, {}, &BreakRule::interval).interval;
    return std::max(inhibitor->began, state.input.certain) +
           (plan.passive_screen == PassiveScreen::count ? longest_film : shortest);
}

bool doubted(const Plan& plan, const State& state) {
    return state.presence_known && !state.prompt && !idle_now(state.ledger) &&
           believed_until(plan, state) <= state.now.at;
}

Instant sits_here_at(const State& state) {
    const bool told_away = (state.locked || state.elsewhere) && !state.sits_here && !state.lock_requested;
    if (!told_away || !sees_silence(state) || state.sight.finest > telling_pause || state.asleep ||
        state.unwitnessed) {
        return never;
    }
    const Instant at = std::max(state.others_said, state.input.typing_since) + telling_typing;
    return state.input.silent && at >= state.input.last + telling_pause ? never : at;
}

Instant request_ends_at(const State& state) {
    if (!state.lock_requested || !sees_silence(state) || state.sight.finest > request_pause ||
        state.input.silent || state.asleep || state.unwitnessed) {
        return never;
    }
    return std::max(*state.lock_requested + request_patience, state.input.typing_since) + request_pause;
}

Ground ground_of(const Plan& plan, const State& state) {
    if (state.asleep || absence(state)) return Ground::rest;
    if (state.session) return state.session->paused_at ? Ground::still : Ground::rest;
    if (!state.presence_known || state.outside_hours || state.unwitnessed || doubted(plan, state))
        return Ground::neither;
    return Ground::work;
}

bool at_desk(const Plan& plan, const State& state) {
    return ground_of(plan, state) == Ground::work && !idle_now(state.ledger);
}

bool resting(const Plan& plan, const State& state) {
    return ground_of(plan, state) == Ground::rest || idle_now(state.ledger);
}

bool may_hold(const Plan& plan, std::string_view what) {
    return std::ranges::find(plan.holds, what) != plan.holds.end();
}

note::Held held_by_pause(const Pause& pause) {
    return {"pause", pause.since, pause.until == never ? std::nullopt : std::optional{pause.until}};
}

std::vector<note::Held> holds_on(const Plan& plan, const State& state) {
    std::vector<note::Held> holds;
    if (state.pause) holds.push_back(held_by_pause(*state.pause));
    if (state.outside_hours) holds.push_back({"outside-hours", state.outside_since, {}});
    for (const QuietLevel& level : state.levels) {
        if (level.level == Level::on && may_hold(plan, level.what))
            holds.push_back({level.what, level.since, {}});
    }
    return holds;
}

Duration idle_threshold(const Plan& plan, const State& state) {
    return state.prompt ? std::min(plan.idle_after, plan.breaks[state.prompt->rule].rest) : plan.idle_after;
}

std::optional<IdleCrossing> idle_crossing(const Plan& plan, const State& state) {
    if (!state.input.silent || !state.presence_known) return std::nullopt;
    Instant since = state.input.last;
    if (const QuietLevel* inhibitor = inhibitor_of(state);
        inhibitor != nullptr && plan.passive_screen == PassiveScreen::count) {
        const bool on = inhibitor->level == Level::on;
        const bool idle_before = on && awake_between(state, since, inhibitor->began) >= plan.idle_after;
        if (on && (idle_now(state.ledger) || !idle_before)) {
            const Instant end = since + longest_film;
            return idle_now(state.ledger) ? std::nullopt : std::optional{IdleCrossing{end, end}};
        }
        if (!on) since = std::max(since, inhibitor->since);
    }
    const IdleCrossing whole{since + plan.idle_after, since};
    if (idle_now(state.ledger)) {
        const bool more = state.ledger.idles.back().from > std::max(since, state.ledger.footing.at);
        return more ? std::optional{whole} : std::nullopt;
    }
    const Duration threshold = idle_threshold(plan, state);
    if (threshold < plan.idle_after) {
        const Instant from = std::max(since, state.prompt->shown);
        if (from + threshold < whole.at) return IdleCrossing{from + threshold, from};
    }
    return whole;
}

bool waits(const State& state, std::size_t rule) {
    const std::optional<Instant>& until = state.progress[rule].wait_until;
    return until && *until > state.now.at;
}

bool prompted_for(const State& state, std::size_t rule) {
    return state.prompt && state.prompt->rule == rule;
}

ShowPrompt prompt_shown(const Plan& plan, const State& state) {
    const Prompt& prompt = *state.prompt;
    const BreakRule& rule = plan.breaks[prompt.rule];
    const bool snooze = state.progress[prompt.rule].snoozes < rule.max_snoozes;
    return {
        prompt.id,       rule.name,        prompt.exercise, prompt.reason,
        prompt.shown,    prompt.due_since, prompt.held_by,  snooze ? rule.snooze : std::vector<Duration>{},
        prompt.on_screen};
}

int prompted_today(const State& state, std::size_t rule) {
    const auto today = state.tally.breaks_prompted.find(state.progress[rule].break_id);
    return today == state.tally.breaks_prompted.end() ? 0 : today->second;
}

bool day_full(const Plan& plan, const State& state, std::size_t rule) {
    const std::optional<int>& most = plan.breaks[rule].max_per_day;
    return most && state.progress[rule].prompts == 0 && prompted_today(state, rule) >= *most;
}

bool reached(const Plan& plan, const State& state, std::size_t rule) {
    return active(state, rule) >= plan.breaks[rule].interval;
}

Instant due_at(const Plan& plan, const State& state, std::size_t rule) {
    const Instant at = state.now.at + missing(plan, state, rule);
    return std::max(at, state.progress[rule].wait_until.value_or(the_past));
}

bool is_due(const Plan& plan, const State& state, std::size_t rule) {
    return reached(plan, state, rule) && !waits(state, rule) && !day_full(plan, state, rule);
}

bool may_prompt(const Plan& plan, const State& state) {
    return !state.held && state.now.at >= state.settle_until && state.now.at >= state.grace_until &&
           at_desk(plan, state);
}

std::optional<Choice> choose_rule(const Plan& plan, const State& state) {
    const auto due = [&](std::size_t rule) { return is_due(plan, state, rule); };
    const std::optional<std::size_t> chosen = longest_rule(plan, due);
    if (!chosen) return std::nullopt;
    Choice choice = as_due(state, *chosen);
    const auto soon_due = [&](std::size_t rule) {
        return plan.breaks[rule].rest > plan.breaks[*chosen].rest && !due(rule) && !waits(state, rule) &&
               !day_full(plan, state, rule) && missing(plan, state, rule) <= plan.merge_within;
    };
    if (const std::optional<std::size_t> longer = longest_rule(plan, soon_due)) {
        choice.rule = *longer;
        choice.reason = Reason::merged;
    }
    return choice;
}

std::optional<Choice> replacement(const Plan& plan, const State& state) {
    if (!state.prompt || !may_prompt(plan, state)) return std::nullopt;
    const auto due = [&](std::size_t rule) {
        return plan.breaks[rule].rest > plan.breaks[state.prompt->rule].rest && is_due(plan, state, rule);
    };
    const std::optional<std::size_t> longer = longest_rule(plan, due);
    return longer ? std::optional{as_due(state, *longer)} : std::nullopt;
}

Instant opens_at(const Plan& plan, const State& state) {
    if (state.held || state.session || state.open_since || !at_desk(plan, state)) return never;
    Instant earliest = never;
    for (std::size_t r = 0; r < plan.breaks.size(); ++r) {
        const bool longer = !state.prompt || plan.breaks[r].rest > plan.breaks[state.prompt->rule].rest;
        if (longer && !day_full(plan, state, r)) earliest = std::min(earliest, due_at(plan, state, r));
    }
    if (earliest == never) return never;
    earliest = std::max({earliest, state.settle_until, state.grace_until});
    return earliest > state.now.at ? earliest : never;
}

Instant prompt_at(const Plan& plan, const State& state) {
    const Instant open = state.open_since.value_or(opens_at(plan, state));
    if (open == never || plan.typing_gap == Duration::zero()) return open;
    const Instant latest = open + plan.typing_patience;
    return state.input.silent ? std::min(latest, std::max(open, state.input.last + plan.typing_gap)) : latest;
}

Duration rested_level(const Plan& plan, const Prompt& prompt) {
    return std::min(plan.breaks[prompt.rule].interval, prompt.value);
}

std::optional<std::size_t> next_rule(const Plan& plan, const State& state) {
    Instant earliest = never;
    for (std::size_t r = 0; r < plan.breaks.size(); ++r)
        if (!day_full(plan, state, r)) earliest = std::min(earliest, due_at(plan, state, r));
    return longest_rule(
        plan, [&](std::size_t r) { return !day_full(plan, state, r) && due_at(plan, state, r) == earliest; });
}

std::optional<Waiting> waiting_now(const Plan& plan, const State& state) {
    if (state.session || state.prompt || absence(state) || idle_now(state.ledger) ||
        (!state.held && !at_desk(plan, state))) {
        return std::nullopt;
    }
    const auto ready = [&](std::size_t rule) {
        return reached(plan, state, rule) && !day_full(plan, state, rule);
    };
    const std::optional<std::size_t> longest = longest_rule(plan, ready);
    if (!longest) return std::nullopt;
    const std::optional<Choice> choice = choose_rule(plan, state);
    Waiting waiting;
    waiting.break_id = plan.breaks[choice ? choice->rule : *longest].name;
    if (state.held) {
        const std::vector<note::Held> holds = holds_on(plan, state);
        waiting.hold = holds.front().hold;
        waiting.since = holds.front().since;
        waiting.until = holds.front().until;
    } else if (state.now.at < state.settle_until) {
        waiting.cause = WaitCause::settle;
        waiting.until = state.settle_until;
    } else if (state.now.at < state.grace_until) {
        waiting.cause = WaitCause::return_grace;
        waiting.until = state.grace_until;
    } else if (state.open_since) {
        waiting.cause = WaitCause::typing;
        waiting.until = prompt_at(plan, state);
    } else {
        auto waiting_rules = std::views::iota(std::size_t{0}, plan.breaks.size()) |
                             std::views::filter([&](std::size_t r) { return ready(r) && waits(state, r); });
        // of two waits that end together, the answered break's own one says more
        const auto first = std::ranges::min_element(waiting_rules, {}, [&](std::size_t r) {
            const Progress& progress = state.progress[r];
            return std::pair{progress.wait_until, progress.wait_cause == WaitCause::other_answered};
        });
        if (first != waiting_rules.end()) {
            waiting.cause = state.progress[*first].wait_cause;
            waiting.until = state.progress[*first].wait_until;
        }
    }
    return waiting;
}

int arc_of(const Plan& plan, const State& state, std::size_t rule) {
    const Duration interval = plan.breaks[rule].interval;
    const Duration so_far = std::min(active(state, rule), interval);
    return static_cast<int>(so_far * arc_steps / interval);
}

} // namespace limber
