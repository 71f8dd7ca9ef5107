// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture.hpp"

#include "words/said.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <fstream>
#include <ios>
#include <string>
#include <string_view>
#include <system_error>

namespace limber::settings {

namespace {

namespace fs = std::filesystem;

using namespace std::string_view_literals;

constexpr std::size_t largest_picture = std::size_t{10} * 1024 * 1024; // bytes
constexpr std::size_t told_by = 1024; // bytes in which every format has shown itself

/// A kind of picture: its ending, and what its bytes have at `offset` (anywhere, for SVG).
struct Format {
    std::string_view ending;
    std::string_view mark;
    std::size_t offset = 0;
    bool anywhere = false;
};

constexpr std::array formats{
    Format{.ending = ".png", .mark = "\x89PNG\r\n\x1a\n"sv},
    Format{.ending = ".jpg", .mark = "\xff\xd8\xff"sv},
    Format{.ending = ".jpeg", .mark = "\xff\xd8\xff"sv},
    Format{.ending = ".webp", .mark = "WEBP"sv, .offset = 8},
    Format{.ending = ".gif", .mark = "GIF8"sv},
    Format{.ending = ".svg", .mark = "<svg"sv, .anywhere = true},
};

} // namespace

std::string picture_ending(const fs::path& file) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

std::expected<fs::path, std::string> find_picture(const fs::path& folder, const std::string& name) {
    const auto wrong = [&](const std::string& what) {
        return std::unexpected(said("the picture \"{}\" {}", name, what));
    };
    fs::path file = (folder / name).lexically_normal();
    const auto* const format = std::ranges::find(formats, picture_ending(file), &Format::ending);
    if (format == formats.end()) return wrong(said("must be a .png, .jpg, .webp, .gif or .svg file"));
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) return wrong(said("does not exist"));
    if (error) return wrong(said("cannot be read: {}", error.message()));
    if (status.type() != fs::file_type::regular) return wrong(said("is not an ordinary file"));
    const std::uintmax_t size = fs::file_size(file, error);
    if (!error && size > largest_picture)
        return wrong(said("is larger than {} MB", largest_picture / 1024 / 1024));
    std::string beginning(told_by, '\0');
    std::ifstream in{file, std::ios::binary};
    in.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    beginning.resize(static_cast<std::size_t>(in.gcount()));
    if (beginning.empty()) {
        return wrong(size == 0 ? said("is empty") : said("cannot be read"));
    }
    const std::size_t mark = beginning.find(format->mark, format->offset);
    if (mark == std::string::npos || (mark != format->offset && !format->anywhere))
        return wrong(said("is not what its name says"));
    return file;
}

} // namespace limber::settings
