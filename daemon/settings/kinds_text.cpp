// SPDX-License-Identifier: GPL-3.0-or-later
// Writing: the kinds as TOML, for people, and for editors.
#include "core/plan.hpp"
#include "kinds.hpp"
#include "settings.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace limber::settings {
namespace {

constexpr std::string_view duration_pattern =
    R"(^\s*([0-9]+(\.[0-9]+)?\s*(h|hours?|min|m|minutes?|s|sec|seconds?|ms)\s*)+$)";
constexpr std::string_view clock_pattern = "^([01]?[0-9]|2[0-3]):[0-5][0-9]$";
constexpr std::string_view hours_pattern = "^[0-9]{1,2}:[0-9]{2}-[0-9]{1,2}:[0-9]{2}$";

/// ["a", "b"]
template <class Range, class Text>
std::string list_of(const Range& values, Text text) {
    std::string result;
    for (const auto& value : values)
        result += (result.empty() ? "" : ", ") + in_quotes(text(value));
    return "[" + result + "]";
}

std::string as_it_is(std::string_view word) {
    return std::string{word};
}

std::string text_schema(std::string_view pattern) {
    return fmt::format("\"type\": \"string\",\n\"pattern\": {}", in_quotes(pattern));
}

std::string list_schema(std::string_view element) {
    return fmt::format("\"type\": \"array\",\n\"items\": {}", json_object(element));
}

constexpr std::string_view words_schema = "\"type\": \"array\",\n\"items\": {\n  \"type\": \"string\"\n}";

} // namespace

std::string in_quotes(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

std::string json_object(std::string_view members) {
    std::string lines{members};
    for (std::size_t at = lines.find('\n'); at != std::string::npos; at = lines.find('\n', at + 1))
        lines.insert(at + 1, "  ");
    return fmt::format("{{\n  {}\n}}", lines);
}

std::string joints_of(const Name& kind, std::string_view between) {
    std::string joints;
    for (const char c : kind.joints)
        joints += fmt::format("{}`{}`", joints.empty() ? "" : between, c);
    return joints;
}

std::string show(const Span& /*kind*/, Duration value) {
    return in_quotes(format_duration(value));
}

std::string show(const Spans& /*kind*/, const std::vector<Duration>& value) {
    return list_of(value, format_duration);
}

std::string show(const Clock& /*kind*/, Duration value) {
    return in_quotes(format_clock(value));
}

std::string show(const Stretches& /*kind*/, const std::vector<HoursRange>& value) {
    return list_of(value, format_hours);
}

std::string show(const Whole& /*kind*/, int value) {
    return std::to_string(value);
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

std::string show(const Words& /*kind*/, const std::vector<std::string>& value) {
    return list_of(value, as_it_is);
}

std::string show(const Portion& /*kind*/, const Selection& value) {
    if (value.from.empty()) return std::to_string(value.count);
    const std::string from = list_of(value.from, as_it_is);
    return value.count == Selection{}.count ? from
                                            : fmt::format("{{ count = {}, from = {} }}", value.count, from);
}

Description describe(const Span& kind) {
    return {fmt::format("{} to {}", format_duration(kind.low), format_duration(kind.high)),
            text_schema(duration_pattern)};
}

Description describe(const Spans& kind) {
    const Description one = describe(Span{kind.low, kind.high});
    return {fmt::format("up to {} lengths of {}, shortest first", kind.most, one.text),
            fmt::format("{},\n\"maxItems\": {}", list_schema(one.schema), kind.most)};
}

Description describe(const Clock& /*kind*/) {
    return {"a time of day", text_schema(clock_pattern), true};
}

Description describe(const Stretches& /*kind*/) {
    return {"stretches of the day", list_schema(text_schema(hours_pattern)), true};
}

Description describe(const Whole& kind) {
    return {fmt::format("{} to {}", kind.low, kind.high),
            fmt::format("\"type\": \"integer\",\n\"minimum\": {},\n\"maximum\": {}", kind.low, kind.high)};
}

Description describe(const Flag& /*kind*/) {
    return {"true or false", R"("type": "boolean")", true};
}

Description describe(const TextLine& kind) {
    return {fmt::format("text of up to {} characters", kind.longest),
            fmt::format("\"type\": \"string\",\n\"minLength\": 1,\n\"maxLength\": {}", kind.longest)};
}

Description describe(const Name& kind) {
    return {fmt::format("lower case letters and digits, joined by {}, {} characters at most",
                        joints_of(kind, " or "), kind.longest),
            fmt::format("\"type\": \"string\",\n\"maxLength\": {},\n\"pattern\": "
                        "\"^[a-z0-9]([a-z0-9{}]*[a-z0-9])?$\"",
                        kind.longest, kind.joints)};
}

Description describe(const Words& kind) {
    const std::string known = list_of(kind.known, as_it_is);
    const bool any = kind.known.empty();
    return {any ? "a list of words" : "some of " + known,
            fmt::format("{}{},\n\"uniqueItems\": true",
                        any ? std::string{words_schema} : list_schema(fmt::format("\"enum\": {}", known)),
                        kind.may_be_empty ? "" : ",\n\"minItems\": 1"),
            any};
}

Description describe(const Portion& kind) {
    const std::string count = json_object(describe(Whole{1, kind.most}).schema);
    const std::string from = json_object(words_schema);
    const std::string parts = json_object(fmt::format("\"count\": {},\n\"from\": {}", count, from));
    const std::string both = json_object(
        fmt::format("\"type\": \"object\",\n\"additionalProperties\": false,\n\"properties\": {}", parts));
    return {fmt::format("1 to {}, a list, or both", kind.most),
            fmt::format("\"anyOf\": [{}, {}, {}]", count, from, both)};
}

Description describe_choice(const std::vector<std::string_view>& words) {
    std::string text;
    for (const std::string_view word : words)
        text += (text.empty() ? "" : " or ") + in_quotes(word);
    return {text, fmt::format("\"enum\": {}", list_of(words, as_it_is))};
}

} // namespace limber::settings
