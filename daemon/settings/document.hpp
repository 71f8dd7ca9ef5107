// SPDX-License-Identifier: GPL-3.0-or-later
// A TOML file as plain values with their places, so that toml++ is compiled in one unit only.
#pragma once

#include "problem.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace limber::settings {

/// From 1; 0 when unknown.
struct Place {
    int line = 0;
    int column = 0;

    bool operator==(const Place&) const = default;
};

struct Value;
struct Entry;
using List = std::vector<Value>;
using Table = std::vector<Entry>;

/// A date or a time, which no key of Limber takes.
struct Moment {};

struct Value {
    Place at;
    std::variant<Moment, bool, std::int64_t, double, std::string, List, Table> what;
};

struct Entry {
    std::string key;
    Place at; ///< of the key
    Value value;
};

/// "a whole number", "a list", …
[[nodiscard]] std::string kind_of(const Value& value);

/// Bytes of the largest file that is read.
inline constexpr std::size_t longest_file = std::size_t{1024} * 1024;

enum class Absent { allowed, refused };

/// The text of an ordinary file of at most `longest_file` bytes, which must be UTF-8 without control
/// characters. Empty when there is none and that is allowed.
struct TextFile {
    bool exists = false;
    std::string text;
};

[[nodiscard]] std::expected<TextFile, Problem> read_text(const std::filesystem::path& file, Absent absent);

/// Entries in the order of the file. One problem: TOML is not read past a mistake.
[[nodiscard]] std::expected<Table, Problem> parse_document(std::string_view text, const std::string& file);

/// What toml++ must not see: characters it cannot take outside quotes, and nesting without end.
[[nodiscard]] std::expected<void, Problem> check_outside_quotes(std::string_view text,
                                                                const std::string& file);

/// Whether this is UTF-8; if not, the offset of the first wrong byte.
[[nodiscard]] std::expected<void, std::size_t> check_utf8(std::string_view text);

/// Characters, not bytes, of valid UTF-8.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// Line and column (in characters) of a byte of valid UTF-8.
[[nodiscard]] Place place_of(std::string_view text, std::size_t offset);

} // namespace limber::settings
