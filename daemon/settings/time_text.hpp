// SPDX-License-Identifier: GPL-3.0-or-later
// Times of day as people write them: "09:00", and stretches of a day: "13:30-18:00".
#pragma once

#include "core/plan.hpp"

#include <expected>
#include <string>
#include <string_view>

namespace limber::settings {

/// "09:00", "9:00", "24:00" → distance from midnight. The error is a sentence.
[[nodiscard]] std::expected<Duration, std::string> parse_clock(std::string_view text);

/// "09:00"
[[nodiscard]] std::string format_clock(Duration time_of_day);

/// "09:00-12:30", "22:00-06:00", "00:00-24:00". The error is a sentence.
[[nodiscard]] std::expected<HoursRange, std::string> parse_hours(std::string_view text);

/// "09:00-12:30"; an end at midnight is written 24:00.
[[nodiscard]] std::string format_hours(const HoursRange& range);

} // namespace limber::settings
