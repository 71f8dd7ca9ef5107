// SPDX-License-Identifier: GPL-3.0-or-later
// What is documented is what is read: sample and schema come from the one table of keys.
#include "core/plan.hpp"
#include "desk.hpp"
#include "settings/exercise_format.hpp"
#include "settings/field.hpp"
#include "settings/schema.hpp"
#include "settings/settings.hpp"
#include "settings/spot.hpp"

#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace limber;
using namespace limber::settings;
using limber::test::Desk;

namespace {

void is_up_to_date(const std::filesystem::path& file, const std::string& text) {
    if (test::rewriting()) test::write(file, text);
    CHECK_MESSAGE(test::content_of(file) == text, file.string()
                                                      << " is out of date: LIMBER_REWRITE=1 writes it anew");
}

Settings settings_of(const Desk& desk) {
    const auto loaded = load_settings(desk.paths);
    REQUIRE_MESSAGE(loaded.has_value(), desk.problems());
    CHECK_MESSAGE(loaded->warnings.empty(), desk.problems());
    return loaded->settings;
}

/// The sample with every key switched on.
std::string switched_on(const std::string& sample) {
    std::istringstream lines{sample};
    std::string text;
    for (std::string line; std::getline(lines, line);) {
        const bool key = line.size() > 1 && line[0] == '#' && line[1] != ' ' && line[1] != ':';
        text += (key ? line.substr(1) : line) + "\n";
    }
    return text;
}

int count_of(const std::string& text, std::string_view part) {
    int count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

/// What every row has, also of formats that are not documented from it.
template <class Field>
void check_text(std::set<std::string_view>& keys, const Field& field) {
    CAPTURE(field.key);
    CHECK(keys.insert(field.key).second);
    CHECK(field.text.size() > 3);
    CHECK(field.text.ends_with('.'));
}

/// The default must pass the very check that a value from a file passes.
template <class Owner, class Fields>
void check_fields(std::string_view table, const Fields& fields, const Owner& owner) {
    std::set<std::string_view> keys;
    each(fields, [&](const auto& field) {
        CAPTURE(table);
        check_text(keys, field);
        CHECK_FALSE(describe(field.kind).text.empty());
        if (field.presence != Presence::optional) return;
        const std::string shown = show(field.kind, field.of(owner));
        std::vector<Problem> problems;
        const auto document = parse_document("key = " + shown, "default");
        REQUIRE_MESSAGE(document.has_value(), shown);
        auto again = field.of(owner);
        if (shown == "\"\"") return; // text that is absent
        CHECK_MESSAGE(read(field.kind, document->front().value, again, Spot{&problems, "default", "key"}),
                      shown);
        CHECK(show(field.kind, again) == shown);
    });
}

} // namespace

TEST_CASE("the committed sample and schema are the generated ones") {
    is_up_to_date(test::source_dir() / "config/limber.toml", sample_file());
    is_up_to_date(test::source_dir() / "config/limber.schema.json", json_schema());
}

TEST_CASE("the sample loads without a problem and changes nothing") {
    const Desk without;
    const Desk with;
    with.user(sample_file());
    CHECK(settings_of(with) == settings_of(without));
}

TEST_CASE("with every key switched on it changes nothing but what has no default") {
    const Desk without;
    const Desk with;
    with.user(switched_on(sample_file()));
    Settings settings = settings_of(with);
    CHECK(settings.plan.hours.has_value());
    settings.plan.hours.reset();
    for (BreakRule& rule : settings.plan.breaks) {
        CHECK(rule.max_per_day.has_value());
        rule.max_per_day.reset();
    }
    CHECK(settings == settings_of(without));
}

TEST_CASE("every key is in the sample and the schema") {
    const std::string sample = "\n" + sample_file();
    const std::string schema = json_schema();
    const auto look = [&](const auto& field) {
        const std::string key{field.key};
        CAPTURE(key);
        CHECK(count_of(sample, "\n" + key + " = ") + count_of(sample, "\n#" + key + " = ") >= 1);
        CHECK(count_of(schema, "\"" + key + "\": {") >= 1);
    };
    each(schema::globals, look);
    each(schema::break_rule, look);
    each(schema::sections, [&](const auto& section) { each(section.fields, look); });
    CHECK(sample_file("file:///x/limber.schema.json").starts_with("#:schema file:///x/limber.schema.json\n"));
    CHECK(sample_file().starts_with("#:schema ./limber.schema.json\n"));
    for (const std::string* const text : {&sample, &schema})
        CHECK(text->find("TODO") == std::string::npos);
}

TEST_CASE("no line of the sample is wider than an editor") {
    std::istringstream lines{sample_file()};
    for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK(line.size() <= 100);
        CHECK_FALSE(line.ends_with(' '));
    }
}

TEST_CASE("every key has a text, and a default that its own check accepts") {
    const Draft defaults;
    check_fields("top", schema::globals, Plan{});
    check_fields("break", schema::break_rule, BreakDraft{});
    each(schema::sections, [&](const auto& section) {
        check_fields(section.name, section.fields, defaults.*section.member);
        CHECK(section.text.ends_with('.'));
    });
    const auto check_texts = [](const auto& fields) {
        std::set<std::string_view> keys;
        each(fields, [&](const auto& field) { check_text(keys, field); });
    };
    check_texts(exercise_format::exercise);
    check_texts(exercise_format::block);
    check_texts(exercise_format::phase);
}
