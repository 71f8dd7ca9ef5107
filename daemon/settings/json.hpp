// SPDX-License-Identifier: GPL-3.0-or-later
// Just enough JSON to write a schema.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace limber::settings {

struct Json;
using JsonObject = std::vector<std::pair<std::string, Json>>;
using JsonList = std::vector<Json>;

/// A number, true or false as it is written.
struct JsonWord {
    std::string word;
};

struct Json {
    std::variant<JsonWord, std::string, JsonList, JsonObject> what;

    Json(JsonWord word) : what{std::move(word)} {} // NOLINT(google-explicit-constructor)

    Json(std::string text) : what{std::move(text)} {} // NOLINT(google-explicit-constructor)

    Json(std::string_view text) : what{std::string{text}} {} // NOLINT(google-explicit-constructor)

    Json(const char* text) : what{std::string{text}} {} // NOLINT(google-explicit-constructor)

    Json(bool flag) : what{JsonWord{flag ? "true" : "false"}} {} // NOLINT(google-explicit-constructor)

    Json(int number) : what{JsonWord{std::to_string(number)}} {} // NOLINT(google-explicit-constructor)

    Json(JsonList list) : what{std::move(list)} {} // NOLINT(google-explicit-constructor)

    Json(JsonObject object) : what{std::move(object)} {} // NOLINT(google-explicit-constructor)
};

/// Indented by two spaces a level; no newline at the end.
[[nodiscard]] std::string to_text(const Json& json, int level = 0);

} // namespace limber::settings
