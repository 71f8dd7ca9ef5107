// SPDX-License-Identifier: GPL-3.0-or-later
// Reading stories.
#include "simulate/activity.hpp"
#include "story_words.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <string>

namespace limber::story {

using namespace simulate;

using namespace std::chrono_literals;

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

/// Takes `prefix` off the front of `text` if it is there.
bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool take_end(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text.remove_suffix(suffix.size());
    return true;
}

std::string_view take_word(std::string_view& text, char end = ' ') {
    text = trim(text);
    const std::string_view word = text.substr(0, text.find(end));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    return trim(word);
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

/// "09:30", "09:30:40", "09:20:26.667", each with "+1d " before it for later days.
std::optional<Duration> take_clock(std::string_view& text) {
    std::string_view rest = trim(text);
    Duration time{};
    if (take(rest, "+")) {
        const auto days = number(take_word(rest, 'd'));
        if (!days) return {};
        time += *days * 24h;
        rest = trim(rest);
    }
    std::size_t length = 0;
    while (length < rest.size() && (is_digit(rest[length]) || rest[length] == ':' || rest[length] == '.'))
        ++length;
    std::string_view clock = rest.substr(0, length);
    rest.remove_prefix(length);
    const auto hours = number(take_word(clock, ':'));
    const auto minutes = number(take_word(clock, ':'));
    if (!hours || !minutes) return {};
    time += *hours * 1h + *minutes * 1min;
    if (!clock.empty()) {
        const auto seconds = parse_length(std::string(clock) + "s");
        if (!seconds) return {};
        time += *seconds;
    }
    text = rest;
    return time;
}

std::optional<Duration> clock(std::string_view text) {
    const auto time = take_clock(text);
    return time && trim(text).empty() ? time : std::nullopt;
}

std::optional<BreakRule> parse_rule(std::string_view text) {
    BreakRule made;
    made.name = take_word(text);
    const auto interval = parse_length(take_word(text, '/'));
    const auto rest = parse_length(take_word(text));
    if (!interval || !rest) return {};
    made.interval = *interval;
    made.rest = *rest;
    while (!trim(text).empty()) {
        const std::string_view key = take_word(text);
        std::string_view value = take_word(text);
        if (key == "snooze") {
            made.snooze.clear();
            while (!value.empty() && value != "none") {
                const auto one = parse_length(take_word(value, ','));
                if (!one) return {};
                made.snooze.push_back(*one);
            }
            continue;
        }
        if (key == "max_per_day") {
            made.max_per_day = number(value);
            if (!made.max_per_day) return {};
            continue;
        }
        bool known = false;
        for (const auto& [word, member] : rule_lengths) {
            if (word != key) continue;
            const auto length = parse_length(value);
            if (!length) return {};
            made.*member = *length;
            known = true;
        }
        for (const auto& [word, member] : rule_numbers) {
            if (word != key) continue;
            const auto count = number(value);
            if (!count) return {};
            made.*member = *count;
            known = true;
        }
        if (!known) return {};
    }
    return made;
}

std::optional<std::chrono::seconds> parse_offset(std::string_view text) {
    const auto dated = parse_rfc3339("2000-01-01T00:00:00" + std::string(trim(text)));
    if (!dated) return {};
    return dated->offset;
}

std::optional<std::chrono::sys_days> parse_date(std::string_view text) {
    const auto dated = parse_rfc3339(std::string(trim(text)) + "T00:00:00Z");
    if (!dated) return {};
    return std::chrono::floor<std::chrono::days>(dated->utc);
}

bool parse_hours(Story& story, std::string_view text) {
    Hours hours;
    std::vector<HoursRange> ranges;
    bool every_day = take_end(text, " every day");
    while (!trim(text).empty()) {
        std::string_view range = take_word(text);
        const auto from = clock(take_word(range, '-'));
        const auto until = clock(range);
        if (!from || !until) return false;
        ranges.push_back({*from, *until});
    }
    for (std::size_t day = 0; day < (every_day ? 7U : 5U); ++day)
        hours.days[day] = ranges;
    story.plan.hours = hours;
    return true;
}

bool parse_with(Plan& plan, std::string_view text) {
    while (!trim(text).empty()) {
        const std::string_view key = take_word(text);
        const std::string_view value = take_word(text);
        if (key == "passive_screen") {
            plan.passive_screen = value == "count" ? PassiveScreen::count : PassiveScreen::rest;
            continue;
        }
        const auto* known =
            std::ranges::find(plan_lengths, key, [](const auto& entry) { return entry.first; });
        const auto length = parse_length(value);
        if (known == plan_lengths.end() || !length) return false;
        plan.*known->second = *length;
    }
    return true;
}

bool parse_setting(Story& story, std::string_view text, bool& own_rules) {
    if (take(text, "rule:")) {
        auto rule = parse_rule(trim(text));
        if (!rule) return false;
        if (!own_rules) story.plan.breaks.clear();
        own_rules = true;
        story.plan.breaks.push_back(std::move(*rule));
        return true;
    }
    if (take(text, "with:")) return parse_with(story.plan, text);
    if (take(text, "hours:")) return parse_hours(story, text);
    if (take(text, "answers:")) {
        const auto policy = parse_answer_policy(trim(text));
        story.answers = policy.value_or(AnswerPolicy::ignore);
        return policy.has_value();
    }
    if (take(text, "begins:")) {
        const auto date = parse_date(take_word(text));
        const auto offset = trim(text).empty() ? std::chrono::seconds{} : parse_offset(text);
        if (!date || !offset) return false;
        story.date = *date;
        story.offset = *offset;
        return true;
    }
    if (take(text, "zone:")) {
        const auto offset = parse_offset(take_word(text));
        const bool from = take_word(text) == "from";
        const auto date = parse_date(take_word(text));
        const auto time = take_clock(text);
        if (!offset || !from || !date || !time || trim(text) != "UTC") return false;
        story.zone.push_back({*date + *time, *offset});
        return true;
    }
    return false;
}

std::optional<Deed> parse_pause(std::string_view text) {
    if (text == "until resumed") return Pauses{UntilResumed{}};
    if (text == "until tomorrow") return Pauses{UntilTomorrow{}};
    if (take(text, "for ")) {
        if (const auto length = parse_length(text)) return Pauses{ForDuration{*length}};
    } else if (take(text, "until ")) {
        if (const auto time = clock(text)) return Pauses{UntilClock{*time}};
    }
    return {};
}

std::optional<Deed> parse_restart(std::string_view text, Ending ending) {
    Restarts restart;
    restart.ending = ending;
    restart.boots = take_end(text, ", machine boots");
    restart.kind = take_end(text, ", at rest") ? Gap::rest : Gap::neither;
    const auto gap = parse_length(text);
    if (!gap) return {};
    restart.gap = *gap;
    return restart;
}

std::optional<Deed> parse_answer(std::string_view text) {
    Answers answers;
    answers.late = take_end(text, ", too late");
    for (const auto& [word, answer] : answer_words) {
        std::string_view rest = text;
        if (!take(rest, word)) continue;
        answers.answer = answer;
        if (rest.empty()) return answers;
        const auto length = parse_length(trim(rest));
        if (answer != Answer::snooze || !length) return {};
        answers.snooze = *length;
        return answers;
    }
    return {};
}

std::optional<Deed> parse_begin(std::string_view text) {
    Begins begins;
    begins.replace = take_end(text, ", at once");
    text = trim(text);
    if (take(text, "for ")) begins.rule = take_word(text);
    text = trim(text);
    if (take(text, "of ")) begins.exercise = take_word(text);
    if (!trim(text).empty()) return {};
    return begins;
}

std::optional<Deed> parse_changes(std::string_view text) {
    Changes changes;
    while (!trim(text).empty()) {
        const std::size_t comma = text.find(", ");
        auto rule = parse_rule(trim(text.substr(0, comma)));
        if (!rule) return {};
        changes.rules.push_back(std::move(*rule));
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 2);
    }
    return changes;
}

std::optional<Deed> parse_deed(std::string_view text) {
    for (const auto& [word, deed] : plain_words) {
        if (text == word) return deed;
    }
    for (const auto& [word, how] : steering_words) {
        if (text == word) return Steers{how};
    }
    if (take(text, "types until ")) {
        const auto until = clock(text);
        return until ? std::optional<Deed>{Types{*until}} : std::nullopt;
    }
    if (take(text, "clock set forward ") || text.starts_with("clock set back ")) {
        const bool back = take(text, "clock set back ");
        const auto by = parse_length(text);
        return by ? std::optional<Deed>{SetsClock{back ? -*by : *by}} : std::nullopt;
    }
    if (take(text, "nobody watches until ")) {
        const auto until = clock(text);
        return until ? std::optional<Deed>{Unwatched{*until}} : std::nullopt;
    }
    for (const auto& [word, level] : film_words) {
        if (text == word) return Quiet{std::string(inhibitor), level};
    }
    if (take(text, "pauses ")) return parse_pause(text);
    if (take(text, "daemon stopped for ")) return parse_restart(text, Ending::orderly);
    if (take(text, "daemon killed for ")) return parse_restart(text, Ending::killed);
    if (take(text, "begins a session")) return parse_begin(text);
    if (take(text, "changes rule: ")) return parse_changes(text);
    if (take(text, "drops rule: ")) return Drops{std::string(text)};
    for (const auto& [word, level] : level_words) {
        if (take_end(text, word)) return Quiet{std::string(text), level};
    }
    return parse_answer(text);
}

} // namespace

std::optional<Duration> parse_length(std::string_view text) {
    text = trim(text);
    if (text.empty()) return {};
    Duration total{};
    while (!text.empty()) {
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || value < 0 || value > 1e9) return {};
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        double unit = 0;
        if (take(text, "min")) {
            unit = 60e3;
        } else if (take(text, "ms")) {
            unit = 1;
        } else if (take(text, "h")) {
            unit = 3600e3;
        } else if (take(text, "s")) {
            unit = 1e3;
        } else {
            return {};
        }
        total += std::chrono::milliseconds{std::llround(value * unit)};
    }
    return total;
}

std::expected<Story, std::string> parse_story(std::string_view text) {
    Story story;
    story.plan = story_plan();
    bool own_rules = false;
    bool expecting = false;
    for (int line = 1; !text.empty(); ++line) {
        const std::size_t end = text.find('\n');
        const std::string_view whole = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        std::string_view words = trim(whole);
        const auto wrong = [&](const char* why) {
            return std::unexpected("line " + std::to_string(line) + ": " + why + ": " + std::string(words));
        };
        if (expecting) {
            if (!words.empty()) story.expected.emplace_back(whole);
        } else if (words == "----") {
            expecting = true;
        } else if (words.empty() || words.starts_with('#')) {
            if (story.deeds.empty()) {
                story.head += std::string(whole) + "\n";
            } else if (!words.empty()) {
                return wrong("comments stand before the first deed");
            }
        } else if (is_digit(words.front()) || words.front() == '+') {
            const auto at = take_clock(words);
            auto deed = at ? parse_deed(trim(words)) : std::nullopt;
            if (!deed) return wrong("not understood");
            if (!story.deeds.empty() && *at < story.deeds.back().at) return wrong("time goes back");
            story.deeds.push_back({*at, std::move(*deed)});
        } else {
            if (!parse_setting(story, words, own_rules)) return wrong("no such setting");
            story.head += std::string(whole) + "\n";
        }
    }
    if (story.deeds.empty()) return std::unexpected("nothing happens in this story");
    return story;
}

} // namespace limber::story
