// SPDX-License-Identifier: GPL-3.0-or-later
// Each file in bad_poses/ has its messages beside it. LIMBER_REWRITE=1 writes them anew.
#include "poses/figure_book.hpp"
#include "shelf.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::poses;
namespace fs = std::filesystem;

namespace {

const std::string good = R"(
[[figure]]
name = "good"
  [[figure.key]]
  name = "a"
  [[figure.motion]]
  phase = "hold"
  keys = ["a"]
)";

} // namespace

TEST_CASE("every bad pose file is named with its line and key, and what is good beside it loads") {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry :
         fs::directory_iterator{fs::path{LIMBER_SOURCE_DIR} / "tests/figure/bad_poses"})
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::ranges::sort(files);
    CHECK(files.size() >= 18);
    std::set<std::string> seen;
    for (const fs::path& file : files) {
        const test::Folder folder;
        folder.put("bad.toml", test::text_of(file));
        folder.put("good.toml", good);
        const FigureBook book = FigureBook::load_folders({test::shipped_folder() / "poses", folder.path()});
        const std::string lines = test::lines_of(book, folder.path());
        fs::path beside = file;
        beside.replace_extension(".expected");
        if (std::getenv("LIMBER_REWRITE") != nullptr) // NOLINT(concurrency-mt-unsafe): no other thread
            std::ofstream{beside, std::ios::binary | std::ios::trunc} << lines;
        CAPTURE(file.filename().string());
        CHECK(lines == test::text_of(beside));
        CHECK(lines.find("bad.toml") != std::string::npos);
        CHECK_MESSAGE(seen.insert(lines).second, "another file has these messages already");
        CHECK(book.find("good") != nullptr);
        CHECK(book.find("bad") == nullptr);
        CHECK(book.find("front/butterfly") != nullptr);
    }
}

TEST_CASE("ten thousand keys, tables and files nested without end are refused in one sentence each") {
    const test::Folder folder;
    std::string many = "[[figure]]\nname = \"bad\"\n";
    for (int i = 0; i < 10'000; ++i)
        many += fmt::format("[[figure.key]]\nname = \"k{}\"\n", i);
    folder.put("keys.toml", many + "[[figure.motion]]\nphase = \"hold\"\nkeys = [\"k1\"]\n");
    std::string figures;
    for (int i = 0; i < 5'000; ++i)
        figures += fmt::format("[[figure]]\nname = \"f{}\"\n", i);
    folder.put("figures.toml", figures);
    std::string chain = "[[figure]]\nname = \"bad\"\n[[figure.key]]\nname = \"k0\"\n";
    for (int i = 1; i < 60; ++i)
        chain += fmt::format("[[figure.key]]\nname = \"k{}\"\nlike = \"k{}\"\n", i, i - 1);
    folder.put("chain.toml", chain + "[[figure.motion]]\nphase = \"hold\"\nkeys = [\"k1\"]\n");
    folder.put("deep.toml", "a = " + std::string(50'000, '[') + "\n");
    const FigureBook book = FigureBook::load_folders({folder.path()});
    const std::string lines = test::lines_of(book, folder.path());
    CHECK_MESSAGE(std::ranges::count(lines, '\n') <= 6, lines);
    for (const char* const part :
         {"keys.toml:3", "at most 100", "more than 100 [[figure]]", "more than 20 others", "deep.toml:1"})
        CHECK_MESSAGE(lines.find(part) != std::string::npos, part << " in\n" << lines);
    CHECK(book.figures().empty());
}

TEST_CASE("a person's own figure replaces the shipped one; the same name twice in a folder is named") {
    const test::Folder folder;
    folder.put("a.toml", R"(
[[figure]]
name = "front/butterfly"
  [[figure.key]]
  name = "mine"
  like = "standing"
)" + std::string{"  [[figure.motion]]\n  phase = \"close\"\n  keys = [\"mine\"]\n"});
    folder.put("b.toml", good);
    folder.put("c.toml", good);
    const FigureBook book = FigureBook::load_folders({test::shipped_folder() / "poses", folder.path()});
    const Figure* const figure = book.find("front/butterfly");
    REQUIRE(figure != nullptr);
    CHECK(figure->motions.size() == 1);
    const std::string lines = test::lines_of(book, folder.path());
    CHECK_MESSAGE(lines.find("c.toml:2") != std::string::npos, lines);
    CHECK_MESSAGE(lines.find("twice") != std::string::npos, lines);
    CHECK(FigureBook::load_folders({folder.path() / "missing"}).problems().empty());
}
