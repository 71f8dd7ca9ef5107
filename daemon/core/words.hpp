// SPDX-License-Identifier: GPL-3.0-or-later
// The words for enumerators, as they are written down, sent and printed: what the code calls them, with
// hyphens. The first format of saved states counts on the order of those in a state: new ones at the end.
#pragma once

#include "effect.hpp"
#include "event.hpp"
#include "exercise.hpp"
#include "naming.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace limber {

/// Where C++ or another enumerator has taken the word.
template <auto value>
inline constexpr std::string_view own_word{};
template <>
inline constexpr std::string_view own_word<Answer::never_again> = "never";
template <>
inline constexpr std::string_view own_word<PhaseKind::switch_sides> = "switch";
template <>
inline constexpr std::string_view own_word<Refusal::snooze_out_of_range> = "OutOfRange";

/// Refusals are "StalePrompt": they name the errors on the bus as well, but for two (shell/service.cpp).
template <auto value>
[[nodiscard]] consteval auto make_word() {
    constexpr std::string_view code = key_of<value>();
    constexpr bool joined = std::is_same_v<decltype(value), Refusal>;
    std::array<char, code.size()> word{};
    std::size_t length = 0;
    bool begins = true;
    for (const char c : code) {
        const bool gap = c == '_';
        if (!gap || !joined)
            word[length++] = gap ? '-' : joined && begins ? static_cast<char>(c - 'a' + 'A') : c;
        begins = gap;
    }
    return std::pair{word, length};
}

template <auto value>
inline constexpr auto made_word = make_word<value>();

/// Every value of an enum with its word.
template <class Enum>
inline constexpr auto words = []<std::size_t... i>(std::index_sequence<i...> /*all*/) {
    const auto word = []<Enum value>() {
        const std::string_view made{made_word<value>.first.data(), made_word<value>.second};
        return std::pair{value, own_word<value>.empty() ? made : own_word<value>};
    };
    return std::to_array({word.template operator()<static_cast<Enum>(i)>()...});
}(std::make_index_sequence<enumerator_count<Enum>()>{});

template <class Enum>
[[nodiscard]] constexpr std::string_view word_of(Enum value) {
    return words<Enum>[static_cast<std::size_t>(value)].second;
}

/// The value for a word, if there is one.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> value_of(std::string_view word) {
    for (const auto& [value, known] : words<Enum>) {
        if (known == word) return value;
    }
    return std::nullopt;
}

} // namespace limber
