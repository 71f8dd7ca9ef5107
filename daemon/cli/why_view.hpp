// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of `limber why`, for people and for programs.
#pragma once

#include "bus/wire.hpp"
#include "journal/decisions.hpp"
#include "journal/look_back.hpp"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace limber::cli {

struct Explanation {
    std::vector<Decision> decisions;      ///< those worth telling, in order
    LocalTime seen_from{};                ///< decisions of another day are told with their date
    std::optional<LocalTime> asked;       ///< the time that was asked for; unset: now
    bool running = true;                  ///< Limber was running then
    std::optional<StatusReport> standing; ///< how things stood then
};

/// What is published of a standing, by a program of this version.
[[nodiscard]] StatusReport report_of(const Standing& standing);

/// One decision a line, times in a column, then what is waited for. Several lines, each ended.
[[nodiscard]] QString why_text(const Explanation& explanation);

[[nodiscard]] QJsonObject why_json(const Explanation& explanation);

} // namespace limber::cli
