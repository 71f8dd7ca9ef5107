// SPDX-License-Identifier: GPL-3.0-or-later
#include "json.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace limber::settings {
namespace {

std::string json_string(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            result += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            result += c;
        }
    }
    return result + '"';
}

std::string indent(int level) {
    std::string spaces;
    spaces.resize(static_cast<std::size_t>(level) * 2, ' ');
    return spaces;
}

} // namespace

std::string to_text(const Json& json, int level) {
    if (const auto* const word = std::get_if<JsonWord>(&json.what)) return word->word;
    if (const auto* const text = std::get_if<std::string>(&json.what)) return json_string(*text);
    std::string result;
    if (const auto* const list = std::get_if<JsonList>(&json.what)) {
        for (const Json& element : *list) {
            result += fmt::format("{}{}", result.empty() ? "" : ", ", to_text(element, level));
        }
        return fmt::format("[{}]", result);
    }
    for (const auto& [key, value] : std::get<JsonObject>(json.what)) {
        result += fmt::format("{}\n{}{}: {}", result.empty() ? "" : ",", indent(level + 1), json_string(key),
                              to_text(value, level + 1));
    }
    return result.empty() ? "{}" : fmt::format("{{{}\n{}}}", result, indent(level));
}

} // namespace limber::settings
