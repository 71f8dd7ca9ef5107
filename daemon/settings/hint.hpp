// SPDX-License-Identifier: GPL-3.0-or-later
// The likely right word for a wrong one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limber::settings {

/// The candidate that was probably meant, or empty if none is near.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

/// "did you mean `max_prompts`?", or empty.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

/// "`a`, `b` and `c`"
[[nodiscard]] std::string listed(const std::vector<std::string_view>& words);

} // namespace limber::settings
