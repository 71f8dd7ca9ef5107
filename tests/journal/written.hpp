// SPDX-License-Identifier: GPL-3.0-or-later
// The stories of tests/scenarios, and what a journal hears of them.
#pragma once

#include "core/step.hpp"
#include "record/record.hpp"
#include "scenarios/player.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace limber::testing {

using namespace simulate;

[[nodiscard]] inline std::vector<std::filesystem::path> story_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(LIMBER_SOURCE_DIR "/tests/scenarios")) {
        if (entry.path().extension() == ".txt" && entry.path().filename() != "CMakeLists.txt") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

[[nodiscard]] inline story::Story story_in(const std::filesystem::path& file) {
    std::ifstream in(file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto story = story::parse_story(text);
    REQUIRE_MESSAGE(story.has_value(), story.error());
    return std::move(*story);
}

/// Plays the story and calls, for every step, hears(plan, state before, event, effects, notes). The state is
/// told of by a second core that goes the same way, also through restarts.
template <class Hears>
void play(const story::Story& story, Hears hears) {
    const story::PlayOptions options;
    State state = fresh_state(story.plan, options.seed);
    State saved = state;
    bool killed = false;
    story::Player player(story, options);
    player.on_deed([&](const story::Dated& deed) {
        if (const auto* restart = std::get_if<story::Restarts>(&deed.what)) {
            killed = restart->ending == Ending::killed;
        }
    });
    player.on_step([&](const Event& event, const std::vector<Effect>& effects) {
        const Plan& plan = player.desk().plan();
        if (std::holds_alternative<Started>(event.what) && killed) state = saved;
        const State before = state;
        std::vector<Effect> ours;
        std::vector<Note> notes;
        step(plan, state, event, ours, &notes);
        REQUIRE(ours == effects);
        hears(plan, before, event, effects, notes);
        const auto saves = [](const Effect& effect) { return std::holds_alternative<Save>(effect.what); };
        if (std::ranges::any_of(effects, saves)) saved = state;
    });
    const auto played = player.play();
    REQUIRE_MESSAGE(played.has_value(), played.error());
}

/// What a daemon's journal would hold of the story, line by line.
[[nodiscard]] inline std::vector<std::string> journal_of(const story::Story& story) {
    std::vector<std::string> lines;
    play(story, [&](const Plan& plan, const State& state, const Event& event,
                    const std::vector<Effect>& effects, const std::vector<Note>& notes) {
        const bool first = lines.empty();
        const bool starts = std::holds_alternative<Started>(event.what);
        if (first || std::holds_alternative<PlanReplaced>(event.what))
            lines.push_back(record::journal_line(plan));
        if (first || starts) lines.push_back(record::journal_line(state));
        lines.push_back(record::journal_line(event));
        for (const Effect& effect : effects)
            lines.push_back(record::journal_line(effect));
        for (const Note& note : notes)
            lines.push_back(record::journal_line(note));
    });
    return lines;
}

[[nodiscard]] inline std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += line + '\n';
    return text;
}

} // namespace limber::testing
