// SPDX-License-Identifier: GPL-3.0-or-later
// What the facts about a desktop mean for Limber, and what to do: pure, so that every desktop can be tested.
#pragma once

#include "doctor_facts.hpp"

#include <QString>

#include <vector>

namespace limber::cli {

enum class Grade {
    good,
    note,   ///< works, with a limit worth knowing
    lacking ///< matters: Limber does less than it should
};

struct Finding {
    QString id; ///< fixed, for programs: "idle", "unit", …
    QString subject;
    Grade grade = Grade::good;
    QString sentence;
    QString remedy; ///< what to do, possibly several lines; empty: nothing to do

    bool operator==(const Finding&) const = default;
};

/// In the order to be read. Translated.
[[nodiscard]] std::vector<Finding> findings_of(const DoctorFacts& facts);

} // namespace limber::cli
