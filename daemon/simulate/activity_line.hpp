// SPDX-License-Identifier: GPL-3.0-or-later
// One line of activity as JSON, before it is understood.
#pragma once

#include "activity.hpp"

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace limber::simulate {

/// Its fields, each at most once; problems point at the field they are about.
class ActivityLine {
public:
    ActivityLine(std::uint64_t number, std::string text) : number_(number), text_(std::move(text)) {}

    [[nodiscard]] std::optional<ActivityProblem> parse();

    /// Nothing if the line lacks it.
    [[nodiscard]] const nlohmann::json* find(std::string_view key) const;

    /// A problem if there is any other field.
    [[nodiscard]] std::optional<ActivityProblem> only(std::initializer_list<std::string_view> allowed) const;

    [[nodiscard]] ActivityProblem problem(std::string_view key, std::string message) const;

private:
    std::uint64_t number_;
    std::string text_;
    nlohmann::json fields_;
};

} // namespace limber::simulate
