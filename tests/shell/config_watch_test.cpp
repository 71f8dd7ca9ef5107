// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_loop.hpp"
#include "shell/config_watch.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

using namespace limber;
using namespace limber::shell;
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

TEST_CASE("every link on the way is watched, as the kernel finds its way") {
    const Folder folder;
    const auto file = folder / "home/.config/limber/limber.toml";
    fs::create_directories(folder / "home/.config");
    Counted counted;
    int seen = 0;
    const auto changes = [&](const std::function<void()>& change) {
        counted.watch.watch({file});
        change();
        const bool told = counted.sees(seen + 1);
        seen = counted.changes;
        return told;
    };

    SUBCASE("a relative link inside a linked folder") {
        fs::create_directories(folder / "dotfiles/limber");
        fs::create_directories(folder / "dotfiles/parts");
        write(folder / "dotfiles/parts/real.toml", "a");
        fs::create_directory_symlink("../../dotfiles/limber", folder / "home/.config/limber");
        fs::create_symlink("../parts/real.toml", folder / "dotfiles/limber/limber.toml");
        REQUIRE(fs::exists(file));
        CHECK(changes([&] { write(folder / "dotfiles/parts/real.toml", "b"); }));
        CHECK(changes([&] { fs::remove(folder / "dotfiles/limber/limber.toml"); }));
        CHECK(changes(
            [&] { fs::create_symlink("../parts/real.toml", folder / "dotfiles/limber/limber.toml"); }));
        CHECK(changes([&] { fs::remove(folder / "home/.config/limber"); }));
    }
    SUBCASE("a link above the folder") {
        fs::remove(folder / "home/.config");
        for (const char* const which : {"one", "two"})
            fs::create_directories(folder / which / "limber");
        fs::create_directory_symlink(folder / "one", folder / "home/.config");
        CHECK(changes([&] { write(file, "a"); }));
        CHECK(changes([&] {
            fs::create_directory_symlink(folder / "two", folder / "home/.config.new");
            fs::rename(folder / "home/.config.new", folder / "home/.config");
        }));
        CHECK(changes([&] { write(folder / "two/limber/limber.toml", "b"); }));
    }
    SUBCASE("a pair of links, of which one is replaced") {
        const auto limber = folder / "home/.config/limber";
        for (const char* const which : {"..1", "..2"}) {
            fs::create_directories(limber / which);
            write(limber / which / "limber.toml", which);
        }
        fs::create_directory_symlink("..1", limber / "..data");
        fs::create_symlink("..data/limber.toml", file);
        REQUIRE(fs::exists(file));
        CHECK(changes([&] {
            fs::create_directory_symlink("..2", limber / "..fresh");
            fs::rename(limber / "..fresh", limber / "..data");
        }));
        CHECK(changes([&] { write(limber / "..2/limber.toml", "b"); }));
    }
    SUBCASE("a link to nowhere: what it points to appears step by step") {
        fs::create_directory_symlink(folder / "mounted/dotfiles/limber", folder / "home/.config/limber");
        CHECK(changes([&] { fs::create_directory(folder / "mounted"); }));
        CHECK(changes([&] { fs::create_directories(folder / "mounted/dotfiles/limber"); }));
        CHECK(changes([&] { write(folder / "mounted/dotfiles/limber/limber.toml", "a"); }));
    }
    SUBCASE("a folder on the way is renamed, and back") {
        fs::create_directories(folder / "home/.config/limber");
        write(file, "a");
        CHECK(changes([&] { fs::rename(folder / "home/.config", folder / "home/.config~"); }));
        CHECK(changes([&] { fs::rename(folder / "home/.config~", folder / "home/.config"); }));
    }
}

TEST_CASE("without a file descriptor there is no watch; with one there is") {
    const Folder folder;
    Counted counted;
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
    const int next = dup(0);
    close(next);
    const rlimit none{.rlim_cur = static_cast<rlim_t>(next), .rlim_max = before.rlim_max};
    REQUIRE(setrlimit(RLIMIT_NOFILE, &none) == 0);
    counted.watch.watch({folder / "limber.toml"});
    REQUIRE(setrlimit(RLIMIT_NOFILE, &before) == 0);
    CHECK(counted.watch.shortage() == ConfigWatch::Shortage::instances);
    counted.watch.watch({folder / "limber.toml"});
    CHECK(counted.watch.shortage() == ConfigWatch::Shortage::none);
    write(folder / "limber.toml", "a");
    CHECK(counted.sees(1));
}
