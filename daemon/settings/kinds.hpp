// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of values a key can have. Each kind reads a value with its range check; those of limber.toml also
// write one as TOML and describe themselves: what is refused and what is documented cannot drift apart.
#pragma once

#include "core/exercise.hpp"
#include "core/plan.hpp"
#include "document.hpp"
#include "spot.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limber::settings {

/// A length of time with its unit: "25min".
struct Span {
    using type = Duration;
    Duration low{};
    Duration high{};
};

/// Lengths of time, each longer than the one before.
struct Spans {
    using type = std::vector<Duration>;
    Duration low{};
    Duration high{};
    std::size_t most = 5;
};

/// A time of day: "04:00".
struct Clock {
    using type = Duration;
};

/// Stretches of one day: ["09:00-12:30", "13:30-18:00"].
struct Stretches {
    using type = std::vector<HoursRange>;
};

struct Whole {
    using type = int;
    int low = 0;
    int high = 0;
};

/// A number of units of time, as exercise files count.
template <class Number>
struct Unit {
    using type = Duration;
    Number number;
    Duration unit;
};

/// [least, most]
struct Bounds {
    using type = std::pair<int, int>;
    int low = 0;
    int high = 0;
};

struct Flag {
    using type = bool;
};

/// One line of text.
struct TextLine {
    using type = std::string;
    std::size_t longest = 0;
    bool may_be_empty = false;
};

/// Lower case letters, digits, and `joint` between them.
struct Name {
    using type = std::string;
    std::size_t longest = 40;
    std::string_view joints = "-";
};

/// Some of these words; `known` empty: any words.
struct Words {
    using type = std::vector<std::string>;
    std::span<const std::string_view> known;
    bool may_be_empty = true;
    bool secret = false; ///< never repeated in a message
    std::string_view example;
};

/// How many exercises, or which: 3, ["upper_back"], or { count = 3, from = ["upper_back"] }.
struct Portion {
    using type = Selection;
    int most = 10;
};

/// One of a few words. `Kept` is what the member is, if not an E.
template <class E, std::size_t N, class Kept = E>
struct OneOf {
    using type = Kept;
    std::array<std::pair<std::string_view, E>, N> words;
};

template <class E, std::size_t N>
constexpr OneOf<E, N> one_of(
    const std::pair<std::string_view, E> (&words)[N]) { // NOLINT(modernize-avoid-c-arrays): a list in braces
    return {std::to_array(words)};
}

/// Nothing where the key is absent. `example` is for the documents, which have no default to show.
template <class Kind>
struct Maybe {
    using type = std::optional<typename Kind::type>;
    Kind kind;
    std::string_view example;
};

bool read(const Span& kind, const Value& value, Duration& into, const Spot& spot);
bool read(const Spans& kind, const Value& value, std::vector<Duration>& into, const Spot& spot);
bool read(const Clock& kind, const Value& value, Duration& into, const Spot& spot);
bool read(const Stretches& kind, const Value& value, std::vector<HoursRange>& into, const Spot& spot);
bool read(const Whole& kind, const Value& value, int& into, const Spot& spot);
bool read(const Bounds& kind, const Value& value, std::pair<int, int>& into, const Spot& spot);
bool read(const Flag& kind, const Value& value, bool& into, const Spot& spot);
bool read(const TextLine& kind, const Value& value, std::string& into, const Spot& spot);
bool read(const Name& kind, const Value& value, std::string& into, const Spot& spot);
bool read(const Words& kind, const Value& value, std::vector<std::string>& into, const Spot& spot);
bool read(const Portion& kind, const Value& value, Selection& into, const Spot& spot);

/// Index of the word, or nothing and a complaint.
[[nodiscard]] std::optional<std::size_t> read_choice(const std::vector<std::string_view>& words,
                                                     const Value& value, const Spot& spot);

/// "`-` or `_`"
[[nodiscard]] std::string joints_of(const Name& kind, std::string_view between);

/// As it is written in TOML.
std::string show(const Span& kind, Duration value);
std::string show(const Spans& kind, const std::vector<Duration>& value);
std::string show(const Clock& kind, Duration value);
std::string show(const Stretches& kind, const std::vector<HoursRange>& value);
std::string show(const Whole& kind, int value);
std::string show(const Flag& kind, bool value);
std::string show(const TextLine& kind, const std::string& value);
std::string show(const Name& kind, const std::string& value);
std::string show(const Words& kind, const std::vector<std::string>& value);
std::string show(const Portion& kind, const Selection& value);

/// What a kind accepts.
struct Description {
    std::string text;          ///< for people: "1s to 24h"
    std::string schema;        ///< for editors: members of a JSON object, one a line
    bool plain_to_see = false; ///< the value beside it shows it already
};

Description describe(const Span& kind);
Description describe(const Spans& kind);
Description describe(const Clock& kind);
Description describe(const Stretches& kind);
Description describe(const Whole& kind);
Description describe(const Flag& kind);
Description describe(const TextLine& kind);
Description describe(const Name& kind);
Description describe(const Words& kind);
Description describe(const Portion& kind);
Description describe_choice(const std::vector<std::string_view>& words);

/// In quotes, as in TOML and in JSON.
std::string in_quotes(std::string_view text);

/// A JSON object with these members, one a line.
std::string json_object(std::string_view members);

template <class Number>
bool read(const Unit<Number>& kind, const Value& value, Duration& into, const Spot& spot) {
    typename Number::type number{};
    if (!read(kind.number, value, number, spot)) return false;
    into = number * kind.unit;
    return true;
}

template <class Kind>
bool read(const Maybe<Kind>& kind, const Value& value, std::optional<typename Kind::type>& into,
          const Spot& spot) {
    typename Kind::type found{};
    if (!read(kind.kind, value, found, spot)) return false;
    into = std::move(found);
    return true;
}

template <class Kind>
std::string show(const Maybe<Kind>& kind, const std::optional<typename Kind::type>& value) {
    return value ? show(kind.kind, *value) : std::string{kind.example};
}

template <class Kind>
Description describe(const Maybe<Kind>& kind) {
    return describe(kind.kind);
}

template <class E, std::size_t N, class Kept>
std::vector<std::string_view> words_of(const OneOf<E, N, Kept>& kind) {
    std::vector<std::string_view> words;
    words.reserve(N);
    for (const auto& [word, meaning] : kind.words)
        words.push_back(word);
    return words;
}

template <class E, std::size_t N, class Kept>
bool read(const OneOf<E, N, Kept>& kind, const Value& value, Kept& into, const Spot& spot) {
    const std::optional<std::size_t> index = read_choice(words_of(kind), value, spot);
    if (index) into = kind.words[*index].second;
    return index.has_value();
}

template <class E, std::size_t N, class Kept>
std::string show(const OneOf<E, N, Kept>& kind, const Kept& value) {
    for (const auto& [word, meaning] : kind.words) {
        if (meaning == value) return in_quotes(word);
    }
    return {};
}

template <class E, std::size_t N, class Kept>
Description describe(const OneOf<E, N, Kept>& kind) {
    return describe_choice(words_of(kind));
}

} // namespace limber::settings
