// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity.hpp"
#include "words/said.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace limber::simulate {
namespace {

/// Digits in the place of each 0, one of the signs that may stand there, else the sign itself.
bool has_shape(std::string_view text, std::string_view shape) {
    return text.size() == shape.size() && std::ranges::equal(text, shape, [](char c, char wanted) {
               if (wanted == '0') return c >= '0' && c <= '9';
               if (wanted == 'T') return c == 'T' || c == 't' || c == ' ';
               if (wanted == '+') return c == '+' || c == '-';
               return c == wanted;
           });
}

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

/// Takes ".25", if the text begins so; digits past nanoseconds are dropped. Nothing for a point alone.
std::optional<Duration> take_fraction(std::string_view& text) {
    if (text.empty() || (text.front() != '.' && text.front() != ',')) return Duration{};
    text.remove_prefix(1);
    const auto length = std::min(text.find_first_not_of("0123456789"), text.size());
    if (length == 0) return {};
    std::string nanoseconds{text.substr(0, std::min(length, std::size_t{9}))};
    nanoseconds.resize(9, '0');
    text.remove_prefix(length);
    return Duration{number(nanoseconds)};
}

} // namespace

std::optional<FileClock> parse_rfc3339(std::string_view text) {
    namespace chr = std::chrono;
    constexpr std::string_view shape = "0000-00-00T00:00:00";
    const std::string_view at = text.substr(0, shape.size());
    if (!has_shape(at, shape)) return {};
    text.remove_prefix(shape.size());
    const auto fraction = take_fraction(text);
    if (!fraction) return {};
    chr::seconds offset{};
    if (has_shape(text, "+00:00")) {
        const int hours = number(text.substr(1, 2));
        const int minutes = number(text.substr(4, 2));
        if (hours > 23 || minutes > 59) return {};
        offset = (text.front() == '-' ? -1 : 1) * (chr::hours{hours} + chr::minutes{minutes});
    } else if (text != "Z" && text != "z") {
        return {};
    }
    const auto part = [&](std::size_t from) { return number(at.substr(from, 2)); };
    const int year = number(at.substr(0, 4));
    const chr::year_month_day date{chr::year{year}, chr::month{static_cast<unsigned>(part(5))},
                                   chr::day{static_cast<unsigned>(part(8))}};
    // 60 is a leap second: it is read as the second that follows.
    if (!date.ok() || year < 1970 || year > 2200 || part(11) > 23 || part(14) > 59 || part(17) > 60)
        return {};
    const Utc local = chr::sys_days{date} + chr::hours{part(11)} + chr::minutes{part(14)} +
                      chr::seconds{part(17)} + *fraction;
    return FileClock{.utc = local - offset, .offset = offset};
}

namespace {

using Json = nlohmann::json;

struct Present {
    FileClock from;
    Utc until{};
};

/// Listens to the parser: an event is any object with timestamp, duration and a status, at whatever depth.
class Listener final : public nlohmann::json_sax<Json> {
public:
    bool null() override { return true; }

    bool boolean(bool) override { return true; }

    bool number_integer(number_integer_t value) override { return number(static_cast<double>(value)); }

    bool number_unsigned(number_unsigned_t value) override { return number(static_cast<double>(value)); }

    bool number_float(number_float_t value, const string_t&) override { return number(value); }

    bool binary(binary_t&) override { return true; }

    bool start_array(std::size_t) override { return true; }

    bool end_array() override { return true; }

    bool string(string_t& value) override {
        if (key_ == "timestamp") timestamp_ = value;
        if (key_ == "status") {
            any_status_ = true;
            here_ = value == "not-afk";
        }
        return true;
    }

    bool key(string_t& value) override {
        key_ = value;
        return true;
    }

    bool start_object(std::size_t) override {
        // The "data" of an event is an object inside it.
        if (key_ != "data") begin_event();
        return true;
    }

    bool end_object() override {
        if (!timestamp_.empty() && duration_ && here_) {
            const auto from = parse_rfc3339(timestamp_);
            if (!from) {
                return refuse(said("not a date: \"{}\"", timestamp_.substr(0, 40)));
            }
            // A year in one piece is a damaged file, not a person.
            const bool possible = *duration_ >= 0 && *duration_ < 366.0 * 86400;
            if (!possible) return refuse(said("an impossible duration"));
            present_.push_back(
                {*from, from->utc + std::chrono::microseconds{std::llround(*duration_ * 1e6)}});
            begin_event();
        }
        return true;
    }

    bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception&) override {
        where_ = at;
        return refuse(said("this is not JSON"));
    }

    [[nodiscard]] std::vector<Present> take() { return std::move(present_); }

    [[nodiscard]] bool any_status() const { return any_status_; }

    [[nodiscard]] const std::string& wrong() const { return wrong_; }

    [[nodiscard]] std::size_t where() const { return where_; }

private:
    bool number(double value) {
        if (key_ == "duration") duration_ = value;
        return true;
    }

    bool refuse(std::string why) {
        wrong_ = std::move(why);
        return false;
    }

    void begin_event() {
        timestamp_.clear();
        duration_.reset();
        here_ = false;
    }

    std::vector<Present> present_;
    std::string key_;
    std::string timestamp_;
    std::optional<double> duration_;
    bool here_ = false;
    bool any_status_ = false;
    std::string wrong_;
    std::size_t where_ = 0;
};

/// Hands characters to the parser and remembers which line it is in.
class Counted {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    struct Place {
        std::uint64_t line = 1;
        std::uint64_t column = 0;
    };

    Counted() = default;

    Counted(std::istream& text, Place& place) : at_(text), place_(&place) { count(); }

    char operator*() const { return *at_; }

    Counted& operator++() {
        ++at_;
        count();
        return *this;
    }

    Counted operator++(int) {
        Counted before = *this;
        ++*this;
        return before;
    }

    bool operator==(const Counted& other) const { return at_ == other.at_; }

private:
    void count() {
        if (at_ == std::istreambuf_iterator<char>{}) return;
        if (*at_ == '\n') {
            ++place_->line;
            place_->column = 0;
        } else {
            ++place_->column;
        }
    }

    std::istreambuf_iterator<char> at_;
    Place* place_ = nullptr;
};

class Stretches final : public ActivitySource {
public:
    explicit Stretches(std::vector<Present> present) : clock_{present.front().from} {
        for (const Present& one : present) {
            const Action action{one.from.utc - clock_.utc, Typing{one.until - clock_.utc}};
            if (!stretches_.empty()) {
                auto& last = std::get<Typing>(stretches_.back().what);
                if (action.at <= last.until) {
                    last.until = std::max(last.until, std::get<Typing>(action.what).until);
                    continue;
                }
            }
            stretches_.push_back(action);
        }
    }

    std::expected<std::optional<Action>, ActivityProblem> next() override {
        if (given_ == stretches_.size()) return std::optional<Action>{};
        return stretches_[given_++];
    }

    [[nodiscard]] std::optional<FileClock> clock() const override { return clock_; }

private:
    FileClock clock_;
    std::vector<Action> stretches_;
    std::size_t given_ = 0;
};

} // namespace

std::expected<std::unique_ptr<ActivitySource>, ActivityProblem> open_activity_watch(std::istream& text) {
    Listener listener;
    Counted::Place place;
    try {
        if (!Json::sax_parse(Counted(text, place), Counted(), &listener))
            return std::unexpected(ActivityProblem{place.line, place.column, listener.wrong()});
    } catch (const Json::exception&) {
        return std::unexpected(ActivityProblem{place.line, place.column, said("this is not JSON")});
    }
    auto present = listener.take();
    if (present.empty()) {
        return std::unexpected(ActivityProblem{place.line, 0,
                                               listener.any_status()
                                                   ? said("nobody was at the desk in this export")
                                                   : said("this export holds no aw-watcher-afk events")});
    }
    std::ranges::sort(present, {}, [](const Present& one) { return std::pair{one.from.utc, one.until}; });
    return std::make_unique<Stretches>(std::move(present));
}

} // namespace limber::simulate
