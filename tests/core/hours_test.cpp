// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hours.hpp"
#include "day.hpp"

#include <doctest/doctest.h>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

namespace {

/// Monday, 6 January 2025, at this time of day.
Stamp monday(Duration time_of_day, std::chrono::seconds offset = 0s) {
    Stamp stamp;
    stamp.at = Instant{100h};
    stamp.civil.utc = std::chrono::sys_days{std::chrono::January / 6 / 2025} + time_of_day - offset;
    stamp.civil.offset = offset;
    return stamp;
}

Plan plan_with(std::array<std::vector<HoursRange>, 7> days) {
    Plan plan = office_plan();
    plan.hours = Hours{std::move(days)};
    return plan;
}

} // namespace

TEST_CASE("hours: without any, always; with a range, its beginning belongs to it and its end does not") {
    CHECK(within_hours(office_plan(), monday(3h).civil));
    CHECK(next_hours_change(office_plan(), monday(3h)) == never);
    const Plan plan = plan_with({{{{9h, 12h}, {13h, 18h}}}});
    CHECK_FALSE(within_hours(plan, monday(9h - 1ns).civil));
    CHECK(within_hours(plan, monday(9h).civil));
    CHECK_FALSE(within_hours(plan, monday(12h).civil));
    CHECK(next_hours_change(plan, monday(8h)) == Instant{101h});
    CHECK(next_hours_change(plan, monday(12h)) == Instant{101h});
    CHECK(next_hours_change(plan, monday(18h)) == Instant{100h + 7 * 24h - 9h});
}

TEST_CASE("hours may cross midnight, also from the day before") {
    Plan plan = plan_with({});
    plan.hours->days[6] = {{22h, 6h}};
    CHECK(within_hours(plan, monday(5h).civil));
    CHECK_FALSE(within_hours(plan, monday(6h).civil));
    CHECK(next_hours_change(plan, monday(5h)) == Instant{101h});
}

TEST_CASE("hours follow the local clock; a change of the offset is a reason to look again") {
    const Plan plan = plan_with({{{{9h, 17h}}}});
    CHECK(within_hours(plan, monday(9h, 2h).civil));
    Stamp before = monday(8h, 1h);
    before.civil.next_change = before.civil.utc + 20min;
    CHECK(next_hours_change(plan, before) == Instant{100h + 20min});
}

TEST_CASE("a clock time is the next one; a day begins at day_starts") {
    CHECK(next_clock_time(monday(9h), 14h + 30min) == Instant{105h + 30min});
    CHECK(next_clock_time(monday(15h), 14h) == Instant{123h});
    CHECK(next_clock_time(monday(15h), 15h) == Instant{124h});
    CHECK(next_day(office_plan(), monday(9h)) == Instant{119h});
    CHECK(next_day(office_plan(), monday(3h)) == Instant{101h});
    CHECK(civil_day(monday(3h).civil, 4h) + std::chrono::days{1} == civil_day(monday(5h).civil, 4h));
}

TEST_CASE(
    "a pause until a clock time ends at that clock time, also over the night in which the clocks change") {
    // the clocks go from 02:00 to 03:00, three hours after this Monday's 23:00
    Stamp spring = monday(23h, 1h);
    spring.civil.next_change = spring.civil.utc + 3h;
    spring.civil.next_offset = 2h;
    CHECK(next_clock_time(spring, 8h) == Instant{100h + 8h});
    CHECK(next_clock_time(spring, 1h + 59min) == Instant{100h + 2h + 59min});
    CHECK(next_clock_time(spring, 2h + 30min) == Instant{100h + 3h}); // that night has no half past two
    CHECK(next_clock_time(spring, 3h + 30min) == Instant{100h + 3h + 30min});
    CHECK(tomorrow(office_plan(), spring) == Instant{100h + 4h});

    // the clocks go back from 03:00 to 02:00, four hours after 23:00
    Stamp autumn = monday(23h, 2h);
    autumn.civil.next_change = autumn.civil.utc + 4h;
    autumn.civil.next_offset = 1h;
    CHECK(next_clock_time(autumn, 8h) == Instant{100h + 10h});
    CHECK(next_clock_time(autumn, 2h + 30min) == Instant{100h + 3h + 30min}); // the first of two
    CHECK(next_clock_time(autumn, 3h) == Instant{100h + 5h});
    CHECK(tomorrow(office_plan(), autumn) == Instant{100h + 6h});

    // a change that is over, or comes later, moves nothing
    spring.civil.next_change = spring.civil.utc + 24h;
    CHECK(next_clock_time(spring, 8h) == Instant{100h + 9h});
}

TEST_CASE("a pause over that night is a length from the moment it is asked for") {
    BareDay day;
    day.zone = {.utc = {}, .offset = 1h, .next_change = {}, .next_offset = 2h};
    // it is 09:01 UTC, 10:01 on the wall; the clocks go forward at midnight UTC
    day.zone.next_change = std::chrono::sys_days{std::chrono::January / 7 / 2025};
    const auto paused_until = [&](Happening what) {
        day.come_late(1min, std::move(what));
        return day.now().paused_until;
    };
    CHECK(paused_until(PauseRequested{UntilClock{8h}}) == Instant{21h});  // 06:00 UTC
    CHECK(paused_until(PauseRequested{UntilClock{12h}}) == Instant{2h});  // 11:00 UTC, before it
    CHECK(paused_until(PauseRequested{UntilTomorrow{}}) == Instant{17h}); // 02:00 UTC
    CHECK(paused_until(PauseRequested{ForDuration{24h}}) == Instant{24h + 1min});
}

TEST_CASE("outside the hours nothing fires and nothing accumulates") {
    Plan plan = plan_with({{{{9h, 9h + 20min}, {10h, 17h}}}});
    OfficeDay day(plan);
    day.desk.type(3h);
    day.desk.pass(25min);
    CHECK(day.active("micro") == 20min);
    CHECK(status(plan, day.desk.state()).doing == Activity::outside_hours);
    CHECK(day.count("prompt") == 0);
    day.desk.pass(69min);
    CHECK(day.count("prompt") == 0);
    day.desk.pass(71min);
    CHECK(day.saw("10:10:30 prompt micro"));
}

TEST_CASE("a prompt that is up when the hours end is withdrawn and does not count") {
    Plan plan = plan_with({{{{9h, 9h + 31min}, {10h, 17h}}}});
    OfficeDay day(plan);
    day.desk.type(3h);
    day.desk.pass(62min);
    CAPTURE(day.all());
    CHECK(day.saw("09:30:30 prompt micro"));
    CHECK(day.saw("09:31:00 withdraw micro hold"));
    CHECK(day.saw("10:00:50 prompt micro"));
    CHECK(status(plan, day.desk.state()).rules[0].prompts == 1);
}

TEST_CASE("max_per_day counts new breaks, and a new day grants new ones") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    plan.breaks[0].max_per_day = 2;
    plan.day_starts = 11h;
    OfficeDay day(plan);
    day.desk.type(4h);
    day.desk.pass(119min);
    CAPTURE(day.all());
    CHECK(day.count("prompt micro") == 3); // the first one twice, the second one once
    CHECK(day.count("unanswered") == 2);
    const int before = day.count("prompt micro");
    day.desk.step_clock(-1h);
    day.desk.pass(2h + 30s);
    CHECK(day.count("prompt micro") == before);
    day.desk.pass(4h);
    CHECK(day.count("prompt micro") > before);
}
