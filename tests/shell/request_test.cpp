// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/time.hpp"
#include "shell/service.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <limits>
#include <optional>
#include <variant>

using namespace limber;
using namespace limber::shell;
using namespace std::chrono_literals;

namespace {

bool bad_argument(const auto& request) {
    return !request && request.error().name == QLatin1String{"BadArgument"} &&
           !request.error().sentence.isEmpty();
}

std::optional<Duration> clock_of(const char* when) {
    const auto request = pause_until_request(QString::fromLatin1(when));
    if (!request) return std::nullopt;
    return std::get<UntilClock>(request->until).time_of_day;
}

} // namespace

TEST_CASE("lengths from strangers") {
    constexpr auto huge = std::numeric_limits<qlonglong>::max();
    constexpr auto tiny = std::numeric_limits<qlonglong>::min();
    CHECK(snooze_request(300).value() == 5min);
    CHECK(snooze_request(0).value() == 0s);
    CHECK(bad_argument(snooze_request(-1)));
    CHECK(bad_argument(snooze_request(huge)));
    CHECK(bad_argument(pause_request(-1)));
    CHECK(bad_argument(pause_request(tiny)));
    CHECK(bad_argument(pause_request(huge)));
    CHECK(std::holds_alternative<UntilResumed>(pause_request(0)->until));
    CHECK(std::get<ForDuration>(pause_request(3600)->until).length == 1h);
    CHECK(pause_request(366LL * 86'400).has_value());
    CHECK(bad_argument(pause_request(366LL * 86'400 + 1)));
}

TEST_CASE("times of day") {
    CHECK(clock_of("15:30") == 15h + 30min);
    CHECK(clock_of("0:05") == 5min);
    CHECK(clock_of("23:59") == 23h + 59min);
    CHECK(std::holds_alternative<UntilTomorrow>(pause_until_request(QStringLiteral("tomorrow"))->until));
    for (const char* wrong :
         {"24:00", "12:60", "12", ":30", "1:5", "012:30", "-1:30", "12:3x", "", "Tomorrow", "1 :30"}) {
        CAPTURE(wrong);
        CHECK(bad_argument(pause_until_request(QString::fromLatin1(wrong))));
    }
}

TEST_CASE("a megabyte of text is refused") {
    const QString huge(1 << 20, QLatin1Char{'a'});
    CHECK(bad_argument(start_request(huge, {}, false)));
    CHECK(bad_argument(start_request({}, huge, false)));
    CHECK(bad_argument(steer_request(huge)));
    CHECK(bad_argument(pause_until_request(huge)));
    CHECK(bad_argument(allow_request(huge)));
}

TEST_CASE("steering by word") {
    CHECK(steer_request(QStringLiteral("enough"))->how == Steering::enough);
    CHECK(bad_argument(steer_request(QStringLiteral("faster"))));
}

TEST_CASE("refusals say what to do") {
    CHECK(explained(Refusal::nothing_prompted).name == QLatin1String{"NothingPrompted"});
    CHECK(explained(Refusal::nothing_prompted).sentence.contains(QLatin1String{"limber pause"}));
    CHECK(explained(Refusal::busy).sentence.contains(QLatin1String{"limber stop"}));
    for (int i = 0; i <= static_cast<int>(Refusal::not_excluded); ++i) {
        const auto error = explained(static_cast<Refusal>(i));
        CAPTURE(i);
        CHECK_FALSE(error.name.isEmpty());
        CHECK(error.sentence.endsWith(QLatin1Char{'.'}) ==
              !error.sentence.contains(QLatin1String{": limber "}));
    }
}
