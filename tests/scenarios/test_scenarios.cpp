// SPDX-License-Identifier: GPL-3.0-or-later
// Plays every story of this folder and compares what happened with what the story says.
// LIMBER_REWRITE=1 writes what happened into the stories instead: read the difference before you keep it.
#include "player.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace limber;
using namespace limber::simulate;

namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += "\n  " + line;
    return text;
}

std::vector<std::filesystem::path> stories() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(LIMBER_SOURCE_DIR "/tests/scenarios")) {
        const auto& path = entry.path();
        if (path.extension() == ".txt" && path.filename() != "CMakeLists.txt") files.push_back(path);
    }
    std::ranges::sort(files);
    return files;
}

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("every story happens as it is told") {
    const bool rewrite = std::getenv("LIMBER_REWRITE") != nullptr; // NOLINT(concurrency-mt-unsafe)
    const auto files = stories();
    CHECK(files.size() >= 40);
    for (const auto& file : files) {
        CAPTURE(file.filename().string());
        auto story = story::parse_story(read(file));
        REQUIRE_MESSAGE(story.has_value(), story.error());
        story::Player player(*story);
        int late_alarms = 0;
        player.on_step([&](const Event& event, const std::vector<Effect>&) {
            const Instant alarm = next_wakeup(player.desk().plan(), player.desk().state());
            if (alarm <= event.stamp.at) ++late_alarms;
        });
        const auto played = player.play();
        REQUIRE_MESSAGE(played.has_value(), played.error());
        CHECK(late_alarms == 0);
        if (rewrite && player.told() != story->expected) {
            story->expected = player.told();
            std::ofstream(file) << story_text(*story);
        }
        CHECK_MESSAGE(player.told() == story->expected, "happened:", joined(player.told()),
                      "\n told:", joined(story->expected));
    }
}

TEST_CASE("a story written out is the same story") {
    for (const auto& file : stories()) {
        CAPTURE(file.filename().string());
        auto story = story::parse_story(read(file));
        REQUIRE_MESSAGE(story.has_value(), story.error());
        story->head.clear();
        const std::string text = story_text(*story);
        auto again = story::parse_story(text);
        REQUIRE_MESSAGE(again.has_value(), again.error());
        CHECK(again->plan == story->plan);
        CHECK(again->deeds.size() == story->deeds.size());
        again->head.clear();
        CHECK(story_text(*again) == text);
    }
}

TEST_CASE("nonsense in a story is refused with its line") {
    for (const char* text :
         {"09:00 dances", "09:00 types until 10", "rule: micro 30min", "with: patience 3s",
          "09:10 looks\n09:00 looks", "09:00 snoozes soon", "zone: +01:00", "", "hours: 9-5"}) {
        CAPTURE(text);
        CHECK_FALSE(story::parse_story(text).has_value());
    }
}
