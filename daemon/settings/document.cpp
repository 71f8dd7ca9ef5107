// SPDX-License-Identifier: GPL-3.0-or-later
// The only unit that sees toml++.
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include "document.hpp"

#include "characters.hpp"
#include "problem.hpp"
#include "translation/said.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

// toml++ 3.3 asserts, and in release builds assumes, what "[.a]" breaks; without that its own checks refuse
// it
#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(expression) static_assert(true)
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

namespace limber::settings {

using translation::in_persons_language;
using translation::said;

namespace {

Place place(const toml::source_region& source) {
    return {static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

Value converted(const toml::node& node);

Table converted_table(const toml::table& table) {
    Table entries;
    entries.reserve(table.size());
    for (auto&& [key, value] : table) {
        entries.push_back({std::string{key.str()}, place(key.source()), converted(value)});
    }
    // toml++ sorts by key; people read from the top
    std::ranges::sort(entries, {},
                      [](const Entry& entry) { return std::tuple{entry.at.line, entry.at.column}; });
    return entries;
}

Value converted(const toml::node& node) {
    Value value{place(node.source()), Moment{}};
    if (const auto* const table = node.as_table()) {
        value.what = converted_table(*table);
    } else if (const auto* const array = node.as_array()) {
        List list;
        list.reserve(array->size());
        for (const toml::node& element : *array)
            list.push_back(converted(element));
        value.what = std::move(list);
    } else if (const auto* const text = node.as_string()) {
        value.what = text->get();
    } else if (const auto* const whole = node.as_integer()) {
        value.what = whole->get();
    } else if (const auto* const number = node.as_floating_point()) {
        value.what = number->get();
    } else if (const auto* const flag = node.as_boolean()) {
        value.what = flag->get();
    }
    return value;
}

std::string_view line_of(std::string_view text, int line) {
    for (int i = 1; i < line; ++i) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
    return text.substr(0, text.find('\n'));
}

/// The usual slip: text or a length of time without quotes.
std::string likely_slip(std::string_view line) {
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) return {};
    std::string_view value = line.substr(equals + 1);
    value.remove_prefix(std::min(value.find_first_not_of(" \t["), value.size()));
    value = value.substr(0, value.find_first_of(" \t,#]\r"));
    const bool quoted = value.find_first_of("\"'") != std::string_view::npos;
    if (value.empty() || quoted || std::ranges::none_of(value, is_letter)) return {};
    // health tags are repeated nowhere
    if (line.find("health") != std::string_view::npos)
        return said(QT_TRANSLATE_NOOP("said", "text needs quotes"));
    return said(QT_TRANSLATE_NOOP("said", "text needs quotes: \"{}\""), value.substr(0, 40));
}

/// What toml++ says most often, for translators.
[[maybe_unused]] constexpr std::array usual{
    QT_TRANSLATE_NOOP("said", "value"), QT_TRANSLATE_NOOP("said", "digit"),
    QT_TRANSLATE_NOOP("said", "could not determine value type"),
    QT_TRANSLATE_NOOP("said", "comma or closing ']'"),
    QT_TRANSLATE_NOOP("said", "bare key starting character or string delimiter")};

/// What toml++ says, in words for people.
std::string plainly(std::string_view description, std::string_view line, int column) {
    const bool at_end = column > 0 && std::cmp_greater(column, count_characters(line));
    if (at_end && description.find("unescaped control characters") != std::string_view::npos) {
        return said(QT_TRANSLATE_NOOP("said", "the closing quote is missing on this line"));
    }
    if (description.starts_with("Error while parsing ")) {
        description.remove_prefix(std::min(description.find(": ") + 2, description.size()));
    }
    constexpr std::string_view twice = "cannot redefine existing ";
    if (description.starts_with(twice)) {
        description.remove_prefix(twice.size());
        return said(QT_TRANSLATE_NOOP("said", "cannot redefine existing {}"), description);
    }
    constexpr std::string_view expected = "expected ";
    constexpr std::string_view newline = R"('\n')";
    const std::size_t saw = description.find(", saw ");
    if (!description.starts_with(expected) || saw == std::string_view::npos)
        return in_persons_language(std::string{description}.c_str());
    const std::string wanted =
        in_persons_language(std::string{description.substr(expected.size(), saw - expected.size())}.c_str());
    const std::string_view came = description.substr(saw + 6);
    if (came == newline) return said(QT_TRANSLATE_NOOP("said", "expected {}, but the line ends"), wanted);
    return said(QT_TRANSLATE_NOOP("said", "expected {}, saw {}"), wanted, came);
}

} // namespace

std::string kind_of(const Value& value) {
    switch (value.what.index()) {
    case 1: return in_persons_language(QT_TRANSLATE_NOOP("said", "true or false"));
    case 2: return in_persons_language(QT_TRANSLATE_NOOP("said", "a whole number"));
    case 3: return in_persons_language(QT_TRANSLATE_NOOP("said", "a number with a fraction"));
    case 4: return in_persons_language(QT_TRANSLATE_NOOP("said", "text"));
    case 5: return in_persons_language(QT_TRANSLATE_NOOP("said", "a list"));
    case 6: return in_persons_language(QT_TRANSLATE_NOOP("said", "a table"));
    default: return in_persons_language(QT_TRANSLATE_NOOP("said", "a date or time without quotes"));
    }
}

std::expected<Table, Problem> parse_document(std::string_view text, const std::string& file) {
    if (const auto checked = check_outside_quotes(text, file); !checked)
        return std::unexpected(checked.error());
    const toml::parse_result result = toml::parse(text, file);
    if (result) return converted_table(result.table());
    const toml::parse_error& error = result.error();
    const Place at = place(error.source());
    const std::string_view line = line_of(text, at.line);
    const std::string description = plainly(error.description(), line, at.column);
    return std::unexpected(
        Problem{.file = file,
                .line = at.line,
                .column = at.column,
                .message = said(QT_TRANSLATE_NOOP("said", "this is not valid TOML: {}"), description),
                .hint = likely_slip(line)});
}

} // namespace limber::settings
