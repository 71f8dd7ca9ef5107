// SPDX-License-Identifier: GPL-3.0-or-later
#include "choosing.hpp"

#include <algorithm>
#include <array>

namespace limber {

namespace {

constexpr Duration hard_cap = std::chrono::seconds{100};
constexpr int skips_until_tomorrow = 2;
constexpr std::array<std::string_view, 2> fallbacks{"stand-walk", "eyes-far"};

template <class Range, class Value>
bool contains(const Range& range, const Value& value) {
    return std::ranges::find(range, value) != std::ranges::end(range);
}

template <class A, class B>
bool share(const A& a, const B& b) {
    return std::ranges::any_of(a, [&](const auto& value) { return contains(b, value); });
}

/// SplitMix64 (Steele, Lea, Flood 2014): one word of state, good enough to shuffle.
std::uint64_t roll(std::uint64_t& dice) {
    std::uint64_t z = (dice += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

ExerciseMemory& remember(Bag& bag, const std::string& id) {
    const auto found = std::ranges::find(bag.memory, id, &ExerciseMemory::id);
    if (found != bag.memory.end()) {
        return *found;
    }
    return bag.memory.emplace_back(ExerciseMemory{id, 0, 0, {}});
}

const ExerciseMemory* recall(const Bag& bag, const std::string& id) {
    const auto found = std::ranges::find(bag.memory, id, &ExerciseMemory::id);
    return found == bag.memory.end() ? nullptr : &*found;
}

bool available_now(const State& state, const Exercise& exercise) {
    const ExerciseMemory* memory = recall(state.bag, exercise.id);
    if (memory == nullptr) {
        return true;
    }
    if (memory->skipped_today >= skips_until_tomorrow) {
        return false;
    }
    if (!exercise.quota) {
        return true;
    }
    return memory->done_today < exercise.quota->per_day &&
           (!memory->last_done || state.desk_time - *memory->last_done >= exercise.quota->min_gap);
}

bool wanted(const BreakRule& rule, const Exercise& exercise) {
    const std::vector<std::string>& from = rule.exercises.from;
    return from.empty() || contains(from, exercise.id) || contains(from, exercise.area);
}

/// Everything this rule may show now, in the plan's order.
std::vector<const Exercise*> candidates(const Plan& plan, const State& state, const BreakRule& rule,
                                        const std::vector<std::string>& without) {
    std::vector<const Exercise*> fit;
    for (const Exercise& exercise : plan.exercises) {
        if (unfit(plan, state.bag, exercise) == Unfit::no && wanted(rule, exercise) &&
            length_of(exercise) <= longest_exercise(rule) && available_now(state, exercise) &&
            !contains(without, exercise.id)) {
            fit.push_back(&exercise);
        }
    }
    return fit;
}

/// Not the same twice running, unless it is the only one left.
std::vector<const Exercise*> another_than(const std::string& last, std::vector<const Exercise*> fit) {
    if (fit.size() > 1) {
        std::erase_if(fit, [&](const Exercise* e) { return e->id == last; });
    }
    return fit;
}

/// A new round: what is not in the bag goes behind what is, in random order.
void refill(State& state, std::vector<const Exercise*> missing) {
    for (std::size_t i = missing.size(); i > 1; --i) {
        std::swap(missing[i - 1], missing[roll(state.bag.dice) % i]);
    }
    for (const Exercise* exercise : missing) {
        state.bag.ids.push_back(exercise->id);
    }
}

/// Whether what is left can still be shown without the same area twice running, after one of `area`.
bool can_alternate(const std::vector<const Exercise*>& left, const std::string& area) {
    return std::ranges::all_of(left, [&](const Exercise* e) {
        const auto count = static_cast<std::size_t>(std::ranges::count(left, e->area, &Exercise::area));
        return count <= (left.size() + (e->area == area ? 0 : 1)) / 2;
    });
}

/// The first in the bag whose area was not shown lately (the longer ago, the better) and that leaves no two
/// of one area for the end.
std::string walk(const Bag& bag, const std::vector<const Exercise*>& fit) {
    std::vector<const Exercise*> held;
    for (const std::string& id : bag.ids) {
        const auto found = std::ranges::find(fit, id, &Exercise::id);
        if (found != fit.end()) {
            held.push_back(*found);
        }
    }
    const auto shown_lately = [&](const Exercise* e, std::size_t spacing) {
        const auto lately = bag.last_areas.end() - static_cast<std::ptrdiff_t>(spacing);
        return std::find(lately, bag.last_areas.end(), e->area) != bag.last_areas.end();
    };
    for (const bool far_sighted : {true, false}) {
        for (std::size_t spacing = bag.last_areas.size() + 1; spacing-- > 0;) {
            for (const Exercise* exercise : held) {
                if (shown_lately(exercise, spacing)) {
                    continue;
                }
                std::vector<const Exercise*> left = held;
                std::erase(left, exercise);
                if (!far_sighted || can_alternate(left, exercise->area)) {
                    return exercise->id;
                }
            }
            if (far_sighted && spacing == 1) {
                break;
            }
        }
    }
    return {};
}

std::string fallback(const Plan& plan, const State& state, const std::vector<std::string>& without) {
    for (const std::string_view id : fallbacks) {
        const Exercise* exercise = find_exercise(plan, id);
        if (exercise != nullptr && unfit(plan, state.bag, *exercise) == Unfit::no &&
            !contains(without, exercise->id)) {
            return exercise->id;
        }
    }
    return {};
}

void to_the_back(Bag& bag, const std::string& id) {
    const auto found = std::ranges::find(bag.ids, id);
    if (found != bag.ids.end()) {
        std::rotate(found, found + 1, bag.ids.end());
    }
}

} // namespace

Unfit unfit(const Plan& plan, const Bag& bag, const Exercise& exercise) {
    const Person& person = plan.person;
    if (share(exercise.avoid_if, person.health)) {
        return Unfit::health;
    }
    if (!contains(exercise.places, person.place)) {
        return Unfit::place;
    }
    if (!contains(exercise.positions, "any") && !share(exercise.positions, person.positions)) {
        return Unfit::position;
    }
    if (contains(person.exclude, exercise.id) || contains(person.exclude, exercise.area)) {
        return Unfit::excluded;
    }
    if (contains(bag.never, exercise.id)) {
        return Unfit::never_again;
    }
    return Unfit::no;
}

Duration longest_exercise(const BreakRule& rule) {
    return std::max(rule.rest, hard_cap);
}

std::string choose(const Plan& plan, State& state, const BreakRule& rule,
                   const std::vector<std::string>& without) {
    const std::vector<const Exercise*> fit = candidates(plan, state, rule, without);
    if (fit.empty()) {
        return fallback(plan, state, without);
    }
    const std::vector<const Exercise*> choice = another_than(state.bag.last_shown, fit);
    const auto in_bag = [&](const Exercise* e) { return contains(state.bag.ids, e->id); };
    if (std::ranges::none_of(choice, in_bag)) {
        std::vector<const Exercise*> missing = fit;
        std::erase_if(missing, in_bag);
        refill(state, std::move(missing));
    }
    return walk(state.bag, choice);
}

std::vector<std::string> compose(const Plan& plan, State& state, const BreakRule& rule,
                                 const std::string& first) {
    std::vector<std::string> chosen;
    if (first.empty()) {
        return chosen;
    }
    chosen.push_back(first);
    const Exercise* exercise = find_exercise(plan, first);
    Duration total = exercise == nullptr ? Duration::zero() : length_of(*exercise);
    const Bag before = state.bag;
    exercise_shown(plan, state, first);
    while (std::cmp_less(chosen.size(), rule.exercises.count)) {
        const std::string next = choose(plan, state, rule, chosen);
        exercise = find_exercise(plan, next);
        if (exercise == nullptr || total + length_of(*exercise) > rule.rest + hard_cap) {
            break;
        }
        total += length_of(*exercise);
        chosen.push_back(next);
        exercise_shown(plan, state, next);
    }
    // what was shown last is the prompt's business; the dice and the bag's new round stay
    state.bag.last_areas = before.last_areas;
    state.bag.last_shown = before.last_shown;
    return chosen;
}

void exercise_shown(const Plan& plan, State& state, const std::string& id) {
    const Exercise* exercise = find_exercise(plan, id);
    if (exercise == nullptr) {
        return;
    }
    state.bag.last_shown = id;
    state.bag.last_areas.push_back(exercise->area);
    if (state.bag.last_areas.size() > 2) {
        state.bag.last_areas.erase(state.bag.last_areas.begin());
    }
}

void exercise_done(State& state, const std::string& id) {
    if (id.empty()) {
        return;
    }
    std::erase(state.bag.ids, id);
    ExerciseMemory& memory = remember(state.bag, id);
    ++memory.done_today;
    memory.last_done = state.desk_time;
}

void exercise_skipped(State& state, const std::string& id) {
    if (id.empty()) {
        return;
    }
    ExerciseMemory& memory = remember(state.bag, id);
    if (++memory.skipped_today >= skips_until_tomorrow) {
        std::erase(state.bag.ids, id);
    } else {
        to_the_back(state.bag, id);
    }
}

void exercise_passed_over(State& state, const std::string& id) {
    to_the_back(state.bag, id);
}

void exercise_never(State& state, const std::string& id) {
    if (id.empty()) {
        return;
    }
    std::erase(state.bag.ids, id);
    if (!contains(state.bag.never, id)) {
        state.bag.never.push_back(id);
    }
}

bool exercise_allowed(State& state, const std::string& id) {
    if (id.empty()) {
        const bool any = !state.bag.never.empty();
        state.bag.never.clear();
        return any;
    }
    return std::erase(state.bag.never, id) > 0;
}

void begin_day(Bag& bag) {
    for (ExerciseMemory& memory : bag.memory) {
        memory.skipped_today = 0;
        memory.done_today = 0;
    }
}

} // namespace limber
