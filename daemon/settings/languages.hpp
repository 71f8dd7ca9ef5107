// SPDX-License-Identifier: GPL-3.0-or-later
// Which languages a person reads, from the environment, as gettext(3) has it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limber::settings {

/// Most wanted first, each with its country before it without: "de_AT", "de". Ends before English, which
/// everything is written in: so it is empty for English, C and POSIX. `list` is LANGUAGE, `locale` the
/// locale of messages.
[[nodiscard]] std::vector<std::string> wanted_languages(std::string_view list, std::string_view locale);

/// The same from LANGUAGE, LC_ALL, LC_MESSAGES and LANG.
[[nodiscard]] std::vector<std::string> wanted_languages();

/// Two or three lower case letters, and perhaps a country: "de", "pt_BR".
[[nodiscard]] bool is_language(std::string_view name);

} // namespace limber::settings
