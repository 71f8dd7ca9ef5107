// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/set_aside.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace limber {

namespace fs = std::filesystem;

namespace {

bool taken(const fs::path& name) {
    std::error_code error;
    return fs::symlink_status(name, error).type() != fs::file_type::not_found;
}

fs::path with_suffix(const fs::path& file, const char* suffix) {
    fs::path name = file;
    name += suffix;
    return name;
}

} // namespace

std::expected<fs::path, std::string> set_aside(const fs::path& file, std::string_view label,
                                               std::chrono::sys_seconds now) {
    const std::string stem = fmt::format("{}-{}-{:%Y-%m-%d-%H%M%S}", file.stem().string(), label,
                                         fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
    fs::path name = file.parent_path() / (stem + file.extension().string());
    for (int number = 2; taken(name); ++number) {
        name = file.parent_path() / fmt::format("{}-{}{}", stem, number, file.extension().string());
    }
    // The database goes last: a log left beside a fresh database would be replayed into it.
    for (const char* suffix : {"-wal", "-shm", ""}) {
        const fs::path from = with_suffix(file, suffix);
        if (!taken(from)) {
            continue;
        }
        std::error_code error;
        fs::rename(from, with_suffix(name, suffix), error);
        if (error) {
            return std::unexpected(error.message());
        }
    }
    return name;
}

} // namespace limber
