// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon's properties as its clients keep them.
#pragma once

#include "settings/problem.hpp"
#include "wire.hpp"

#include <QVariantMap>

#include <vector>

namespace limber::bus {

struct Snapshot {
    StatusReport report; ///< with the session in its status
    std::vector<settings::Problem> problems;

    /// Takes over those of Status, Session and Problems that are named: all after a reading, some after a
    /// change. The others stay.
    void take(const QVariantMap& properties);
};

} // namespace limber::bus
