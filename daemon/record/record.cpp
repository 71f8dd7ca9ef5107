// SPDX-License-Identifier: GPL-3.0-or-later
#include "record.hpp"

#include "first_format.hpp"
#include "json.hpp"
#include "plausible.hpp"
#include "translation/said.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace limber::record {

using translation::said;

namespace {

constexpr int present_format = 2;
constexpr std::string_view first_state = "limber-state 1 ";

/// What a line or a state is, whatever format it is in.
struct Document {
    Json json;
    Reading::Format format = Reading::Format::present;
};

/// Those within texts are none.
bool nested_too_deeply(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\') ++i;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[' || c == '{') {
            if (++depth > deepest_nesting) return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

std::expected<Document, std::string> document_of(std::string_view text) {
    if (text.starts_with(first_state)) {
        auto state = from_first_format(text.substr(first_state.size()));
        if (!state) return std::unexpected(std::move(state.error()));
        return Document{{{"state", std::move(*state)}}, Reading::Format::first};
    }
    for (const std::string_view word : {"plan", "state", "event", "effect"}) {
        if (!text.starts_with(word)) continue;
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        if (text.starts_with(first_state)) return document_of(text);
        auto value = from_first_format(text);
        if (!value) return std::unexpected(std::move(value.error()));
        return Document{{{word, std::move(*value)}}, Reading::Format::first};
    }
    if (nested_too_deeply(text)) return std::unexpected("nested too deeply");
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return std::unexpected(said(QT_TRANSLATE_NOOP("said", "this is not JSON")));
    return Document{std::move(json)};
}

template <class T>
std::expected<T, std::string> value_of(const Json& json, Reading& reading) {
    T value{};
    if (!reading.read(json, value)) return std::unexpected(reading.reason());
    if constexpr (requires { implausible(value); }) {
        if (std::string wrong = implausible(value); !wrong.empty()) return std::unexpected(std::move(wrong));
    }
    return value;
}

template <class T>
std::expected<JournalEntry, std::string> entry_of(const Json& json, Reading::Format format) {
    Reading reading{format};
    auto value = value_of<T>(json, reading);
    if (!value) return std::unexpected(std::move(value.error()));
    if (!reading.left_out().empty()) return std::unexpected(reading.left_out().front());
    return JournalEntry{std::move(*value)};
}

template <class T>
std::string line(std::string_view word, const T& value) {
    return text_of({{word, json_of(value)}});
}

} // namespace

std::string write_state(const State& state) {
    return text_of({{"format", present_format}, {"state", json_of(state)}});
}

std::expected<State, std::string> read_state(std::string_view text, std::vector<std::string>* left_out) {
    const auto document = document_of(text);
    if (!document) return std::unexpected(document.error());
    const auto& [json, format] = *document;
    if (!json.is_object() || !json.contains("state")) return std::unexpected("this is no state of Limber");
    Reading reading{format};
    auto state = value_of<State>(json["state"], reading);
    if (state && left_out != nullptr) *left_out = reading.left_out();
    return state;
}

Plan without_health(Plan plan) {
    const auto has = [](const std::vector<std::string>& words, const std::string& one) {
        return std::ranges::find(words, one) != words.end();
    };
    const std::vector<std::string> disliked = plan.person.exclude;
    for (Exercise& exercise : plan.exercises) {
        const bool barred = std::ranges::any_of(
            exercise.avoid_if, [&](const std::string& tag) { return has(plan.person.health, tag); });
        // what is left out twice would tell itself from what is left out once
        if (barred && !has(disliked, exercise.id) && !has(disliked, exercise.area))
            plan.person.exclude.push_back(exercise.id);
        exercise.avoid_if.clear();
    }
    std::ranges::sort(plan.person.exclude); // nothing tells what came last
    plan.person.health.clear();
    return plan;
}

std::string journal_line(const Plan& plan) {
    return line("plan", without_health(plan));
}

std::string journal_line(const State& state) {
    return write_state(state);
}

std::string journal_line(const Event& event) {
    return line("event", event);
}

std::string journal_line(const Effect& effect) {
    return line("effect", effect);
}

std::string journal_line(const Note& note) {
    return line("note", note);
}

std::expected<JournalEntry, std::string> read_journal_line(std::string_view text) {
    const auto document = document_of(text);
    if (!document) return std::unexpected(document.error());
    const Json& json = document->json;
    const Reading::Format format = document->format;
    const auto is = [&](std::string_view word) { return json.is_object() && json.contains(word); };
    if (is("plan")) return entry_of<Plan>(json["plan"], format);
    if (is("event")) return entry_of<Event>(json["event"], format);
    if (is("effect")) return entry_of<Effect>(json["effect"], format);
    if (is("note")) return entry_of<Note>(json["note"], format);
    if (is("state")) return entry_of<State>(json["state"], format);
    return std::unexpected("a line is a plan, a state, an event, an effect or a note");
}

} // namespace limber::record
