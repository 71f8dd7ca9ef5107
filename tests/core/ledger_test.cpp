// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger.hpp"
#include "day.hpp"

#include <doctest/doctest.h>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

namespace {

constexpr Instant start{1h};

Ledger ledger_with(Duration micro, Duration long_break) {
    Ledger ledger;
    ledger.now.at = start;
    ledger.now.accounts = {{micro, {}}, {long_break, {}}};
    ledger.footing = ledger.now;
    return ledger;
}

Duration micro_of(const Ledger& ledger) {
    return ledger.now.accounts[0].active;
}

} // namespace

TEST_CASE("a rest as long as `rest` clears the rule, however overdue; its first half only stops the clock") {
    const BreakRule micro = office_plan().breaks[0];
    CHECK(paid_back(micro, 90min, 40s) == 0s);
    CHECK(paid_back(micro, 90min, 20s) == 90min);
    CHECK(paid_back(micro, 30min, 0s) == 30min);
    // three quarters of it pay half an interval, or half of what is overdue
    CHECK(paid_back(micro, 90min, 30s) == 45min);
    CHECK(paid_back(micro, 20min, 30s) == 5min);
    CHECK(paid_back(micro, 10min, 30s) == 0s);
}

TEST_CASE("payback begins at nothing and is linear: no cliff") {
    const BreakRule micro = office_plan().breaks[0];
    CHECK(paid_back(micro, 30min, 20s + 10ms) == 30min - 900ms); // 0.0005 of 30 min
    CHECK(paid_back(micro, 30min, 40s - 10ms) == 900ms);
}

TEST_CASE("a shorter break never puts off a longer one of at least twice its length") {
    const std::vector<BreakRule> rules = office_plan().breaks;
    CHECK(paid_back(rules[1], 60min, rules[0].rest) == 60min);
    CHECK(paid_back(rules[1], 3h, rules[1].rest / 2) == 3h);
}

TEST_CASE("half of a rest is never rounded down") {
    CHECK(half_of(40s) == 20s);
    CHECK(half_of(7ns) == 4ns);
}

TEST_CASE("rest_needed is the shortest rest that reaches the target") {
    const BreakRule micro = office_plan().breaks[0];
    for (const Duration base : {Duration{5min}, Duration{30min}, Duration{30min + 7ms}, Duration{95min}}) {
        const Duration needed = rest_needed(micro, base, 4min);
        CHECK(needed > 20s);
        CHECK(paid_back(micro, base, needed) <= 4min);
        CHECK(paid_back(micro, base, needed - 1ns) > 4min);
    }
    CHECK(rest_needed(micro, 90min, 45min) == 30s);
    CHECK(rest_needed(micro, 90min, 0s) == 40s);
    CHECK(rest_needed(micro, 3min, 4min) == 0s);
}

TEST_CASE("work accrues, and the instant a rule became due is kept") {
    const Plan plan = office_plan();
    Ledger ledger = ledger_with(29min, 29min);
    pass(ledger, plan, start + 3min, Ground::work);
    CHECK(micro_of(ledger) == 32min);
    CHECK(ledger.now.accounts[0].due_since == start + 1min);
    CHECK_FALSE(ledger.now.accounts[1].due_since);
}

TEST_CASE("neither work nor rest changes nothing, and ends a spell") {
    const Plan plan = office_plan();
    Ledger ledger = ledger_with(20min, 20min);
    pass(ledger, plan, start + 30s, Ground::rest);
    CHECK(micro_of(ledger) == 5min);
    pass(ledger, plan, start + 1h, Ground::neither);
    CHECK(micro_of(ledger) == 5min);
    CHECK_FALSE(ledger.now.spell);
    pass(ledger, plan, start + 1h + 10s, Ground::rest);
    CHECK(micro_of(ledger) == 5min);
}

TEST_CASE("where a spell stands still it goes on with what it had") {
    const Plan plan = office_plan();
    Ledger ledger = ledger_with(20min, 20min);
    pass(ledger, plan, start + 30s, Ground::rest);
    pass(ledger, plan, start + 9min, Ground::still);
    CHECK(micro_of(ledger) == 5min);
    CHECK(length_of(*ledger.now.spell, ledger.now.at) == 30s);
    pass(ledger, plan, start + 9min + 2s, Ground::rest);
    CHECK(micro_of(ledger) == 2min); // 32 of 40 s pay 0.6 of 30 min
}

TEST_CASE("idleness found late takes back what was counted since") {
    const Plan plan = office_plan();
    Ledger ledger = ledger_with(10min, 10min);
    pass(ledger, plan, start + 5min, Ground::work);
    begin_idle(ledger, plan, start + 4min + 35s);
    CHECK(ledger.now.at == start + 5min);
    CHECK(micro_of(ledger) == 7min + 5s); // 14 min 35 s, of which 25 of 40 s pay a quarter of 30 min
    CHECK(ledger.now.accounts[1].active == 14min + 35s);
    CHECK(ledger.now.spell->began == start + 4min + 35s);
}

TEST_CASE("stretches that touch are one spell: a single input between them does not part them") {
    const Plan plan = office_plan();
    Ledger ledger = ledger_with(0s, 59min);
    pass(ledger, plan, start + 2min, Ground::work);
    begin_idle(ledger, plan, start);
    CHECK(ledger.now.accounts[1].active == 59min);
    end_idle(ledger);
    pass(ledger, plan, start + 4min, Ground::work);
    CHECK(ledger.now.accounts[1].active == 61min);
    begin_idle(ledger, plan, start + 2min);
    CHECK(ledger.now.spell->began == start);
    CHECK(ledger.now.accounts[1].active == 23min); // four of five minutes pay 0.6 of 60
}

TEST_CASE("a rest that turns out to have been longer is paid as if it had begun so much earlier") {
    const Plan plan = office_plan();
    Ledger ledger = ledger_with(50min, 50min);
    pass(ledger, plan, start + 2min, Ground::rest);
    move_footing(ledger, plan, start + 2min);
    pass(ledger, plan, start + 3min, Ground::work);
    CHECK(micro_of(ledger) == 1min);
    CHECK(ledger.now.accounts[1].active == 51min);
    lengthen_rest(ledger, plan, 2min); // four of five minutes pay 36
    CHECK(ledger.now.at == start + 3min);
    CHECK(micro_of(ledger) == 1min);
    CHECK(ledger.now.accounts[1].active == 15min);
}

TEST_CASE("a zero set inside a spell stays zero from its instant on") {
    const Plan plan = office_plan();
    Ledger ledger = ledger_with(40min, 40min);
    pass(ledger, plan, start + 1min, Ground::work);
    set_to_zero(ledger, 0);
    pass(ledger, plan, start + 2min, Ground::work);
    begin_idle(ledger, plan, start + 30s);
    CHECK(micro_of(ledger) == 0s);
    end_idle(ledger);
    pass(ledger, plan, start + 3min, Ground::work);
    CHECK(micro_of(ledger) == 1min);
}

TEST_CASE("the prompt's clock stops while the person is away, also with hindsight") {
    const Plan plan = office_plan();
    Ledger ledger = ledger_with(30min, 30min);
    start_clock(ledger);
    pass(ledger, plan, start + 90s, Ground::work);
    CHECK(ledger.now.clock == 90s);
    begin_idle(ledger, plan, start + 30s);
    CHECK(ledger.now.clock == 30s);
}

TEST_CASE("moving the footing forgets facts and changes no account") {
    const Plan plan = office_plan();
    Ledger ledger = ledger_with(10min, 10min);
    Instant at = start;
    for (int i = 0; i < 20; ++i) {
        pass(ledger, plan, at += 1min, Ground::work);
        pass(ledger, plan, at += 1s, Ground::rest);
    }
    Ledger moved = ledger;
    move_footing(moved, plan, at - 90s);
    CHECK(moved.now == ledger.now);
    CHECK(moved.stretches.size() < 8);
    begin_idle(moved, plan, at - 80s);
    begin_idle(ledger, plan, at - 80s);
    CHECK(moved.now == ledger.now);
}
