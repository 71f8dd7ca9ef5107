// SPDX-License-Identifier: GPL-3.0-or-later
#include "document.hpp"
#include "problem.hpp"
#include "translation/said.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <fcntl.h>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace limber::settings {

using translation::said;

namespace {

class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}

    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;

    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

std::string reason(int error) {
    return std::system_category().message(error);
}

std::unexpected<Problem> refused(const std::string& file, std::string message, std::string hint = {}) {
    return std::unexpected(Problem{.file = file, .message = std::move(message), .hint = std::move(hint)});
}

unsigned byte_at(std::string_view text, std::size_t offset) {
    return offset < text.size() ? static_cast<unsigned char>(text[offset]) : 0U;
}

/// Length of the UTF-8 sequence that begins here, or 0 if it is not one.
std::size_t sequence_at(std::string_view text, std::size_t offset) {
    const unsigned first = byte_at(text, offset);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || offset + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte_at(text, offset + i) & 0xC0U) != 0x80U) return 0;
    }
    const unsigned second = byte_at(text, offset + 1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool surrogate = first == 0xED && second > 0x9F;
    const bool too_high = first == 0xF4 && second > 0x8F;
    return overlong || surrogate || too_high ? 0 : length;
}

/// The folder above that is a link to nowhere; empty if none is.
std::filesystem::path dangling_link_above(const std::filesystem::path& file) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    for (fs::path folder = file.parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
        if (fs::exists(folder, ignored)) break;
        if (fs::is_symlink(fs::symlink_status(folder, ignored))) return folder;
    }
    return {};
}

std::expected<std::string, int> read_all(int descriptor) {
    std::string text;
    std::array<char, 16384> chunk{};
    // one byte more than allowed shows that the file has grown meanwhile
    while (text.size() <= longest_file) {
        const ssize_t got = ::read(descriptor, chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return std::unexpected(errno);
        if (got == 0) break;
        text.append(chunk.data(), static_cast<std::size_t>(got));
    }
    return text;
}

} // namespace

std::expected<void, std::size_t> check_utf8(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t length = sequence_at(text, offset);
        if (length == 0) return std::unexpected(offset);
        offset += length;
    }
    return {};
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Place place_of(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const std::size_t newline = before.rfind('\n');
    const std::string_view line = newline == std::string_view::npos ? before : before.substr(newline + 1);
    return {static_cast<int>(std::ranges::count(before, '\n')) + 1,
            static_cast<int>(count_characters(line)) + 1};
}

std::expected<TextFile, Problem> read_text(const std::filesystem::path& path, Absent absent) {
    const std::string file = path.string();
    // without O_NONBLOCK, opening a pipe would wait for somebody to write
    const Descriptor opened{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
    if (opened.number() < 0) {
        const int error = errno;
        struct stat link{};
        if (error == ENOENT && ::lstat(path.c_str(), &link) == 0) {
            return refused(file,
                           said(QT_TRANSLATE_NOOP("said", "this link points to a file that does not exist")));
        }
        if (error == ENOENT) {
            if (const auto above = dangling_link_above(path); !above.empty()) {
                return refused(file,
                               said(QT_TRANSLATE_NOOP("said", "the link {} on the way to this file points "
                                                              "to a place that does not exist"),
                                    above.string()));
            }
        }
        if (error == ENOENT && absent == Absent::allowed) return TextFile{};
        return refused(file, said(QT_TRANSLATE_NOOP("said", "cannot be read: {}"), reason(error)));
    }
    struct stat status{};
    if (::fstat(opened.number(), &status) != 0) {
        return refused(file, said(QT_TRANSLATE_NOOP("said", "cannot be read: {}"), reason(errno)));
    }
    if (S_ISDIR(status.st_mode))
        return refused(file, said(QT_TRANSLATE_NOOP("said", "is a folder, but should be a file")));
    if (!S_ISREG(status.st_mode))
        return refused(file, said(QT_TRANSLATE_NOOP("said", "is not an ordinary file")));
    const auto too_large = [&] {
        return refused(file, said(QT_TRANSLATE_NOOP("said", "is larger than 1 MB, too large for settings")));
    };
    if (std::cmp_greater(status.st_size, longest_file)) return too_large();

    std::expected<std::string, int> text = read_all(opened.number());
    if (!text)
        return refused(file, said(QT_TRANSLATE_NOOP("said", "cannot be read: {}"), reason(text.error())));
    if (text->size() > longest_file) return too_large();

    const auto at = [&](std::size_t offset, std::string message, std::string hint = {}) {
        const Place place = place_of(std::string_view{*text}.substr(0, offset), offset);
        return std::unexpected(Problem{.file = file,
                                       .line = place.line,
                                       .column = place.column,
                                       .message = std::move(message),
                                       .hint = std::move(hint)});
    };
    const std::size_t nul = text->find('\0');
    const auto utf8 = check_utf8(*text);
    if (!utf8 && utf8.error() < nul) {
        return at(utf8.error(), said(QT_TRANSLATE_NOOP("said", "the text is not valid UTF-8")),
                  said(QT_TRANSLATE_NOOP("said", "save the file with the encoding UTF-8")));
    }
    if (nul != std::string::npos) {
        return at(nul, said(QT_TRANSLATE_NOOP("said", "there is a NUL byte in the text")),
                  said(QT_TRANSLATE_NOOP("said", "is this a text file?")));
    }
    return TextFile{true, std::move(*text)};
}

} // namespace limber::settings
