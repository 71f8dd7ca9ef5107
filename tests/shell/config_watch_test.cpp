// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_loop.hpp"
#include "shell/config_watch.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace limber;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "limber-watch-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }

    ~Folder() { fs::remove_all(path_); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }

private:
    fs::path path_;
};

void write(const fs::path& file, const std::string& text) {
    std::ofstream{file} << text;
}

struct Counted {
    Counted() { test::need_application(); }

    int changes = 0;
    ConfigWatch watch{[this] { ++changes; }};

    [[nodiscard]] bool sees(int expected) {
        return test::wait_until([&] { return changes >= expected; }) && changes == expected;
    }
};

} // namespace

TEST_CASE("a file written in place, and one replaced by rename") {
    const Folder folder;
    write(folder / "limber.toml", "a");
    Counted counted;
    counted.watch.watch({folder / "limber.toml"});
    write(folder / "limber.toml", "b");
    CHECK(counted.sees(1));
    write(folder / "limber.toml.new", "c");
    fs::rename(folder / "limber.toml.new", folder / "limber.toml");
    CHECK(counted.sees(2));
    // and once more after the replacement: the new file is watched like the old one
    write(folder / "limber.toml", "d");
    CHECK(counted.sees(3));
    fs::remove(folder / "limber.toml");
    CHECK(counted.sees(4));
}

TEST_CASE("many writes at once are one change") {
    const Folder folder;
    Counted counted;
    counted.watch.watch({folder / "limber.toml"});
    for (int i = 0; i < 20; ++i) {
        write(folder / "limber.toml", std::to_string(i));
    }
    CHECK(counted.sees(1));
}

TEST_CASE("a folder that does not exist yet") {
    const Folder folder;
    Counted counted;
    const auto file = folder / "limber/exercises/mine.toml";
    counted.watch.watch({file});
    fs::create_directories(folder / "limber/exercises");
    CHECK(counted.sees(1));
    counted.watch.watch({file});
    write(file, "x");
    CHECK(counted.sees(2));
}

TEST_CASE("a link to a file elsewhere") {
    const Folder folder;
    const Folder dotfiles;
    write(dotfiles / "limber.toml", "a");
    fs::create_symlink(dotfiles / "limber.toml", folder / "limber.toml");
    Counted counted;
    counted.watch.watch({folder / "limber.toml"});
    write(dotfiles / "limber.toml", "b");
    CHECK(counted.sees(1));
}

TEST_CASE("in a folder only configuration files matter, and other files beside a watched one do not") {
    const Folder folder;
    fs::create_directory(folder / "exercises");
    Counted counted;
    counted.watch.watch({folder / "limber.toml", folder / "exercises"});
    write(folder / "something-else", "x");
    write(folder / "exercises/.mine.toml.swp", "x");
    // events come in order: after this one the others have been seen, and were no change
    write(folder / "exercises/mine.toml", "x");
    CHECK(counted.sees(1));
}

TEST_CASE("links in a circle are survived") {
    const Folder folder;
    fs::create_symlink(folder / "b", folder / "a");
    fs::create_symlink(folder / "a", folder / "b");
    Counted counted;
    counted.watch.watch({folder / "a"});
    fs::remove(folder / "b");
    CHECK(counted.sees(1));
}
