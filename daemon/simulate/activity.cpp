// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity.hpp"

#include "activity_line.hpp"
#include "activity_watch.hpp"
#include "instant_text.hpp"
#include "rewound.hpp"
#include "translation/said.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

namespace limber::simulate {

using translation::said;

namespace {

using Json = nlohmann::json;
using namespace std::string_view_literals;

// Far above anything a line of activity needs; a file without line ends is not read into memory.
constexpr std::size_t longest_line = 4096;
// A hundred years keep every sum of instants far from overflow.
constexpr std::chrono::hours longest_time{24 * 365 * 100};

constexpr std::array<std::pair<std::string_view, Occurrence>, 15> occurrences{{
    {"lock", Occurrence::lock},
    {"unlock", Occurrence::unlock},
    {"lock-request", Occurrence::lock_request},
    {"sleep", Occurrence::sleep},
    {"wake", Occurrence::wake},
    {"leave-session", Occurrence::leave_session},
    {"return-session", Occurrence::return_session},
    {"presence-unknown", Occurrence::presence_unknown},
    {"presence-known", Occurrence::presence_known},
    {"dismiss", Occurrence::dismiss},
    {"expire", Occurrence::expire},
    {"fail", Occurrence::fail},
    {"pause-session", Occurrence::pause_session},
    {"resume-session", Occurrence::resume_session},
    {"end", Occurrence::end},
}};

template <typename T>
using Read = std::expected<T, ActivityProblem>;

class LineReader final : public ActivitySource {
public:
    explicit LineReader(std::unique_ptr<Rewound> text) : buffer_(std::move(text)), text_(buffer_.get()) {}

    std::optional<ActivityProblem> look_ahead() {
        auto first = read();
        if (!first) return first.error();
        ahead_ = std::move(*first);
        return {};
    }

    Read<std::optional<Action>> next() override {
        if (ahead_) return std::exchange(ahead_, {});
        return read();
    }

    [[nodiscard]] std::optional<FileClock> clock() const override { return clock_; }

private:
    enum class Times { unknown, seconds, dates };

    Read<std::optional<Action>> read() {
        if (ended_) return std::optional<Action>{};
        auto text = next_line();
        if (!text) return std::unexpected(text.error());
        if (!*text) return std::optional<Action>{};
        ActivityLine line(number_, std::move(**text));
        if (auto wrong = line.parse()) return std::unexpected(std::move(*wrong));
        auto action = understand(line);
        if (!action) return std::unexpected(action.error());
        return std::optional<Action>{std::move(*action)};
    }

    /// The next line with something in it.
    Read<std::optional<std::string>> next_line() {
        std::array<char, longest_line> line{};
        while (text_.getline(line.data(), line.size())) {
            ++number_;
            // The line's end was taken out of the stream, unless the stream ended first.
            const auto length = static_cast<std::size_t>(text_.gcount()) - (text_.eof() ? 0 : 1);
            const std::string_view text(line.data(), length);
            if (text.find_first_not_of(" \t\r") != std::string_view::npos) return std::string(text);
        }
        ++number_;
        if (buffer_->reading_failed()) {
            return std::unexpected(
                ActivityProblem{number_, 0, said(QT_TRANSLATE_NOOP("said", "reading failed"))});
        }
        if (!text_.eof()) {
            return std::unexpected(ActivityProblem{
                number_, longest_line, said(QT_TRANSLATE_NOOP("said", "this line is far too long"))});
        }
        return std::optional<std::string>{};
    }

    Read<Duration> time(const ActivityLine& line, std::string_view key) {
        const Json* value = line.find(key);
        if (value == nullptr) {
            return std::unexpected(
                line.problem(key, said(QT_TRANSLATE_NOOP("said", "\"{}\" is missing"), key)));
        }
        if (value->is_string()) return date(line, key, value->get_ref<const std::string&>());
        if (!value->is_number()) {
            return std::unexpected(line.problem(
                key, said(QT_TRANSLATE_NOOP("said", "a time is a number of seconds or a date (RFC 3339)"))));
        }
        if (times_ == Times::dates) {
            return std::unexpected(line.problem(
                key,
                said(QT_TRANSLATE_NOOP("said", "the times of this file are dates, this one is seconds"))));
        }
        times_ = Times::seconds;
        return seconds(line, key, *value, Duration{});
    }

    Read<Duration> date(const ActivityLine& line, std::string_view key, const std::string& text) {
        const auto dated = parse_rfc3339(text);
        if (!dated) {
            return std::unexpected(line.problem(
                key, said(QT_TRANSLATE_NOOP("said", "not a date like \"2025-01-06T09:00:00+01:00\""))));
        }
        if (times_ == Times::seconds) {
            return std::unexpected(line.problem(
                key,
                said(QT_TRANSLATE_NOOP("said", "the times of this file are seconds, this one is a date"))));
        }
        times_ = Times::dates;
        if (!clock_) clock_ = FileClock{.utc = dated->utc, .offset = dated->offset};
        const Duration since = dated->utc - clock_->utc;
        if (since > longest_time) {
            return std::unexpected(
                line.problem(key, said(QT_TRANSLATE_NOOP("said", "more than a hundred years"))));
        }
        return since;
    }

    Read<Duration> until(const ActivityLine& line, Duration at) {
        auto end = time(line, "until");
        if (end && *end < at) {
            return std::unexpected(
                line.problem("until", said(QT_TRANSLATE_NOOP("said", "\"until\" is before \"at\""))));
        }
        return end;
    }

    static Read<Duration> number(const ActivityLine& line, std::string_view key, Duration least,
                                 std::string needed) {
        const Json* value = line.find(key);
        if (value == nullptr || !value->is_number())
            return std::unexpected(line.problem(key, std::move(needed)));
        return seconds(line, key, *value, least);
    }

    static Read<Duration> seconds(const ActivityLine& line, std::string_view key, const Json& value,
                                  Duration least) {
        const double given = value.get<double>();
        const double most = std::chrono::duration<double>(longest_time).count();
        if (!(given >= std::chrono::duration<double>(least).count())) {
            return std::unexpected(line.problem(key, said(QT_TRANSLATE_NOOP("said", "too far back"))));
        }
        if (!(given <= most)) {
            return std::unexpected(
                line.problem(key, said(QT_TRANSLATE_NOOP("said", "more than a hundred years"))));
        }
        // Microseconds are exact over the whole range; nanoseconds are not.
        return std::chrono::microseconds{std::llround(given * 1e6)};
    }

    Read<Action> understand(const ActivityLine& line) {
        const auto at = time(line, "at");
        if (!at) return std::unexpected(at.error());
        if (*at < latest_) {
            return std::unexpected(line.problem(
                "at",
                said(QT_TRANSLATE_NOOP("said", "time goes back: an earlier line is later than this one"))));
        }
        const Json* input = line.find("input");
        const Json* event = line.find("event");
        if ((input == nullptr) == (event == nullptr)) {
            return std::unexpected(line.problem(
                "at", said(QT_TRANSLATE_NOOP("said", "a line has either \"input\" or \"event\""))));
        }
        latest_ = *at;
        return input != nullptr ? understand_input(line, *at, *input) : understand_event(line, *at, *event);
    }

    Read<Action> understand_input(const ActivityLine& line, Duration at, const Json& input) {
        if (input == "once") {
            if (auto wrong = line.only({"at", "input"})) return std::unexpected(std::move(*wrong));
            return Action{at, SingleInput{}};
        }
        if (input != "typing") {
            return std::unexpected(line.problem(
                "input", said(QT_TRANSLATE_NOOP("said", "\"input\" is \"typing\" or \"once\""))));
        }
        if (auto wrong = line.only({"at", "input", "until"})) return std::unexpected(std::move(*wrong));
        const auto end = until(line, at);
        if (!end) return std::unexpected(end.error());
        if (at < typed_until_) {
            return std::unexpected(line.problem(
                "at", said(QT_TRANSLATE_NOOP("said", "this typing overlaps the one before it"))));
        }
        typed_until_ = *end;
        return Action{at, Typing{*end}};
    }

    Read<Action> understand_event(const ActivityLine& line, Duration at, const Json& event) {
        if (event == "hold") return understand_hold(line, at);
        if (event == "inhibitor") return understand_switch<InhibitorChange>(line, at);
        if (event == "blind") return understand_switch<BlindnessChange>(line, at);
        if (event == "clock-step") return understand_clock_step(line, at);
        if (event == "unwatched") return understand_unwatched(line, at);
        if (event == "restart") return understand_restart(line, at);
        const auto* named =
            std::ranges::find_if(occurrences, [&](const auto& one) { return event == one.first; });
        if (named == occurrences.end()) {
            return std::unexpected(
                line.problem("event", said(QT_TRANSLATE_NOOP("said", "unknown \"event\""))));
        }
        if (auto wrong = line.only({"at", "event"})) return std::unexpected(std::move(*wrong));
        ended_ = named->second == Occurrence::end;
        return Action{at, named->second};
    }

    static Read<Action> understand_hold(const ActivityLine& line, Duration at) {
        if (auto wrong = line.only({"at", "event", "what", "on"})) return std::unexpected(std::move(*wrong));
        const Json* what = line.find("what");
        if (what == nullptr || !what->is_string() || what->get_ref<const std::string&>().empty()) {
            return std::unexpected(
                line.problem("what", said(QT_TRANSLATE_NOOP("said", "\"what\" is the name of the hold"))));
        }
        const auto on = switched_on(line);
        if (!on) return std::unexpected(on.error());
        return Action{at, HoldChange{what->get<std::string>(), *on}};
    }

    template <typename Change>
    static Read<Action> understand_switch(const ActivityLine& line, Duration at) {
        if (auto wrong = line.only({"at", "event", "on"})) return std::unexpected(std::move(*wrong));
        const auto on = switched_on(line);
        if (!on) return std::unexpected(on.error());
        return Action{at, Change{*on}};
    }

    static Read<bool> switched_on(const ActivityLine& line) {
        const Json* on = line.find("on");
        if (on == nullptr || !on->is_boolean()) {
            return std::unexpected(
                line.problem("on", said(QT_TRANSLATE_NOOP("said", "\"on\" is true or false"))));
        }
        return on->get<bool>();
    }

    static Read<Action> understand_clock_step(const ActivityLine& line, Duration at) {
        if (auto wrong = line.only({"at", "event", "by"})) return std::unexpected(std::move(*wrong));
        const auto step =
            number(line, "by", -longest_time,
                   said(QT_TRANSLATE_NOOP("said", "\"by\" is a number of seconds, forward or back")));
        if (!step) return std::unexpected(step.error());
        return Action{at, ClockStep{*step}};
    }

    Read<Action> understand_unwatched(const ActivityLine& line, Duration at) {
        if (auto wrong = line.only({"at", "event", "until"})) return std::unexpected(std::move(*wrong));
        const auto end = until(line, at);
        if (!end) return std::unexpected(end.error());
        if (auto wrong = deafen(line, at, *end)) return std::unexpected(std::move(*wrong));
        return Action{at, NobodyWatches{*end}};
    }

    Read<Action> understand_restart(const ActivityLine& line, Duration at) {
        if (auto wrong = line.only({"at", "event", "gap", "kind"})) return std::unexpected(std::move(*wrong));
        const auto gap = number(line, "gap", Duration{},
                                said(QT_TRANSLATE_NOOP("said", "\"gap\" is a number of seconds")));
        if (!gap) return std::unexpected(gap.error());
        const Json* kind = line.find("kind");
        if (kind == nullptr || (*kind != "rest" && *kind != "neither")) {
            return std::unexpected(
                line.problem("kind", said(QT_TRANSLATE_NOOP("said", "\"kind\" is \"rest\" or \"neither\""))));
        }
        if (auto wrong = deafen(line, at, at + *gap)) return std::unexpected(std::move(*wrong));
        return Action{at, DaemonRestart{*gap, *kind == "rest" ? Gap::rest : Gap::neither}};
    }

    /// From here to there the core hears nothing, so a line about that in between would mean nothing.
    std::optional<ActivityProblem> deafen(const ActivityLine& line, Duration at, Duration until) {
        if (at < deaf_until_) {
            return line.problem(
                "event", said(QT_TRANSLATE_NOOP(
                             "said", "the daemon hears nothing here anyway, as an earlier line says")));
        }
        deaf_until_ = until;
        return {};
    }

    std::unique_ptr<Rewound> buffer_;
    std::istream text_;
    std::uint64_t number_ = 0;
    std::optional<Action> ahead_;
    std::optional<FileClock> clock_;
    Times times_ = Times::unknown;
    Duration latest_{};
    Duration typed_until_{};
    Duration deaf_until_{};
    bool ended_ = false;
};

/// The first key of an export tells it from a line of activity; a list is an export in any case.
bool looks_like_an_export(std::string_view text) {
    const auto after_space = [&](std::size_t from) {
        return std::min(text.find_first_not_of(" \t\r\n", from), text.size());
    };
    const std::size_t begin = after_space(0);
    if (text.substr(begin).starts_with('[')) return true;
    if (!text.substr(begin).starts_with('{')) return false;
    const std::string_view key = text.substr(after_space(begin + 1));
    constexpr std::array exported{"\"buckets\""sv, "\"id\""sv,     "\"created\""sv,   "\"name\""sv,
                                  "\"type\""sv,    "\"events\""sv, "\"timestamp\""sv, "\"duration\""sv,
                                  "\"data\""sv,    "\"client\""sv};
    return std::ranges::any_of(exported, [&](std::string_view name) { return key.starts_with(name); });
}

} // namespace

std::expected<std::unique_ptr<ActivitySource>, ActivityProblem> open_activity(std::istream& text) {
    auto rewound = std::make_unique<Rewound>(text);
    if (looks_like_an_export(rewound->beginning())) {
        std::istream whole(rewound.get());
        return open_activity_watch(whole);
    }
    auto reader = std::make_unique<LineReader>(std::move(rewound));
    if (auto wrong = reader->look_ahead()) return std::unexpected(std::move(*wrong));
    return reader;
}

} // namespace limber::simulate
