// SPDX-License-Identifier: GPL-3.0-or-later
// How values were written before they were JSON: {name value …} for records, [value …] for lists, (NAME {…})
// for one of several, numbers, "strings", and ~ for nothing. Read, never written.
#pragma once

#include "json.hpp"

#include <expected>
#include <string>
#include <string_view>

namespace limber::record {

/// The same as JSON, for a Reading of Format::first. The error says what is wrong, and where.
[[nodiscard]] std::expected<Json, std::string> from_first_format(std::string_view text);

} // namespace limber::record
