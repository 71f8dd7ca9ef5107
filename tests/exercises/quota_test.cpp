// SPDX-License-Identifier: GPL-3.0-or-later
// The squeeze: ten a day, spread out, never made up for.
#include "catalogue.hpp"
#include "observed_day.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <rapidcheck.h>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;
using namespace std::chrono_literals;

namespace {

bool has_squeeze(const Opened& opened) {
    return std::ranges::find(opened.session.exercises, squeeze) != opened.session.exercises.end();
}

/// Time at the desk when each squeeze began.
std::vector<Duration> squeezes(const ObservedDay& day, std::size_t from = 0) {
    std::vector<Duration> times;
    for (std::size_t i = from; i < day.sessions.size(); ++i) {
        if (has_squeeze(day.sessions[i])) times.push_back(day.sessions[i].desk_time);
    }
    return times;
}

Duration closest(const std::vector<Duration>& times) {
    Duration least = 24h;
    for (std::size_t i = 1; i < times.size(); ++i)
        least = std::min(least, times[i] - times[i - 1]);
    return least;
}

} // namespace

TEST_CASE("eight hours with every prompt done: ten squeezes, evenly, once a prompt") {
    const auto law = [] {
        const bool both_rules = *rc::gen::arbitrary<bool>();
        Plan plan = both_rules ? shipped_plan() : micro_only(shipped_plan());
        plan.typing_gap = 0s;
        ObservedDay day(plan, *rc::gen::arbitrary<std::uint64_t>(), does_it);
        day.work(8h);
        const std::vector<Duration> times = squeezes(day);
        RC_ASSERT(closest(times) >= 20min);
        if (both_rules) {
            RC_ASSERT(times.size() == 9U ||
                      times.size() == 10U); // the last prompt may be after the last share
        } else {
            RC_ASSERT(day.sessions.size() == 16U);
            RC_ASSERT(times.size() == 10U);
            // the n-th is done at the first prompt after n tenths of the day
            for (std::size_t n = 1; n <= 10; ++n) {
                const auto share = static_cast<long>(n) * 48min;
                RC_ASSERT(times[n - 1] >= share);
                RC_ASSERT(times[n - 1] < share + 30min);
            }
        }
        for (const Opened& opened : day.sessions)
            RC_ASSERT(std::ranges::count(opened.session.exercises, squeeze) <= 1);
    };
    CHECK(rc::check("ten a day", law));
}

TEST_CASE("it rides along with what leaves the shoulders alone, and comes alone otherwise") {
    const Plan plan = micro_only(shipped_plan());
    bool alone = false;
    bool along = false;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        ObservedDay day(plan, seed, does_it);
        day.work(8h);
        for (const Opened& opened : day.sessions) {
            const std::vector<std::string>& ids = opened.session.exercises;
            if (!has_squeeze(opened)) {
                CHECK(ids.size() == 1);
                continue;
            }
            alone = alone || ids.size() == 1;
            along = along || ids.size() == 2;
            REQUIRE(ids.size() <= 2);
            CHECK(ids.back() == squeeze);
            const std::string& area = in(plan, ids.front()).area;
            if (ids.size() == 2) CHECK((area != "shoulders" && area != "upper_back"));
        }
    }
    CHECK(alone);
    CHECK(along);
}

TEST_CASE("a morning without one is not made up for faster than the gap allows, nor on the next day") {
    Plan plan = micro_only(shipped_plan());
    plan.breaks[0].interval = 10min;
    bool morning = true;
    ObservedDay day(plan, 2, [&](ObservedDay& desk, const ShowPrompt& prompt) {
        if (!morning) desk.answer(prompt, Answer::start);
    });
    day.work(4h); // nobody answers, and five shares are over
    CHECK(day.sessions.empty());
    CHECK(day.prompts.size() > 10);
    morning = false;
    day.work(1h + 5min);
    std::vector<Duration> times = squeezes(day);
    CHECK(day.sessions.size() >= 6);
    CHECK(times.size() >= 2);
    CHECK(times.size() <= 4);
    CHECK(closest(times) >= 20min);
    const std::size_t first_day = day.sessions.size();
    day.desk.pass(day.desk.now() + 15h); // the night
    day.work(50min);
    times = squeezes(day, first_day);
    CHECK(times.size() == 1);
}

TEST_CASE("a clock set back grants no second quota") {
    const auto law = [] {
        Plan plan = micro_only(shipped_plan());
        plan.breaks[0].interval = 10min;
        ObservedDay day(plan, *rc::gen::arbitrary<std::uint64_t>(), does_it);
        const auto before = std::chrono::hours{*rc::gen::inRange(1, 9)};
        day.work(before);
        day.desk.step_clock(-std::chrono::minutes{*rc::gen::inRange(1, 60 * 24)});
        day.work(9h - before);
        const std::vector<Duration> times = squeezes(day);
        RC_ASSERT(times.size() == 10U);
        RC_ASSERT(closest(times) >= 20min);
    };
    CHECK(rc::check("no second quota", law));
}

TEST_CASE("ten workdays tell how long one is: then a shorter day has its squeezes as well") {
    const Plan plan = micro_only(shipped_plan());
    ObservedDay day(plan, 4, does_it);
    std::vector<std::size_t> counts;
    for (int i = 0; i < 12; ++i) {
        const std::size_t from = day.sessions.size();
        day.work(5h);
        counts.push_back(squeezes(day, from).size());
        day.desk.pass(std::chrono::hours{24} * (i + 1));
    }
    // ten prompts: at first five eighths of ten; later one at each, but for the last share, which is over
    // only when the person is known to have left
    for (std::size_t i = 0; i < 10; ++i)
        CHECK(counts[i] == 6);
    CHECK(counts[10] == 9);
    CHECK(counts[11] == 9);
}

TEST_CASE("an excluded one does not come through its quota, nor one that another rule is for") {
    for (const bool by_rule : {false, true}) {
        Plan plan = micro_only(shipped_plan());
        if (by_rule) {
            plan.breaks[0].exercises.from = {"eyes", "neck"};
        } else {
            plan.person.exclude = {std::string{squeeze}};
        }
        ObservedDay day(plan, 1, does_it);
        day.work(8h);
        CHECK(day.sessions.size() == 16);
        CHECK(squeezes(day).empty());
    }
}
