// SPDX-License-Identifier: GPL-3.0-or-later
// What limberd and limber-notify say to each other: a line of JSON for each view and for each report, and an
// empty one to take down what is shown.
#pragma once

#include "notify/notifier.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace limber::notify {

/// From limber-notify, about its notification.
struct Report {
    NotifierReply reply;      ///< without the caller's id
    std::uint32_t view = 0;   ///< which line it is about, counted from 1
    std::uint32_t number = 0; ///< the server's, for `shown`

    bool operator==(const Report&) const = default;
};

/// Without the end of the line. What is no UTF-8 is replaced.
[[nodiscard]] std::string line_of(const PromptView& view);
[[nodiscard]] std::string line_of(const Report& report);

/// Nothing, if the line is anything else.
[[nodiscard]] std::optional<PromptView> view_of(std::string_view line);
[[nodiscard]] std::optional<Report> report_of(std::string_view line);

} // namespace limber::notify
