// SPDX-License-Identifier: GPL-3.0-or-later
// The exercises that come with Limber.
#include "core/exercise.hpp"
#include "core/plan.hpp"
#include "desk.hpp"
#include "own_exercise.hpp"
#include "settings/catalogue.hpp"
#include "settings/document.hpp"
#include "settings/exercise_format.hpp"
#include "settings/settings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

using namespace limber;
using namespace limber::settings;
using namespace std::chrono_literals;
using limber::test::Desk;
using limber::test::exercise;
using limber::test::loaded_from;
namespace fs = std::filesystem;

namespace {

std::vector<Exercise> shipped() {
    return loaded_from(Desk{}).settings.plan.exercises;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// What the file of a shipped exercise allows as `reps`, block by block: its reader judges them and keeps
/// none.
std::vector<std::string> ranges_in(const std::string& id) {
    constexpr std::string_view key = "reps_range = ";
    std::ifstream file{test::source_dir() / "config/exercises" / (id + ".toml")};
    std::vector<std::string> ranges;
    for (std::string line; std::getline(file, line);) {
        if (const auto at = line.find(key); at != std::string::npos)
            ranges.push_back(line.substr(at + key.size()));
    }
    return ranges;
}

} // namespace

TEST_CASE("every shipped exercise file loads without a problem") {
    int files = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator{test::source_dir() / "config/exercises"}) {
        CAPTURE(entry.path().string());
        CHECK(entry.path().extension() == ".toml");
        const ExerciseFile file = read_exercise_file(entry.path());
        for (const Problem& problem : file.problems)
            FAIL_CHECK(to_string(problem));
        REQUIRE(file.entries.size() == 1);
        CHECK(entry.path().stem() == file.entries.front().exercise.id);
        ++files;
    }
    CHECK(files == 20);
}

TEST_CASE("the twenty exercises take what their phases add up to") {
    const std::map<std::string_view, Duration> lengths{
        {"butterfly", 74s},      {"blade-squeeze", 15s}, {"arm-reach", 98s},       {"trunk-rotation", 43s},
        {"shoulder-rolls", 42s}, {"neck-turn", 40s},     {"ear-to-shoulder", 30s}, {"chin-glide", 42s},
        {"shrug-drop", 27s},     {"chest-opener", 36s},  {"side-reach", 24s},      {"cross-body", 27s},
        {"wrist-bend", 44s},     {"finger-fan", 38s},    {"eyes-far", 20s},        {"eyes-blink", 30s},
        {"hip-cross", 35s},      {"ankle-flex", 40s},    {"stand-walk", 60s},      {"lean-back", 39s}};
    const std::vector<Exercise> all = shipped();
    REQUIRE(all.size() == lengths.size());
    for (const auto& [id, length] : lengths) {
        CAPTURE(id);
        CHECK(length_of(exercise(all, id)) == length);
    }
}

TEST_CASE("the shipped exercises are for the whole body, and all but one for an office") {
    std::map<std::string, int> areas;
    std::vector<std::string> not_for_an_office;
    for (const Exercise& one : shipped()) {
        ++areas[one.area];
        if (std::ranges::find(one.places, "office") == one.places.end()) not_for_an_office.push_back(one.id);
    }
    CHECK(not_for_an_office == std::vector<std::string>{"arm-reach"});
    CHECK(areas == std::map<std::string, int>{{"upper_back", 4},
                                              {"shoulders", 2},
                                              {"trunk", 2},
                                              {"neck", 3},
                                              {"chest", 1},
                                              {"wrists", 2},
                                              {"eyes", 2},
                                              {"hips", 1},
                                              {"ankles", 1},
                                              {"lower_back", 1},
                                              {"whole_body", 1}});
}

TEST_CASE("sides take turns, for the same time each") {
    for (const Exercise& one : shipped()) {
        CAPTURE(one.id);
        Duration left{};
        Duration right{};
        for (const Block& block : one.blocks) {
            for (const Phase& phase : block.phases) {
                const Duration time = phase.length * block.reps;
                left += phase.side == Side::left || (block.mirror && phase.side == Side::right) ? time : 0s;
                right += phase.side == Side::right || (block.mirror && phase.side == Side::left) ? time : 0s;
            }
        }
        CHECK(left == right);
    }
}

TEST_CASE("poses are named once each, and no phase speaks of two things by one name") {
    std::set<std::string> poses;
    for (const Exercise& one : shipped()) {
        CAPTURE(one.id);
        CHECK(poses.insert(one.pose).second);
        std::map<std::string, Side> sides;
        for (const Block& block : one.blocks) {
            for (const Phase& phase : block.phases)
                CHECK(sides.try_emplace(phase.name, phase.side).first->second == phase.side);
        }
    }
}

TEST_CASE("every shipped exercise says what a prompt needs") {
    for (const Exercise& one : shipped()) {
        CAPTURE(one.id);
        CHECK(count_characters(one.summary) <= 140);
        CHECK(one.summary.ends_with('.'));
        CHECK(one.caution.ends_with('.'));
        CHECK_FALSE(one.pose.empty());
        CHECK(one.image.empty());
        CHECK_FALSE(one.source.empty());
        CHECK(one.avoid_if.empty() == (one.id == "eyes-far")); // what everybody can be left with
        for (const std::string& tag : one.avoid_if) {
            CHECK(std::ranges::find(usual_health_tags, tag) != usual_health_tags.end());
        }
        CHECK(std::ranges::find(usual_areas, one.area) != usual_areas.end());
    }
}

TEST_CASE("arm reach needs the floor, is never for the office, and every phase keeps the head still") {
    const std::vector<Exercise> all = shipped();
    const Exercise& arm_reach = exercise(all, "arm-reach");
    CHECK(arm_reach.places == std::vector<std::string>{"private"});
    CHECK(arm_reach.positions == std::vector<std::string>{"floor"});
    CHECK(arm_reach.caution.find("Never raise the head") != std::string::npos);
    for (const Block& block : arm_reach.blocks) {
        for (const Phase& phase : block.phases) {
            CAPTURE(phase.text);
            CHECK((phase.text.find("head still") != std::string::npos));
        }
    }
    REQUIRE(arm_reach.blocks.size() == 2);
    CHECK(arm_reach.blocks[1].mirror);
    CHECK(arm_reach.blocks[1].reps == 5);
    CHECK(ranges_in("arm-reach") == std::vector<std::string>{"[5, 10]"});
    for (const Exercise& one : all) {
        CHECK(contains(one.places, "office") == (one.id != "arm-reach"));
        CHECK(contains(one.places, "private"));
    }
}

TEST_CASE("the squeeze is one repetition, ten times a day") {
    const std::vector<Exercise> all = shipped();
    const Exercise& squeeze = exercise(all, "blade-squeeze");
    CHECK(squeeze.quota == Quota{10, 20min});
    CHECK(squeeze.ride_along);
    REQUIRE(squeeze.blocks.size() == 1);
    CHECK(squeeze.blocks[0].reps == 1);
    CHECK(std::ranges::count_if(all, [](const Exercise& one) { return one.quota.has_value(); }) == 1);
}

TEST_CASE("the rolls change direction, the rotation widens") {
    const std::vector<Exercise> all = shipped();
    const Exercise& rolls = exercise(all, "shoulder-rolls");
    REQUIRE(rolls.blocks.size() == 3);
    CHECK(rolls.blocks[0].reps == 5);
    CHECK(rolls.blocks[1].phases.front().kind == PhaseKind::switch_sides);
    CHECK(rolls.blocks[2].reps == 5);
    const Exercise& rotation = exercise(all, "trunk-rotation");
    REQUIRE(rotation.blocks.size() == 5);
    for (const auto& [block, reps, name] :
         {std::tuple{1, 3, "small"}, std::tuple{2, 2, "medium"}, std::tuple{3, 1, "wide"}}) {
        const Block& turns = rotation.blocks[static_cast<std::size_t>(block)];
        CHECK(turns.reps == reps);
        REQUIRE(turns.phases.size() == 2);
        for (const Phase& phase : turns.phases)
            CHECK(phase.name.starts_with(name));
    }
    CHECK(ranges_in("trunk-rotation") == std::vector<std::string>(3, "[1, 5]"));
    CHECK(rotation.blocks[4].phases.front().kind == PhaseKind::rest);
}

TEST_CASE("missing shipped exercises are said") {
    Desk desk;
    desk.paths.shipped = desk.home() / "nothing";
    const Loaded loaded = loaded_from(desk);
    CHECK(loaded.settings.plan.exercises.empty());
    CHECK(desk.problems() ==
          "warning: nothing/exercises: the exercises cannot be read: No such file or directory\n");
}
