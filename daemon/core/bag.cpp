// SPDX-License-Identifier: GPL-3.0-or-later
#include "choosing.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <utility>
#include <vector>

namespace limber {

namespace {

/// Over how much time at the desk a quota is spread, until ten workdays have told how long they are.
constexpr Duration usual_workday = std::chrono::hours{8};
constexpr std::size_t workdays_kept = 10;
/// Less than an hour is no workday, and no day has more than a day.
constexpr Duration shortest_workday = std::chrono::hours{1};
constexpr Duration longest_workday = std::chrono::hours{24};
constexpr int most_a_day = 1000;
constexpr int skips_until_tomorrow = 2;

Duration spent_today(const State& state) {
    return std::clamp(state.desk_time - state.bag.day_began, Duration::zero(), longest_workday);
}

/// The median of the last ten workdays.
Duration length_of_a_workday(const Bag& bag) {
    if (bag.workdays.size() < workdays_kept) {
        return usual_workday;
    }
    std::vector<Duration> days = bag.workdays;
    std::ranges::sort(days);
    const std::size_t half = days.size() / 2;
    return std::clamp((days[half - 1] + days[half]) / 2, shortest_workday, longest_workday);
}

ExerciseMemory& remember(Bag& bag, const std::string& id) {
    const auto found = std::ranges::find(bag.memory, id, &ExerciseMemory::id);
    return found != bag.memory.end() ? *found : bag.memory.emplace_back(ExerciseMemory{id, 0, 0, {}});
}

} // namespace

const ExerciseMemory* memory_of(const Bag& bag, const std::string& id) {
    const auto found = std::ranges::find(bag.memory, id, &ExerciseMemory::id);
    return found == bag.memory.end() ? nullptr : &*found;
}

bool paced(const Exercise& exercise) {
    return exercise.quota && exercise.ride_along;
}

bool available_today(const State& state, const Exercise& exercise) {
    const ExerciseMemory* memory = memory_of(state.bag, exercise.id);
    if (memory == nullptr) {
        return true;
    }
    const bool within_quota =
        !exercise.quota ||
        (memory->done_today < exercise.quota->per_day &&
         (!memory->last_done || state.desk_time - *memory->last_done >= exercise.quota->min_gap));
    return within_quota && memory->skipped_today < skips_until_tomorrow;
}

bool quota_asks_for(const State& state, const Exercise& exercise) {
    const ExerciseMemory* memory = memory_of(state.bag, exercise.id);
    const int done = memory == nullptr ? 0 : memory->done_today;
    const int wanted = std::clamp(exercise.quota->per_day, 0, most_a_day);
    return done < wanted * spent_today(state) / length_of_a_workday(state.bag);
}

bool same_muscles(const Exercise& one, const Exercise& other) {
    constexpr std::array<std::string_view, 2> upper{"shoulders", "upper_back"};
    const auto in_upper = [&](const Exercise& e) { return std::ranges::find(upper, e.area) != upper.end(); };
    return one.area == other.area || (in_upper(one) && in_upper(other));
}

void begin_day(State& state) {
    Bag& bag = state.bag;
    const Duration spent = state.desk_time - bag.day_began;
    if (spent >= shortest_workday && spent <= longest_workday) {
        bag.workdays.push_back(spent);
    }
    if (bag.workdays.size() > workdays_kept) {
        bag.workdays.erase(bag.workdays.begin());
    }
    bag.day_began = state.desk_time;
    for (ExerciseMemory& memory : bag.memory) {
        memory.skipped_today = 0;
        memory.done_today = 0;
    }
}

void exercise_shown(const Plan& plan, State& state, const std::string& id) {
    const Exercise* exercise = find_exercise(plan, id);
    if (exercise == nullptr) {
        return;
    }
    state.bag.last_shown = id;
    if (paced(*exercise)) {
        return; // it comes so often that others of its area would hardly ever be far enough from it
    }
    state.bag.last_areas.push_back(exercise->area);
    if (state.bag.last_areas.size() > 2) {
        state.bag.last_areas.erase(state.bag.last_areas.begin());
    }
}

void exercise_done(State& state, const std::string& id) {
    std::vector<std::string>& ids = state.bag.ids;
    if (const auto turn = std::ranges::find(ids, id); turn != ids.end()) {
        ids.erase(turn);
    }
    ExerciseMemory& memory = remember(state.bag, id);
    ++memory.done_today;
    memory.last_done = state.desk_time;
}

void exercise_skipped(State& state, const std::string& id) {
    if (id.empty()) {
        return;
    }
    if (++remember(state.bag, id).skipped_today >= skips_until_tomorrow) {
        std::erase(state.bag.ids, id);
    } else {
        exercise_passed_over(state, id);
    }
}

void exercise_passed_over(State& state, const std::string& id) {
    std::vector<std::string>& ids = state.bag.ids;
    if (const auto turn = std::ranges::find(ids, id); turn != ids.end()) {
        std::rotate(turn, turn + 1, ids.end());
    }
}

void exercise_never(State& state, const std::string& id) {
    if (id.empty()) {
        return;
    }
    std::erase(state.bag.ids, id);
    if (std::ranges::find(state.bag.never, id) == state.bag.never.end()) {
        state.bag.never.push_back(id);
    }
}

bool exercise_allowed(State& state, const std::string& id) {
    if (id.empty()) {
        return !std::exchange(state.bag.never, {}).empty();
    }
    return std::erase(state.bag.never, id) > 0;
}

} // namespace limber
