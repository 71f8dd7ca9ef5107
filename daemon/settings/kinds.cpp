// SPDX-License-Identifier: GPL-3.0-or-later
// Reading: every refusal names the key, what came, and what is wanted.
#include "kinds.hpp"

#include "core/plan.hpp"
#include "document.hpp"
#include "hint.hpp"
#include "settings.hpp"
#include "spot.hpp"
#include "words/said.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace limber::settings {

namespace {

/// The value as a T, or null and a complaint. `what` is marked for translation.
template <class T>
const T* needed(const Value& value, const char* what, const Spot& spot, std::string hint = {}) {
    const T* found = std::get_if<T>(&value.what);
    if (found == nullptr) {
        spot.wrong(value.at,
                   said("`{}` needs {}, not {}", spot.name(), in_persons_language(what), kind_of(value)),
                   std::move(hint));
    }
    return found;
}

bool is_plain(std::string_view text) {
    return std::ranges::none_of(text,
                                [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// A word is one that is looked up: with a space that nobody sees it would be another. False, and a
/// complaint.
bool is_visible(const std::string& word, Place at, const Spot& spot) {
    const std::string hidden = hidden_space_in(word);
    return hidden.empty() || spot.wrong(at, said("`{}` has {} in it, which nobody sees", spot.name(), hidden),
                                        said("delete the word and type it anew"));
}

bool is_name(const Name& kind, std::string_view text) {
    const auto is_small = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c); };
    const auto fits = [&](char c) { return is_small(c) || kind.joints.find(c) != std::string_view::npos; };
    return !text.empty() && text.size() <= kind.longest && is_small(text.front()) && is_small(text.back()) &&
           std::ranges::all_of(text, fits);
}

/// Reads every element, so that each mistake is told.
template <class Read>
bool read_each(const List& list, Read read_one) {
    bool good = true;
    for (const Value& element : list)
        good = read_one(element) && good;
    return good;
}

} // namespace

bool read(const Span& kind, const Value& value, Duration& into, const Spot& spot) {
    std::string hint;
    if (const auto* const number = std::get_if<std::int64_t>(&value.what);
        number != nullptr && *number >= 0) {
        hint = said("add the unit: \"{0}min\" or \"{0}s\"", *number);
    }
    const auto* const text = needed<std::string>(value, N_(R"(a length of time in quotes, such as "25min")"),
                                                 spot, std::move(hint));
    if (text == nullptr) return false;
    const auto span = parse_duration(with_plain_spaces(*text));
    if (!span) return spot.wrong(value.at, fmt::format("`{}`: {}", spot.name(), span.error()));
    if (*span < kind.low || *span > kind.high) {
        return spot.wrong(value.at,
                          said("`{}` must be from {} to {}, not {}", spot.name(), format_duration(kind.low),
                               format_duration(kind.high), format_duration(*span)));
    }
    into = *span;
    return true;
}

bool read(const Spans& kind, const Value& value, std::vector<Duration>& into, const Spot& spot) {
    const auto* const list = needed<List>(value, N_(R"(a list such as ["5min", "15min"])"), spot);
    if (list == nullptr) return false;
    if (list->size() > kind.most) {
        return spot.wrong(value.at, said("`{}` takes at most {} lengths", spot.name(), kind.most));
    }
    std::vector<Duration> spans;
    const bool good = read_each(*list, [&](const Value& element) {
        Duration span{};
        if (!read(Span{kind.low, kind.high}, element, span, spot)) return false;
        const bool longer = spans.empty() || span > spans.back();
        spans.push_back(span);
        return longer || spot.wrong(element.at,
                                    said("`{}` must name the shortest first, each length once", spot.name()));
    });
    if (good) into = std::move(spans);
    return good;
}

bool read(const Clock& /*kind*/, const Value& value, Duration& into, const Spot& spot) {
    const auto* const text =
        needed<std::string>(value, N_(R"(a time of day in quotes, such as "04:00")"), spot);
    if (text == nullptr) return false;
    const auto clock = parse_clock(with_plain_spaces(*text));
    if (!clock) return spot.wrong(value.at, fmt::format("`{}`: {}", spot.name(), clock.error()));
    if (*clock >= std::chrono::hours{24}) {
        return spot.wrong(value.at, said("`{}`: a day begins before 24:00", spot.name()),
                          said(R"(midnight is "00:00")"));
    }
    into = *clock;
    return true;
}

bool read(const Whole& kind, const Value& value, int& into, const Spot& spot) {
    const auto* const number = needed<std::int64_t>(value, N_("a whole number"), spot);
    if (number == nullptr) return false;
    if (*number < kind.low || *number > kind.high) {
        return spot.wrong(
            value.at, said("`{}` must be from {} to {}, not {}", spot.name(), kind.low, kind.high, *number));
    }
    into = static_cast<int>(*number);
    return true;
}

bool read(const Bounds& kind, const Value& value, std::pair<int, int>& into, const Spot& spot) {
    const auto* const list = needed<List>(value, N_("a list of two whole numbers, such as [3, 8]"), spot);
    if (list == nullptr) return false;
    if (list->size() != 2) {
        return spot.wrong(value.at, said("`{}` needs two numbers, such as [3, 8]", spot.name()));
    }
    const Whole bound{kind.low, kind.high};
    const bool least = read(bound, list->front(), into.first, spot);
    if (!read(bound, list->back(), into.second, spot) || !least) return false;
    return into.first <= into.second ||
           spot.wrong(value.at, said("`{}` must name the smaller number first", spot.name()));
}

bool read(const Flag& /*kind*/, const Value& value, bool& into, const Spot& spot) {
    const auto* const text = std::get_if<std::string>(&value.what);
    const bool quoted = text != nullptr && (*text == "true" || *text == "false");
    const auto* const flag = needed<bool>(value, N_("true or false"), spot,
                                          quoted ? said("write {} without quotes", *text) : std::string{});
    if (flag != nullptr) into = *flag;
    return flag != nullptr;
}

bool read(const TextLine& kind, const Value& value, std::string& into, const Spot& spot) {
    const auto* const text = needed<std::string>(value, N_("text in quotes"), spot);
    if (text == nullptr) return false;
    if (!is_plain(*text)) {
        return spot.wrong(value.at, said("`{}` must be one line without control characters", spot.name()));
    }
    const std::size_t length = count_characters(*text);
    const bool blank = with_plain_spaces(*text).find_first_not_of(' ') == std::string::npos;
    if (blank && !kind.may_be_empty) {
        return spot.wrong(value.at, said("`{}` must not be empty", spot.name()));
    }
    if (length > kind.longest) {
        return spot.wrong(
            value.at, said("`{}` may have {} characters at most, not {}", spot.name(), kind.longest, length));
    }
    into = *text;
    return true;
}

bool read(const Name& kind, const Value& value, std::string& into, const Spot& spot) {
    const auto* const text = needed<std::string>(value, N_("text in quotes"), spot);
    if (text == nullptr || !is_visible(*text, value.at, spot)) return false;
    if (!is_name(kind, *text)) {
        return spot.wrong(
            value.at, said("`{}` must be lower case letters and digits, joined by {}, {} characters at most",
                           spot.name(), joints_of(kind, in_persons_language(" or ")), kind.longest));
    }
    into = *text;
    return true;
}

bool read(const Words& kind, const Value& value, std::vector<std::string>& into, const Spot& spot) {
    const auto* const list = std::get_if<List>(&value.what);
    if (list == nullptr) {
        return spot.wrong(value.at, said("`{}` needs a list such as {}, not {}", spot.name(), kind.example,
                                         kind_of(value)));
    }
    if (list->empty() && !kind.may_be_empty) {
        return spot.wrong(value.at, said("`{}` must name at least one", spot.name()));
    }
    const std::vector<std::string_view> known{kind.known.begin(), kind.known.end()};
    std::vector<std::string> words;
    const bool good = read_each(*list, [&](const Value& element) {
        const auto* const word = needed<std::string>(element, N_("a list of texts in quotes"), spot);
        if (word == nullptr || !is_visible(*word, element.at, spot)) return false;
        if (!known.empty() && std::ranges::find(known, *word) == known.end()) {
            return spot.wrong(element.at, said("`{}` knows {} only", spot.name(), listed(known)),
                              did_you_mean(*word, known));
        }
        if (word->empty() || count_characters(*word) > 60 || !is_plain(*word)) {
            return spot.wrong(element.at, said("`{}` takes words of 1 to 60 characters", spot.name()));
        }
        if (std::ranges::find(words, *word) != words.end()) {
            return spot.wrong(element.at, kind.secret ? said("`{}` names a word twice", spot.name())
                                                      : said("`{}` names \"{}\" twice", spot.name(), *word));
        }
        words.push_back(*word);
        return true;
    });
    if (good) into = std::move(words);
    return good;
}

bool read(const Portion& kind, const Value& value, Selection& into, const Spot& spot) {
    static constexpr Words ids{.may_be_empty = false, .example = R"(["upper_back", "shoulder-rolls"])"};
    Selection selection;
    bool good = true;
    if (std::holds_alternative<std::int64_t>(value.what)) {
        good = read(Whole{1, kind.most}, value, selection.count, spot);
    } else if (std::holds_alternative<List>(value.what)) {
        good = read(ids, value, selection.from, spot);
    } else if (const auto* const table = std::get_if<Table>(&value.what)) {
        for (const Entry& entry : *table) {
            const Spot inner = spot.under(entry.key);
            const bool fits =
                entry.key == "count" ? read(Whole{1, kind.most}, entry.value, selection.count, inner)
                : entry.key == "from"
                    ? read(ids, entry.value, selection.from, inner)
                    : inner.wrong(entry.at, said("unknown key `{}`", entry.key),
                                  in_persons_language(R"(write { count = 3, from = ["upper_back"] })"));
            good = fits && good;
        }
    } else {
        return spot.wrong(value.at, said("`{}` needs a number or a list such as [\"upper_back\"], not {}",
                                         spot.name(), kind_of(value)));
    }
    if (good) into = std::move(selection);
    return good;
}

bool read(const Stretches& /*kind*/, const Value& value, std::vector<HoursRange>& into, const Spot& spot) {
    constexpr std::size_t most = 12;
    const auto* const list =
        needed<List>(value, N_(R"(a list such as ["09:00-12:30", "13:30-18:00"])"), spot);
    if (list == nullptr) return false;
    if (list->size() > most) {
        return spot.wrong(value.at, said("`{}` takes at most {} stretches", spot.name(), most));
    }
    std::vector<HoursRange> ranges;
    const bool good = read_each(*list, [&](const Value& element) {
        const auto* const text = needed<std::string>(element, N_("a list of texts in quotes"), spot);
        if (text == nullptr) return false;
        const auto range = parse_hours(with_plain_spaces(*text));
        if (!range) return spot.wrong(element.at, fmt::format("`{}`: {}", spot.name(), range.error()));
        ranges.push_back(*range);
        return true;
    });
    if (good) into = std::move(ranges);
    return good;
}

std::optional<std::size_t> read_choice(const std::vector<std::string_view>& words, const Value& value,
                                       const Spot& spot) {
    const auto* const text = needed<std::string>(value, N_("text in quotes"), spot);
    if (text == nullptr || !is_visible(*text, value.at, spot)) return std::nullopt;
    const auto found = std::ranges::find(words, *text);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    spot.wrong(value.at, said("`{}` knows {} only", spot.name(), listed(words)), did_you_mean(*text, words));
    return std::nullopt;
}

} // namespace limber::settings
