// SPDX-License-Identifier: GPL-3.0-or-later
// The person's own exercises, that add, replace or switch off.
#include "core/exercise.hpp"
#include "core/plan.hpp"
#include "desk.hpp"
#include "own_exercise.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace limber;
using namespace limber::settings;
using namespace std::chrono_literals;
using limber::test::Desk;
using limber::test::exercise;
using limber::test::loaded_from;
namespace fs = std::filesystem;

namespace {

const std::string own = test::wrist_shake(
    R"([{ name = "shake", text = "Shake your {side} hand.", s = 5, kind = "move", side = "left" }])");

} // namespace

TEST_CASE("a file of one's own adds an exercise, also under a new area") {
    const Desk desk;
    desk.exercise("own.toml", own);
    const Loaded loaded = loaded_from(desk);
    CHECK(loaded.warnings.empty());
    REQUIRE(loaded.settings.plan.exercises.size() == 21);
    const Exercise& mine = loaded.settings.plan.exercises.back();
    CHECK(mine.id == "wrist-shake");
    CHECK(length_of(mine) == 20s);
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
