// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped exercises, and the person's own that add, replace or switch off.
#include "core/exercise.hpp"
#include "core/plan.hpp"
#include "desk.hpp"
#include "settings/document.hpp"
#include "settings/exercise_file.hpp"
#include "settings/exercise_format.hpp"
#include "settings/settings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

using namespace limber;
using namespace std::chrono_literals;
using limber::test::Desk;
namespace fs = std::filesystem;

namespace {

Loaded loaded_from(const Desk& desk) {
    auto loaded = load_settings(desk.paths);
    REQUIRE_MESSAGE(loaded.has_value(), desk.problems());
    return *loaded;
}

std::vector<Exercise> shipped() {
    return loaded_from(Desk{}).settings.plan.exercises;
}

const Exercise& exercise(const std::vector<Exercise>& all, std::string_view id) {
    const auto found = std::ranges::find(all, id, &Exercise::id);
    REQUIRE(found != all.end());
    return *found;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

constexpr std::string_view own = R"([[exercise]]
id = "wrist-shake"
title = "Wrist Shake"
summary = "Let your hands hang and shake them loose."
area = "wrists"
positions = ["seated", "standing"]
places = ["office"]
caution = "Gently."

  [[exercise.block]]
  reps = 2
  mirror = "switch"
  phases = [{ name = "shake", text = "Shake your {side} hand.", s = 5, kind = "move", side = "left" }]
)";

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
    CHECK(arm_reach.blocks[1].reps_range == std::pair{5, 10});
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
        CHECK(turns.reps_range == std::pair{1, 5});
        REQUIRE(turns.phases.size() == 2);
        for (const Phase& phase : turns.phases)
            CHECK(phase.name.starts_with(name));
    }
    CHECK(rotation.blocks[4].phases.front().kind == PhaseKind::rest);
}

TEST_CASE("a file of one's own adds an exercise, also under a new area") {
    const Desk desk;
    desk.exercise("own.toml", own);
    const Loaded loaded = loaded_from(desk);
    CHECK(loaded.warnings.empty());
    REQUIRE(loaded.settings.plan.exercises.size() == 21);
    const Exercise& mine = loaded.settings.plan.exercises.back();
    CHECK(mine.id == "wrist-shake");
    CHECK(length_of(mine) == 20s);
    CHECK(mine.blocks[0].reps_range == std::pair{2, 2});
    desk.user("[[break]]\nname = \"a\"\ninterval = \"1h\"\nrest = \"1min\"\nexercises = [\"wrists\"]\n");
    CHECK(desk.problems() == "");
}

TEST_CASE("a file of one's own replaces a shipped exercise of the same area") {
    const Desk desk;
    std::string text{own};
    text.replace(text.find("wrist-shake"), 11, "butterfly");
    desk.exercise("own.toml", text);
    CHECK(desk.problems() ==
          "warning: user/exercises/own.toml:1:1: exercise `butterfly` is for the area `upper_back`, "
          "not `wrists`; this one is left out (give an exercise of your own another id)\n");
    CHECK(exercise(loaded_from(desk).settings.plan.exercises, "butterfly").title == "Butterfly");
    text.replace(text.find("\"wrists\""), 8, "\"upper_back\"");
    desk.exercise("own.toml", text);
    CHECK(desk.problems() == "");
    const std::vector<Exercise> all = loaded_from(desk).settings.plan.exercises;
    CHECK(all.size() == 20);
    CHECK(exercise(all, "butterfly").title == "Wrist Shake");
}

TEST_CASE("a shipped exercise can be switched off with two lines") {
    const Desk desk;
    desk.exercise("off.toml", "[[exercise]]\nid = \"arm-reach\"\nenabled = false\n");
    const Loaded loaded = loaded_from(desk);
    CHECK(loaded.warnings.empty());
    CHECK(loaded.settings.plan.exercises.size() == 19);
    // naming it elsewhere is no mistake
    desk.user("[person]\nexclude = [\"arm-reach\"]\n");
    CHECK(desk.problems() == "");
    desk.exercise("off.toml", "[[exercise]]\nid = \"arm-reech\"\nenabled = false\n");
    CHECK(desk.problems() ==
          "warning: user/exercises/off.toml:1:1: there is no exercise `arm-reech` to switch off (did "
          "you mean `arm-reach`?)\n");
}

TEST_CASE("a picture of one's own is found beside the exercise file") {
    const Desk desk;
    const auto with_image = [](std::string_view name) {
        std::string text{own};
        text.insert(text.find("caution"), "image = \"" + std::string{name} + "\"\n");
        return text;
    };
    const fs::path folder = desk.paths.user / "exercises";
    test::write(folder / "pictures/shake.png", "\x89PNG\r\n\x1a\n…");
    desk.exercise("own.toml", with_image("pictures/../pictures/shake.png"));
    CHECK(desk.problems() == "");
    CHECK(loaded_from(desk).settings.plan.exercises.back().image == folder / "pictures/shake.png");

    test::write(folder / "shake.SVG", "<?xml version='1.0'?>\n<svg/>");
    test::write(folder / "shake.jpg", "\xff\xd8\xff\xe0");
    test::write(folder / "shake.webp", "RIFF....WEBPVP8 ");
    for (const char* const name : {"shake.SVG", "shake.jpg", "shake.webp"}) {
        desk.exercise("own.toml", with_image(name));
        CHECK(desk.problems() == "");
    }
}

TEST_CASE("a picture that cannot be shown is named with its place, and its exercise does without") {
    const Desk desk;
    const fs::path folder = desk.paths.user / "exercises";
    fs::create_directories(folder / "folder.png");
    test::write(folder / "huge.png", "\x89PNG\r\n\x1a\n");
    fs::resize_file(folder / "huge.png", 10 * 1024 * 1024 + 1);
    test::write(folder / "just-fits.png", "\x89PNG\r\n\x1a\n");
    fs::resize_file(folder / "just-fits.png", 10 * 1024 * 1024);
    test::write(folder / "notes.txt", "a picture, they say");
    test::write(folder / "broken.png", "a picture, they say");
    test::write(folder / "nothing.jpg", "");
    const std::vector<std::pair<std::string, std::string>> wrongs{
        {"missing.png", "does not exist"},
        {"folder.png", "is not an ordinary file"},
        {"huge.png", "is larger than 10 MB"},
        {"notes.txt", "must be a .png, .jpg, .webp, .gif or .svg file"},
        {"/dev/zero", "must be a .png, .jpg, .webp, .gif or .svg file"},
        {"broken.png", "is not what its name says"},
        {"nothing.jpg", "is empty"},
    };
    std::string text{own};
    text.insert(text.find("caution"), "image = \"just-fits.png\"\n");
    desk.exercise("own.toml", text);
    CHECK(desk.problems() == "");
    for (const auto& [name, what] : wrongs) {
        text = own;
        text.insert(text.find("caution"), "image = \"" + name + "\"\n");
        desk.exercise("own.toml", text);
        CHECK(desk.problems() ==
              "warning: user/exercises/own.toml:8:9: the picture \"" + name + "\" " + what + "\n");
        const Loaded loaded = loaded_from(desk);
        CHECK(exercise(loaded.settings.plan.exercises, "wrist-shake").image.empty());
        REQUIRE(loaded.warnings.size() == 1);
        CHECK(loaded.warnings[0].key == "exercise.wrist-shake.image");
    }
}

TEST_CASE("ten thousand phases, blocks and exercises are refused in a sentence each, and the rest works") {
    const Desk desk;
    std::string phases{own};
    phases.resize(phases.find("  phases = "));
    std::string blocks{own};
    std::string exercises;
    phases += "  phases = [\n";
    for (int i = 0; i < 10'000; ++i) {
        phases += R"({ name = "shake", text = "Shake.", s = 5, kind = "move", side = "left" },)"
                  "\n";
        blocks += R"([[exercise.block]]
phases = [{ name = "shake", text = "Shake.", s = 5, kind = "move", side = "left" }]
)";
        exercises += "[[exercise]]\nid = \"e" + std::to_string(i) + "\"\n";
    }
    desk.exercise("phases.toml", phases + "]\n");
    desk.exercise("blocks.toml", blocks);
    desk.exercise("exercises.toml", exercises);
    const Loaded loaded = loaded_from(desk);
    CHECK(loaded.settings.plan.exercises.size() == 20);
    REQUIRE(loaded.warnings.size() == 3);
    for (const Problem& problem : loaded.warnings) {
        CHECK(problem.line > 0);
        CHECK(problem.message.size() < 100);
    }
}

TEST_CASE("an id of one's own can be used once") {
    const Desk desk;
    desk.exercise("a.toml", own);
    desk.exercise("b.toml", own);
    CHECK(desk.problems() ==
          "warning: user/exercises/b.toml:1:1: exercise `wrist-shake` is defined twice; this one is "
          "left out (the other one is in user/exercises/a.toml)\n");
    CHECK(loaded_from(desk).settings.plan.exercises.size() == 21);
}

TEST_CASE("unknown keys in an exercise file are warnings and the exercise loads") {
    const Desk desk;
    std::string text{own};
    text.insert(text.find("caution"), "difficulty = 3\n");
    desk.exercise("own.toml", text);
    CHECK(desk.problems() == "warning: user/exercises/own.toml:8:1: unknown key `difficulty`\n");
    CHECK(loaded_from(desk).settings.plan.exercises.size() == 21);
}

TEST_CASE("one broken file does not take another with it") {
    const Desk desk;
    desk.exercise("a.toml", "broken");
    desk.exercise("b.toml", own);
    desk.exercise(".hidden.toml", "broken");
    desk.exercise("notes.txt", "broken");
    desk.exercise("c.toml~", "broken");
    fs::create_directories(desk.paths.user / "exercises" / "d.toml");
    const Loaded loaded = loaded_from(desk);
    REQUIRE(loaded.warnings.size() == 2);
    CHECK(desk.shortened(loaded.warnings[0].file) == "user/exercises/a.toml");
    CHECK(desk.shortened(to_string(loaded.warnings[1])) ==
          "user/exercises/d.toml: is a folder, but should be a file");
    CHECK(loaded.settings.plan.exercises.size() == 21);
}

TEST_CASE("while a file is broken, an id that may be in it is a warning only") {
    const Desk desk;
    desk.user("[person]\nexclude = [\"wrist-shake\"]\n");
    CHECK_FALSE(load_settings(desk.paths).has_value());
    desk.exercise("own.toml", own);
    CHECK(desk.problems() == "");
    desk.exercise("own.toml", "broken");
    const Loaded loaded = loaded_from(desk);
    REQUIRE(loaded.warnings.size() == 2);
    CHECK(loaded.warnings[0].severity == Problem::Severity::warning);
    CHECK(loaded.warnings[0].message == "there is no exercise and no area `wrist-shake`");
    CHECK(loaded.settings.plan.person.exclude == std::vector<std::string>{"wrist-shake"});
}

TEST_CASE("missing shipped exercises are said") {
    Desk desk;
    desk.paths.shipped = desk.home() / "nothing";
    const Loaded loaded = loaded_from(desk);
    CHECK(loaded.settings.plan.exercises.empty());
    CHECK(desk.problems() ==
          "warning: nothing/exercises: the exercises cannot be read: No such file or directory\n");
}
