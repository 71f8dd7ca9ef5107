// SPDX-License-Identifier: GPL-3.0-or-later
#include "record.hpp"

#include "core/choosing.hpp"
#include "json.hpp"
#include "translation/said.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace limber::record {

using translation::said;

namespace {

constexpr int present_format = 2;

/// What a line or a state is, whatever format it is in.
struct Document {
    Json json;
    Reading::Format format = Reading::Format::present;
};

/// How values were written before they were JSON: {name value …} for records, [value …] for lists, (NAME {…})
/// for one of several, numbers, "strings", and ~ for nothing. What was none of these comes out as no JSON.
class FirstFormat {
public:
    explicit FirstFormat(std::string_view text) : left_(text) {}

    std::string as_json() {
        while (!left_.empty()) {
            const char c = left_.front();
            if (is_of_word(c)) {
                word();
                continue;
            }
            left_.remove_prefix(1);
            switch (c) {
            case ' ':
            case '\n': break;
            case '"': add(quoted()); break;
            case '~': add("null"); break;
            case '(': open(c, R"({"is":)"); break;
            case '[': open(c, "["); break;
            case '{': inside('(') ? open(of_choice, "") : open(c, "{"); break;
            case ']': close("]"); break;
            case ')': close("}"); break;
            case '}': close(inside(of_choice) ? "" : "}"); break;
            default: return {};
            }
        }
        return json_;
    }

private:
    /// The members of one of several: they stand beside its "is".
    static constexpr char of_choice = '*';

    static bool is_of_word(char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
    }

    [[nodiscard]] bool inside(char bracket) const { return open_.ends_with(bracket); }

    void add(std::string_view value) {
        if (!json_.empty() && !std::string_view{"[{:"}.contains(json_.back())) json_ += ',';
        json_ += value;
    }

    void open(char bracket, std::string_view json) {
        if (!json.empty()) add(json);
        open_ += bracket;
    }

    void close(std::string_view json) {
        json_ += json;
        if (!open_.empty()) open_.pop_back();
    }

    void word() {
        const auto length =
            static_cast<std::size_t>(std::ranges::find_if_not(left_, is_of_word) - left_.begin());
        const std::string word{left_.substr(0, length)};
        left_.remove_prefix(length);
        const bool key = (inside('{') || inside(of_choice)) && !json_.ends_with(':');
        if (key || inside('(')) {
            add('"' + word + (key ? "\":" : "\""));
        } else {
            add(word);
        }
    }

    std::string quoted() {
        std::string text;
        for (; !left_.empty() && left_.front() != '"'; left_.remove_prefix(1)) {
            const bool escaped = left_.front() == '\\' && left_.size() > 1;
            if (escaped) left_.remove_prefix(1);
            text += escaped && left_.front() == 'n' ? '\n' : left_.front();
        }
        if (left_.empty()) return "\"";
        left_.remove_prefix(1);
        return text_of(text);
    }

    std::string_view left_;
    std::string open_; ///< brackets
    std::string json_;
};

/// Takes off what shows that a text is of the first format, and says what it is; empty: it is of another.
std::string_view take_first_word(std::string_view& text) {
    const auto take = [&](std::string_view begin) {
        const bool is_there = text.starts_with(begin);
        if (is_there) text.remove_prefix(begin.size());
        return is_there;
    };
    for (const std::string_view word : {"plan", "event", "effect"}) {
        if (take(word)) return word;
    }
    take("state ");
    return take("limber-state 1 ") ? "state" : "";
}

std::expected<Document, std::string> document_of(std::string_view text) {
    const std::string_view word = take_first_word(text);
    const std::string first = word.empty() ? std::string{} : FirstFormat{text}.as_json();
    bool too_deep = false;
    const auto watch = [&](int depth, Json::parse_event_t /*what*/, Json& /*so_far*/) {
        too_deep = too_deep || depth > deepest_nesting;
        return !too_deep;
    };
    Json json = Json::parse(word.empty() ? text : first, watch, false);
    if (too_deep) return std::unexpected("nested too deeply");
    if (json.is_discarded()) return std::unexpected(said(QT_TRANSLATE_NOOP("said", "this is not JSON")));
    if (word.empty()) return Document{std::move(json)};
    return Document{{{word, std::move(json)}}, Reading::Format::first};
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
        const bool barred = unfit(plan, Bag{}, exercise) == Unfit::health;
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
