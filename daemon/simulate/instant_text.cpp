// SPDX-License-Identifier: GPL-3.0-or-later
#include "instant_text.hpp"

#include <chrono>
#include <cstddef>

namespace limber::simulate {

namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes pieces from the front of a text; once something does not fit, nothing fits any more.
class Taker {
public:
    explicit Taker(std::string_view text) : text_(text) {}

    int number(std::size_t digits) {
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (i >= text_.size() || !is_digit(text_[i])) {
                good_ = false;
                return 0;
            }
            value = value * 10 + (text_[i] - '0');
        }
        text_.remove_prefix(digits);
        return value;
    }

    bool taken(std::string_view any_of) {
        if (text_.empty() || any_of.find(text_.front()) == std::string_view::npos) return false;
        text_.remove_prefix(1);
        return true;
    }

    void need(std::string_view any_of) { good_ = taken(any_of) && good_; }

    /// Digits after a decimal point, as part of a second; those past nanoseconds are dropped.
    Duration fraction() {
        Duration::rep value = 0;
        Duration::rep unit = 100'000'000;
        good_ = good_ && !text_.empty() && is_digit(text_.front());
        while (!text_.empty() && is_digit(text_.front())) {
            value += unit * (text_.front() - '0');
            unit /= 10;
            text_.remove_prefix(1);
        }
        return Duration{value};
    }

    [[nodiscard]] bool good() const { return good_; }

    [[nodiscard]] bool finished() const { return good_ && text_.empty(); }

    [[nodiscard]] bool begins_with(char c) const { return text_.starts_with(c); }

private:
    std::string_view text_;
    bool good_ = true;
};

} // namespace

std::optional<DatedInstant> parse_rfc3339(std::string_view text) {
    namespace chr = std::chrono;
    Taker take(text);
    const int year = take.number(4);
    take.need("-");
    const int month = take.number(2);
    take.need("-");
    const int day = take.number(2);
    take.need("Tt ");
    const int hour = take.number(2);
    take.need(":");
    const int minute = take.number(2);
    take.need(":");
    const int second = take.number(2);
    const Duration fraction = take.taken(".,") ? take.fraction() : Duration{};

    chr::seconds offset{};
    if (!take.taken("Zz")) {
        const int sign = take.begins_with('-') ? -1 : 1;
        take.need("+-");
        const int hours = take.number(2);
        take.need(":");
        const int minutes = take.number(2);
        if (hours > 23 || minutes > 59) return {};
        offset = sign * (chr::hours{hours} + chr::minutes{minutes});
    }
    const chr::year_month_day date{chr::year{year}, chr::month{static_cast<unsigned>(month)},
                                   chr::day{static_cast<unsigned>(day)}};
    if (!take.finished() || !date.ok() || year < 1970 || year > 2200) return {};
    // 60 is a leap second: it is read as the second that follows.
    if (hour > 23 || minute > 59 || second > 60) return {};
    const Utc local =
        chr::sys_days{date} + chr::hours{hour} + chr::minutes{minute} + chr::seconds{second} + fraction;
    return DatedInstant{.utc = local - offset, .offset = offset};
}

} // namespace limber::simulate
