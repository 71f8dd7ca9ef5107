// SPDX-License-Identifier: GPL-3.0-or-later
#include "translation/said.hpp"

#include <fmt/format.h>

#include <string>

namespace limber::translation {
namespace {

// like the locale of a process: set once, at its start
Translator lent = nullptr; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

} // namespace

void lend_translator(Translator translator) {
    lent = translator;
}

std::string in_persons_language(const char* english) {
    return lent == nullptr ? english : lent(english);
}

std::string filled_in(const char* english, fmt::format_args parts) {
    try {
        return fmt::vformat(in_persons_language(english), parts);
    } catch (const fmt::format_error&) {
        return fmt::vformat(english, parts);
    }
}

} // namespace limber::translation
