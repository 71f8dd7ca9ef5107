// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger.hpp"
#include "day.hpp"

#include <doctest/doctest.h>

using namespace limber;
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

TEST_CASE("a rest as long as `rest` clears the rule, however overdue; half of it pays half") {
    const BreakRule micro = office_plan().breaks[0];
    CHECK(paid_back(micro, 90min, 40s) == 0s);
    CHECK(paid_back(micro, 90min, 20s) == 45min);
    CHECK(paid_back(micro, 20min, 20s) == 5min);
    CHECK(paid_back(micro, 10min, 20s) == 0s);
    CHECK(paid_back(micro, 30min, 0s) == 30min);
}

TEST_CASE("rest_needed is the shortest rest that reaches the target") {
    const BreakRule micro = office_plan().breaks[0];
    for (const Duration base : {Duration{5min}, Duration{30min}, Duration{30min + 7ms}, Duration{95min}}) {
        const Duration needed = rest_needed(micro, base, 4min);
        CHECK(paid_back(micro, base, needed) <= 4min);
        CHECK(paid_back(micro, base, needed - 1ns) > 4min);
    }
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
    pass(ledger, plan, start + 10s, Ground::rest);
    const Duration after_rest = micro_of(ledger);
    pass(ledger, plan, start + 1h, Ground::neither);
    CHECK(micro_of(ledger) == after_rest);
    CHECK_FALSE(ledger.now.spell);
}

TEST_CASE("idleness found late takes back what was counted since") {
    const Plan plan = office_plan();
    Ledger ledger = ledger_with(10min, 10min);
    pass(ledger, plan, start + 5min, Ground::work);
    begin_idle(ledger, plan, start + 4min + 50s);
    CHECK(ledger.now.at == start + 5min);
    CHECK(micro_of(ledger) == paid_back(plan.breaks[0], 14min + 50s, 10s));
    CHECK(ledger.now.spell->began == start + 4min + 50s);
}

TEST_CASE("stretches that touch are one spell: a single input between them does not part them") {
    const Plan plan = office_plan();
    Ledger ledger = ledger_with(0s, 59min);
    pass(ledger, plan, start + 2min, Ground::work);
    begin_idle(ledger, plan, start);
    end_idle(ledger);
    pass(ledger, plan, start + 4min, Ground::work);
    CHECK(ledger.now.accounts[1].active > 36min);
    begin_idle(ledger, plan, start + 2min);
    CHECK(ledger.now.spell->began == start);
    CHECK(ledger.now.accounts[1].active == paid_back(plan.breaks[1], 59min, 4min));
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
