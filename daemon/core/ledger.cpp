// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger.hpp"

#include <algorithm>

namespace limber {

namespace {

void pass_work(Books& books, const Plan& plan, Instant until, Instant clock_from) {
    books.spell.reset();
    const Duration length = until - books.at;
    for (std::size_t r = 0; r < books.accounts.size(); ++r) {
        Account& account = books.accounts[r];
        const Duration interval = plan.breaks[r].interval;
        if (account.active < interval && account.active + length >= interval)
            account.due_since = books.at + (interval - account.active);
        account.active += length;
    }
    if (clock_from < until) books.clock += until - std::max(books.at, clock_from);
}

void begin_spell(Books& books) {
    if (books.spell) return;
    Spell& spell = books.spell.emplace(Spell{books.at, books.at, {}, {}, {}});
    for (const Account& account : books.accounts)
        spell.at_start.push_back(account.active);
    spell.base = spell.at_start;
}

void pay_back(Books& books, const Plan& plan, Duration elapsed) {
    for (std::size_t r = 0; r < books.accounts.size(); ++r) {
        Account& account = books.accounts[r];
        account.active = paid_back(plan.breaks[r], books.spell->base[r], elapsed);
        if (account.active < plan.breaks[r].interval) account.due_since.reset();
    }
}

void pass(Books& books, const Plan& plan, Instant until, Ground ground, Instant clock_from) {
    if (until <= books.at) return;
    switch (ground) {
    case Ground::work: pass_work(books, plan, until, clock_from); break;
    case Ground::rest:
        begin_spell(books);
        books.spell->rested_until = until;
        pay_back(books, plan, length_of(*books.spell, until));
        break;
    case Ground::neither: books.spell.reset(); break;
    case Ground::still:
        if (books.spell) books.spell->stood_still += until - books.at;
        break;
    }
    books.at = until;
}

void zero(Books& books, std::size_t rule) {
    books.accounts[rule] = {};
    if (books.spell) books.spell->base[rule] = Duration::zero();
}

/// Writes `books`, which stand at or after the footing, on to `until` from the facts.
void replay(Books& books, const Ledger& ledger, const Plan& plan, Instant until) {
    std::vector<Instant> edges{until};
    const auto edge = [&](Instant at) {
        if (at > books.at && at < until) edges.push_back(at);
    };
    for (const Stretch& stretch : ledger.stretches)
        edge(stretch.from);
    for (const IdleStretch& idle : ledger.idles) {
        edge(idle.from);
        edge(idle.until);
    }
    for (const Zeroing& zeroing : ledger.zeroings)
        edge(zeroing.at);
    std::ranges::sort(edges);

    const auto ground_at = [&](Instant at) {
        for (const IdleStretch& idle : ledger.idles) {
            if (idle.from <= at && at < idle.until) return Ground::rest;
        }
        Ground ground = Ground::neither;
        for (const Stretch& stretch : ledger.stretches) {
            if (stretch.from <= at) ground = stretch.ground;
        }
        return ground;
    };
    const auto zero_at = [&](Instant at) {
        for (const Zeroing& zeroing : ledger.zeroings) {
            if (zeroing.at == at) zero(books, zeroing.rule);
        }
    };
    zero_at(books.at);
    for (const Instant at : edges) {
        if (at > books.at) pass(books, plan, at, ground_at(books.at), ledger.clock_from);
        zero_at(at);
    }
}

} // namespace

Duration length_of(const Spell& spell, Instant at) {
    return at - spell.began - spell.stood_still;
}

Duration paid_back(const BreakRule& rule, Duration base, Duration elapsed) {
    if (elapsed >= rule.rest) return Duration::zero();
    const Duration beyond_half = std::max(Duration::zero(), 2 * elapsed - rule.rest);
    const Duration paid = scaled(beyond_half, std::max(base, rule.interval), rule.rest);
    return base > paid ? base - paid : Duration::zero();
}

Duration rest_needed(const BreakRule& rule, Duration base, Duration target) {
    if (base <= target) return Duration::zero();
    const Duration beyond_half = scaled(base - target, rule.rest, std::max(base, rule.interval), true);
    return std::min(rule.rest, (rule.rest + beyond_half + Duration{1}) / 2);
}

void pass(Ledger& ledger, const Plan& plan, Instant until, Ground ground) {
    if (until <= ledger.now.at) return;
    if (ledger.stretches.empty() || ledger.stretches.back().ground != ground)
        ledger.stretches.push_back({ledger.now.at, ground});
    pass(ledger.now, plan, until, idle_now(ledger) ? Ground::rest : ground, ledger.clock_from);
}

void begin_idle(Ledger& ledger, const Plan& plan, Instant from) {
    from = std::clamp(from, ledger.footing.at, ledger.now.at);
    if (idle_now(ledger)) {
        ledger.idles.back().from = std::min(ledger.idles.back().from, from);
    } else {
        ledger.idles.push_back({from, never});
    }
    const Instant at = ledger.now.at;
    ledger.now = ledger.footing;
    replay(ledger.now, ledger, plan, at);
}

void end_idle(Ledger& ledger) {
    if (idle_now(ledger)) ledger.idles.back().until = ledger.now.at;
}

bool idle_now(const Ledger& ledger) {
    return !ledger.idles.empty() && ledger.idles.back().until == never;
}

void set_to_zero(Ledger& ledger, std::size_t rule) {
    ledger.zeroings.push_back({ledger.now.at, rule});
    zero(ledger.now, rule);
}

void start_clock(Ledger& ledger) {
    ledger.clock_from = ledger.now.at;
    ledger.now.clock = Duration::zero();
    ledger.footing.clock = Duration::zero();
}

void stop_clock(Ledger& ledger) {
    ledger.clock_from = never;
}

void lengthen_rest(Ledger& ledger, const Plan& plan, Duration by) {
    begin_spell(ledger.footing);
    ledger.footing.spell->began -= by;
    pay_back(ledger.footing, plan, length_of(*ledger.footing.spell, ledger.footing.at));
    const Instant at = ledger.now.at;
    ledger.now = ledger.footing;
    replay(ledger.now, ledger, plan, at);
}

void move_footing(Ledger& ledger, const Plan& plan, Instant limit) {
    if (limit <= ledger.footing.at) return;
    replay(ledger.footing, ledger, plan, limit);
    const auto last =
        std::ranges::find_if(ledger.stretches, [&](const Stretch& s) { return s.from > limit; });
    if (last - ledger.stretches.begin() > 1) ledger.stretches.erase(ledger.stretches.begin(), last - 1);
    std::erase_if(ledger.idles, [&](const IdleStretch& idle) { return idle.until <= limit; });
    std::erase_if(ledger.zeroings, [&](const Zeroing& zeroing) { return zeroing.at <= limit; });
}

} // namespace limber
