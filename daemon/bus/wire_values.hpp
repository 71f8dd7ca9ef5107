// SPDX-License-Identifier: GPL-3.0-or-later
// Single values in a D-Bus map: how they are written, and how they are read without trusting the sender.
#pragma once

#include "core/time.hpp"
#include "core/words.hpp"

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber::bus {

[[nodiscard]] QString text(std::string_view utf8);
[[nodiscard]] qlonglong milliseconds(Duration duration);
[[nodiscard]] qlonglong milliseconds(Instant instant);
[[nodiscard]] QStringList texts(const std::vector<std::string>& list);

template <class Enum>
[[nodiscard]] QString word(Enum value) {
    return text(word_of(value));
}

/// Nothing if it is no whole number.
[[nodiscard]] std::optional<qlonglong> number_in(const QVariant& value);

/// Nothing if it is of another type or out of range: lengths and instants beyond forty years are none.
[[nodiscard]] std::optional<Duration> duration_in(const QVariant& value);
[[nodiscard]] std::vector<std::string> texts_in(const QVariant& value);
[[nodiscard]] std::vector<Duration> durations_in(const QVariant& value);

/// From 0 to a million, else 0: counts never surprise who adds them up.
[[nodiscard]] int count_in(const QVariant& value);
[[nodiscard]] std::uint32_t id_in(const QVariant& value);

/// A map or list of maps in whatever form QtDBus hands it over (QDBusArgument inside other values); empty if
/// it is something else.
[[nodiscard]] QVariantMap map_of(const QVariant& value);
[[nodiscard]] QList<QVariantMap> maps_of(const QVariant& value);

/// Values under a key, or nothing if it is missing or of another type.
[[nodiscard]] std::optional<std::string> read_text(const QVariantMap& map, const char* key);
[[nodiscard]] std::optional<bool> read_flag(const QVariantMap& map, const char* key);

} // namespace limber::bus
