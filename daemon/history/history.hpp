// SPDX-License-Identifier: GPL-3.0-or-later
// Port: what was done, and where the daemon left off.
#pragma once

#include "core/effect.hpp"
#include "core/time.hpp"

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace limber {

/// Where and when a state was saved, so that the gap until the next start can be measured:
/// CLOCK_BOOTTIME begins anew at each boot.
struct SavedState {
    std::string text; ///< write_state()
    std::string boot_id;
    Stamp stamp;
};

/// Counts of one civil day: rule → outcome → how often.
struct DaySummary {
    Day day{};
    std::map<std::string, std::map<Outcome, int>> counts;
    std::map<std::string, Duration> rested; ///< by rule
};

/// Only the daemon writes. Failures are sentences for a person; none of them is the end of anything.
class History {
public:
    virtual ~History() = default;

    virtual std::expected<void, std::string> append(const Record& record) = 0;
    virtual std::expected<void, std::string> save(const SavedState& saved) = 0;
    [[nodiscard]] virtual std::expected<std::optional<SavedState>, std::string> saved() = 0;

    /// Days from `from` to `to`, both included, that have a record; ascending.
    [[nodiscard]] virtual std::expected<std::vector<DaySummary>, std::string> summary(Day from, Day to) = 0;
};

} // namespace limber
