// SPDX-License-Identifier: GPL-3.0-or-later
// What `limber why` tells of the stories. LIMBER_REWRITE=1 writes what it tells now into tests/journal/why:
// read the difference before you keep it.
#include "cli/why_view.hpp"
#include "written.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;
using namespace std::chrono_literals;
using cli::LocalTime;
using cli::Past;

namespace {

Past past_of(const std::string& name, std::optional<LocalTime> at = {}) {
    Past past{at};
    std::istringstream journal(
        joined(journal_of(story_in(std::string(LIMBER_SOURCE_DIR "/tests/scenarios/") + name + ".txt"))));
    const auto read = past.read(journal);
    REQUIRE_MESSAGE(read.has_value(), read.error().message);
    CHECK_FALSE(read->difference.has_value());
    return past;
}

std::string told(const Past& past, std::optional<LocalTime> at = {}) {
    cli::Explanation explanation;
    explanation.lines = past.lines();
    explanation.seen_from = *past.begins();
    explanation.asked = at;
    explanation.standing = past.standing();
    return cli::why_text(explanation).toStdString();
}

std::string read_file(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

LocalTime monday(Duration time_of_day) {
    return std::chrono::local_days{std::chrono::January / 6 / 2025} + time_of_day;
}

std::string last_line(const std::string& text) {
    const auto end = text.rfind('\n');
    return text.substr(text.rfind('\n', end - 1) + 1, end - text.rfind('\n', end - 1) - 1);
}

} // namespace

TEST_CASE("the stories are explained") {
    const bool rewrite = std::getenv("LIMBER_REWRITE") != nullptr; // NOLINT(concurrency-mt-unsafe)
    int stories = 0;
    for (const auto& entry : std::filesystem::directory_iterator(LIMBER_SOURCE_DIR "/tests/journal/why")) {
        const std::string name = entry.path().stem().string();
        CAPTURE(name);
        const std::string text = told(past_of(name));
        if (rewrite) std::ofstream(entry.path()) << text;
        CHECK(text == read_file(entry.path()));
        ++stories;
    }
    CHECK(stories >= 12);
}

TEST_CASE("every story can be explained, and no sentence is left open") {
    for (const auto& file : story_files()) {
        CAPTURE(file.stem().string());
        const Past past = past_of(file.stem().string());
        CHECK(past.lines().size() >= 2);
        const std::string text = told(past);
        CHECK(text.find('%') == std::string::npos);
        CHECK(text.find("  \n") == std::string::npos);
        CHECK(text.find("until ,") == std::string::npos);
        CHECK(text.find(" at ;") == std::string::npos);
        for (std::size_t i = 1; i < past.lines().size(); ++i) {
            const StoryLine& line = past.lines()[i];
            if (part_of<note::Began>(line) != nullptr) continue; // a boot begins the clock anew
            CHECK(past.lines()[i - 1].at <= line.at);
        }
    }
}

TEST_CASE("what was waited for at a time") {
    const auto at = [](const std::string& story, Duration time) {
        return last_line(told(past_of(story, monday(time)), monday(time)));
    };
    CHECK(at("law-10-5-meeting", 9h + 10min) == "At 09:10:00: micro is due about 09:30, if you work on.");
    CHECK(at("law-10-5-meeting", 10h + 5min) ==
          "At 10:05:00: long is due since 10:00. Held: microphone in use since 09:20.");
    CHECK(at("law-10-5-meeting", 10h + 10min + 15s) ==
          "At 10:10:15: long is due since 10:00. Waits until 10:10:20, so that you can finish what you were "
          "doing.");
    CHECK(at("law-10-5-meeting", 10h + 10min + 30s) ==
          "At 10:10:30: long is due since 10:00. Waits for a pause in the typing, until 10:10:50 at the "
          "latest.");
}
