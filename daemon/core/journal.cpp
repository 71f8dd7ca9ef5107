// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal.hpp"

#include "plausible.hpp"
#include "step.hpp"
#include "text_archive.hpp"
#include "text_reader.hpp"

#include <algorithm>

namespace limber {

namespace {

constexpr std::string_view plan_word = "plan ";
constexpr std::string_view state_word = "state ";
constexpr std::string_view event_word = "event ";
constexpr std::string_view effect_word = "effect ";

template <class T>
std::string line(std::string_view word, T value) {
    Writer writer;
    fields(writer, value);
    return std::string{word} + "{" + writer.take() + "}";
}

template <class T>
JournalEntry read(std::string_view text) {
    const Node node = Parser{text}.whole();
    T value{};
    Reader::read(node, value);
    return value;
}

} // namespace

Plan without_health(Plan plan) {
    std::erase_if(plan.exercises, [&](const Exercise& exercise) {
        return std::ranges::any_of(exercise.avoid_if, [&](const std::string& tag) {
            return std::ranges::find(plan.person.health, tag) != plan.person.health.end();
        });
    });
    plan.person.health.clear();
    return plan;
}

std::string journal_line(const Plan& plan) {
    return line(plan_word, without_health(plan));
}

std::string journal_line(const State& state) {
    return std::string{state_word} + write_state(state);
}

std::string journal_line(const Event& event) {
    return line(event_word, event);
}

std::string journal_line(const Effect& effect) {
    return line(effect_word, effect);
}

std::expected<JournalEntry, std::string> read_journal_line(std::string_view text) {
    try {
        if (text.starts_with(plan_word)) {
            JournalEntry entry = read<Plan>(text.substr(plan_word.size()));
            if (std::string wrong = implausible(std::get<Plan>(entry)); !wrong.empty()) {
                return std::unexpected(std::move(wrong));
            }
            return entry;
        }
        if (text.starts_with(event_word)) {
            return read<Event>(text.substr(event_word.size()));
        }
        if (text.starts_with(effect_word)) {
            return read<Effect>(text.substr(effect_word.size()));
        }
        if (text.starts_with(state_word)) {
            auto state = read_state(text.substr(state_word.size()));
            if (!state) {
                return std::unexpected(std::move(state.error()));
            }
            return JournalEntry{std::move(*state)};
        }
    } catch (const Unreadable& problem) {
        return std::unexpected(problem.what());
    }
    return std::unexpected("a line begins with plan, state, event or effect");
}

} // namespace limber
