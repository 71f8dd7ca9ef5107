// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of values a key can have. Each kind reads a value with its range check, writes one as TOML, says
// what it takes, and describes itself to editors: what is refused and what is documented cannot drift apart.
#pragma once

#include "core/exercise.hpp"
#include "core/plan.hpp"
#include "document.hpp"
#include "hint.hpp"
#include "json.hpp"
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

/// A whole number of `unit`, as exercise files count.
struct Count {
    using type = Duration;
    int low = 1;
    int high = 1;
    Duration unit = std::chrono::seconds{1};
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

struct Whole {
    using type = int;
    int low = 0;
    int high = 0;
};

/// A whole number, or no limit if the key is absent.
struct Cap {
    using type = std::optional<int>;
    int low = 0;
    int high = 0;
    int example = 0;
};

/// [least, most]
struct Bounds {
    using type = std::optional<std::pair<int, int>>;
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

/// One of these words.
struct Word {
    using type = std::string;
    std::span<const std::string_view> known;
};

/// Some of these words; `known` empty: any words.
struct Words {
    using type = std::vector<std::string>;
    std::span<const std::string_view> known;
    bool may_be_empty = true;
    bool secret = false;                   ///< never repeated in a message
    std::string_view example = R"(["…"])"; ///< for the documents, where the default says nothing
};

/// How many exercises, or which: 3, ["upper_back"], or { count = 3, from = ["upper_back"] }.
struct Portion {
    using type = Selection;
    int most = 10;
};

/// Stretches of one day: ["09:00-12:30", "13:30-18:00"].
struct Stretches {
    using type = std::optional<std::vector<HoursRange>>;
    std::string_view example;
};

/// One of a few words.
template <class E, std::size_t N>
struct OneOf {
    using type = E;
    std::array<std::pair<std::string_view, E>, N> words;
};

bool read(const Span& kind, const Value& value, Duration& into, const Spot& spot);
bool read(const Count& kind, const Value& value, Duration& into, const Spot& spot);
bool read(const Spans& kind, const Value& value, std::vector<Duration>& into, const Spot& spot);
bool read(const Clock& kind, const Value& value, Duration& into, const Spot& spot);
bool read(const Whole& kind, const Value& value, int& into, const Spot& spot);
bool read(const Cap& kind, const Value& value, std::optional<int>& into, const Spot& spot);
bool read(const Bounds& kind, const Value& value, Bounds::type& into, const Spot& spot);
bool read(const Flag& kind, const Value& value, bool& into, const Spot& spot);
bool read(const TextLine& kind, const Value& value, std::string& into, const Spot& spot);
bool read(const Name& kind, const Value& value, std::string& into, const Spot& spot);
bool read(const Word& kind, const Value& value, std::string& into, const Spot& spot);
bool read(const Words& kind, const Value& value, std::vector<std::string>& into, const Spot& spot);
bool read(const Portion& kind, const Value& value, Selection& into, const Spot& spot);
bool read(const Stretches& kind, const Value& value, Stretches::type& into, const Spot& spot);

/// Index of the word, or nothing and a complaint.
[[nodiscard]] std::optional<std::size_t> read_choice(const std::vector<std::string_view>& words,
                                                     const Value& value, const Spot& spot);

/// "`-` or `_`"
[[nodiscard]] std::string joints_of(const Name& kind, std::string_view between);

/// As it is written in TOML.
std::string show(const Span& kind, Duration value);
std::string show(const Count& kind, Duration value);
std::string show(const Spans& kind, const std::vector<Duration>& value);
std::string show(const Clock& kind, Duration value);
std::string show(const Whole& kind, int value);
std::string show(const Cap& kind, std::optional<int> value);
std::string show(const Bounds& kind, const Bounds::type& value);
std::string show(const Flag& kind, bool value);
std::string show(const TextLine& kind, const std::string& value);
std::string show(const Name& kind, const std::string& value);
std::string show(const Word& kind, const std::string& value);
std::string show(const Words& kind, const std::vector<std::string>& value);
std::string show(const Portion& kind, const Selection& value);
std::string show(const Stretches& kind, const Stretches::type& value);

/// What is accepted, for people: "1s to 24h".
std::string accepts(const Span& kind);
std::string accepts(const Count& kind);
std::string accepts(const Spans& kind);
std::string accepts(const Clock& kind);
std::string accepts(const Whole& kind);
std::string accepts(const Cap& kind);
std::string accepts(const Bounds& kind);
std::string accepts(const Flag& kind);
std::string accepts(const TextLine& kind);
std::string accepts(const Name& kind);
std::string accepts(const Word& kind);
std::string accepts(const Words& kind);
std::string accepts(const Portion& kind);
std::string accepts(const Stretches& kind);

/// The same for editors.
JsonObject schema_of(const Span& kind);
JsonObject schema_of(const Count& kind);
JsonObject schema_of(const Spans& kind);
JsonObject schema_of(const Clock& kind);
JsonObject schema_of(const Whole& kind);
JsonObject schema_of(const Cap& kind);
JsonObject schema_of(const Bounds& kind);
JsonObject schema_of(const Flag& kind);
JsonObject schema_of(const TextLine& kind);
JsonObject schema_of(const Name& kind);
JsonObject schema_of(const Word& kind);
JsonObject schema_of(const Words& kind);
JsonObject schema_of(const Portion& kind);
JsonObject schema_of(const Stretches& kind);

template <class E, std::size_t N>
std::vector<std::string_view> words_of(const OneOf<E, N>& kind) {
    std::vector<std::string_view> words;
    words.reserve(N);
    for (const auto& [word, meaning] : kind.words)
        words.push_back(word);
    return words;
}

template <class E, std::size_t N>
bool read(const OneOf<E, N>& kind, const Value& value, E& into, const Spot& spot) {
    const std::optional<std::size_t> index = read_choice(words_of(kind), value, spot);
    if (index) into = kind.words[*index].second;
    return index.has_value();
}

template <class E, std::size_t N>
std::string show(const OneOf<E, N>& kind, E value) {
    for (const auto& [word, meaning] : kind.words) {
        if (meaning == value) return '"' + std::string{word} + '"';
    }
    return {};
}

template <class E, std::size_t N>
std::string accepts(const OneOf<E, N>& kind) {
    std::string text;
    for (const auto& [word, meaning] : kind.words)
        text += (text.empty() ? "\"" : " or \"") + std::string{word} + '"';
    return text;
}

template <class E, std::size_t N>
JsonObject schema_of(const OneOf<E, N>& kind) {
    JsonList words;
    for (const auto& [word, meaning] : kind.words)
        words.emplace_back(word);
    return {{"enum", words}};
}

} // namespace limber::settings
