// SPDX-License-Identifier: GPL-3.0-or-later
// Lengths of time and times of day as people write them.
#include "settings/settings.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <random>
#include <string>

using namespace limber;
using namespace limber::settings;
using namespace std::chrono_literals;

TEST_CASE("a length of time is read with its units") {
    struct Example {
        const char* text;
        Duration length;
    };

    for (const Example& example : {
             Example{"25min", 25min},
             {"1h 30min", 90min},
             {"1h30min", 90min},
             {" 40 s ", 40s},
             {"500ms", 500ms},
             {"2 hours 1 minute 3 seconds", 2h + 1min + 3s},
             {"5m", 5min},
             {"10sec", 10s},
             {"0s", 0s},
             {"1.5h", 90min},
             {"0.5s", 500ms},
             {"90min", 90min},
             {"0.000001ms", 1ns},
             {"2562047h", 2562047h},
         }) {
        CAPTURE(example.text);
        const auto parsed = parse_duration(example.text);
        REQUIRE(parsed.has_value());
        CHECK(*parsed == example.length);
    }
}

TEST_CASE("what is no length of time is refused with a sentence") {
    struct Example {
        const char* text;
        const char* message;
    };

    for (const Example& example : {
             Example{"", "a length of time is missing"},
             {"   ", "a length of time is missing"},
             {"25", "\"25\" lacks a unit; the units are"},
             {"-5min", "\"-5min\" is negative"},
             {"min", "\"min\" is not a length of time"},
             {"five minutes", "is not a length of time"},
             {"5 parsecs", "has an unknown unit"},
             {"5d", "has an unknown unit"},
             {"5Min", "has an unknown unit"},
             {"30min 1h", "each unit once, the longest first"},
             {"1s 1s", "each unit once, the longest first"},
             {"1h30", "lacks a unit"},
             {"1..5h", "lacks a unit"},
             {"1e3s", "has an unknown unit"},
             {"0.0000001ms", "is finer than a clock"},
             {"2562048h", "is too long to count"},
             {"99999999999999999999h", "is too long to count"},
             {"999999999999999999h", "is too long to count"},
             {"5µs", "lacks a unit"},
             {"∞", "is not a length of time"},
         }) {
        CAPTURE(example.text);
        const auto parsed = parse_duration(example.text);
        REQUIRE_FALSE(parsed.has_value());
        CHECK_MESSAGE(parsed.error().find(example.message) != std::string::npos, parsed.error());
    }
    const auto long_text = parse_duration(std::string(5000, 'x'));
    REQUIRE_FALSE(long_text.has_value());
    CHECK(long_text.error().size() < 200);
}

TEST_CASE("a length of time is written so that it reads back") {
    CHECK(format_duration(90min) == "1h 30min");
    CHECK(format_duration(40s) == "40s");
    CHECK(format_duration(0s) == "0s");
    CHECK(format_duration(1500ms) == "1s 500ms");
    CHECK(format_duration(1ns) == "0.000001ms");
    CHECK(format_duration(24h) == "24h");
    CHECK(format_duration(-5s) == "-5s");
    CHECK_FALSE(format_duration(Duration::min()).empty());
    std::mt19937_64 dice{20221}; // NOLINT(bugprone-random-generator-seed): the same every time
    for (int i = 0; i < 2000; ++i) {
        const int bits = static_cast<int>(dice() % 63) + 1;
        const Duration length{static_cast<std::int64_t>(dice() >> (64 - bits))};
        const auto again = parse_duration(format_duration(length));
        CAPTURE(length.count());
        REQUIRE(again.has_value());
        REQUIRE(*again == length);
    }
    CHECK(parse_duration(format_duration(Duration::max())) == Duration::max());
}

TEST_CASE("stretches of a day may cross midnight") {
    CHECK(parse_hours("09:00-12:30") == HoursRange{9h, 12h + 30min});
    CHECK(parse_hours("9:00 - 17:00") == HoursRange{9h, 17h});
    CHECK(parse_hours("9:00–17:00") == HoursRange{9h, 17h});
    CHECK(parse_hours("22:00-06:00") == HoursRange{22h, 6h});
    CHECK(parse_hours("00:00-24:00") == HoursRange{0h, 0h});
    CHECK(format_hours({22h, 6h}) == "22:00-06:00");
    CHECK(format_hours({0h, 0h}) == "00:00-24:00");
    for (const char* const wrong :
         {"", "-", "09:00", "09:00-", "9-17", "09:00-25:00", "09:60-10:00", "24:00-01:00", "09:00-09:00",
          "00:00-00:00", "09:00-12:00-13:00", "a-b", "009:00-10:00"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_hours(wrong).has_value());
    }
}
