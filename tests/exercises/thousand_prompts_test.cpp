// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand prompts with the shipped exercises. What they should be is worked out here from the numbers
// alone: one turn each a round, ten squeezes over a day's time at the desk.
#include "catalogue.hpp"
#include "observed_day.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;
using namespace std::chrono_literals;

namespace {

constexpr int prompts_wanted = 1000;

/// One prompt that was answered with start.
struct Shown {
    int day = 0;
    Duration time_of_day{}; ///< at the desk on that day so far
    std::vector<std::string> ids;
    std::vector<std::string> bag; ///< turns left, this one's included

    [[nodiscard]] bool squeezes() const { return std::ranges::find(ids, squeeze) != ids.end(); }
};

struct Months {
    std::vector<Shown> prompts;
    std::vector<Duration> days; ///< time at the desk on each
};

/// Workdays of different lengths until there were a thousand prompts, each done.
Months live(const Plan& plan, std::uint64_t seed) {
    Months months;
    ObservedDay day(plan, seed, does_it);
    for (int i = 0; day.sessions.size() < prompts_wanted; ++i) {
        const std::size_t from = day.sessions.size();
        const Duration began = day.desk.state().desk_time;
        day.work(7h + std::chrono::minutes{(i * 37) % 120});
        for (std::size_t s = from; s < day.sessions.size(); ++s) {
            const Opened& one = day.sessions[s];
            months.prompts.push_back({i, one.desk_time - began, one.session.exercises, one.bag});
        }
        day.desk.tell(Locked{});
        day.desk.pass(std::chrono::hours{24} * (i + 1));
        day.desk.tell(Unlocked{});
        months.days.push_back(day.desk.state().desk_time - began);
    }
    return months;
}

/// The law of the squeeze, told once more: at a prompt it is due when fewer were done than ten times the
/// day's part that is over, and the last one is twenty minutes at the desk ago.
std::vector<bool> squeezes_expected(const Months& months) {
    std::vector<bool> expected;
    int today = -1;
    int done = 0;
    Duration usual = 8h;
    std::optional<Duration> last;
    for (const Shown& prompt : months.prompts) {
        if (prompt.day != today) {
            today = prompt.day;
            done = 0;
            last.reset(); // the first share of a day takes longer than the gap
            if (today >= 10) {
                std::vector<Duration> ten(months.days.begin() + (today - 10), months.days.begin() + today);
                std::ranges::sort(ten);
                usual = (ten[4] + ten[5]) / 2;
            }
        }
        const bool due = (done + 1) * usual <= 10 * prompt.time_of_day && done < 10 &&
                         (!last || prompt.time_of_day - *last >= 20min);
        expected.push_back(due);
        if (due) {
            ++done;
            last = prompt.time_of_day;
        }
    }
    return expected;
}

} // namespace

TEST_CASE("a thousand prompts: everybody has the same number of turns, and returns soon enough") {
    const Plan plan = micro_only(shipped_plan());
    int turns_in_a_round = 0;
    for (const Exercise& exercise : plan.exercises)
        turns_in_a_round += suits(plan.person, exercise) && exercise.id != squeeze ? 1 : 0;
    REQUIRE(turns_in_a_round == 18);
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const Months months = live(plan, seed);
        REQUIRE(months.prompts.size() >= prompts_wanted);
        std::map<std::string, int> turns;
        std::map<std::string, int> last_turn;
        int turn = 0;
        int longest_gap = 0;
        for (const Shown& prompt : months.prompts) {
            const std::string& id = prompt.ids.front();
            if (id == squeeze) continue;
            // what everybody had and still has coming to them is the same for all, at every moment
            int due = -1;
            for (const Exercise& exercise : plan.exercises) {
                if (!suits(plan.person, exercise) || exercise.id == squeeze) continue;
                const auto left = static_cast<int>(std::ranges::count(prompt.bag, exercise.id));
                if (due < 0) due = turns[exercise.id] + left;
                CAPTURE(exercise.id);
                CHECK(turns[exercise.id] + left == due);
                CHECK(left <= 2);
            }
            CHECK(prompt.bag.size() <= 18 + 4);
            if (turns[id]++ > 0) longest_gap = std::max(longest_gap, turn - last_turn[id]);
            last_turn[id] = turn++;
        }
        const auto [least, most] =
            std::ranges::minmax_element(turns, {}, [](const auto& entry) { return entry.second; });
        CHECK(most->second - least->second <= 2);
        CHECK(least->second >= turn / 18 - 1);
        // two rounds, and the four that cannot carry a squeeze may have to let others go first
        CHECK(longest_gap <= 2 * 18 - 1 + 4);
        CHECK(turn > 600);
    }
}

TEST_CASE("a thousand prompts: the squeeze comes exactly when it is due") {
    const Plan plan = micro_only(shipped_plan());
    const Months months = live(plan, 11);
    const std::vector<bool> expected = squeezes_expected(months);
    std::map<int, int> a_day;
    int all = 0;
    for (std::size_t i = 0; i < months.prompts.size(); ++i) {
        CAPTURE(i);
        CAPTURE(months.prompts[i].day);
        CHECK(months.prompts[i].squeezes() == expected[i]);
        a_day[months.prompts[i].day] += months.prompts[i].squeezes() ? 1 : 0;
        all += months.prompts[i].squeezes() ? 1 : 0;
    }
    for (const auto& [day, times] : a_day)
        CHECK(times <= 10);
    CHECK(all > 500);
}

TEST_CASE("a thousand prompts: nothing and no area twice running, all areas but for the floor") {
    for (const bool both : {false, true}) {
        Plan plan = both ? shipped_plan() : micro_only(shipped_plan());
        plan.typing_gap = 0s;
        const Months months = live(plan, 5);
        std::string last;
        std::string last_area;
        std::map<std::string, int> seen;
        for (const Shown& prompt : months.prompts) {
            for (const std::string& id : prompt.ids) {
                CHECK(id != last);
                last = id;
                ++seen[id];
                if (id == squeeze) continue; // its quota is due, whatever was before
                CHECK(in(plan, id).area != last_area);
                last_area = in(plan, id).area;
            }
        }
        CHECK(seen.size() == 19);
        CHECK_FALSE(seen.contains("arm-reach"));
    }
}

TEST_CASE("a thousand prompts at home, on the floor: arm reach has its turns as well") {
    Plan plan = micro_only(shipped_plan());
    plan.person.place = "private";
    plan.person.positions = {"seated", "standing", "floor"};
    const Months months = live(plan, 6);
    std::map<std::string, int> turns;
    int turn = 0;
    for (const Shown& prompt : months.prompts) {
        if (prompt.ids.front() == squeeze) continue;
        ++turns[prompt.ids.front()];
        if (++turn == 19 * 30) break;
    }
    CHECK(turns.size() == 19);
    for (const auto& [id, times] : turns)
        CHECK(std::abs(times - 30) <= 1);
}
