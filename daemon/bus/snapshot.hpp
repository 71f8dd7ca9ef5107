// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon's properties as its clients keep them.
#pragma once

#include "core/finding.hpp"
#include "settings/problem.hpp"
#include "wire.hpp"

#include <QVariantMap>

#include <string>
#include <vector>

namespace limber::bus {

struct Snapshot {
    StatusReport report; ///< with the session in its status
    std::vector<settings::Problem> problems;
    std::vector<Finding> findings;
    std::string journal; ///< the file in which is written what happens and what is decided

    /// Takes over those that are named: all after a reading, some after a change. The others stay.
    void take(const QVariantMap& properties);

    /// What is wrong now: the problems, and those findings that matter.
    [[nodiscard]] std::vector<settings::Problem> troubles() const;
};

} // namespace limber::bus
