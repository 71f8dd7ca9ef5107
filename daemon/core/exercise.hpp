// SPDX-License-Identifier: GPL-3.0-or-later
// An exercise as data: blocks of phases, where it can be done, and who must not be shown it.
#pragma once

#include "time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

enum class PhaseKind { move, hold, rest, switch_sides };
enum class Side { none, both, left, right };

/// One instruction with its length.
struct Phase {
    std::string name;
    std::string text; ///< at most 90 characters; may contain "{side}", or "{one|other}" for left and right
    PhaseKind kind = PhaseKind::move;
    Side side = Side::none;
    Duration length{};
    std::string title; ///< what a person reads as its name; empty: the name
};

/// Phases done `reps` times. A mirrored block is played for its side, then again for the other one.
struct Block {
    int reps = 1;
    bool mirror = false;
    std::vector<Phase> phases;
};

/// So many a day, never closer than `min_gap` of active time; a deficit is forgotten at the day's end.
struct Quota {
    int per_day = 0;
    Duration min_gap{};
};

struct Exercise {
    std::string id;      ///< lower case and hyphens, unique
    std::string title;   ///< what a person calls it: "Shoulder Rolls"
    std::string summary; ///< what to do, in one or two short sentences: the body of a prompt
    std::string area;
    std::vector<std::string> positions; ///< seated, standing, floor
    std::vector<std::string> places;    ///< office, private
    std::string caution;                ///< always shown with the exercise
    std::vector<std::string> avoid_if;  ///< health tags; never leave the local configuration
    std::optional<Quota> quota;
    bool ride_along = false; ///< short enough to be appended to another exercise
    std::string source;
    std::string pose;
    std::string image; ///< path of a picture to show instead of the pose; empty: none
    std::vector<Block> blocks;
};

/// Length with the default repetitions.
[[nodiscard]] Duration length_of(const Exercise& exercise);

/// The text of a phase with "{one|other}" replaced by its word for the left or the right `side`; "{side}" is
/// "{left|right}". Without a side the word is left out. What is neither stays in its braces.
[[nodiscard]] std::string with_side(std::string_view text, Side side);

} // namespace limber
