// SPDX-License-Identifier: GPL-3.0-or-later
// Writing: the same kinds as TOML, for people, and for editors.
#include "core/plan.hpp"
#include "json.hpp"
#include "kinds.hpp"
#include "settings.hpp"
#include "time_text.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limber::settings {
namespace {

constexpr std::string_view duration_pattern =
    R"(^\s*([0-9]+(\.[0-9]+)?\s*(h|hours?|min|m|minutes?|s|sec|seconds?|ms)\s*)+$)";
constexpr std::string_view hours_pattern = "^[0-9]{1,2}:[0-9]{2}-[0-9]{1,2}:[0-9]{2}$";

std::string in_quotes(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

/// ["a", "b"]
template <class Range, class Text>
std::string list_of(const Range& values, Text text) {
    std::string result;
    for (const auto& value : values)
        result += (result.empty() ? "" : ", ") + in_quotes(text(value));
    return "[" + result + "]";
}

std::string from_to(Duration low, Duration high) {
    return fmt::format("{} to {}", format_duration(low), format_duration(high));
}

JsonObject whole(int low, int high) {
    return {{"type", "integer"}, {"minimum", low}, {"maximum", high}};
}

JsonObject list(JsonObject items) {
    return {{"type", "array"}, {"items", std::move(items)}};
}

JsonObject words_schema() {
    return list({{"type", "string"}});
}

} // namespace

std::string show(const Span& /*kind*/, Duration value) {
    return in_quotes(format_duration(value));
}

std::string show(const Count& kind, Duration value) {
    return std::to_string(value / kind.unit);
}

std::string show(const Spans& /*kind*/, const std::vector<Duration>& value) {
    return list_of(value, format_duration);
}

std::string show(const Clock& /*kind*/, Duration value) {
    return in_quotes(format_clock(value));
}

std::string show(const Whole& /*kind*/, int value) {
    return std::to_string(value);
}

std::string show(const Cap& kind, std::optional<int> value) {
    return std::to_string(value.value_or(kind.example));
}

std::string show(const Bounds& kind, const Bounds::type& value) {
    const auto [least, most] = value.value_or(std::pair{kind.low, kind.high});
    return fmt::format("[{}, {}]", least, most);
}

std::string show(const Flag& /*kind*/, bool value) {
    return value ? "true" : "false";
}

std::string show(const TextLine& /*kind*/, const std::string& value) {
    return in_quotes(value);
}

std::string show(const Name& /*kind*/, const std::string& value) {
    return in_quotes(value);
}

std::string show(const Word& /*kind*/, const std::string& value) {
    return in_quotes(value);
}

std::string show(const Words& /*kind*/, const std::vector<std::string>& value) {
    return list_of(value, [](const std::string& word) { return word; });
}

std::string show(const Portion& /*kind*/, const Selection& value) {
    if (value.from.empty()) return std::to_string(value.count);
    const std::string from = show(Words{}, value.from);
    return value.count == Selection{}.count ? from
                                            : fmt::format("{{ count = {}, from = {} }}", value.count, from);
}

std::string show(const Stretches& kind, const Stretches::type& value) {
    return value ? list_of(*value, format_hours) : std::string{kind.example};
}

std::string accepts(const Span& kind) {
    return from_to(kind.low, kind.high);
}

std::string accepts(const Count& kind) {
    return fmt::format("{} to {}, in {}", kind.low, kind.high,
                       kind.unit == std::chrono::minutes{1} ? "minutes" : "seconds");
}

std::string accepts(const Spans& kind) {
    return fmt::format("up to {} lengths of {}, shortest first", kind.most, from_to(kind.low, kind.high));
}

std::string accepts(const Clock& /*kind*/) {
    return "a time of day";
}

std::string accepts(const Whole& kind) {
    return fmt::format("{} to {}", kind.low, kind.high);
}

std::string accepts(const Cap& kind) {
    return fmt::format("{} to {}", kind.low, kind.high);
}

std::string accepts(const Bounds& kind) {
    return fmt::format("least and most, {} to {}", kind.low, kind.high);
}

std::string accepts(const Flag& /*kind*/) {
    return "true or false";
}

std::string accepts(const TextLine& kind) {
    return fmt::format("text of up to {} characters", kind.longest);
}

std::string joints_of(const Name& kind, std::string_view between) {
    std::string joints;
    for (const char c : kind.joints)
        joints += fmt::format("{}`{}`", joints.empty() ? "" : between, c);
    return joints;
}

std::string accepts(const Name& kind) {
    return fmt::format("lower case letters and digits, joined by {}, {} characters at most",
                       joints_of(kind, " or "), kind.longest);
}

std::string accepts(const Word& kind) {
    std::string text;
    for (const std::string_view word : kind.known)
        text += (text.empty() ? "" : " or ") + in_quotes(word);
    return text;
}

std::string accepts(const Words& kind) {
    if (kind.known.empty()) return "a list of words";
    return "some of " + list_of(kind.known, [](std::string_view word) { return word; });
}

std::string accepts(const Portion& kind) {
    return fmt::format("1 to {}, a list, or both", kind.most);
}

std::string accepts(const Stretches& /*kind*/) {
    return "stretches of the day";
}

JsonObject schema_of(const Span& /*kind*/) {
    return {{"type", "string"}, {"pattern", duration_pattern}};
}

JsonObject schema_of(const Count& kind) {
    return whole(kind.low, kind.high);
}

JsonObject schema_of(const Spans& kind) {
    JsonObject schema = list({{"type", "string"}, {"pattern", duration_pattern}});
    schema.emplace_back("maxItems", static_cast<int>(kind.most));
    return schema;
}

JsonObject schema_of(const Clock& /*kind*/) {
    return {{"type", "string"}, {"pattern", "^([01]?[0-9]|2[0-3]):[0-5][0-9]$"}};
}

JsonObject schema_of(const Whole& kind) {
    return whole(kind.low, kind.high);
}

JsonObject schema_of(const Cap& kind) {
    return whole(kind.low, kind.high);
}

JsonObject schema_of(const Bounds& kind) {
    JsonObject schema = list(whole(kind.low, kind.high));
    schema.emplace_back("minItems", 2);
    schema.emplace_back("maxItems", 2);
    return schema;
}

JsonObject schema_of(const Flag& /*kind*/) {
    return {{"type", "boolean"}};
}

JsonObject schema_of(const TextLine& kind) {
    return {{"type", "string"},
            {"minLength", kind.may_be_empty ? 0 : 1},
            {"maxLength", static_cast<int>(kind.longest)}};
}

JsonObject schema_of(const Name& kind) {
    return {{"type", "string"},
            {"maxLength", static_cast<int>(kind.longest)},
            {"pattern", fmt::format("^[a-z0-9]([a-z0-9{}]*[a-z0-9])?$", kind.joints)}};
}

JsonObject schema_of(const Word& kind) {
    JsonList known;
    for (const std::string_view word : kind.known)
        known.emplace_back(word);
    return {{"enum", known}};
}

JsonObject schema_of(const Words& kind) {
    JsonObject schema = words_schema();
    if (!kind.known.empty()) {
        schema = list(schema_of(Word{kind.known}));
    }
    if (!kind.may_be_empty) schema.emplace_back("minItems", 1);
    schema.emplace_back("uniqueItems", true);
    return schema;
}

JsonObject schema_of(const Portion& kind) {
    JsonObject both{{"type", "object"},
                    {"additionalProperties", false},
                    {"properties", JsonObject{{"count", whole(1, kind.most)}, {"from", words_schema()}}}};
    return {{"anyOf", JsonList{whole(1, kind.most), words_schema(), std::move(both)}}};
}

JsonObject schema_of(const Stretches& /*kind*/) {
    return list({{"type", "string"}, {"pattern", hours_pattern}});
}

} // namespace limber::settings
