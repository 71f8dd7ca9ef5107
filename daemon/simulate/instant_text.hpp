// SPDX-License-Identifier: GPL-3.0-or-later
// Dates with a time as RFC 3339 writes them.
#pragma once

#include "core/time.hpp"

#include <optional>
#include <string_view>

namespace limber::simulate {

/// A moment and the offset of the local time it was written in.
struct DatedInstant {
    Utc utc{};
    std::chrono::seconds offset{};

    bool operator==(const DatedInstant&) const = default;
};

/// "2025-01-06T09:00:00.5+01:00"; "Z", lower case and a space instead of the T are read too. Years 1970 …
/// 2200.
[[nodiscard]] std::optional<DatedInstant> parse_rfc3339(std::string_view text);

} // namespace limber::simulate
