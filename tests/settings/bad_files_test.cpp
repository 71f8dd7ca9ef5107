// SPDX-License-Identifier: GPL-3.0-or-later
// Each file in bad/ and bad_exercises/ has its messages beside it. LIMBER_REWRITE=1 writes them anew.
#include "core/plan.hpp"
#include "desk.hpp"
#include "settings/hint.hpp"
#include "settings/settings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace limber;
using namespace limber::settings;
using limber::test::Desk;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files_in(std::string_view folder) {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry :
         fs::directory_iterator{test::source_dir() / "tests/settings" / folder}) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

void compare(const fs::path& file, const std::string& problems) {
    fs::path beside = file;
    beside.replace_extension(".expected");
    if (test::rewriting()) test::write(beside, problems);
    CAPTURE(file.filename().string());
    CHECK(problems == test::content_of(beside));
}

} // namespace

TEST_CASE("every bad limber.toml is refused with its own messages") {
    const std::vector<fs::path> files = files_in("bad");
    CHECK(files.size() >= 40);
    std::set<std::string> seen;
    for (const fs::path& file : files) {
        const Desk desk;
        desk.user(test::content_of(file));
        CAPTURE(file.filename().string());
        const auto loaded = load_settings(desk.paths);
        CHECK_FALSE(loaded.has_value());
        const std::string problems = desk.problems_of(loaded);
        compare(file, problems);
        CHECK_MESSAGE(problems.starts_with("user/limber.toml:"), problems);
        CHECK_MESSAGE(seen.insert(problems).second, "another file has these messages already");
    }
}

TEST_CASE("every bad exercise file is named, and the shipped exercises load") {
    const std::vector<fs::path> files = files_in("bad_exercises");
    CHECK(files.size() >= 20);
    for (const fs::path& file : files) {
        const Desk desk;
        desk.exercise("mine.toml", test::content_of(file));
        CAPTURE(file.filename().string());
        const auto loaded = load_settings(desk.paths);
        REQUIRE(loaded.has_value());
        CHECK(loaded->settings.plan.exercises.size() == 20);
        CHECK_FALSE(loaded->warnings.empty());
        compare(file, desk.problems_of(loaded));
    }
}

TEST_CASE("health tags are never repeated in a message") {
    const Desk desk;
    for (const char* const text :
         {"[person]\nhealth = [\"secret_pain\"]\n", "[person]\nhealth = [\"knee_pain\", \"knee_pain\"]\n",
          "[person]\nhealth = [secret_pain]\n", "[person]\nhealth = [\"secret_pain\"\n",
          "[person]\nhealth = \"secret_pain\"\n", "[person]\nhealth = [\"\\u0007secret_pain\"]\n",
          "[person]\nhealth = [\n  secret_pain,\n]\n",
          "[person]\nhealth = [\"a\"]\nhealth = [\"secret_pain\"]\n"}) {
        desk.user(text);
        const auto loaded = load_settings(desk.paths);
        CAPTURE(text);
        REQUIRE_FALSE(loaded.has_value());
        for (const Problem& problem : loaded.error()) {
            const std::string told = to_string(problem) + problem.key;
            CHECK_MESSAGE(told.find("secret") == std::string::npos, told);
            CHECK_MESSAGE(told.find("knee") == std::string::npos, told);
        }
    }
}

TEST_CASE("a file of junk does not bring thousands of messages") {
    const Desk desk;
    std::string text;
    for (int i = 0; i < 5000; ++i)
        text += "junk_" + std::to_string(i) + " = 1\n";
    desk.user(text);
    const auto loaded = load_settings(desk.paths);
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().size() == 101);
    CHECK(loaded.error().back().message == "4900 more problems are not shown");
}

TEST_CASE("nesting without end is refused before it is followed") {
    const Desk desk;
    const auto repeated = [](std::string_view part, int times) {
        std::string text;
        for (int i = 0; i < times; ++i)
            text += part;
        return text;
    };
    for (const std::string& text : {"a = " + repeated("[", 200'000), "a = " + repeated("{a=", 200'000),
                                    repeated("a.", 300'000) + "a = 1", "[" + repeated("a.", 300'000) + "a]",
                                    repeated("\"a\" . ", 100'000) + "a = 1"}) {
        desk.user(text);
        CHECK(desk.problems().find("nested too deeply") != std::string::npos);
    }
}

TEST_CASE("the likely right word is found") {
    const std::vector<std::string_view> keys{"idle_after", "max_prompts",    "max_snoozes", "max_per_day",
                                             "interval",   "prompt_timeout", "rest",        "repeat_after"};

    struct Example {
        std::string_view wrong;
        std::string_view right;
    };

    for (const Example& example : {
             Example{"max_promts", "max_prompts"},
             {"max_prompt", "max_prompts"},
             {"max_snooze", "max_snoozes"},
             {"idle-after", "idle_after"},
             {"IdleAfter", "idle_after"},
             {"intervall", "interval"},
             {"itnerval", "interval"},
             {"timeout", "prompt_timeout"},
             {"repeat", "repeat_after"},
             {"rset", "rest"},
             {"colour", ""},
             {"xyz", ""},
             {"", ""},
         }) {
        CAPTURE(example.wrong);
        CHECK(nearest(example.wrong, keys) == example.right);
    }
    CHECK(nearest(std::string(100'000, 'x'), keys).empty());
    CHECK(did_you_mean("rset", keys) == "did you mean `rest`?");
    CHECK(did_you_mean("xyz", keys).empty());
}
