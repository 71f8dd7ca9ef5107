// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity.hpp"

#include "words/said.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <streambuf>
#include <utility>
#include <vector>

namespace limber::simulate {

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

std::string printable(std::string text) {
    std::ranges::replace_if(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '?');
    return text.substr(0, 40);
}

/// One line as JSON, before it is understood: its fields, each at most once. Everything that is wrong is
/// thrown as an ActivityProblem that points at its field, and does not leave this file.
class ActivityLine {
public:
    ActivityLine(std::uint64_t number, std::string text) : number_(number), text_(std::move(text)) {
        std::vector<std::string> seen;
        std::string repeated;
        const auto notice = [&](int depth, Json::parse_event_t event, Json& parsed) {
            if (event == Json::parse_event_t::key && depth == 1) {
                auto key = parsed.get<std::string>();
                if (std::ranges::find(seen, key) != seen.end()) repeated = key;
                seen.push_back(std::move(key));
            }
            return true;
        };
        try {
            fields_ = Json::parse(text_, notice);
        } catch (const Json::parse_error& wrong) {
            throw ActivityProblem{number_, wrong.byte, said("this is not JSON")};
        } catch (const Json::exception&) {
            throw ActivityProblem{number_, 1, said("a number here is too large")};
        }
        if (!fields_.is_object()) {
            throw ActivityProblem{number_, 1, said("each line is one object: {}", "{\"at\": …}")};
        }
        if (!repeated.empty()) wrong(repeated, said("the field \"{}\" is given twice", repeated));
    }

    [[noreturn]] void wrong(std::string_view key, std::string message) const {
        const auto at = text_.find('"' + std::string(key) + '"');
        throw ActivityProblem{number_, at == std::string::npos ? 1 : at + 1, std::move(message)};
    }

    /// Null if the line lacks it.
    [[nodiscard]] const Json* find(std::string_view key) const {
        const auto found = fields_.find(key);
        return found == fields_.end() ? nullptr : &*found;
    }

    /// There is no other field.
    void only(std::initializer_list<std::string_view> allowed) const {
        for (const auto& [key, value] : fields_.items()) {
            if (std::ranges::find(allowed, key) != allowed.end()) continue;
            wrong(key, said("unknown field \"{}\" in this kind of line", printable(key)));
        }
    }

    /// A number of seconds, at least this many; `needed` says what belongs there.
    [[nodiscard]] Duration seconds(std::string_view key, Duration least, std::string needed) const {
        const Json* value = find(key);
        if (value == nullptr || !value->is_number()) wrong(key, std::move(needed));
        const auto given = value->get<double>();
        if (!(given >= std::chrono::duration<double>(least).count())) wrong(key, said("too far back"));
        if (!(given <= std::chrono::duration<double>(longest_time).count()))
            wrong(key, said("more than a hundred years"));
        // Microseconds are exact over the whole range; nanoseconds are not.
        return std::chrono::microseconds{std::llround(given * 1e6)};
    }

    [[nodiscard]] bool on() const {
        const Json* on = find("on");
        if (on == nullptr || !on->is_boolean()) wrong("on", said("\"on\" is true or false"));
        return on->get<bool>();
    }

private:
    std::uint64_t number_;
    std::string text_;
    Json fields_;
};

/// A stream buffer whose beginning can be looked at first, also if it is a pipe. Reads on from `rest` in
/// blocks; `rest` must outlive it.
class Rewound final : public std::streambuf {
public:
    explicit Rewound(std::istream& rest) : rest_(rest) { read_block(); }

    /// What can be seen before anything is read: at most one block.
    [[nodiscard]] std::string_view beginning() const {
        return {gptr(), static_cast<std::size_t>(egptr() - gptr())};
    }

    [[nodiscard]] bool reading_failed() const { return rest_.bad(); }

private:
    void read_block() {
        rest_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
        setg(block_.data(), block_.data(), block_.data() + rest_.gcount());
    }

    int_type underflow() override {
        if (gptr() == egptr()) read_block();
        return gptr() == egptr() ? traits_type::eof() : traits_type::to_int_type(*gptr());
    }

    std::istream& rest_;
    std::array<char, 65536> block_{};
};

class LineReader final : public ActivitySource {
public:
    explicit LineReader(std::unique_ptr<Rewound> text) : buffer_(std::move(text)), text_(buffer_.get()) {}

    std::optional<ActivityProblem> look_ahead() {
        auto first = next();
        if (!first) return first.error();
        ahead_ = std::move(*first);
        return {};
    }

    std::expected<std::optional<Action>, ActivityProblem> next() override {
        if (ahead_) return std::exchange(ahead_, {});
        try {
            if (ended_) return std::optional<Action>{};
            auto text = next_line();
            if (!text) return std::optional<Action>{};
            return std::optional{understand(ActivityLine{number_, std::move(*text)})};
        } catch (const ActivityProblem& wrong) {
            return std::unexpected(wrong);
        }
    }

    [[nodiscard]] std::optional<FileClock> clock() const override { return clock_; }

private:
    enum class Times { unknown, seconds, dates };

    /// The next line with something in it.
    std::optional<std::string> next_line() {
        std::array<char, longest_line> line{};
        while (text_.getline(line.data(), line.size())) {
            ++number_;
            // The line's end was taken out of the stream, unless the stream ended first.
            const auto length = static_cast<std::size_t>(text_.gcount()) - (text_.eof() ? 0 : 1);
            const std::string_view text(line.data(), length);
            if (text.find_first_not_of(" \t\r") != std::string_view::npos) return std::string(text);
        }
        ++number_;
        if (buffer_->reading_failed()) throw ActivityProblem{number_, 0, said("reading failed")};
        if (!text_.eof()) {
            throw ActivityProblem{number_, longest_line, said("this line is far too long")};
        }
        return {};
    }

    Duration time(const ActivityLine& line, std::string_view key) {
        const Json* value = line.find(key);
        if (value == nullptr) line.wrong(key, said("\"{}\" is missing", key));
        if (value->is_string()) return date(line, key, value->get_ref<const std::string&>());
        if (value->is_number() && times_ == Times::dates) {
            line.wrong(key, said("the times of this file are dates, this one is seconds"));
        }
        if (value->is_number()) times_ = Times::seconds;
        return line.seconds(key, {}, said("a time is a number of seconds or a date (RFC 3339)"));
    }

    Duration date(const ActivityLine& line, std::string_view key, const std::string& text) {
        const auto dated = parse_rfc3339(text);
        if (!dated) line.wrong(key, said("not a date like \"2025-01-06T09:00:00+01:00\""));
        if (times_ == Times::seconds) {
            line.wrong(key, said("the times of this file are seconds, this one is a date"));
        }
        times_ = Times::dates;
        if (!clock_) clock_ = dated;
        const Duration since = dated->utc - clock_->utc;
        if (since > longest_time) line.wrong(key, said("more than a hundred years"));
        return since;
    }

    Duration until(const ActivityLine& line, Duration at) {
        const Duration end = time(line, "until");
        if (end < at) line.wrong("until", said("\"until\" is before \"at\""));
        return end;
    }

    Action understand(const ActivityLine& line) {
        const Duration at = time(line, "at");
        if (at < latest_) {
            line.wrong("at", said("time goes back: an earlier line is later than this one"));
        }
        const Json* input = line.find("input");
        const Json* event = line.find("event");
        if ((input == nullptr) == (event == nullptr))
            line.wrong("at", said("a line has either \"input\" or \"event\""));
        latest_ = at;
        return {at, input != nullptr ? input_in(line, at, *input) : event_in(line, at, *event)};
    }

    decltype(Action::what) input_in(const ActivityLine& line, Duration at, const Json& input) {
        if (input == "once") {
            line.only({"at", "input"});
            return SingleInput{};
        }
        if (input != "typing") line.wrong("input", said("\"input\" is \"typing\" or \"once\""));
        line.only({"at", "input", "until"});
        const Duration end = until(line, at);
        if (at < typed_until_) line.wrong("at", said("this typing overlaps the one before it"));
        typed_until_ = end;
        return Typing{end};
    }

    decltype(Action::what) event_in(const ActivityLine& line, Duration at, const Json& event) {
        if (event == "hold") return hold_in(line);
        if (event == "restart") return restart_in(line, at);
        if (event == "inhibitor") {
            line.only({"at", "event", "on"});
            return InhibitorChange{line.on()};
        }
        if (event == "blind") {
            line.only({"at", "event", "on"});
            return BlindnessChange{line.on()};
        }
        if (event == "clock-step") {
            line.only({"at", "event", "by"});
            return ClockStep{
                line.seconds("by", -longest_time, said("\"by\" is a number of seconds, forward or back"))};
        }
        if (event == "unwatched") {
            line.only({"at", "event", "until"});
            const Duration end = until(line, at);
            deafen(line, at, end);
            return NobodyWatches{end};
        }
        const auto* named =
            std::ranges::find_if(occurrences, [&](const auto& one) { return event == one.first; });
        if (named == occurrences.end()) line.wrong("event", said("unknown \"event\""));
        line.only({"at", "event"});
        ended_ = named->second == Occurrence::end;
        return named->second;
    }

    static HoldChange hold_in(const ActivityLine& line) {
        line.only({"at", "event", "what", "on"});
        const Json* what = line.find("what");
        if (what == nullptr || !what->is_string() || what->get_ref<const std::string&>().empty())
            line.wrong("what", said("\"what\" is the name of the hold"));
        return {what->get<std::string>(), line.on()};
    }

    DaemonRestart restart_in(const ActivityLine& line, Duration at) {
        line.only({"at", "event", "gap", "kind"});
        const Duration gap = line.seconds("gap", {}, said("\"gap\" is a number of seconds"));
        const Json* kind = line.find("kind");
        if (kind == nullptr || (*kind != "rest" && *kind != "neither"))
            line.wrong("kind", said("\"kind\" is \"rest\" or \"neither\""));
        deafen(line, at, at + gap);
        return {gap, *kind == "rest" ? Gap::rest : Gap::neither};
    }

    /// From here to there the core hears nothing, so a line about that in between would mean nothing.
    void deafen(const ActivityLine& line, Duration at, Duration until) {
        if (at < deaf_until_) {
            line.wrong("event", said("the daemon hears nothing here anyway, as an earlier line says"));
        }
        deaf_until_ = until;
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
