// SPDX-License-Identifier: GPL-3.0-or-later
#include "characters.hpp"

#include "translation/said.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace limber::settings {
namespace {

struct HiddenSpace {
    std::string_view bytes;
    const char* name; ///< marked for translation
    bool has_width;
};

constexpr std::array hidden_spaces{
    HiddenSpace{"\u00A0", QT_TRANSLATE_NOOP("said", "a no-break space (U+00A0)"), true},
    HiddenSpace{"\u202F", QT_TRANSLATE_NOOP("said", "a narrow no-break space (U+202F)"), true},
    HiddenSpace{"\u2007", QT_TRANSLATE_NOOP("said", "a figure space (U+2007)"), true},
    HiddenSpace{"\u2009", QT_TRANSLATE_NOOP("said", "a thin space (U+2009)"), true},
    HiddenSpace{"\u200B", QT_TRANSLATE_NOOP("said", "a zero-width space (U+200B)"), false},
    HiddenSpace{"\u200C", QT_TRANSLATE_NOOP("said", "a zero-width non-joiner (U+200C)"), false},
    HiddenSpace{"\u200D", QT_TRANSLATE_NOOP("said", "a zero-width joiner (U+200D)"), false},
    HiddenSpace{"\u2060", QT_TRANSLATE_NOOP("said", "a word joiner (U+2060)"), false},
    HiddenSpace{"\u00AD", QT_TRANSLATE_NOOP("said", "a soft hyphen (U+00AD)"), false},
    HiddenSpace{"\uFEFF", QT_TRANSLATE_NOOP("said", "a byte order mark (U+FEFF)"), false},
};

/// The one that begins here, or null.
const HiddenSpace* hidden_space_at(std::string_view text) {
    const auto* const found = std::ranges::find_if(
        hidden_spaces, [&](const HiddenSpace& space) { return text.starts_with(space.bytes); });
    return found == hidden_spaces.end() ? nullptr : found;
}

} // namespace

std::string hidden_space_in(std::string_view text) {
    for (; !text.empty(); text.remove_prefix(1)) {
        if (const HiddenSpace* const space = hidden_space_at(text))
            return translation::in_persons_language(space->name);
    }
    return {};
}

std::string with_plain_spaces(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const HiddenSpace* const space = hidden_space_at(text);
        if (space == nullptr) {
            plain += text.front();
        } else if (space->has_width) {
            plain += ' ';
        }
        text.remove_prefix(space == nullptr ? 1 : space->bytes.size());
    }
    return plain;
}

} // namespace limber::settings
