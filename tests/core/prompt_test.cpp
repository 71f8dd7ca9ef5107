// SPDX-License-Identifier: GPL-3.0-or-later
// How prompts end without an answer (LAW.md §6), and what is counted.
#include "day.hpp"

#include <doctest/doctest.h>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

namespace {

/// Typing on, with the first prompt up.
struct Prompted : BareDay {
    explicit Prompted(Plan its_plan = micro_alone()) : BareDay(std::move(its_plan)) {
        happen(30min + 30s, AlarmRang{});
        REQUIRE(prompt_id() != 0);
    }

    /// Closes whatever prompt is up then.
    void close(Duration at) {
        happen(at, AlarmRang{});
        happen(at, PromptClosed{prompt_id()});
    }
};

} // namespace

TEST_CASE("what expired on the screen, or never came there, stays up elsewhere until its time-out") {
    for (const bool failed : {false, true}) {
        CAPTURE(failed);
        Prompted day;
        const PromptId id = day.prompt_id();
        day.happen(30min + 35s, failed ? Happening{PromptFailed{id}} : Happening{PromptExpired{id}});
        CHECK(day.count("withdraw") == 0);
        REQUIRE(day.now().prompt);
        CHECK_FALSE(day.now().prompt->on_screen);
        REQUIRE(day.noted<note::OffScreen>().size() == 1);
        CHECK(day.noted<note::OffScreen>()[0] == note::OffScreen{"micro", failed});

        SUBCASE("its time-out counts as ever") {
            day.happen(38min, AlarmRang{});
            CHECK(day.saw("09:32:30 withdraw micro timeout"));
            CHECK(day.saw("09:38:00 prompt micro"));
            CHECK(day.now().prompt->on_screen);
            day.happen(38min, PromptFailed{day.prompt_id()});
            day.happen(40min, AlarmRang{});
            CHECK(day.saw("09:40:00 record micro unanswered"));
        }
        SUBCASE("every answer is still taken") {
            const auto effects = day.happen(31min, PromptAnswered{id, Answer::another, {}});
            REQUIRE_FALSE(effects.empty());
            const auto* shown = std::get_if<ShowPrompt>(&effects[0].what);
            REQUIRE(shown != nullptr);
            CHECK_FALSE(shown->on_screen); // the other exercise is not put on the screen again
            day.happen(31min, PromptAnswered{id, Answer::snooze, 5min});
            CHECK(day.saw("09:31:00 withdraw micro snooze"));
        }
        SUBCASE("a rest follows it all the same") {
            day.happen(31min, Locked{});
            day.happen(31min + 40s, AlarmRang{});
            CHECK(day.saw("09:31:20 withdraw micro rested")); // a minute of 31 is paid at 20.6 s
            CHECK(day.saw("09:31:40 record micro followed"));
        }
        SUBCASE("told twice is told once; of a prompt that is gone it is refused") {
            day.happen(31min, PromptExpired{id});
            CHECK(day.noted<note::OffScreen>().size() == 1);
            CHECK(day.count("refused") == 0);
            day.happen(33min, PromptExpired{id});
            CHECK(day.count("refused") == 1);
        }
    }
}

TEST_CASE("however its prompts end, a break is given up after max_prompts of them") {
    SUBCASE("dismissed twice") {
        Prompted day;
        day.close(30min + 40s);
        CHECK(day.now().rules[0].waits_until == Instant{35min + 40s});
        day.close(36min + 20s);
        CAPTURE(day.all());
        CHECK(day.saw("09:36:10 prompt micro"));
        CHECK(day.saw("09:36:20 withdraw micro dismissed"));
        CHECK(day.saw("09:36:20 record micro unanswered"));
        CHECK(day.micro() == 0s);
        // the next one is prompted for once
        day.close(67min);
        CHECK(day.saw("10:06:50 prompt micro"));
        CHECK(day.saw("10:07:00 record micro unanswered"));
        const auto given_up = day.noted<note::GivenUp>();
        REQUIRE(given_up.size() == 2);
        CHECK(given_up[0] == note::GivenUp{"micro", 2});
        CHECK(given_up[1] == note::GivenUp{"micro", 1});
    }
    SUBCASE("timed out, then dismissed") {
        Prompted day;
        day.close(38min + 10s);
        CHECK(day.saw("09:32:30 withdraw micro timeout"));
        CHECK(day.saw("09:38:10 record micro unanswered"));
    }
    SUBCASE("with max_prompts = 1 the first one was the last") {
        Plan plan = micro_alone();
        plan.breaks[0].max_prompts = 1;
        Prompted day(plan);
        day.close(30min + 40s);
        CHECK(day.saw("09:30:40 record micro unanswered"));
    }
    SUBCASE("a snooze in between does not begin the counting anew") {
        Prompted day;
        day.happen(30min + 40s, PromptAnswered{day.prompt_id(), Answer::snooze, 5min});
        day.close(36min + 20s);
        CHECK(day.saw("09:36:20 record micro unanswered"));
    }
}

TEST_CASE("repeats come back with any answer, or with a rest as long as the break") {
    Prompted day;
    day.happen(45min, AlarmRang{});
    REQUIRE(day.state.progress[0].given_up);
    SUBCASE("an answer") {
        day.happen(71min, AlarmRang{});
        day.happen(71min, PromptAnswered{day.prompt_id(), Answer::skip, {}});
        CHECK_FALSE(day.state.progress[0].given_up);
    }
    SUBCASE("another exercise is an answer as well") {
        day.happen(71min, AlarmRang{});
        day.happen(71min, PromptAnswered{day.prompt_id(), Answer::another, {}});
        CHECK_FALSE(day.state.progress[0].given_up);
    }
    SUBCASE("a rest of 40 s, not one of 39") {
        day.happen(46min, Locked{});
        day.happen(46min + 39s, Unlocked{});
        CHECK(day.state.progress[0].given_up);
        day.happen(47min, Locked{});
        day.happen(47min + 40s, Unlocked{});
        CHECK_FALSE(day.state.progress[0].given_up);
    }
}

TEST_CASE("a hold takes a prompt's count back from the day on which it was counted") {
    Plan plan = micro_alone();
    plan.breaks[0].max_per_day = 1;
    SUBCASE("the same day: the break is still to be had") {
        Prompted day(plan);
        CHECK(day.now().rules[0].prompted_today == 1);
        day.happen(31min, QuietChanged{"microphone", Level::on});
        CHECK(day.now().rules[0].prompted_today == 0);
        day.happen(40min, QuietChanged{"microphone", Level::off});
        day.happen(41min, AlarmRang{});
        CHECK(day.saw("09:40:50 prompt micro"));
    }
    SUBCASE("a new day has begun meanwhile: nothing is taken from its count") {
        plan.day_starts = 9h + 31min;
        Prompted day(plan);
        day.happen(31min + 30s, QuietChanged{"microphone", Level::on});
        CHECK(day.saw("09:31:30 withdraw micro hold"));
        CHECK(day.now().rules[0].prompted_today == 0);
        day.happen(40min, QuietChanged{"microphone", Level::off});
        day.happen(41min, AlarmRang{});
        CHECK(day.saw("09:40:50 prompt micro"));
        CHECK(day.now().rules[0].prompted_today == 1);
        day.happen(3h, AlarmRang{});
        CHECK(day.count("unanswered") == 1); // the day's one break
    }
    SUBCASE("a repeated prompt was not counted, and takes nothing back") {
        Prompted day(plan);
        day.happen(38min + 10s, QuietChanged{"microphone", Level::on});
        CHECK(day.saw("09:38:10 withdraw micro hold"));
        CHECK(day.now().rules[0].prompted_today == 1);
        CHECK(day.now().rules[0].prompts == 1);
    }
}

TEST_CASE("half of the break, and paid back to what it was when prompted, withdraws the prompt") {
    Plan plan = office_plan();
    plan.breaks[1].interval = 32min;
    Prompted day(plan); // the long one, merged, with 30 min 30 s
    REQUIRE(day.saw("09:30:30 prompt long"));
    day.happen(30min + 40s, Locked{});
    day.happen(30min + 50s, BecameIdle{10s});
    day.happen(33min + 10s, AlarmRang{});
    CHECK(day.count("withdraw") == 0); // half of it alone pays nothing
    day.happen(33min + 11s, AlarmRang{});
    CHECK(day.saw("09:33:10 withdraw long rested")); // at 150.78 s, 10 s of 32 min are paid
    CHECK(day.long_break() < 30min + 30s);
    day.happen(35min + 40s, AlarmRang{});
    CHECK(day.saw("09:35:40 record long followed"));
}
