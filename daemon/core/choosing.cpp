// SPDX-License-Identifier: GPL-3.0-or-later
#include "choosing.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace limber {

namespace {

using Exercises = std::vector<const Exercise*>;
using Ids = std::vector<std::string>;

/// A break grows to its exercise, up to this (exercise evidence: micro-breaks beyond that are not taken).
constexpr Duration hard_cap = std::chrono::seconds{100};
constexpr std::array<std::string_view, 2> fallbacks{"stand-walk", "eyes-far"};

/// Over how much time at the desk a quota is spread, until ten workdays have told how long they are.
constexpr Duration usual_workday = std::chrono::hours{8};
constexpr std::size_t workdays_kept = 10;
/// Less than an hour is no workday, and no day has more than a day.
constexpr Duration shortest_workday = std::chrono::hours{1};
constexpr Duration longest_workday = std::chrono::hours{24};
constexpr int most_a_day = 1000;
constexpr int skips_until_tomorrow = 2;

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
    const Ids& from = rule.exercises.from;
    return from.empty() || contains(from, exercise.id) || contains(from, exercise.area);
}

/// The median of the last ten workdays.
Duration length_of_a_workday(const Bag& bag) {
    if (bag.workdays.size() < workdays_kept) return usual_workday;
    std::vector<Duration> days = bag.workdays;
    std::ranges::sort(days);
    const std::size_t half = days.size() / 2;
    return std::clamp((days[half - 1] + days[half]) / 2, shortest_workday, longest_workday);
}

ExerciseMemory& remember(Bag& bag, const std::string& id) {
    const auto found = std::ranges::find(bag.memory, id, &ExerciseMemory::id);
    return found != bag.memory.end() ? *found : bag.memory.emplace_back(ExerciseMemory{id, 0, 0, {}});
}

/// Has a quota and rides along: it has no turn in the bag, its quota says when it is due.
bool paced(const Exercise* exercise) {
    return exercise->quota && exercise->ride_along;
}

/// Neither turned down for today, nor done as often as its quota allows, nor too lately for it.
bool available_today(const State& state, const Exercise& exercise) {
    const ExerciseMemory* memory = memory_of(state.bag, exercise.id);
    if (memory == nullptr) return true;
    const bool within_quota =
        !exercise.quota ||
        (memory->done_today < exercise.quota->per_day &&
         (!memory->last_done || state.desk_time - *memory->last_done >= exercise.quota->min_gap));
    return within_quota && memory->skipped_today < skips_until_tomorrow;
}

/// Fewer were done today than the time at the desk asks for. It has a quota.
bool quota_asks_for(const State& state, const Exercise& exercise) {
    const ExerciseMemory* memory = memory_of(state.bag, exercise.id);
    const int done = memory == nullptr ? 0 : memory->done_today;
    const int asked = std::clamp(exercise.quota->per_day, 0, most_a_day);
    const Duration spent =
        std::clamp(state.desk_time - state.bag.day_began, Duration::zero(), longest_workday);
    return done < asked * spent / length_of_a_workday(state.bag);
}

/// Two that are not put together, since they work the same muscles; shoulders and upper back count as one.
bool same_muscles(const Exercise& one, const Exercise& other) {
    constexpr std::array<std::string_view, 2> upper{"shoulders", "upper_back"};
    return one.area == other.area || (contains(upper, one.area) && contains(upper, other.area));
}

/// What this rule may show now, none of `without`, in the plan's order.
Exercises showable(const Plan& plan, const State& state, const BreakRule& rule, const Ids& without) {
    Exercises fit;
    for (const Exercise& exercise : plan.exercises) {
        if (unfit(plan, state.bag, exercise) == Unfit::no && wanted(rule, exercise) &&
            length_of(exercise) <= std::max(rule.rest, hard_cap) && available_today(state, exercise) &&
            !contains(without, exercise.id))
            fit.push_back(&exercise);
    }
    return fit;
}

/// What is paced only if there is nothing else.
Exercises candidates(const Plan& plan, const State& state, const BreakRule& rule, const Ids& without) {
    Exercises fit = showable(plan, state, rule, without);
    if (!std::ranges::all_of(fit, paced)) std::erase_if(fit, paced);
    return fit;
}

/// What its quota says should be done now; null if nothing.
const Exercise* due_by_quota(const Plan& plan, const State& state, const BreakRule& rule,
                             const Ids& without) {
    for (const Exercise* exercise : showable(plan, state, rule, without))
        if (paced(exercise) && quota_asks_for(state, *exercise)) return exercise;
    return nullptr;
}

/// A new round in random order behind what is left of the last one. Who is left keeps that turn as well, so
/// that everybody has the same number of turns in the end.
void begin_round(Bag& bag, Exercises round) {
    std::erase_if(round, [&](const Exercise* e) { return std::ranges::count(bag.ids, e->id) > 1; });
    for (std::size_t i = round.size(); i > 1; --i)
        std::swap(round[i - 1], round[roll(bag.dice) % i]);
    for (const Exercise* exercise : round)
        bag.ids.push_back(exercise->id);
}

/// Whether whole rounds of these can be shown without the same area twice running.
bool balanced(const Exercises& all) {
    return std::ranges::all_of(all, [&](const Exercise* e) {
        const auto count = static_cast<std::size_t>(std::ranges::count(all, e->area, &Exercise::area));
        return count * 2 <= all.size();
    });
}

/// Whether what is left can still be shown without the same area twice running, after one of `area`.
bool can_alternate(const Exercises& left, const std::string& area) {
    return std::ranges::all_of(left, [&](const Exercise* e) {
        const auto count = static_cast<std::size_t>(std::ranges::count(left, e->area, &Exercise::area));
        return count <= (left.size() + (e->area == area ? 0 : 1)) / 2;
    });
}

/// The first in the bag whose area was not shown lately (the longer ago, the better) and that leaves no two
/// of one area for the end.
std::string walk(const Bag& bag, const Exercises& fit) {
    Exercises held;
    for (const std::string& id : bag.ids) {
        const auto found = std::ranges::find(fit, id, &Exercise::id);
        if (found != fit.end()) held.push_back(*found);
    }
    const auto shown_lately = [&](const Exercise* e, std::size_t spacing) {
        const auto lately = bag.last_areas.end() - static_cast<std::ptrdiff_t>(spacing);
        return std::find(lately, bag.last_areas.end(), e->area) != bag.last_areas.end();
    };
    for (const bool far_sighted : {true, false}) {
        const std::size_t nearest = far_sighted ? std::min<std::size_t>(1, bag.last_areas.size()) : 0;
        for (std::size_t spacing = bag.last_areas.size() + 1; spacing-- > nearest;) {
            for (const Exercise* exercise : held) {
                if (shown_lately(exercise, spacing)) continue;
                Exercises left = held;
                left.erase(std::ranges::find(left, exercise));
                if (!far_sighted || can_alternate(left, exercise->area)) return exercise->id;
            }
        }
    }
    return {};
}

/// The next one out of these, of which there is one, in the order of the bag; not the same twice running,
/// unless it is the only one left.
std::string take(const Plan& plan, State& state, const BreakRule& rule, Exercises choice) {
    Bag& bag = state.bag;
    if (choice.size() > 1) std::erase_if(choice, [&](const Exercise* e) { return e->id == bag.last_shown; });
    if (paced(choice.front())) return choice.front()->id;
    const Exercises all = candidates(plan, state, rule, {});
    if (std::ranges::none_of(choice, [&](const Exercise* e) { return contains(bag.ids, e->id); }))
        begin_round(bag, all);
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

std::string fallback(const Plan& plan, const State& state, const Ids& without) {
    for (const std::string_view id : fallbacks) {
        if (suits(plan, state.bag, id) && !contains(without, id)) return std::string{id};
    }
    return {};
}

/// What a session may go on with after `chosen`: another area if there is one, and such that time is left for
/// leaving the desk if that can be. Empty: nothing fits.
Exercises continuations(const Plan& plan, const State& state, const BreakRule& rule, const Ids& chosen,
                        Duration so_far) {
    Exercises fit = candidates(plan, state, rule, chosen);
    std::erase_if(fit, paced);
    const auto used = [&](const Exercise* e) {
        return std::ranges::any_of(
            chosen, [&](const std::string& id) { return find_exercise(plan, id)->area == e->area; });
    };
    for (const bool new_area : {true, false}) {
        for (const Duration most : {rule.rest - shortest_leave, rule.rest + hard_cap}) {
            Exercises good = fit;
            std::erase_if(good, [&](const Exercise* e) {
                return so_far + length_of(*e) > most || (new_area && used(e));
            });
            if (!good.empty()) return good;
        }
    }
    return {};
}

const Exercise* longest_of(const Exercises& exercises) {
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
    Ids chosen{first.id};
    Duration total = length_of(first);
    Exercises riders = showable(plan, state, rule, chosen);
    std::erase_if(riders, [&](const Exercise* e) { return !paced(e) || !rides_with(rule, first, *e); });
    if (const Exercise* rider = longest_of(riders)) total += length_of(*rider);
    for (int more = rule.exercises.count - 1; more > 0; --more) {
        const Exercise* next = longest_of(continuations(plan, state, rule, chosen, total));
        if (next == nullptr) break;
        chosen.push_back(next->id);
        total += length_of(*next);
    }
    return total;
}

} // namespace

const ExerciseMemory* memory_of(const Bag& bag, const std::string& id) {
    const auto found = std::ranges::find(bag.memory, id, &ExerciseMemory::id);
    return found == bag.memory.end() ? nullptr : &*found;
}

Unfit unfit(const Plan& plan, const Bag& bag, const Exercise& exercise) {
    const Person& person = plan.person;
    if (share(exercise.avoid_if, person.health)) return Unfit::health;
    if (contains(person.exclude, exercise.id) || contains(person.exclude, exercise.area))
        return Unfit::excluded;
    if (!contains(exercise.places, person.place)) return Unfit::place;
    if (!contains(exercise.positions, "any") && !share(exercise.positions, person.positions))
        return Unfit::position;
    if (contains(bag.never, exercise.id)) return Unfit::never_again;
    return Unfit::no;
}

bool suits(const Plan& plan, const Bag& bag, std::string_view id) {
    const Exercise* exercise = find_exercise(plan, id);
    return exercise != nullptr && unfit(plan, bag, *exercise) == Unfit::no;
}

std::string choose(const Plan& plan, State& state, const BreakRule& rule, const Ids& without) {
    Exercises fit = candidates(plan, state, rule, without);
    if (fit.empty()) return fallback(plan, state, without);
    std::string main = take(plan, state, rule, fit);
    const Exercise* due = due_by_quota(plan, state, rule, without);
    const auto cannot_carry = [&](const Exercise* e) { return same_muscles(*e, *due); };
    if (due == nullptr || !cannot_carry(find_exercise(plan, main))) return main;
    if (due->id != state.bag.last_shown) return due->id;
    std::erase_if(fit, cannot_carry);
    return fit.empty() ? main : take(plan, state, rule, fit);
}

Duration longest_session(const Plan& plan, const BreakRule& rule) {
    const State fresh;
    Exercises firsts = candidates(plan, fresh, rule, {});
    if (firsts.empty()) {
        if (const Exercise* only = find_exercise(plan, fallback(plan, fresh, {}))) firsts.push_back(only);
    }
    Duration longest = rule.rest;
    for (const Exercise* first : firsts)
        longest = std::max(longest, longest_set(plan, fresh, rule, *first));
    return longest;
}

Ids compose(const Plan& plan, State& state, const BreakRule& rule, const std::string& first) {
    const Exercise* exercise = find_exercise(plan, first);
    if (exercise == nullptr) return {};
    Ids chosen;
    Duration total{};
    const auto add = [&](const Exercise& one) {
        chosen.push_back(one.id);
        total += length_of(one);
        if (state.bag.last_shown != one.id) exercise_shown(plan, state, one.id);
    };
    add(*exercise);
    auto count = static_cast<std::size_t>(rule.exercises.count);
    const Exercise* due = due_by_quota(plan, state, rule, chosen);
    if (due != nullptr && rides_with(rule, *exercise, *due)) {
        add(*due);
        ++count;
    }
    while (chosen.size() < count) {
        const Exercises good = continuations(plan, state, rule, chosen, total);
        if (good.empty()) break;
        add(*find_exercise(plan, take(plan, state, rule, good)));
    }
    return chosen;
}

void begin_day(State& state) {
    Bag& bag = state.bag;
    const Duration spent = state.desk_time - bag.day_began;
    if (spent >= shortest_workday && spent <= longest_workday) bag.workdays.push_back(spent);
    if (bag.workdays.size() > workdays_kept) bag.workdays.erase(bag.workdays.begin());
    bag.day_began = state.desk_time;
    for (ExerciseMemory& memory : bag.memory) {
        memory.skipped_today = 0;
        memory.done_today = 0;
    }
}

void exercise_shown(const Plan& plan, State& state, const std::string& id) {
    const Exercise* exercise = find_exercise(plan, id);
    if (exercise == nullptr) return;
    state.bag.last_shown = id;
    if (paced(exercise)) {
        return; // it comes so often that others of its area would hardly ever be far enough from it
    }
    state.bag.last_areas.push_back(exercise->area);
    if (state.bag.last_areas.size() > 2) state.bag.last_areas.erase(state.bag.last_areas.begin());
}

void exercise_done(State& state, const std::string& id) {
    Ids& ids = state.bag.ids;
    if (const auto turn = std::ranges::find(ids, id); turn != ids.end()) ids.erase(turn);
    ExerciseMemory& memory = remember(state.bag, id);
    ++memory.done_today;
    memory.last_done = state.desk_time;
}

void exercise_skipped(State& state, const std::string& id) {
    if (id.empty()) return;
    if (++remember(state.bag, id).skipped_today >= skips_until_tomorrow) {
        std::erase(state.bag.ids, id);
    } else {
        exercise_passed_over(state, id);
    }
}

void exercise_passed_over(State& state, const std::string& id) {
    Ids& ids = state.bag.ids;
    if (const auto turn = std::ranges::find(ids, id); turn != ids.end())
        std::rotate(turn, turn + 1, ids.end());
}

void exercise_never(State& state, const std::string& id) {
    if (id.empty()) return;
    std::erase(state.bag.ids, id);
    if (std::ranges::find(state.bag.never, id) == state.bag.never.end()) state.bag.never.push_back(id);
}

bool exercise_allowed(State& state, const std::string& id) {
    if (id.empty()) return !std::exchange(state.bag.never, {}).empty();
    return std::erase(state.bag.never, id) > 0;
}

} // namespace limber
