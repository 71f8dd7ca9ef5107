// SPDX-License-Identifier: GPL-3.0-or-later
// How text, lengths and moments stand in what --json prints.
#pragma once

#include "core/time.hpp"

#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <chrono>
#include <string_view>

namespace limber::cli {

[[nodiscard]] inline QJsonValue string_value(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// To the millisecond, which is what travels.
[[nodiscard]] inline QJsonValue seconds_value(Duration length) {
    return static_cast<double>(std::chrono::round<std::chrono::milliseconds>(length).count()) / 1000.0;
}

/// To the nearest second: instants travel without their last fractions, and 14:30:00 must stay that.
[[nodiscard]] inline QJsonValue civil_value(const Civil& civil) {
    const auto utc = std::chrono::round<std::chrono::seconds>(civil.utc).time_since_epoch().count();
    return QDateTime::fromSecsSinceEpoch(utc, Qt::OffsetFromUTC, static_cast<int>(civil.offset.count()))
        .toString(Qt::ISODate);
}

} // namespace limber::cli
