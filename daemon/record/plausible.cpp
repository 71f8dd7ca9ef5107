// SPDX-License-Identifier: GPL-3.0-or-later
#include "json.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace limber::record {

namespace {

constexpr Duration shortest_span = std::chrono::milliseconds{100};
constexpr Duration longest_span = std::chrono::days{366};
constexpr Duration longest_phase = std::chrono::days{1};
constexpr Duration longest_session = std::chrono::days{30};
constexpr int most_phases = 10'000;
constexpr int most_exercises_at_once = 100;

bool between(Duration value, Duration low, Duration high) {
    return low <= value && value <= high;
}

template <class Phases>
bool lengths_plausible(const Phases& phases) {
    return std::ranges::all_of(
        phases, [](Duration length) { return between(length, Duration::zero(), longest_phase); },
        &Phases::value_type::length);
}

/// Lengths of phases, and how many there will be once repetitions are written out.
bool plausible(const Exercise& exercise) {
    std::int64_t phases = 0;
    for (const Block& block : exercise.blocks) {
        if (block.reps < 0 || !lengths_plausible(block.phases)) return false;
        phases += std::int64_t{block.reps} * std::ssize(block.phases) * (block.mirror ? 2 : 1);
    }
    return phases <= most_phases && length_of(exercise) <= longest_session;
}

bool plausible(const BreakRule& rule) {
    const auto span = [](Duration value) { return between(value, shortest_span, longest_span); };
    return span(rule.interval) && rule.rest > Duration::zero() && rule.rest < rule.interval &&
           span(rule.prompt_timeout) && span(rule.repeat_after) && std::ranges::all_of(rule.snooze, span) &&
           rule.max_snoozes >= 0 && rule.max_prompts >= 1 && rule.max_per_day.value_or(0) >= 0 &&
           rule.exercises.count >= 1 && rule.exercises.count <= most_exercises_at_once;
}

bool plausible(const HoursRange& range) {
    constexpr Duration day = std::chrono::days{1};
    return between(range.from, Duration::zero(), day) && between(range.until, Duration::zero(), day);
}

bool none_below_zero(const std::vector<Duration>& values) {
    return std::ranges::all_of(values, [](Duration value) { return value >= Duration::zero(); });
}

bool fits(const Books& books, std::size_t rules) {
    const auto good = [](const Account& account) { return account.active >= Duration::zero(); };
    if (books.accounts.size() != rules || !std::ranges::all_of(books.accounts, good) ||
        books.clock < Duration::zero()) {
        return false;
    }
    const std::optional<Spell>& spell = books.spell;
    return !spell ||
           (spell->began <= books.at && spell->base.size() == rules && spell->at_start.size() == rules &&
            none_below_zero(spell->base) && none_below_zero(spell->at_start));
}

bool fits(const Ledger& ledger, bool started, std::size_t rules) {
    const bool no_facts = ledger.stretches.empty() && ledger.idles.empty() && ledger.zeroings.empty();
    const bool no_spells = !ledger.now.spell && !ledger.footing.spell;
    // before the start there is nothing behind the books
    const bool footing =
        started ? fits(ledger.footing, rules) && ledger.footing.at <= ledger.now.at : no_facts && no_spells;
    const auto in_order = [](const IdleStretch& idle) { return idle.from <= idle.until; };
    const auto of_a_rule = [rules](const Zeroing& zeroing) { return zeroing.rule < rules; };
    return fits(ledger.now, rules) && footing &&
           std::ranges::is_sorted(ledger.stretches, {}, &Stretch::from) &&
           std::ranges::all_of(ledger.idles, in_order) && std::ranges::all_of(ledger.zeroings, of_a_rule);
}

bool plausible(const Session& session) {
    return !session.phases.empty() && std::ssize(session.phases) <= most_phases &&
           lengths_plausible(session.phases) && length_of(session) <= longest_session;
}

bool plausible(const Period& period) {
    return period.from <= period.until && period.until != never;
}

} // namespace

std::string implausible(const Plan& plan) {
    for (const BreakRule& rule : plan.breaks) {
        const auto same = std::ranges::count(plan.breaks, rule.name, &BreakRule::name);
        if (same != 1 || !plausible(rule)) {
            return "the rule makes no sense: " + rule.name;
        }
    }
    for (const Exercise& exercise : plan.exercises) {
        if (!plausible(exercise)) {
            return "the exercise makes no sense: " + exercise.id;
        }
    }
    const auto span = [](Duration value) { return between(value, Duration::zero(), longest_span); };
    const bool spans = span(plan.merge_within) && span(plan.typing_gap) && span(plan.typing_patience) &&
                       span(plan.settle) && span(plan.return_grace) && span(plan.idle_after);
    if (!spans || plan.idle_after < shortest_span || plan.day_starts < Duration::zero() ||
        plan.day_starts >= std::chrono::days{1}) {
        return "the plan makes no sense";
    }
    for (const std::vector<HoursRange>& day : plan.hours.value_or(Hours{}).days) {
        if (!std::ranges::all_of(day, [](const HoursRange& range) { return plausible(range); })) {
            return "the hours make no sense";
        }
    }
    return {};
}

std::string implausible(const State& state) {
    const std::size_t rules = state.progress.size();
    const auto counts = [](const Progress& progress) {
        return progress.prompts >= 0 && progress.snoozes >= 0;
    };
    const bool prompt =
        !state.prompt || (state.prompt->rule < rules && state.prompt->value >= Duration::zero());
    const auto kept = [&](const KeptRule& rule) {
        return counts(rule.progress) && rule.active >= Duration::zero();
    };
    const bool session = !state.session || plausible(*state.session);
    const bool early = !state.started && (state.prompt || state.session);
    const auto sleeps = [](const Period& sleep) { return plausible(sleep); };
    if (!fits(state.ledger, state.started, rules) || !std::ranges::all_of(state.progress, counts) ||
        !std::ranges::all_of(state.kept, kept) || !prompt || !session || early ||
        !std::ranges::all_of(state.sleeps, sleeps)) {
        return "its parts do not fit together";
    }
    return {};
}

} // namespace limber::record
