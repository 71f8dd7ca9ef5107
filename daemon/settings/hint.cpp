// SPDX-License-Identifier: GPL-3.0-or-later
#include "hint.hpp"

#include "words/said.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limber::settings {

namespace {

/// Lower case, and every separator the same: "Idle-After" means `idle_after`.
std::string folded(std::string_view word) {
    std::string result{word};
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '-' || c == ' ') c = '_';
    }
    return result;
}

/// Letters to insert, drop, change or swap with a neighbour (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

bool ends_or_begins_with(std::string_view text, std::string_view part) {
    return part.size() >= 4 && (text.starts_with(part) || text.ends_with(part));
}

struct HiddenSpace {
    std::string_view bytes;
    const char* name; ///< marked for translation
    bool has_width;
};

constexpr std::array hidden_spaces{
    HiddenSpace{"\u00A0", N_("a no-break space (U+00A0)"), true},
    HiddenSpace{"\u202F", N_("a narrow no-break space (U+202F)"), true},
    HiddenSpace{"\u2007", N_("a figure space (U+2007)"), true},
    HiddenSpace{"\u2009", N_("a thin space (U+2009)"), true},
    HiddenSpace{"\u200B", N_("a zero-width space (U+200B)"), false},
    HiddenSpace{"\u200C", N_("a zero-width non-joiner (U+200C)"), false},
    HiddenSpace{"\u200D", N_("a zero-width joiner (U+200D)"), false},
    HiddenSpace{"\u2060", N_("a word joiner (U+2060)"), false},
    HiddenSpace{"\u00AD", N_("a soft hyphen (U+00AD)"), false},
    HiddenSpace{"\uFEFF", N_("a byte order mark (U+FEFF)"), false},
};

/// The one that begins here, or null.
const HiddenSpace* hidden_space_at(std::string_view text) {
    const auto* const found = std::ranges::find_if(
        hidden_spaces, [&](const HiddenSpace& space) { return text.starts_with(space.bytes); });
    return found == hidden_spaces.end() ? nullptr : found;
}

} // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    constexpr std::size_t longest = 60; // a longer word is no typing mistake, and the table is quadratic
    if (word.empty() || word.size() > longest) return {};
    const std::string wanted = folded(word);
    const std::size_t allowed = wanted.size() < 3 ? 1 : wanted.size() / 3 + 1;
    std::string_view best;
    std::size_t best_distance = allowed + 1;
    for (const std::string_view candidate : candidates) {
        const std::string known = folded(candidate);
        std::size_t apart = distance(wanted, known);
        const bool part = ends_or_begins_with(known, wanted) || ends_or_begins_with(wanted, known);
        if (part) apart = std::min(apart, std::max<std::size_t>(allowed - 1, 1));
        if (apart < best_distance && apart < std::max(known.size(), wanted.size())) {
            best = candidate;
            best_distance = apart;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
    const std::string_view meant = nearest(word, candidates);
    return meant.empty() ? std::string{} : said("did you mean `{}`?", meant);
}

std::string listed(const std::vector<std::string_view>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool last = i + 1 == words.size();
        if (i > 0) text += last ? in_persons_language(" and ") : ", ";
        text += fmt::format("`{}`", words[i]);
    }
    return text;
}

std::string hidden_space_in(std::string_view text) {
    for (; !text.empty(); text.remove_prefix(1)) {
        if (const HiddenSpace* const space = hidden_space_at(text)) return in_persons_language(space->name);
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
