// SPDX-License-Identifier: GPL-3.0-or-later
// What a source of presence is believed that sees badly (LAW.md §3): blind ones, and forgotten films.
#include "core/circumstance.hpp"
#include "day.hpp"

#include <doctest/doctest.h>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

namespace {

/// A call is on, so that nobody is prompted and active time grows undisturbed.
struct InACall : BareDay {
    explicit InACall(Plan its_plan = office_plan(), PresenceFound source = blind_source)
        : BareDay(std::move(its_plan), source) {
        happen(0s, QuietChanged{"microphone", Level::on});
    }
};

} // namespace

TEST_CASE("a blind source is believed for the shortest interval after the inhibitor's start, then presence "
          "is unknown") {
    InACall day;
    day.happen(10min, film(Level::on));
    CHECK(believed_until(day.plan, day.state) == Instant{40min});
    day.happen(40min - 1ms, AlarmRang{});
    CHECK(day.now().doing == Activity::held);
    CHECK_FALSE(day.now().blind);
    day.happen(40min, AlarmRang{});
    CHECK(day.now().doing == Activity::unknown);
    CHECK(day.now().blind);
    day.happen(50min, AlarmRang{});
    CHECK(day.micro() == 40min);
    const auto told = day.noted<note::Blind>();
    REQUIRE(told.size() == 2);
    CHECK(told[0] == note::Blind{Instant{10min}, Instant{40min}, false});
    CHECK(told[1] == note::Blind{Instant{10min}, Instant{40min}, true});

    SUBCASE("a command is certain: somebody is there, for another interval") {
        day.happen(50min, PauseRequested{UntilResumed{}});
        CHECK(believed_until(day.plan, day.state) == Instant{80min});
        day.happen(51min, AlarmRang{});
        CHECK(day.micro() == 41min);
    }
    SUBCASE("an unlock is") {
        day.happen(50min, Locked{});
        day.happen(50min + 10s, Unlocked{});
        CHECK(believed_until(day.plan, day.state) == Instant{80min + 10s});
    }
    SUBCASE("when the inhibitor ends the source sees again, and silence counts from there") {
        day.happen(50min, film(Level::off));
        day.happen(51min, AlarmRang{});
        CHECK(day.micro() == 41min);
        CHECK(day.state.input.last == Instant{50min});
    }
    SUBCASE("another source that sees takes over") {
        day.happen(50min, PresenceFound{.blind = false, .finest = 1s});
        day.happen(51min, AlarmRang{});
        CHECK(day.micro() == 41min);
    }
}

TEST_CASE("the last certain input counts where it came later than the inhibitor; a dismissal is none") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    plan.breaks[0].interval = 31min;
    BareDay day(plan, blind_source);
    day.happen(2min, film(Level::on));
    day.happen(31min + 40s, AlarmRang{});
    REQUIRE(day.saw("09:31:30 prompt micro")); // a blind source shows no pause in the typing
    SUBCASE("dismissed") {
        day.happen(32min, PromptClosed{day.prompt_id()});
        CHECK(believed_until(plan, day.state) == Instant{33min});
    }
    SUBCASE("snoozed") {
        day.happen(32min, PromptAnswered{day.prompt_id(), Answer::snooze, {}});
        CHECK(believed_until(plan, day.state) == Instant{63min});
    }
    SUBCASE("a prompt cannot be shown") {
        day.happen(32min, PromptFailed{day.prompt_id()});
        CHECK(believed_until(plan, day.state) == Instant{33min});
    }
}

TEST_CASE("an inhibitor that is back within idle_after is the same one") {
    InACall day;
    day.happen(10min, film(Level::on));
    day.happen(20min, film(Level::off));
    SUBCASE("after exactly two minutes") {
        day.happen(22min, film(Level::on));
        CHECK(believed_until(day.plan, day.state) == Instant{40min});
    }
    SUBCASE("later") {
        day.happen(22min + 1ms, film(Level::on));
        CHECK(believed_until(day.plan, day.state) == Instant{52min + 1ms});
    }
}

TEST_CASE("while a prompt is up a blind source is believed until the prompt ends") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    BareDay day(plan, blind_source);
    day.happen(1min, film(Level::on));
    day.happen(32min, AlarmRang{});
    REQUIRE(day.saw("09:30:30 prompt micro"));
    CHECK_FALSE(day.now().blind); // 31 minutes were enough otherwise
    CHECK(day.micro() == 32min);
    day.happen(2h, AlarmRang{});
    CAPTURE(day.all());
    CHECK(day.saw("09:32:30 withdraw micro timeout"));
    CHECK(day.now().blind);
    CHECK(day.micro() == 32min + 30s);
    CHECK(day.count("prompt") == 1);
}

TEST_CASE("belief is over before the prompts of its last instant") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    plan.typing_gap = 0s;
    BareDay day(plan, blind_source);
    day.happen(0s, film(Level::on));
    day.happen(2h, AlarmRang{});
    CHECK(day.micro() == 30min);
    CHECK(day.count("prompt") == 0);
}

TEST_CASE(
    "with passive_screen = count a blind source is believed for two hours, which end in presence unknown") {
    Plan plan = office_plan();
    plan.passive_screen = PassiveScreen::count;
    InACall day(plan);
    day.happen(10min, film(Level::on));
    day.happen(3h, AlarmRang{});
    CHECK(day.micro() == 130min);
    CHECK(day.now().doing == Activity::unknown);
}

TEST_CASE("a film that was forgotten is idle after two hours without any input, from their end on") {
    Plan plan = office_plan();
    plan.passive_screen = PassiveScreen::count;
    InACall day(plan, PresenceFound{.finest = 1s});
    day.happen(5min, film(Level::on));
    SUBCASE("from the last input, whenever the inhibitor came") {
        day.happen(6min, BecameIdle{2min});
        CHECK(day.now().doing == Activity::held);
        day.happen(124min, AlarmRang{});
        CHECK(day.now().doing == Activity::away);
        CHECK(day.micro() == 124min);
        day.happen(124min + 40s, AlarmRang{});
        CHECK(day.state.ledger.now.spell->began == Instant{124min});
        CHECK(day.micro() == 0s);
        CHECK(day.long_break() == 124min);
    }
    SUBCASE("any input begins them anew") {
        day.happen(6min, BecameIdle{2min});
        day.happen(60min, BecameActive{});
        day.happen(62min, BecameIdle{2min});
        day.happen(3h - 1ms, AlarmRang{});
        CHECK(day.micro() == 3h - 1ms);
        CHECK(day.now().doing == Activity::held);
        day.happen(3h, AlarmRang{});
        CHECK(day.now().doing == Activity::away);
    }
    SUBCASE("time asleep counts") {
        day.happen(6min, BecameIdle{2min});
        day.happen(40min, AlarmRang{}, 10min);
        day.happen(124min, AlarmRang{}, 10min);
        CHECK(day.now().doing == Activity::away);
    }
    SUBCASE("when the inhibitor ends first, the silence counts from its end") {
        day.happen(6min, BecameIdle{2min});
        day.happen(50min, film(Level::off));
        day.happen(52min - 1ms, AlarmRang{});
        CHECK(day.micro() == 52min - 1ms);
        day.happen(52min, AlarmRang{});
        CHECK(day.state.ledger.now.spell->began == Instant{50min});
    }
}

TEST_CASE("a prompt's shorter threshold does not apply under a film that counts") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    plan.passive_screen = PassiveScreen::count;
    BareDay day(plan);
    day.happen(20min, film(Level::on));
    day.happen(22min, BecameIdle{2min});
    day.happen(30min, AlarmRang{});
    REQUIRE(day.saw("09:30:00 prompt micro")); // a pause in the typing is seen as always
    day.happen(30min + 40s, AlarmRang{});
    CHECK(day.count("withdraw") == 0);
    day.happen(33min, AlarmRang{});
    CHECK(day.saw("09:32:00 withdraw micro timeout"));
}

TEST_CASE("a source that can be asked is asked when a prompt draws near, and at each save") {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    BareDay day(plan, PresenceFound{.blind = true, .can_be_asked = true, .finest = 1s});
    day.happen(6min, AlarmRang{});
    CHECK_FALSE(idle_question(day.state)); // without an inhibitor it tells by itself
    day.happen(7min, film(Level::on));
    day.happen(10min, AlarmRang{});
    CHECK(idle_question(day.state) == Instant{10min});
    day.happen(15min, AlarmRang{});
    CHECK(idle_question(day.state) == Instant{15min});
    day.happen(29min + 29s, AlarmRang{});
    CHECK(idle_question(day.state) == Instant{25min});
    day.happen(29min + 30s, AlarmRang{});
    CHECK(idle_question(day.state) == Instant{29min + 30s});

    SUBCASE("the answer is a report of silence") {
        day.happen(29min + 30s, BecameIdle{10min});
        CHECK(day.now().doing == Activity::away);
        CHECK(day.state.ledger.now.spell->began == Instant{19min + 30s});
        day.happen(2h, AlarmRang{});
        CHECK(day.count("prompt") == 0);
    }
    SUBCASE("nothing waits for the answer, and no interval ends what it says") {
        day.happen(31min, AlarmRang{});
        CHECK(day.saw("09:30:30 prompt micro"));
        day.happen(90min, AlarmRang{});
        CHECK_FALSE(day.now().blind);
    }
}
