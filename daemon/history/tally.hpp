// SPDX-License-Identifier: GPL-3.0-or-later
// Adding records up by civil day.
#pragma once

#include "history/history.hpp"

#include <map>
#include <utility>
#include <vector>

namespace limber {

using Tally = std::map<Day, DaySummary>;

/// `times` records of one rule, outcome and day whose lengths add up to `rested`.
inline void add(Tally& tally, Day day, const std::string& rule, Outcome outcome, int times, Duration rested) {
    DaySummary& summary = tally[day];
    summary.day = day;
    summary.counts[rule][outcome] += times;
    summary.rested[rule] += rested;
}

/// The record, if its day is between `from` and `to`, both included.
inline void add(Tally& tally, const Record& record, Day from, Day to) {
    if (from <= record.day && record.day <= to) {
        add(tally, record.day, record.break_id, record.outcome, 1, record.length);
    }
}

[[nodiscard]] inline std::vector<DaySummary> days_of(Tally tally) {
    std::vector<DaySummary> days;
    days.reserve(tally.size());
    for (auto& [day, summary] : tally) {
        days.push_back(std::move(summary));
    }
    return days;
}

} // namespace limber
