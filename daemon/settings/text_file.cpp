// SPDX-License-Identifier: GPL-3.0-or-later
#include "document.hpp"
#include "problem.hpp"
#include "words/said.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <fstream>
#include <ios>
#include <string>
#include <system_error>
#include <utility>

namespace limber::settings {

namespace {

namespace fs = std::filesystem;

/// Bytes of the largest file that is read.
constexpr std::uintmax_t longest_file = std::uintmax_t{1024} * 1024;

/// The folder above that is a link to nowhere; empty if none is.
fs::path dangling_link_above(const fs::path& file) {
    std::error_code ignored;
    for (fs::path folder = file.parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
        if (fs::exists(folder, ignored)) break;
        if (fs::is_symlink(fs::symlink_status(folder, ignored))) return folder;
    }
    return {};
}

} // namespace

TomlFiles toml_files(const fs::path& folder) {
    TomlFiles found;
    fs::directory_iterator entry{folder, found.error};
    for (const fs::directory_iterator end; !found.error && entry != end; entry.increment(found.error)) {
        const fs::path& file = entry->path();
        if (file.extension() == ".toml" && !file.filename().string().starts_with('.'))
            found.files.push_back(file);
    }
    std::ranges::sort(found.files);
    return found;
}

std::expected<TextFile, Problem> read_text(const fs::path& path, Absent absent) {
    const auto refused = [&](std::string message) {
        return std::unexpected(Problem{.file = path.string(), .message = std::move(message)});
    };
    const auto unreadable = [&](std::error_code error) {
        return refused(said("cannot be read: {}", error.message()));
    };
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (error == std::errc::no_such_file_or_directory) {
        std::error_code ignored;
        if (fs::is_symlink(fs::symlink_status(path, ignored)))
            return refused(said("this link points to a file that does not exist"));
        if (const fs::path above = dangling_link_above(path); !above.empty()) {
            return refused(said("the link {} on the way to this file points "
                                "to a place that does not exist",
                                above.string()));
        }
        if (absent == Absent::allowed) return TextFile{};
    }
    if (error) return unreadable(error);
    if (fs::is_directory(status)) return refused(said("is a folder, but should be a file"));
    if (!fs::is_regular_file(status)) return refused(said("is not an ordinary file"));

    const std::uintmax_t size = fs::file_size(path, error);
    if (error) return unreadable(error);
    if (size > longest_file) return refused(said("is larger than 1 MB, too large for settings"));

    errno = 0;
    std::ifstream in{path, std::ios::binary};
    std::string text(size, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!in.is_open() || in.bad()) return unreadable({errno, std::system_category()});
    text.resize(static_cast<std::size_t>(in.gcount()));
    return TextFile{true, std::move(text)};
}

} // namespace limber::settings
