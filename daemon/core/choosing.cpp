// SPDX-License-Identifier: GPL-3.0-or-later
#include "choosing.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace limber {

namespace {

/// A break grows to its exercise, up to this (exercise evidence: micro-breaks beyond that are not taken).
constexpr Duration hard_cap = std::chrono::seconds{100};
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

bool wanted(const BreakRule& rule, const Exercise& exercise) {
    const std::vector<std::string>& from = rule.exercises.from;
    return from.empty() || contains(from, exercise.id) || contains(from, exercise.area);
}

bool may_show(const Plan& plan, const State& state, const BreakRule& rule, const Exercise& exercise) {
    return unfit(plan, state.bag, exercise) == Unfit::no && wanted(rule, exercise) &&
           length_of(exercise) <= std::max(rule.rest, hard_cap) && available_today(state, exercise);
}

bool is_paced(const Exercise* exercise) {
    return paced(*exercise);
}

/// Everything this rule may show now, in the plan's order; what is paced only if there is nothing else.
std::vector<const Exercise*> candidates(const Plan& plan, const State& state, const BreakRule& rule,
                                        const std::vector<std::string>& without) {
    std::vector<const Exercise*> fit;
    for (const Exercise& exercise : plan.exercises) {
        if (may_show(plan, state, rule, exercise) && !contains(without, exercise.id)) {
            fit.push_back(&exercise);
        }
    }
    if (!std::ranges::all_of(fit, is_paced)) {
        std::erase_if(fit, is_paced);
    }
    return fit;
}

/// What its quota says should be done now; null if nothing.
const Exercise* due_by_quota(const Plan& plan, const State& state, const BreakRule& rule,
                             const std::vector<std::string>& without) {
    const auto found = std::ranges::find_if(plan.exercises, [&](const Exercise& exercise) {
        return paced(exercise) && may_show(plan, state, rule, exercise) && quota_asks_for(state, exercise) &&
               !contains(without, exercise.id);
    });
    return found == plan.exercises.end() ? nullptr : &*found;
}

/// Not the same twice running, unless it is the only one left.
std::vector<const Exercise*> another_than(const std::string& last, std::vector<const Exercise*> fit) {
    if (fit.size() > 1) {
        std::erase_if(fit, [&](const Exercise* e) { return e->id == last; });
    }
    return fit;
}

/// A new round in random order behind what is left of the last one. Who is left keeps that turn as well, so
/// that everybody has the same number of turns in the end.
void begin_round(Bag& bag, std::vector<const Exercise*> round) {
    std::erase_if(round, [&](const Exercise* e) { return std::ranges::count(bag.ids, e->id) > 1; });
    for (std::size_t i = round.size(); i > 1; --i) {
        std::swap(round[i - 1], round[roll(bag.dice) % i]);
    }
    for (const Exercise* exercise : round) {
        bag.ids.push_back(exercise->id);
    }
}

/// Whether whole rounds of these can be shown without the same area twice running.
bool balanced(const std::vector<const Exercise*>& all) {
    return std::ranges::all_of(all, [&](const Exercise* e) {
        const auto count = static_cast<std::size_t>(std::ranges::count(all, e->area, &Exercise::area));
        return count * 2 <= all.size();
    });
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
                left.erase(std::ranges::find(left, exercise));
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

/// The next one out of `fit`, which is not empty, in the order of the bag.
std::string take(const Plan& plan, State& state, const BreakRule& rule,
                 const std::vector<const Exercise*>& fit) {
    Bag& bag = state.bag;
    const std::vector<const Exercise*> choice = another_than(bag.last_shown, fit);
    if (paced(*choice.front())) {
        return choice.front()->id;
    }
    const std::vector<const Exercise*> all = candidates(plan, state, rule, {});
    if (std::ranges::none_of(choice, [&](const Exercise* e) { return contains(bag.ids, e->id); })) {
        begin_round(bag, all);
    }
    std::string id = walk(bag, choice);
    const auto repeats = [&](const std::string& area) {
        return !bag.last_areas.empty() && area == bag.last_areas.back();
    };
    if (repeats(find_exercise(plan, id)->area) && balanced(all) &&
        !std::ranges::all_of(choice, repeats, &Exercise::area)) {
        // what was skipped or added has left one area alone in the bag
        begin_round(bag, all);
        id = walk(bag, choice);
    }
    return id;
}

std::string fallback(const Plan& plan, const State& state, const std::vector<std::string>& without) {
    for (const std::string_view id : fallbacks) {
        if (suits(plan, state.bag, id) && !contains(without, id)) {
            return std::string{id};
        }
    }
    return {};
}

/// What a session may go on with after `chosen`: another area if there is one, and such that time is left for
/// leaving the desk if that can be. Empty: nothing fits.
std::vector<const Exercise*> continuations(const Plan& plan, const State& state, const BreakRule& rule,
                                           const std::vector<std::string>& chosen, Duration so_far) {
    std::vector<const Exercise*> fit = candidates(plan, state, rule, chosen);
    std::erase_if(fit, is_paced);
    const auto used = [&](const Exercise* e) {
        return std::ranges::any_of(
            chosen, [&](const std::string& id) { return find_exercise(plan, id)->area == e->area; });
    };
    for (const bool new_area : {true, false}) {
        for (const Duration most : {rule.rest - shortest_leave, rule.rest + hard_cap}) {
            std::vector<const Exercise*> good = fit;
            std::erase_if(good, [&](const Exercise* e) {
                return so_far + length_of(*e) > most || (new_area && used(e));
            });
            if (!good.empty()) {
                return good;
            }
        }
    }
    return {};
}

const Exercise* longest_of(const std::vector<const Exercise*>& exercises) {
    const auto longest =
        std::ranges::max_element(exercises, {}, [](const Exercise* e) { return length_of(*e); });
    return longest == exercises.end() ? nullptr : *longest;
}

/// Whether `rider` may be added to a session of `first`.
bool rides_with(const BreakRule& rule, const Exercise& first, const Exercise& rider) {
    return !same_muscles(first, rider) && length_of(first) + length_of(rider) <= rule.rest + hard_cap;
}

/// As compose(), the longest taken each time.
Duration longest_set(const Plan& plan, const State& state, const BreakRule& rule, const Exercise& first) {
    std::vector<std::string> chosen{first.id};
    Duration total = length_of(first);
    std::vector<const Exercise*> riders;
    for (const Exercise& exercise : plan.exercises) {
        if (exercise.id != first.id && paced(exercise) && may_show(plan, state, rule, exercise) &&
            rides_with(rule, first, exercise)) {
            riders.push_back(&exercise);
        }
    }
    if (const Exercise* rider = longest_of(riders)) {
        total += length_of(*rider);
    }
    for (int more = rule.exercises.count - 1; more > 0; --more) {
        const Exercise* next = longest_of(continuations(plan, state, rule, chosen, total));
        if (next == nullptr) {
            break;
        }
        chosen.push_back(next->id);
        total += length_of(*next);
    }
    return total;
}

} // namespace

Unfit unfit(const Plan& plan, const Bag& bag, const Exercise& exercise) {
    const Person& person = plan.person;
    if (share(exercise.avoid_if, person.health)) {
        return Unfit::health;
    }
    if (contains(person.exclude, exercise.id) || contains(person.exclude, exercise.area)) {
        return Unfit::excluded;
    }
    if (!contains(exercise.places, person.place)) {
        return Unfit::place;
    }
    if (!contains(exercise.positions, "any") && !share(exercise.positions, person.positions)) {
        return Unfit::position;
    }
    if (contains(bag.never, exercise.id)) {
        return Unfit::never_again;
    }
    return Unfit::no;
}

bool suits(const Plan& plan, const Bag& bag, std::string_view id) {
    const Exercise* exercise = find_exercise(plan, id);
    return exercise != nullptr && unfit(plan, bag, *exercise) == Unfit::no;
}

std::string choose(const Plan& plan, State& state, const BreakRule& rule,
                   const std::vector<std::string>& without) {
    std::vector<const Exercise*> fit = candidates(plan, state, rule, without);
    if (fit.empty()) {
        return fallback(plan, state, without);
    }
    std::string main = take(plan, state, rule, fit);
    const Exercise* due = due_by_quota(plan, state, rule, without);
    const auto cannot_carry = [&](const Exercise* e) { return same_muscles(*e, *due); };
    if (due == nullptr || !cannot_carry(find_exercise(plan, main))) {
        return main;
    }
    if (due->id != state.bag.last_shown) {
        return due->id;
    }
    std::erase_if(fit, cannot_carry);
    return fit.empty() ? main : take(plan, state, rule, fit);
}

Duration longest_session(const Plan& plan, const BreakRule& rule) {
    const State fresh;
    std::vector<const Exercise*> firsts = candidates(plan, fresh, rule, {});
    if (firsts.empty()) {
        if (const Exercise* only = find_exercise(plan, fallback(plan, fresh, {}))) {
            firsts.push_back(only);
        }
    }
    Duration longest = rule.rest;
    for (const Exercise* first : firsts) {
        longest = std::max(longest, longest_set(plan, fresh, rule, *first));
    }
    return longest;
}

std::vector<std::string> compose(const Plan& plan, State& state, const BreakRule& rule,
                                 const std::string& first) {
    const Exercise* exercise = find_exercise(plan, first);
    if (exercise == nullptr) {
        return {};
    }
    std::vector<std::string> chosen;
    Duration total{};
    const auto add = [&](const Exercise& one) {
        chosen.push_back(one.id);
        total += length_of(one);
        if (state.bag.last_shown != one.id) {
            exercise_shown(plan, state, one.id);
        }
    };
    add(*exercise);
    auto count = static_cast<std::size_t>(rule.exercises.count);
    const Exercise* due = due_by_quota(plan, state, rule, chosen);
    if (due != nullptr && rides_with(rule, *exercise, *due)) {
        add(*due);
        ++count;
    }
    while (chosen.size() < count) {
        const std::vector<const Exercise*> good = continuations(plan, state, rule, chosen, total);
        if (good.empty()) {
            break;
        }
        add(*find_exercise(plan, take(plan, state, rule, good)));
    }
    return chosen;
}

} // namespace limber
