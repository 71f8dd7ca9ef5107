// SPDX-License-Identifier: GPL-3.0-or-later
#include "record.hpp"

#include "core/choosing.hpp"
#include "core/overloaded.hpp"
#include "json.hpp"
#include "words/said.hpp"

#include <cctype>
#include <iterator>

namespace limber::record {

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
        std::string json = value(0);
        return json += next();
    }

private:
    std::string value(int depth) {
        if (depth > deepest_nesting + 1) left_ = {}; // whoever reads it finds it too deep
        std::string token = next();
        if (token == "~") return "null";
        if (token == "[") return "[" + values(depth, false, "]");
        if (token == "{") return "{" + values(depth, true, "}");
        if (token.starts_with('"')) return text_of(token.substr(1));
        if (token != "(") return token;
        const std::string name = next();
        if (next() != "{") return {};
        const std::string members = values(depth, true, "}");
        return next() == ")" ? R"({"is":")" + name + (members == "}" ? "\"" : "\",") + members : "";
    }

    /// Up to their end, with their names or without.
    std::string values(int depth, bool named, std::string_view end) {
        std::string json;
        while (FirstFormat{left_}.next() != end) {
            if (left_.empty()) return {};
            if (!json.empty()) json += ',';
            if (named) json += '"' + next() + "\":";
            json += value(depth + 1);
        }
        return json += next();
    }

    /// A bracket, a ~, a word, or a text without what ends it; empty at the end.
    std::string next() {
        const auto of_word = [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
        };
        left_.remove_prefix(std::min(left_.find_first_not_of(" \n"), left_.size()));
        std::string token;
        while (!left_.empty() && (token.empty() || (of_word(token.back()) && of_word(left_.front())))) {
            token += left_.front();
            left_.remove_prefix(1);
        }
        if (token != "\"") return token;
        for (; !left_.empty() && left_.front() != '"'; left_.remove_prefix(1)) {
            const bool escaped = left_.front() == '\\' && left_.size() > 1;
            if (escaped) left_.remove_prefix(1);
            token += escaped && left_.front() == 'n' ? '\n' : left_.front();
        }
        if (left_.empty()) return "?"; // it has no end
        left_.remove_prefix(1);
        return token;
    }

    std::string_view left_;
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
    if (json.is_discarded()) return std::unexpected(said("this is not JSON"));
    if (word.empty()) return Document{std::move(json)};
    return Document{{{word, std::move(json)}}, Reading::Format::first};
}

// What may be read, but makes no sense

constexpr Duration shortest_span = std::chrono::milliseconds{100};
constexpr Duration longest_span = std::chrono::days{366};
constexpr Duration longest_phase = std::chrono::days{1};
constexpr Duration longest_session = std::chrono::days{30};
constexpr int most_phases = 10'000;
constexpr int most_exercises_at_once = 100;

bool between(Duration value, Duration low, Duration high) {
    return low <= value && value <= high;
}

template <class Phases>
bool lengths_plausible(const Phases& phases) {
    return std::ranges::all_of(
        phases, [](Duration length) { return between(length, Duration::zero(), longest_phase); },
        &Phases::value_type::length);
}

/// Lengths of phases, and how many there will be once repetitions are written out.
bool plausible(const Exercise& exercise) {
    std::int64_t phases = 0;
    for (const Block& block : exercise.blocks) {
        if (block.reps < 0 || !lengths_plausible(block.phases)) return false;
        phases += std::int64_t{block.reps} * std::ssize(block.phases) * (block.mirror ? 2 : 1);
    }
    return phases <= most_phases && length_of(exercise) <= longest_session;
}

bool plausible(const BreakRule& rule) {
    const auto span = [](Duration value) { return between(value, shortest_span, longest_span); };
    return span(rule.interval) && rule.rest > Duration::zero() && rule.rest < rule.interval &&
           span(rule.prompt_timeout) && span(rule.repeat_after) && std::ranges::all_of(rule.snooze, span) &&
           rule.max_snoozes >= 0 && rule.max_prompts >= 1 && rule.max_per_day.value_or(0) >= 0 &&
           rule.exercises.count >= 1 && rule.exercises.count <= most_exercises_at_once;
}

bool none_below_zero(const std::vector<Duration>& values) {
    return std::ranges::all_of(values, [](Duration value) { return value >= Duration::zero(); });
}

bool fits(const Books& books, std::size_t rules) {
    const auto good = [](const Account& account) { return account.active >= Duration::zero(); };
    if (books.accounts.size() != rules || !std::ranges::all_of(books.accounts, good) ||
        books.clock < Duration::zero()) {
        return false;
    }
    const std::optional<Spell>& spell = books.spell;
    return !spell ||
           (spell->began <= books.at && spell->base.size() == rules && spell->at_start.size() == rules &&
            none_below_zero(spell->base) && none_below_zero(spell->at_start));
}

bool fits(const Ledger& ledger, bool started, std::size_t rules) {
    const bool no_facts = ledger.stretches.empty() && ledger.idles.empty() && ledger.zeroings.empty();
    const bool no_spells = !ledger.now.spell && !ledger.footing.spell;
    // before the start there is nothing behind the books
    const bool footing =
        started ? fits(ledger.footing, rules) && ledger.footing.at <= ledger.now.at : no_facts && no_spells;
    const auto in_order = [](const IdleStretch& idle) { return idle.from <= idle.until; };
    const auto of_a_rule = [rules](const Zeroing& zeroing) { return zeroing.rule < rules; };
    return fits(ledger.now, rules) && footing &&
           std::ranges::is_sorted(ledger.stretches, {}, &Stretch::from) &&
           std::ranges::all_of(ledger.idles, in_order) && std::ranges::all_of(ledger.zeroings, of_a_rule);
}

bool plausible(const Session& session) {
    return !session.phases.empty() && std::ssize(session.phases) <= most_phases &&
           lengths_plausible(session.phases) && length_of(session) <= longest_session;
}

/// What is wrong with a plan or a state whose values are all within the bounds of json.hpp; empty: nothing.
std::string implausible(const Plan& plan) {
    for (const BreakRule& rule : plan.breaks) {
        const auto same = std::ranges::count(plan.breaks, rule.name, &BreakRule::name);
        if (same != 1 || !plausible(rule)) return "the rule makes no sense: " + rule.name;
    }
    for (const Exercise& exercise : plan.exercises) {
        if (!plausible(exercise)) return "the exercise makes no sense: " + exercise.id;
    }
    const auto span = [](Duration value) { return between(value, Duration::zero(), longest_span); };
    const bool spans = span(plan.merge_within) && span(plan.typing_gap) && span(plan.typing_patience) &&
                       span(plan.settle) && span(plan.return_grace) && span(plan.idle_after);
    if (!spans || plan.idle_after < shortest_span || plan.day_starts < Duration::zero() ||
        plan.day_starts >= std::chrono::days{1}) {
        return "the plan makes no sense";
    }
    const auto in_a_day = [](Duration value) {
        return between(value, Duration::zero(), std::chrono::days{1});
    };
    for (const std::vector<HoursRange>& day : plan.hours.value_or(Hours{}).days) {
        if (!std::ranges::all_of(day, in_a_day, &HoursRange::from) ||
            !std::ranges::all_of(day, in_a_day, &HoursRange::until))
            return "the hours make no sense";
    }
    return {};
}

std::string implausible(const State& state) {
    const std::size_t rules = state.progress.size();
    const auto counts = [](const Progress& progress) {
        return progress.prompts >= 0 && progress.snoozes >= 0;
    };
    const bool prompt =
        !state.prompt || (state.prompt->rule < rules && state.prompt->value >= Duration::zero());
    const auto kept = [&](const KeptRule& rule) {
        return counts(rule.progress) && rule.active >= Duration::zero();
    };
    const bool session = !state.session || plausible(*state.session);
    const bool early = !state.started && (state.prompt || state.session);
    const auto sleeps = [](const Period& sleep) { return sleep.from <= sleep.until && sleep.until != never; };
    if (!fits(state.ledger, state.started, rules) || !std::ranges::all_of(state.progress, counts) ||
        !std::ranges::all_of(state.kept, kept) || !prompt || !session || early ||
        !std::ranges::all_of(state.sleeps, sleeps)) {
        return "its parts do not fit together";
    }
    return {};
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

std::string journal_line(const JournalEntry& entry) {
    return std::visit(Overloaded{[](const Plan& plan) { return line("plan", without_health(plan)); },
                                 [](const State& state) { return write_state(state); },
                                 [](const Event& event) { return line("event", event); },
                                 [](const Effect& effect) { return line("effect", effect); },
                                 [](const Note& note) { return line("note", note); }},
                      entry);
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
