// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire_values.hpp"

#include "core/time.hpp"

#include <QDBusArgument>
#include <QList>
#include <QMetaType>

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber::wire {
namespace {

/// Clients add and subtract what they read: far inside the range of nanoseconds nothing overflows.
constexpr qlonglong longest = qlonglong{40} * 365 * 86'400 * 1'000;

std::optional<Duration> bounded(std::optional<qlonglong> number) {
    if (!number || *number > longest || *number < -longest) return std::nullopt;
    return std::chrono::milliseconds{*number};
}

} // namespace

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

qlonglong milliseconds(Duration duration) {
    return std::chrono::floor<std::chrono::milliseconds>(duration).count();
}

qlonglong milliseconds(Instant instant) {
    return milliseconds(instant.time_since_epoch());
}

QStringList texts(const std::vector<std::string>& list) {
    QStringList result;
    for (const auto& entry : list) {
        result.append(text(entry));
    }
    return result;
}

std::optional<std::string> read_text(const QVariantMap& map, const char* key) {
    const QVariant value = map.value(QLatin1String{key});
    if (value.typeId() != QMetaType::QString) return std::nullopt;
    return value.toString().toStdString();
}

std::optional<bool> read_flag(const QVariantMap& map, const char* key) {
    const QVariant value = map.value(QLatin1String{key});
    if (value.typeId() != QMetaType::Bool) return std::nullopt;
    return value.toBool();
}

std::optional<qlonglong> read_number(const QVariantMap& map, const char* key) {
    const QVariant value = map.value(QLatin1String{key});
    switch (value.typeId()) {
    case QMetaType::UChar:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong: return value.toLongLong();
    default: return std::nullopt;
    }
}

std::optional<Duration> read_duration(const QVariantMap& map, const char* key) {
    return bounded(read_number(map, key));
}

std::optional<Instant> read_instant(const QVariantMap& map, const char* key) {
    const auto since_boot = read_duration(map, key);
    if (!since_boot) return std::nullopt;
    return Instant{*since_boot};
}

std::vector<std::string> read_texts(const QVariantMap& map, const char* key) {
    const QVariant value = map.value(QLatin1String{key});
    QStringList list;
    if (value.typeId() == QMetaType::QStringList) {
        list = value.toStringList();
    } else if (value.canConvert<QDBusArgument>()) {
        const auto argument = value.value<QDBusArgument>();
        if (argument.currentSignature() == QLatin1String{"as"}) list = qdbus_cast<QStringList>(argument);
    }
    std::vector<std::string> result;
    for (const auto& entry : list) {
        result.push_back(entry.toStdString());
    }
    return result;
}

std::vector<Duration> read_durations(const QVariantMap& map, const char* key) {
    const QVariant value = map.value(QLatin1String{key});
    QList<qlonglong> list;
    if (value.metaType() == QMetaType::fromType<QList<qlonglong>>()) {
        list = value.value<QList<qlonglong>>();
    } else if (value.canConvert<QDBusArgument>()) {
        const auto argument = value.value<QDBusArgument>();
        if (argument.currentSignature() == QLatin1String{"ax"}) list = qdbus_cast<QList<qlonglong>>(argument);
    }
    std::vector<Duration> result;
    for (const auto entry : list) {
        if (const auto duration = bounded(entry)) result.push_back(*duration);
    }
    return result;
}

int read_count(const QVariantMap& map, const char* key) {
    const auto number = read_number(map, key).value_or(0);
    return number >= 0 && number <= 1'000'000 ? static_cast<int>(number) : 0;
}

std::uint32_t read_id(const QVariantMap& map, const char* key) {
    const auto number = read_number(map, key).value_or(0);
    return number >= 0 && number <= std::numeric_limits<std::uint32_t>::max()
               ? static_cast<std::uint32_t>(number)
               : 0;
}

} // namespace limber::wire
