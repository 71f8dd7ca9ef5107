// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/said.hpp"

#include <fmt/format.h>

#include <libintl.h>
#include <string>

namespace limber {

std::string in_persons_language(const char* english) {
    return *english == '\0' ? english
                            : dgettext("limber", english); // of nothing it would give the catalogue's head
}

std::string filled_in(const char* english, fmt::format_args parts) {
    try {
        return fmt::vformat(in_persons_language(english), parts);
    } catch (const fmt::format_error&) {
        return fmt::vformat(english, parts);
    }
}

} // namespace limber
