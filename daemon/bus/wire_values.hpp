// SPDX-License-Identifier: GPL-3.0-or-later
// Single values in a D-Bus map: how they are written, and how they are read without trusting the sender.
#pragma once

#include "core/time.hpp"
#include "core/words.hpp"

#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber::wire {

[[nodiscard]] QString text(std::string_view utf8);
[[nodiscard]] qlonglong milliseconds(Duration duration);
[[nodiscard]] qlonglong milliseconds(Instant instant);
[[nodiscard]] QStringList texts(const std::vector<std::string>& list);

template <class Enum>
[[nodiscard]] QString word(Enum value) {
    return text(word_of(value));
}

/// Values under a key, or nothing if it is missing or of another type. Lengths and instants beyond forty
/// years are none.
[[nodiscard]] std::optional<std::string> read_text(const QVariantMap& map, const char* key);
[[nodiscard]] std::optional<bool> read_flag(const QVariantMap& map, const char* key);
[[nodiscard]] std::optional<qlonglong> read_number(const QVariantMap& map, const char* key);
[[nodiscard]] std::optional<Duration> read_duration(const QVariantMap& map, const char* key);
[[nodiscard]] std::optional<Instant> read_instant(const QVariantMap& map, const char* key);
[[nodiscard]] std::vector<std::string> read_texts(const QVariantMap& map, const char* key);
[[nodiscard]] std::vector<Duration> read_durations(const QVariantMap& map, const char* key);

/// As read_number, from 0 to a million: counts never surprise who adds them up.
[[nodiscard]] int read_count(const QVariantMap& map, const char* key);
[[nodiscard]] std::uint32_t read_id(const QVariantMap& map, const char* key);

template <class Enum>
[[nodiscard]] Enum read_word(const QVariantMap& map, const char* key, Enum otherwise) {
    const auto found = read_text(map, key);
    return found ? value_of<Enum>(*found).value_or(otherwise) : otherwise;
}

} // namespace limber::wire
