// SPDX-License-Identifier: GPL-3.0-or-later
// Where in which file a value is being read, and the list that takes what is wrong with it.
#pragma once

#include "document.hpp"
#include "problem.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limber::settings {

struct Spot {
    std::vector<Problem>* problems;
    std::string file;
    std::string key; ///< "break.micro.interval"; empty at the top
    Problem::Severity unknown_keys = Problem::Severity::error;

    [[nodiscard]] Spot under(std::string_view part) const {
        return {problems, file, key.empty() ? std::string{part} : key + "." + std::string{part},
                unknown_keys};
    }

    /// The last part of the key.
    [[nodiscard]] std::string_view name() const {
        const std::size_t dot = key.rfind('.');
        return dot == std::string::npos ? std::string_view{key} : std::string_view{key}.substr(dot + 1);
    }

    /// Always false, so that a reader can end with it.
    // NOLINTNEXTLINE(modernize-use-nodiscard)
    bool wrong(Place at, std::string message, std::string hint = {}) const {
        return complain(Problem::Severity::error, at, std::move(message), std::move(hint));
    }

    // NOLINTNEXTLINE(modernize-use-nodiscard)
    bool complain(Problem::Severity severity, Place at, std::string message, std::string hint) const {
        problems->push_back({severity, file, at.line, at.column, key, std::move(message), std::move(hint)});
        return false;
    }
};

} // namespace limber::settings
