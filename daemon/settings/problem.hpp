// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong, where, and what to do: the only way a mistake in a file reaches a person.
#pragma once

#include <string>

namespace limber::settings {

struct Problem {
    enum class Severity { error, warning } severity = Severity::error;
    std::string file; ///< as the person would name it
    int line = 0;     ///< from 1; 0 when the file as a whole is meant
    int column = 0;
    std::string key;     ///< "break.micro.interval"
    std::string message; ///< one sentence
    std::string hint;    ///< "did you mean `max_prompts`?", or empty

    bool operator==(const Problem&) const = default;
};

[[nodiscard]] inline bool is_error(const Problem& problem) {
    return problem.severity == Problem::Severity::error;
}

/// "FILE:LINE:COLUMN: message (hint)"; parts that are unknown are left out.
[[nodiscard]] inline std::string to_string(const Problem& problem) {
    std::string text = problem.file;
    if (problem.line > 0) text += (text.empty() ? "line " : ":") + std::to_string(problem.line);
    if (problem.line > 0 && problem.column > 0) text += ":" + std::to_string(problem.column);
    if (!text.empty()) text += ": ";
    text += problem.message;
    if (!problem.hint.empty()) text += " (" + problem.hint + ")";
    return text;
}

} // namespace limber::settings
