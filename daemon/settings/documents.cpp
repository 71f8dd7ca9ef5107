// SPDX-License-Identifier: GPL-3.0-or-later
// The table of keys as a sample file, and for editors: completion, texts and ranges while typing.
#include "core/plan.hpp"
#include "field.hpp"
#include "kinds.hpp"
#include "schema.hpp"
#include "settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace limber::settings {
namespace {

constexpr std::size_t line_width = 100;

/// The text in lines that begin with "# ".
std::string comment(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        std::size_t end = std::min(text.size(), line_width - 2);
        if (end < text.size()) {
            const std::size_t blank = text.rfind(' ', end);
            if (blank != std::string_view::npos) end = blank;
        }
        result += fmt::format("# {}\n", text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

enum class Texts { yes, no };

/// One key of the sample. Prose begins with "# ", a key that is switched off with "#" alone.
template <class Owner, class Field>
std::string sample_key(const Field& field, const Owner& owner, bool active, Texts texts) {
    std::string result;
    if (texts == Texts::yes) {
        const Description takes = describe(field.kind);
        result = comment(takes.plain_to_see ? std::string{field.text}
                                            : fmt::format("{} ({})", field.text, takes.text));
    }
    return result +
           fmt::format("{}{} = {}\n", active ? "" : "#", field.key, show(field.kind, field.of(owner)));
}

template <class Owner, class Fields>
std::string sample_table(const Fields& fields, const Owner& owner) {
    std::string result;
    each(fields, [&](const auto& field) { result += sample_key(field, owner, false, Texts::yes) + "\n"; });
    return result;
}

/// What makes up a rule is written out; the rest shows its default.
std::string sample_rule(const BreakDraft& rule, Texts texts) {
    constexpr std::array<std::string_view, 5> active{"name", "title", "interval", "rest", "exercises"};
    std::string result = "[[break]]\n";
    each(schema::break_rule, [&](const auto& field) {
        const bool on = std::ranges::find(active, field.key) != active.end();
        result += sample_key(field, rule, on, texts);
    });
    return result + "\n";
}

constexpr std::string_view opening =
    "Settings of Limber. This file belongs in ~/.config/limber/limber.toml. What is commented out shows the "
    "default: take the # away and change it. Lengths of time are written with their unit: \"40s\", "
    "\"25min\", \"1h 30min\". Limber applies the file when it is saved; `limber config check` names "
    "mistakes.";

std::string member(std::string_view key, std::string_view value) {
    return fmt::format("{}: {}", in_quotes(key), value);
}

/// Members of a JSON object, each after the first on a line of its own.
void add(std::string& members, const std::string& one) {
    members += (members.empty() ? "" : ",\n") + one;
}

template <class Owner, class Fields>
std::string properties(const Fields& fields, const Owner& owner) {
    std::string all;
    each(fields, [&](const auto& field) {
        const Description takes = describe(field.kind);
        std::string schema = takes.schema;
        add(schema, member("description", in_quotes(fmt::format("{} ({})", field.text, takes.text))));
        // text, numbers, lists and truth values are written in TOML as in JSON
        if (field.presence == Presence::optional)
            add(schema, member("default", show(field.kind, field.of(owner))));
        add(all, member(field.key, json_object(schema)));
    });
    return all;
}

std::string table_schema(std::string_view text, std::string_view members) {
    return fmt::format("\"type\": \"object\",\n\"description\": {},\n\"additionalProperties\": false,\n"
                       "\"properties\": {}",
                       in_quotes(text), json_object(members));
}

} // namespace

std::string sample_file(std::string_view schema_place) {
    std::string result = fmt::format("#:schema {}\n", schema_place);
    result += comment(opening) + "\n";
    result += sample_table(schema::globals, Plan{});
    result += comment(schema::break_text);
    Texts texts = Texts::yes;
    for (const BreakDraft& rule : shipped_rules()) {
        result += sample_rule(rule, texts);
        texts = Texts::no;
    }
    const Draft defaults;
    each(schema::sections, [&](const auto& section) {
        result += fmt::format("{}[{}]\n{}", comment(section.text), section.name,
                              sample_table(section.fields, defaults.*section.member));
    });
    result.pop_back(); // the last blank line
    return result;
}

std::string json_schema() {
    const Draft defaults;
    std::string top = properties(schema::globals, Plan{});
    const std::string rule = table_schema(schema::break_text, properties(schema::break_rule, BreakDraft{})) +
                             ",\n\"required\": [\"name\"]";
    add(top,
        member("break", json_object(fmt::format("\"type\": \"array\",\n\"items\": {}", json_object(rule)))));
    each(schema::sections, [&](const auto& section) {
        const std::string members = properties(section.fields, defaults.*section.member);
        add(top, member(section.name, json_object(table_schema(section.text, members))));
    });
    return json_object("\"$schema\": \"http://json-schema.org/draft-07/schema#\",\n\"title\": \"Limber\",\n" +
                       table_schema("Settings of Limber: limber.toml", top)) +
           "\n";
}

} // namespace limber::settings
