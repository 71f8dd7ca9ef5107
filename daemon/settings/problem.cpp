// SPDX-License-Identifier: GPL-3.0-or-later
#include "problem.hpp"

#include <fmt/format.h>

#include <string>

namespace limber::settings {

std::string to_string(const Problem& problem) {
    std::string text = problem.file;
    if (problem.line > 0) text += fmt::format("{}{}", text.empty() ? "line " : ":", problem.line);
    if (problem.line > 0 && problem.column > 0) text += fmt::format(":{}", problem.column);
    if (!text.empty()) text += ": ";
    text += problem.message;
    if (!problem.hint.empty()) text += fmt::format(" ({})", problem.hint);
    return text;
}

} // namespace limber::settings
