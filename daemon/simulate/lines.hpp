// SPDX-License-Identifier: GPL-3.0-or-later
// What a simulated day brought, as values and as the JSON lines of LAW.md §11.
#pragma once

#include "core/effect.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace limber::simulate {

struct Prompted {
    std::string break_id;
    std::string exercise;
    Reason reason = Reason::due;
    Duration due_since{};
    std::string held_by; ///< what held it back; not written

    bool operator==(const Prompted&) const = default;
};

struct Withdrawn {
    std::string break_id;
    Why why = Why::lost;

    bool operator==(const Withdrawn&) const = default;
};

struct Recorded {
    std::string break_id;
    Outcome outcome = Outcome::done;

    bool operator==(const Recorded&) const = default;
};

struct SessionOpened {
    std::string break_id;
    std::string exercise; ///< the first one
    Duration length{};

    bool operator==(const SessionOpened&) const = default;
};

/// The last one: active time of each rule as known at the end, in the plan's order.
struct DayEnded {
    std::vector<std::pair<std::string, Duration>> active;

    bool operator==(const DayEnded&) const = default;
};

/// `at` and all other instants are counted from the start.
struct Line {
    Duration at{};
    std::variant<Prompted, Withdrawn, Recorded, SessionOpened, DayEnded> what;

    bool operator==(const Line&) const = default;
};

/// Nothing for what a simulated day does not tell: saves, refusals, the course of a session.
/// `start` is the instant the day began.
[[nodiscard]] std::optional<Line> line_of(const Effect& effect, Instant start);

/// One JSON object without a line end; seconds with three decimals.
[[nodiscard]] std::string json_text(const Line& line);

} // namespace limber::simulate
