// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be wrong with a file before its first key is read.
#include "desk.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <vector>

using namespace limber;
using namespace limber::settings;
using limber::test::Desk;
namespace fs = std::filesystem;

TEST_CASE("no file at all is fine") {
    const Desk desk;
    const auto loaded = load_settings(desk.paths);
    REQUIRE(loaded.has_value());
    CHECK(loaded->files.empty());
    CHECK(loaded->warnings.empty());
    REQUIRE(loaded->settings.plan.breaks.size() == 2);
    CHECK(loaded->settings.plan.breaks[0].name == "micro");
    CHECK(loaded->settings.plan.exercises.size() == 20);
}

TEST_CASE("an empty file is fine, also with a byte order mark and Windows line ends") {
    const Desk desk;
    for (const char* const text :
         {"", "\n\n", "# nothing\r\n", "\xEF\xBB\xBF# marked\nidle_after = \"2min\"\n"}) {
        desk.user(text);
        CHECK(desk.problems() == "");
    }
}

TEST_CASE("a file larger than 1 MB is refused") {
    const Desk desk;
    desk.user("");
    fs::resize_file(desk.user_file(), 10ULL * 1024 * 1024);
    CHECK(desk.problems() == "user/limber.toml: is larger than 1 MB, too large for settings\n");
    // refused by its size: nobody could read this one
    fs::resize_file(desk.user_file(), 1ULL << 40U);
    CHECK(desk.problems() == "user/limber.toml: is larger than 1 MB, too large for settings\n");
}

TEST_CASE("NUL bytes and text that is not UTF-8 are named with their place") {
    const Desk desk;
    desk.user(std::string{"# a\n# b\0c\n", 10});
    CHECK(desk.problems() ==
          "user/limber.toml:2:4: there is a NUL byte in the text (is this a text file?)\n");
    for (const char* const wrong :
         {"\xFF", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80"}) {
        desk.user(std::string{"# é\n# é "} + wrong);
        CHECK(desk.problems() ==
              "user/limber.toml:2:5: the text is not valid UTF-8 (save the file with the encoding UTF-8)\n");
    }
    const std::string utf16{"\xFF\xFEi\0d\0", 6};
    desk.user(utf16);
    CHECK(desk.problems() ==
          "user/limber.toml:1:1: the text is not valid UTF-8 (save the file with the encoding UTF-8)\n");
}

TEST_CASE("a folder, a pipe, a dangling link or a device in place of the file is refused at once") {
    const Desk desk;
    fs::create_directories(desk.user_file());
    CHECK(desk.problems() == "user/limber.toml: is a folder, but should be a file\n");
    fs::remove(desk.user_file());
    REQUIRE(::mkfifo(desk.user_file().c_str(), 0600) == 0);
    CHECK(desk.problems() == "user/limber.toml: is not an ordinary file\n");
    fs::remove(desk.user_file());
    fs::create_symlink("nowhere.toml", desk.user_file());
    CHECK(desk.problems() == "user/limber.toml: this link points to a file that does not exist\n");
    fs::remove(desk.user_file());
    fs::create_symlink("/dev/zero", desk.user_file());
    CHECK(desk.problems() == "user/limber.toml: is not an ordinary file\n");
    fs::remove(desk.user_file());
    fs::create_symlink("limber.toml", desk.user_file()); // to itself
    CHECK(desk.problems().starts_with("user/limber.toml: "));
}

TEST_CASE("a file in place of the folder cannot be read and says so") {
    const Desk desk;
    test::write(desk.paths.user, "not a folder");
    CHECK(desk.problems().find("user/limber.toml: cannot be read: Not a directory\n") != std::string::npos);
}

TEST_CASE("a link to a good file is followed") {
    const Desk desk;
    test::write(desk.home() / "elsewhere" / "mine.toml", "idle_after = \"5min\"\n");
    fs::create_directories(desk.paths.user);
    fs::create_symlink(desk.home() / "elsewhere" / "mine.toml", desk.user_file());
    CHECK(desk.problems() == "");
}

TEST_CASE("a broken file among several is named by its own name, and all are told at once") {
    const Desk desk;
    desk.far("idle_after = 1\n");
    fs::create_directories(desk.paths.system[0] / "limber.toml");
    desk.user("nonsense\n");
    const std::string problems = desk.problems();
    CHECK(problems.find("far/limber.toml:1:14: ") != std::string::npos);
    CHECK(problems.find("near/limber.toml: is a folder") != std::string::npos);
    CHECK(problems.find("user/limber.toml:") != std::string::npos);
}

TEST_CASE("checking one file takes it as the only one") {
    const Desk desk;
    desk.user("idle_after = 1\n");
    const fs::path other = desk.home() / "other.toml";
    test::write(other, "settle = \"5s\"\n");
    CHECK(check_file(other, desk.paths).empty());
    CHECK(check_file(desk.user_file(), desk.paths).size() == 1);
    REQUIRE(check_file(desk.home() / "none.toml", desk.paths).size() == 1);
    CHECK(desk.shortened(to_string(check_file(desk.home() / "none.toml", desk.paths)[0])) ==
          "none.toml: cannot be read: No such file or directory");
}

TEST_CASE("what must be watched is named, whether it exists or not") {
    const Desk desk;
    std::vector<fs::path> expected{desk.paths.system[1] / "limber.toml", desk.paths.system[1],
                                   desk.paths.system[0] / "limber.toml", desk.paths.system[0],
                                   desk.paths.user / "limber.toml",      desk.paths.user,
                                   desk.paths.user / "exercises"};
    CHECK(to_watch(desk.paths) == expected);
    CHECK(read_settings(desk.paths).present.empty());
    desk.exercise("mine.toml", "nonsense");
    desk.exercise("empty.toml", "");
    expected.push_back(desk.paths.user / "exercises" / "empty.toml");
    expected.push_back(desk.paths.user / "exercises" / "mine.toml");
    desk.near("");
    desk.user("nonsense");
    const Reading reading = read_settings(desk.paths);
    CHECK_FALSE(reading.loaded.has_value());
    CHECK(to_watch(desk.paths) == expected);
    CHECK(reading.present ==
          std::vector{desk.user_file(), desk.paths.user / "exercises" / "mine.toml"}); // broken, but there
}

TEST_CASE("a folder that is a link to nowhere is named like such a file, on every level") {
    const Desk desk;
    fs::create_symlink(desk.home() / "dotfiles" / "limber", desk.paths.user);
    const std::string said =
        "user/limber.toml: the link user on the way to this file points to a place that does not exist\n";
    CHECK(desk.problems() == said);
    fs::create_directory(desk.home() / "dotfiles");
    CHECK(desk.problems() == said);
    fs::create_directory(desk.home() / "dotfiles" / "limber");
    CHECK(desk.problems().empty()); // an empty folder is in order
    fs::remove(desk.paths.user);
    fs::create_symlink("nowhere", desk.home() / ".config");
    Desk above;
    above.paths.user = desk.home() / ".config" / "limber";
    CHECK(desk.problems_of(load_settings(above.paths))
              .starts_with(".config/limber/limber.toml: the link .config on"));
}

TEST_CASE("of files that are not all in order those that are make up the settings") {
    const Desk desk;
    const auto rules = [&] {
        std::string names;
        for (const BreakRule& rule : load_what_is_in_order(desk.paths, false).settings.plan.breaks)
            names += rule.name + " ";
        return names;
    };
    const auto guarded = [&](bool own_expected) {
        const Plan plan = load_what_is_in_order(desk.paths, own_expected).settings.plan;
        return std::ranges::count_if(plan.exercises, [](const Exercise& e) { return !e.avoid_if.empty(); });
    };
    CHECK(rules() == "micro long ");
    CHECK(guarded(false) > 0);
    CHECK(guarded(true) == 0); // it should be there, and may name what the person must not do

    desk.far("[[break]]\nname = \"tea\"\ninterval = \"2h\"\nrest = \"10min\"\n");
    desk.user("nonsense");
    CHECK(rules() == "tea ");
    CHECK(guarded(false) == 0);
    CHECK(load_what_is_in_order(desk.paths, true).files == std::vector{desk.paths.system[1] / "limber.toml"});

    // what builds on a file that is left out is left out with it
    desk.far("nonsense");
    desk.near("[[break]]\nname = \"tea\"\ntitle = \"Tea\"\n");
    desk.user("idle_after = \"3min\"\n");
    CHECK(rules() == "micro long ");
    CHECK(guarded(true) > 0); // the person's own file is there
    CHECK(load_what_is_in_order(desk.paths, true).settings.plan.idle_after == std::chrono::minutes{3});

    // an own exercise that is there no more
    desk.user("[[break]]\nname = \"tea\"\ninterval = \"2h\"\nrest = \"10min\"\nexercises = [\"gone\"]\n");
    CHECK(rules() == "micro long ");
    CHECK(guarded(true) == 0);
}

TEST_CASE("the environment tells where configuration lives") {
    // NOLINTBEGIN(concurrency-mt-unsafe): one thread
    ::setenv("XDG_CONFIG_HOME", "/x/config", 1);
    ::setenv("XDG_CONFIG_DIRS", "/one:relative:/two", 1);
    ::setenv("LIMBER_SHIPPED_DIR", "/x/shipped", 1);
    ConfigPaths paths = config_paths();
    CHECK(paths.user == "/x/config/limber");
    CHECK(paths.system == std::vector<fs::path>{"/one/limber", "/two/limber"});
    CHECK(paths.shipped == "/x/shipped");
    ::setenv("XDG_CONFIG_HOME", "not/absolute", 1);
    ::setenv("HOME", "/x/home", 1);
    ::unsetenv("XDG_CONFIG_DIRS");
    ::unsetenv("LIMBER_SHIPPED_DIR");
    paths = config_paths();
    CHECK(paths.user == "/x/home/.config/limber");
    CHECK(paths.system == std::vector<fs::path>{"/etc/xdg/limber"});
    // run where it was built: the source tree's own
    CHECK(paths.shipped == test::source_dir() / "config");
    // NOLINTEND(concurrency-mt-unsafe)
}

TEST_CASE("spaces that nobody sees are harmless in a time and a title, and named by their names in a word") {
    const Desk desk;
    desk.user(
        "idle_after = \"3\u00A0min\"\nsettle = \"\uFEFF1min\u202F30\u2009s\u200B\"\nday_starts = "
        "\"\u00A005:00\"\n"
        "[hours]\nmonday = [\"09:00\u00A0-\u00A017:00\"]\n"
        "[[break]]\nname = \"tea\"\ntitle = \"Tea\u00A0time\"\ninterval = \"2\u2060h\"\nrest = \"5min\"\n");
    REQUIRE(desk.problems().empty());
    const Plan plan = load_settings(desk.paths)->settings.plan;
    CHECK(plan.idle_after == std::chrono::minutes{3});
    CHECK(plan.settle == std::chrono::seconds{90});
    CHECK(plan.day_starts == std::chrono::hours{5});
    CHECK(plan.breaks[0].interval == std::chrono::hours{2});
    CHECK(plan.breaks[0].title == "Tea\u00A0time");

    const std::string nobody_sees = " in it, which nobody sees (delete the word and type it anew)\n";
    desk.user("[person]\nexclude = [\"neck\u200B\"]\n");
    CHECK(desk.problems() ==
          "user/limber.toml:2:12: `exclude` has a zero-width space (U+200B)" + nobody_sees);
    desk.user("[person]\nhealth = [\"\u00A0knee_pain\"]\n");
    CHECK(desk.problems() == "user/limber.toml:2:11: `health` has a no-break space (U+00A0)" + nobody_sees);
    desk.user("[person]\nplace = \"office\u00AD\"\n");
    CHECK(desk.problems() == "user/limber.toml:2:9: `place` has a soft hyphen (U+00AD)" + nobody_sees);
    desk.user("[[break]]\nname = \"te\u200Da\"\ninterval = \"2h\"\nrest = \"5min\"\n");
    CHECK(desk.problems() == "user/limber.toml:2:8: `name` has a zero-width joiner (U+200D)" + nobody_sees);
    desk.user("idle_after =\u00A0\"3min\"\n");
    CHECK(desk.problems() ==
          "user/limber.toml:1:13: there is a no-break space (U+00A0) here, which may only stand "
          "inside quotes (delete it, or type a plain space)\n");
}
