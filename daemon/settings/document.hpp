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
#include <system_error>
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

struct TomlFiles {
    std::vector<std::filesystem::path> files; ///< *.toml, hidden ones left out, in the order of their names
    std::error_code error;                    ///< why the folder was not read, or not to its end
};

[[nodiscard]] TomlFiles toml_files(const std::filesystem::path& folder);

enum class Absent { allowed, refused };

/// The text of an ordinary file of at most 1 MB. Empty when there is none and that is allowed.
struct TextFile {
    bool exists = false;
    std::string text;
};

[[nodiscard]] std::expected<TextFile, Problem> read_text(const std::filesystem::path& file, Absent absent);

/// Entries in the order of the file. One problem: TOML is not read past a mistake.
[[nodiscard]] std::expected<Table, Problem> parse_document(std::string_view text, const std::string& file);

/// Characters, not bytes, of valid UTF-8.
[[nodiscard]] std::size_t count_characters(std::string_view text);

} // namespace limber::settings
