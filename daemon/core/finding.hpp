// SPDX-License-Identifier: GPL-3.0-or-later
// What an adapter has found where Limber runs, and what to do about it.
#pragma once

#include <string>

namespace limber {

enum class Grade {
    good,
    note,   ///< works, with a limit worth knowing
    lacking ///< matters: Limber does less than it should
};

struct Finding {
    std::string id; ///< fixed, for programs: "idle", "notifications", …
    Grade grade = Grade::good;
    std::string sentence; ///< what is so; if it is wrong, also what that costs
    std::string remedy;   ///< what to do, possibly several lines; empty: nothing to do

    bool operator==(const Finding&) const = default;
};

} // namespace limber
