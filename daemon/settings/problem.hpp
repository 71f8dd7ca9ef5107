// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong, where, and what to do: the only way a mistake in a file reaches a person.
#pragma once

#include <string>
#include <vector>

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

/// "FILE:LINE:COLUMN: message (hint)"; parts that are unknown are left out.
[[nodiscard]] std::string to_string(const Problem& problem);

} // namespace limber::settings
