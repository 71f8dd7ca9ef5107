// SPDX-License-Identifier: GPL-3.0-or-later
// Lengths of time, times of day and stretches of a day as people write them.
#include "hint.hpp"
#include "settings.hpp"
#include "words/said.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace limber::settings {

namespace {

using namespace std::chrono_literals;
__extension__ using Wide = __int128;

struct TimeUnit {
    std::string_view word;
    Duration length;
};

// the first word of each length is the one that is written
constexpr std::array units{
    TimeUnit{"h", 1h},   TimeUnit{"hour", 1h},     TimeUnit{"hours", 1h},     TimeUnit{"min", 1min},
    TimeUnit{"m", 1min}, TimeUnit{"minute", 1min}, TimeUnit{"minutes", 1min}, TimeUnit{"s", 1s},
    TimeUnit{"sec", 1s}, TimeUnit{"second", 1s},   TimeUnit{"seconds", 1s},   TimeUnit{"ms", 1ms},
};

constexpr const char* unit_hint = N_(R"(the units are h, min, s and ms: "1h 30min")");

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
    return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

template <class Predicate>
std::string_view take_while(std::string_view& text, Predicate predicate) {
    const auto end = std::find_if_not(text.begin(), text.end(), predicate);
    const std::string_view taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(taken.size());
    return taken;
}

/// A decimal number as `value / scale`.
struct Decimal {
    Wide value = 0;
    Wide scale = 1;
};

/// Nothing if it has too many digits.
std::optional<Decimal> take_decimal(std::string_view& text) {
    const std::string_view whole = take_while(text, is_digit);
    std::string_view fraction;
    if (text.size() > 1 && text[0] == '.' && is_digit(text[1])) {
        text.remove_prefix(1);
        fraction = take_while(text, is_digit);
    }
    if (whole.size() > 18 || fraction.size() > 9) return std::nullopt;
    Decimal number;
    for (const std::string_view digits : {whole, fraction}) {
        for (const char c : digits)
            number.value = number.value * 10 + (c - '0');
    }
    for (std::size_t i = 0; i < fraction.size(); ++i)
        number.scale *= 10;
    return number;
}

/// What may be quoted in a message: printable and short.
std::string shown_in_message(std::string_view text) {
    constexpr std::size_t longest = 40;
    std::string shown;
    for (const char c : text.substr(0, longest))
        shown += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
    while (!shown.empty() && text.size() > longest &&
           (static_cast<unsigned char>(shown.back()) & 0x80U) != 0U) {
        shown.pop_back();
    }
    return text.size() > longest ? shown + "…" : shown;
}

} // namespace

std::expected<Duration, std::string> parse_duration(std::string_view text) {
    const std::string shown = shown_in_message(text);
    text = trimmed(text);
    if (text.empty()) {
        return std::unexpected(said(R"(a length of time is missing, such as "25min")"));
    }
    if (text.front() == '-') return std::unexpected(said("\"{}\" is negative", shown));
    const auto too_long = [&] { return std::unexpected(said("\"{}\" is too long to count", shown)); };

    Wide total = 0;
    Duration smallest = Duration::max();
    while (!text.empty()) {
        if (!is_digit(text.front())) {
            return std::unexpected(
                said("\"{}\" is not a length of time; {}", shown, in_persons_language(unit_hint)));
        }
        const std::optional<Decimal> number = take_decimal(text);
        if (!number) return too_long();
        take_while(text, is_blank);
        const std::string_view word = take_while(text, is_letter);
        if (word.empty()) {
            return std::unexpected(said("\"{}\" lacks a unit; {}", shown, in_persons_language(unit_hint)));
        }
        const auto* const unit = std::ranges::find(units, word, &TimeUnit::word);
        if (unit == units.end()) {
            return std::unexpected(
                said("\"{}\" has an unknown unit; {}", shown, in_persons_language(unit_hint)));
        }
        if (unit->length >= smallest) {
            return std::unexpected(said("\"{}\" should name each unit once, the longest first", shown));
        }
        smallest = unit->length;
        const Wide part = number->value * unit->length.count();
        if (part % number->scale != 0) return std::unexpected(said("\"{}\" is finer than a clock", shown));
        total += part / number->scale;
        if (total > Duration::max().count()) return too_long();
        take_while(text, is_blank);
    }
    return Duration{static_cast<Duration::rep>(total)};
}

std::string format_duration(Duration duration) {
    if (duration == Duration::zero()) return "0s";
    const bool negative = duration < Duration::zero();
    std::string text = negative ? "-" : "";
    // unsigned, since the most negative duration has no positive twin
    std::uint64_t left = negative ? 0 - static_cast<std::uint64_t>(duration.count())
                                  : static_cast<std::uint64_t>(duration.count());
    const char* gap = "";
    for (const TimeUnit& unit : {units[0], units[3], units[7]}) {
        const auto length = static_cast<std::uint64_t>(unit.length.count());
        if (left < length) continue;
        text += fmt::format("{}{}{}", gap, left / length, unit.word);
        left %= length;
        gap = " ";
    }
    if (left == 0) return text;
    std::string fraction = fmt::format("{:06}", left % 1'000'000);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return text + fmt::format("{}{}{}{}ms", gap, left / 1'000'000, fraction.empty() ? "" : ".", fraction);
}

std::expected<Duration, std::string> parse_clock(std::string_view text) {
    const auto wrong = [shown = shown_in_message(text)] {
        return std::unexpected(said("\"{}\" is not a time of day such as \"09:00\"", shown));
    };
    text = trimmed(text);
    const std::string_view hours = take_while(text, is_digit);
    if (hours.empty() || hours.size() > 2 || text.size() != 3 || text[0] != ':') return wrong();
    if (!is_digit(text[1]) || !is_digit(text[2])) return wrong();
    const int hour = (hours.size() == 2 ? (hours.front() - '0') * 10 : 0) + (hours.back() - '0');
    const int minute = (text[1] - '0') * 10 + (text[2] - '0');
    if (minute > 59 || hour * 60 + minute > 24 * 60) return wrong();
    return std::chrono::hours{hour} + std::chrono::minutes{minute};
}

std::string format_clock(Duration time_of_day) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(time_of_day).count();
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::expected<HoursRange, std::string> parse_hours(std::string_view text) {
    const std::string shown = shown_in_message(text);
    constexpr std::string_view en_dash = "–";
    std::size_t dash = text.find('-');
    std::size_t width = 1;
    if (dash == std::string_view::npos) {
        dash = text.find(en_dash);
        width = en_dash.size();
    }
    const auto wrong = [&] {
        return std::unexpected(said("\"{}\" is not a stretch of a day such as \"09:00-12:30\"", shown));
    };
    if (dash == std::string_view::npos) return wrong();
    const auto from = parse_clock(text.substr(0, dash));
    const auto until = parse_clock(text.substr(dash + width));
    if (!from || !until || *from == 24h) return wrong();
    if (*from == *until) {
        return std::unexpected(said("\"{}\" has no length; a whole day is \"00:00-24:00\"", shown));
    }
    // an end at or before the start lies on the next day, so midnight is 00:00
    return HoursRange{*from, *until == 24h ? Duration{} : *until};
}

std::string format_hours(const HoursRange& range) {
    return fmt::format("{}-{}", format_clock(range.from),
                       range.until == Duration{} ? "24:00" : format_clock(range.until));
}

} // namespace limber::settings
