// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of `limber why`: what a journal tells of a past, for people and for programs.
#pragma once

#include "journal.hpp"

#include <QJsonObject>
#include <QString>

namespace limber::cli {

struct Explanation {
    std::vector<StoryLine> lines;              ///< those worth telling, in order
    LocalTime seen_from{};                     ///< lines of another day are told with their date
    std::optional<LocalTime> asked;            ///< the time that was asked for; unset: now
    bool running = true;                       ///< Limber was running then
    std::optional<bus::StatusReport> standing; ///< how things stood then
};

/// A line each, times in a column, then what is waited for. Several lines, each ended.
[[nodiscard]] QString why_text(const Explanation& explanation);

/// The last line of it: how things stood, or stand now.
[[nodiscard]] QString standing_text(const Explanation& explanation);

[[nodiscard]] QJsonObject why_json(const Explanation& explanation);

} // namespace limber::cli
