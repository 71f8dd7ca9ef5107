// SPDX-License-Identifier: GPL-3.0-or-later
// Exercises in other languages: string by string, and what is wrong with them is named.
#include "core/exercise.hpp"
#include "desk.hpp"
#include "own_exercise.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace limber;
using limber::test::Desk;

namespace {

std::string shake(std::string_view texts) {
    return test::wrist_shake(R"([
    { name = "shake", text = "Shake your {side} hand.", s = 5, side = "left" },
    { name = "rest", text = "Rest.", s = 2, kind = "rest", side = "left" },
  ])") + "\n" +
           std::string{texts};
}

Exercise read_in(Desk& desk, const std::vector<std::string>& languages) {
    desk.paths.languages = languages;
    return test::exercise(test::loaded_from(desk).settings.plan.exercises, "wrist-shake");
}

} // namespace

TEST_CASE("each text is in the first language that has it, and else as it was") {
    Desk desk;
    desk.exercise("own.toml", shake(R"(  [exercise.texts.de]
  title = "Hände ausschütteln"
  phases = [{ name = "shake", title = "schütteln", text = "Schüttle die {linke|rechte} Hand." }]

  [exercise.texts.de_CH]
  title = "Händ uusschüttle"
)"));
    CHECK(desk.problems() == "");
    const Exercise german = read_in(desk, {"de"});
    CHECK(german.title == "Hände ausschütteln");
    CHECK(german.summary == "Let your hands hang and shake them loose.");
    CHECK(german.blocks[0].phases[0].text == "Schüttle die {linke|rechte} Hand.");
    CHECK(german.blocks[0].phases[0].title == "schütteln");
    CHECK(german.blocks[0].phases[0].name == "shake");
    CHECK(german.blocks[0].phases[1].text == "Rest.");
    const Exercise swiss = read_in(desk, {"de_CH", "de"});
    CHECK(swiss.title == "Händ uusschüttle");
    CHECK(swiss.blocks[0].phases[0].title == "schütteln");
    CHECK(read_in(desk, {"fr"}).title == "Wrist Shake");
    CHECK(read_in(desk, {}).title == "Wrist Shake");
}

TEST_CASE("mistakes in the texts of a language are named with their places") {
    Desk desk;
    const auto problem_with = [&](std::string_view texts) {
        desk.exercise("own.toml", shake(texts));
        return desk.problems();
    };
    const auto names = [&](std::string_view texts, std::string_view what) {
        CAPTURE(texts);
        const std::string problem = problem_with(texts);
        CAPTURE(problem);
        CHECK(problem.find(what) != std::string::npos);
        CHECK(problem.find("own.toml:1") != std::string::npos); // a line between 10 and 19 of the file
    };
    names("  [exercise.texts.german]\n  title = \"x\"\n", "`german` is no language");
    names("  [exercise.texts.de]\n  titel = \"x\"\n", "titel");
    names("  [exercise.texts.de]\n  title = 3\n", "title");
    names("  [exercise.texts.de]\n  phases = [{ text = \"x\" }]\n", "`name` is missing");
    names("  [exercise.texts.de]\n  phases = [{ name = \"shaek\", text = \"x\" }]\n",
          "there is no phase \"shaek\"");
    names("  [exercise.texts.de]\n  phases = [{ name = \"shake\", text = \"{a|b|c}\" }]\n", "in braces");
    names("  [exercise.texts.de]\n  phases = [{ name = \"shake\", text = \"" + std::string(91, 'x') +
              "\" }]\n",
          "at most 90 fit");
    const std::string too_long(91, 'x');
    for (const std::string& words : {"{" + too_long + "|y}", "{y|" + too_long + "}"}) {
        names("  [exercise.texts.de]\n  phases = [{ name = \"shake\", text = \"" + words + "\" }]\n",
              "has 91 characters");
    }
    names("  [exercise.texts]\n  de = \"Schütteln\"\n", "needs a table");
    CHECK(problem_with("  [exercise.texts.de]\n  phases = [{ name = \"shake\", text = \"{" +
                       std::string(90, 'x') + "|y}\" }]\n") == "");
}
