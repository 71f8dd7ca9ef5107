// SPDX-License-Identifier: GPL-3.0-or-later
#include "day.hpp"

#include <doctest/doctest.h>

using namespace limber;
using namespace limber::testing;

namespace {

/// A state with something in every part of it.
State lived_in() {
    Plan plan = office_plan();
    plan.hours = Hours{};
    for (auto& day : plan.hours->days) {
        day = {{8h, 18h}};
    }
    OfficeDay day(plan);
    day.desk.type(2h);
    day.desk.pass(31min);
    day.desk.tell(PromptAnswered{day.prompt_id(), Answer::never_again, {}});
    day.desk.tell(PromptAnswered{day.prompt_id(), Answer::snooze, 5min});
    day.desk.sleep();
    day.desk.pass(33min);
    day.desk.wake();
    day.desk.pass(34min);
    day.desk.tell(QuietChanged{"micro\"phone\\", Level::on});
    day.desk.tell(PauseRequested{ForDuration{1h}});
    day.desk.tell(StartRequested{"long", {}, false});
    day.desk.pass(35min);
    day.desk.tell(SessionSteered{Steering::pause});
    return day.desk.state();
}

} // namespace

TEST_CASE("a state written and read is the same state") {
    const State state = lived_in();
    REQUIRE(state.session);
    REQUIRE(state.pause);
    REQUIRE_FALSE(state.bag.never.empty());
    const auto read = read_state(write_state(state));
    REQUIRE(read.has_value());
    CHECK(*read == state);
    CHECK(read_state(write_state(fresh_state(office_plan(), 7))).value() == fresh_state(office_plan(), 7));
}

TEST_CASE("a state cut anywhere is refused with a reason, never a crash") {
    const std::string text = write_state(lived_in());
    for (std::size_t length = 0; length < text.size(); length += 7) {
        const auto read = read_state(std::string_view{text}.substr(0, length));
        REQUIRE_FALSE(read.has_value());
        CHECK_FALSE(read.error().empty());
    }
}

TEST_CASE("a damaged state is refused or still holds together") {
    const std::string text = write_state(lived_in());
    const Plan plan = office_plan();
    for (std::size_t i = 0; i < text.size(); i += 3) {
        std::string damaged = text;
        damaged[i] = "{}[]\"~9 -x"[i % 10];
        auto read = read_state(damaged);
        if (!read) {
            continue;
        }
        Stamp stamp;
        stamp.at = Instant{2h};
        const Step next = step(plan, std::move(*read), Event{stamp, Started{1min, Gap::rest}});
        CHECK(next.state.started);
    }
}

TEST_CASE("nesting without end is refused") {
    const std::string text = "limber-state 1 " + std::string(100000, '[');
    CHECK_FALSE(read_state(text).has_value());
}

TEST_CASE("what a newer program wrote beside what we know is passed over") {
    std::string text = write_state(fresh_state(office_plan(), 7));
    text.insert(text.size() - 1, "news {a [1 2 {b \"c\"}]} ");
    CHECK(read_state(text).value() == fresh_state(office_plan(), 7));
}
