// SPDX-License-Identifier: GPL-3.0-or-later
// Why something happened, or did not: said by the core where it decides, for those who tell people. A story
// is the effects and the notes of a step in their order; whoever performs effects needs no notes.
#pragma once

#include "effect.hpp"
#include "event.hpp"
#include "time.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace limber {

/// Why a due break is not prompted for yet.
enum class WaitCause { none, snoozed, repeat_after, other_answered, settle, return_grace, typing, day_full };

/// What takes a person away from this desk, as others tell it.
enum class Absence { lock, lock_request, other_session };

/// Between a break that is due and its prompt: a hold, or a wait with a cause.
struct Waiting {
    std::string break_id; ///< the rule that would be prompted for
    std::string hold;     ///< "pause", "outside-hours" or a quiet level; empty: `cause` says it
    std::optional<Instant> since;
    WaitCause cause = WaitCause::none;
    std::optional<Instant> until;
};

/// What a rest did to a rule's active time.
struct Paid {
    std::string break_id;
    Duration before{};
    Duration after{};
};

/// What can be noted. `break_id` names the rule.
namespace note {

using limber::operator==;

/// Limber begins; or goes on after a gap of this kind.
struct Began {
    Gap kind = Gap::first;
    Duration gap{};
};

struct SettingsChanged {};

/// Nothing tells of input any more; or (`known`) something does again.
struct Presence {
    bool known = false;
};

/// An inhibitor is on and the source cannot see through it: it is believed until then, or (`over`) not any
/// more.
struct Blind {
    Instant since{}; ///< when the inhibitor began
    Instant until{};
    bool over = false;
};

/// No input since then: the person has left.
struct Left {
    Instant since{};
};

/// Others say that nobody is at this desk.
struct Away {
    Absence cause = Absence::lock;
};

/// They say so, and yet somebody has been typing here for two minutes.
struct Contradiction {
    Absence cause = Absence::lock;
};

struct Slept {
    Duration length{};
    std::vector<Paid> paid;
};

/// Back at the desk after a rest.
struct Returned {
    Duration length{};
    std::vector<Paid> paid;
};

/// No event came although one was asked for: from `since` on it is neither work nor rest.
struct NobodyWatched {
    Instant since{};
    Duration length{};
};

/// UTC was set forward by this much: a return.
struct ClockForward {
    Duration by{};
};

/// The gap before the start was longer than the clock had said then.
struct GapLonger {
    Duration by{};
    std::vector<Paid> paid;
};

struct Due {
    std::string break_id;
    Instant since{};
};

/// Due, but `max_per_day` is reached; or (`over`) a new day has begun.
struct TooManyToday {
    std::string break_id;
    int count = 0;
    bool over = false;
};

/// The rule waits until then; never: its wait is over.
struct Wait {
    std::string break_id;
    WaitCause cause = WaitCause::none;
    std::optional<Instant> until;
};

/// Nothing is prompted from here on, until then if that is known.
struct Held {
    std::string hold;
    Instant since{};
    std::optional<Instant> until;
};

struct HoldOver {
    std::string hold;
    Instant since{};
};

/// What a due break waits for is another thing than before.
struct Waits {
    Waiting what;
};

/// The prompt that comes now found a pause in the typing; or (not `found`) patience was over.
struct TypingGap {
    bool found = false;
};

/// The prompt is on no screen any more (expired), or never was (failed). It stays up elsewhere.
struct OffScreen {
    std::string break_id;
    bool failed = false;
};

/// So many prompts for one break: given up. The next ones are prompted for once each.
struct GivenUp {
    std::string break_id;
    int prompts = 0;
};

/// The session was cut; its record waits for how the rest goes on.
struct Cut {
    std::string break_id;
};

/// "I have rested."
struct SaidRested {};

/// May be suggested again; empty: all exercises.
struct Allowed {
    std::string exercise;
};

} // namespace note

struct Note {
    Instant at{}; ///< when it became true
    Civil when{}; ///< the same, on the wall
    std::variant<note::Began, note::SettingsChanged, note::Presence, note::Blind, note::Left, note::Away,
                 note::Contradiction, note::Slept, note::Returned, note::NobodyWatched, note::ClockForward,
                 note::GapLonger, note::Due, note::TooManyToday, note::Wait, note::Held, note::HoldOver,
                 note::Waits, note::TypingGap, note::OffScreen, note::GivenUp, note::Cut, note::SaidRested,
                 note::Allowed>
        what;
    std::size_t effects = 0; ///< so many effects of the same step came before it
};

} // namespace limber
