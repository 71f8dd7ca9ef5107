// SPDX-License-Identifier: GPL-3.0-or-later
// The table of keys for editors: completion, texts and ranges while typing.
#include "field.hpp"
#include "json.hpp"
#include "kinds.hpp"
#include "schema.hpp"
#include "settings.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace limber::settings {
namespace {

template <class Owner, class Field>
Json property(const Field& field, const Owner& owner) {
    JsonObject schema = schema_of(field.kind);
    schema.emplace_back("description", fmt::format("{} ({})", field.text, accepts(field.kind)));
    // text, numbers, lists and truth values are written in TOML as in JSON
    if (field.presence == Presence::optional) {
        schema.emplace_back("default", JsonWord{show(field.kind, owner.*field.member)});
    }
    return schema;
}

template <class Owner, class Fields>
JsonObject properties(const Fields& fields, const Owner& owner) {
    JsonObject result;
    const auto add = [&](const auto& field) { result.emplace_back(field.key, property(field, owner)); };
    std::apply([&](const auto&... field) { (add(field), ...); }, fields);
    return result;
}

JsonObject table(std::string_view text, JsonObject members) {
    return {{"type", "object"},
            {"description", text},
            {"additionalProperties", false},
            {"properties", std::move(members)}};
}

} // namespace

std::string json_schema() {
    const Draft defaults;
    JsonObject top = properties(schema::globals, Plan{});
    JsonObject rule = table(schema::break_text, properties(schema::break_rule, BreakDraft{}));
    rule.emplace_back("required", JsonList{"name"});
    top.emplace_back("break", JsonObject{{"type", "array"}, {"items", std::move(rule)}});
    const auto add = [&](const auto& section) {
        top.emplace_back(section.name,
                         table(section.text, properties(section.fields, defaults.*section.member)));
    };
    std::apply([&](const auto&... section) { (add(section), ...); }, schema::sections);
    JsonObject schema{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "Limber"}};
    for (auto& member : table("Settings of Limber: limber.toml", std::move(top)))
        schema.push_back(std::move(member));
    return to_text(schema) + "\n";
}

} // namespace limber::settings
