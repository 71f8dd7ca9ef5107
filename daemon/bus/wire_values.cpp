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

namespace limber::bus {
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

std::optional<qlonglong> number_in(const QVariant& value) {
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

std::optional<Duration> duration_in(const QVariant& value) {
    return bounded(number_in(value));
}

std::vector<std::string> texts_in(const QVariant& value) {
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

std::vector<Duration> durations_in(const QVariant& value) {
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

int count_in(const QVariant& value) {
    const auto number = number_in(value).value_or(0);
    return number >= 0 && number <= 1'000'000 ? static_cast<int>(number) : 0;
}

std::uint32_t id_in(const QVariant& value) {
    const auto number = number_in(value).value_or(0);
    return number >= 0 && number <= std::numeric_limits<std::uint32_t>::max()
               ? static_cast<std::uint32_t>(number)
               : 0;
}

QVariantMap map_of(const QVariant& value) {
    if (value.typeId() == QMetaType::QVariantMap) return value.toMap();
    if (value.canConvert<QDBusArgument>()) {
        const auto argument = value.value<QDBusArgument>();
        if (argument.currentSignature() == QLatin1String{"a{sv}"}) return qdbus_cast<QVariantMap>(argument);
    }
    return {};
}

QList<QVariantMap> maps_of(const QVariant& value) {
    if (value.metaType() == QMetaType::fromType<QList<QVariantMap>>())
        return value.value<QList<QVariantMap>>();
    QList<QVariantMap> maps;
    if (value.typeId() == QMetaType::QVariantList) {
        for (const auto& entry : value.toList()) {
            maps.append(map_of(entry));
        }
    } else if (value.canConvert<QDBusArgument>()) {
        const auto argument = value.value<QDBusArgument>();
        if (argument.currentSignature() == QLatin1String{"aa{sv}"}) {
            argument.beginArray();
            while (!argument.atEnd()) {
                QVariantMap map;
                argument >> map;
                maps.append(map);
            }
            argument.endArray();
        }
    }
    return maps;
}

} // namespace limber::bus
