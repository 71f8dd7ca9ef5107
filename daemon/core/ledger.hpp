// SPDX-License-Identifier: GPL-3.0-or-later
// Active time, payback and hindsight (LAW.md §3, §4). The books stand at an instant; behind them lie the
// facts of the last minutes, so that they can be written anew when it turns out that somebody had left.
#pragma once

#include "plan.hpp"
#include "time.hpp"

#include <optional>
#include <vector>

namespace limber {

/// What an instant is, idleness apart. `still`: neither, and a spell stands still instead of ending (§3).
enum class Ground { work, rest, neither, still };

struct Account {
    Duration active{};
    std::optional<Instant> due_since; ///< when `active` last rose to the interval
};

/// A rest spell. `at_start` is each rule's active time when it began; payback counts down from `base`,
/// which is 0 for a rule that was set to zero inside the spell.
struct Spell {
    Instant began{};
    Instant rested_until{}; ///< later than this it only stood still
    Duration stood_still{}; ///< within it, left out of its length
    std::vector<Duration> at_start;
    std::vector<Duration> base;
};

/// How long it has lasted at `at`, which is not before it began.
[[nodiscard]] Duration length_of(const Spell& spell, Instant at);

/// All accounts at one instant. A spell that ended at exactly `at` is still here: what touches it goes on
/// with it.
struct Books {
    Instant at{};
    std::vector<Account> accounts; ///< by rule, in the plan's order
    std::optional<Spell> spell;
    Duration clock{}; ///< time at the desk since the prompt appeared
};

/// The ground from here on.
struct Stretch {
    Instant from{};
    Ground ground = Ground::neither;
};

/// A stretch without input that is known to be one; `until` is `never` while it lasts.
struct IdleStretch {
    Instant from{};
    Instant until = never;
};

/// A rule's active time was set to 0 here.
struct Zeroing {
    Instant at{};
    std::size_t rule = 0;
};

struct Ledger {
    Books now;
    Books footing; ///< hindsight does not reach behind it
    std::vector<Stretch> stretches;
    std::vector<IdleStretch> idles;
    std::vector<Zeroing> zeroings;
    Instant clock_from = never; ///< when the prompt that is up appeared
};

/// Active time after a rest of `elapsed` that began with `base`: the first half of a rest only stops the
/// clock.
[[nodiscard]] Duration paid_back(const BreakRule& rule, Duration base, Duration elapsed);

/// What must be over of a rest before it pays anything back.
[[nodiscard]] constexpr Duration half_of(Duration rest) {
    return (rest + Duration{1}) / 2;
}

/// How long a rest that began with `base` must be for the active time to be at most `target`.
[[nodiscard]] Duration rest_needed(const BreakRule& rule, Duration base, Duration target);

/// Writes the books on to `until`, on this ground.
void pass(Ledger& ledger, const Plan& plan, Instant until, Ground ground);

/// The person is known to have been idle since `from` (not later than the books' instant); not before the
/// footing.
void begin_idle(Ledger& ledger, const Plan& plan, Instant from);

/// The idle stretch that lasts ends now.
void end_idle(Ledger& ledger);

[[nodiscard]] bool idle_now(const Ledger& ledger);

/// Sets a rule's active time to 0 as of now.
void set_to_zero(Ledger& ledger, std::size_t rule);

/// The prompt's clock begins now; or is not needed any more.
void start_clock(Ledger& ledger);
void stop_clock(Ledger& ledger);

/// The rest that had lasted when the footing was laid was longer by this: it is as if it had begun so much
/// earlier.
void lengthen_rest(Ledger& ledger, const Plan& plan, Duration by);

/// Forgets facts older than `limit`: no idle stretch will be found to have begun before it.
void move_footing(Ledger& ledger, const Plan& plan, Instant limit);

} // namespace limber
