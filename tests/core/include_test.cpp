// SPDX-License-Identifier: GPL-3.0-or-later
// The core is pure: it may include itself and these parts of the standard library, and nothing else.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>

TEST_CASE("the core includes nothing but itself and the pure parts of the standard library") {
    const std::set<std::string> allowed{"algorithm", "array",       "cassert",   "cctype",   "charconv",
                                        "chrono",    "cstddef",     "cstdint",   "expected", "map",
                                        "optional",  "ranges",      "stdexcept", "string",   "string_view",
                                        "tuple",     "type_traits", "utility",   "variant",  "vector"};
    const std::filesystem::path core = std::filesystem::path{LIMBER_SOURCE_DIR} / "daemon" / "core";
    const std::regex include{R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"};
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator{core}) {
        const std::string extension = entry.path().extension();
        if (extension != ".hpp" && extension != ".cpp") {
            continue;
        }
        ++files;
        std::ifstream in{entry.path()};
        for (std::string line; std::getline(in, line);) {
            CAPTURE(entry.path().filename().string());
            CAPTURE(line);
            std::smatch match;
            if (std::regex_search(line, match, include)) {
                if (match[1] == "<") {
                    CHECK(allowed.contains(match[2]));
                } else {
                    CHECK(std::filesystem::exists(core / match[2].str()));
                }
            }
            CHECK(line.find("::now()") == std::string::npos);
        }
    }
    CHECK(files > 15);
}
