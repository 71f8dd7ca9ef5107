// SPDX-License-Identifier: GPL-3.0-or-later
// The table of keys as a sample file and as a chapter of the manual.
#include "core/plan.hpp"
#include "exercise_format.hpp"
#include "exercise_texts.hpp"
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
#include <tuple>

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

/// What the value beside it shows already is not said in words.
bool is_plain_to_see(const Flag& /*kind*/) {
    return true;
}

bool is_plain_to_see(const Stretches& /*kind*/) {
    return true;
}

bool is_plain_to_see(const Clock& /*kind*/) {
    return true;
}

bool is_plain_to_see(const Words& kind) {
    return kind.known.empty();
}

template <class Kind>
bool is_plain_to_see(const Kind& /*kind*/) {
    return false;
}

template <class Field>
std::string text_of(const Field& field) {
    if (is_plain_to_see(field.kind)) return std::string{field.text};
    return fmt::format("{} ({})", field.text, accepts(field.kind));
}

enum class Texts { yes, no };

/// One key of the sample. Prose begins with "# ", a key that is switched off with "#" alone.
template <class Owner, class Field>
std::string sample_key(const Field& field, const Owner& owner, bool active, Texts texts) {
    std::string result;
    if (texts == Texts::yes) result += comment(text_of(field));
    result += fmt::format("{}{} = {}\n", active ? "" : "#", field.key, show(field.kind, owner.*field.member));
    return result;
}

template <class Owner, class Fields>
std::string sample_table(const Fields& fields, const Owner& owner) {
    std::string result;
    const auto add = [&](const auto& field) { result += sample_key(field, owner, false, Texts::yes) + "\n"; };
    std::apply([&](const auto&... field) { (add(field), ...); }, fields);
    return result;
}

/// What makes up a rule is written out; the rest shows its default.
std::string sample_rule(const BreakDraft& rule, Texts texts) {
    constexpr std::array<std::string_view, 5> active{"name", "title", "interval", "rest", "exercises"};
    std::string result = "[[break]]\n";
    const auto add = [&](const auto& field) {
        const bool on = std::ranges::find(active, field.key) != active.end();
        result += sample_key(field, rule, on, texts);
    };
    std::apply([&](const auto&... field) { (add(field), ...); }, schema::break_rule);
    return result + "\n";
}

template <class Field, class Owner>
std::string default_of(const Field& field, const Owner& owner) {
    if (field.presence == Presence::required) return "required";
    if (field.presence == Presence::unset) return "not set";
    return fmt::format("default `{}`", show(field.kind, owner.*field.member));
}

template <class Owner, class Fields>
std::string reference_of(const Fields& fields, const Owner& owner) {
    std::string result;
    const auto add = [&](const auto& field) {
        std::string standing = default_of(field, owner);
        if (standing == "default ``") standing = "not set";
        result += fmt::format("- `{}` ({}; {}): {}\n", field.key, accepts(field.kind), standing, field.text);
    };
    std::apply([&](const auto&... field) { (add(field), ...); }, fields);
    return result;
}

constexpr std::string_view opening =
    "Settings of Limber. This file belongs in ~/.config/limber/limber.toml. What is commented out shows the "
    "default: take the # away and change it. Lengths of time are written with their unit: \"40s\", "
    "\"25min\", "
    "\"1h 30min\". Limber applies the file when it is saved; `limber config check` names mistakes.";

constexpr std::string_view reference_opening =
    "Limber reads `limber.toml` from `~/.config/limber` and, less important, from the folders `limber` in\n"
    "`XDG_CONFIG_DIRS` (`/etc/xdg`). The more important file replaces single keys; `[[break]]` tables of the "
    "same\n"
    "`name` are merged key by key; lists are replaced as a whole. Lengths of time are written with their "
    "unit:\n"
    "`\"40s\"`, `\"25min\"`, `\"1h 30min\"`.\n";

constexpr std::string_view exercises_opening =
    "Files `*.toml` in `~/.config/limber/exercises` add exercises, replace shipped ones (same `id`, same "
    "`area`), or\n"
    "switch them off (`id` and `enabled = false`). A file with a mistake is named and left out; the others "
    "load.\n";

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
    const auto add = [&](const auto& section) {
        result += comment(section.text);
        result +=
            fmt::format("[{}]\n", section.name) + sample_table(section.fields, defaults.*section.member);
    };
    std::apply([&](const auto&... section) { (add(section), ...); }, schema::sections);
    result.pop_back(); // the last blank line
    return result;
}

std::string reference_text() {
    const Draft defaults;
    std::string result = fmt::format("# limber.toml\n\n{}\n## At the top\n\n{}", reference_opening,
                                     reference_of(schema::globals, Plan{}));
    result += fmt::format("\n## [[break]]\n\n{}\n\n{}", schema::break_text,
                          reference_of(schema::break_rule, BreakDraft{}));
    const auto add = [&](const auto& section) {
        result += fmt::format("\n## [{}]\n\n{}\n\n{}", section.name, section.text,
                              reference_of(section.fields, defaults.*section.member));
    };
    std::apply([&](const auto&... section) { (add(section), ...); }, schema::sections);
    result += "\n## Health tags\n\n";
    for (const std::string_view tag : usual_health_tags)
        result += fmt::format("- `{}`\n", tag);
    result += fmt::format("\n# Exercise files\n\n{}\n## [[exercise]]\n\n{}", exercises_opening,
                          reference_of(exercise_format::exercise, ExerciseDraft{}));
    result += fmt::format("\n### quota\n\n{}", reference_of(exercise_format::quota, QuotaDraft{}));
    result +=
        fmt::format("\n### [[exercise.block]]\n\n{}", reference_of(exercise_format::block, BlockDraft{}));
    result += fmt::format("\n### phases\n\n{}", reference_of(exercise_format::phase, PhaseDraft{}));
    result += fmt::format("\n### [exercise.texts.LANGUAGE]\n\n{}",
                          reference_of(exercise_format::texts, ExerciseTexts{}));
    result += fmt::format("\n### phases of these texts\n\n{}",
                          reference_of(exercise_format::phase_texts, PhaseTexts{}));
    return result;
}

} // namespace limber::settings
