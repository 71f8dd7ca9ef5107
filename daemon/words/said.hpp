// SPDX-License-Identifier: GPL-3.0-or-later
// How a text gets into the person's language: gettext, with the catalogues of po/. This part of it is for
// modules without Qt; see text.hpp.
#pragma once

#include <fmt/format.h>

#include <string>

/// Marks a text that is looked up elsewhere, by _() or in_persons_language().
#define N_(text) text // NOLINT(cppcoreguidelines-macro-usage): xgettext's word for it

namespace limber {

/// As it is where nobody has translated it.
[[nodiscard]] std::string in_persons_language(const char* english);

[[nodiscard]] std::string filled_in(const char* english, fmt::format_args parts);

/// With its places filled in: said("`{}` must be from {} to {}", key, 1, 5). A translation that does not fit
/// the parts leaves it English.
template <class... Parts>
[[nodiscard]] std::string said(fmt::format_string<const Parts&...> english, const Parts&... parts) {
    return filled_in(fmt::string_view{english}.data(), fmt::make_format_args(parts...));
}

} // namespace limber
