// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire_values.hpp"

#include <QDBusArgument>
#include <QMetaType>

#include <chrono>
#include <limits>

namespace limber::bus {
namespace {

/// Clients add and subtract what they read: far inside the range of nanoseconds nothing overflows.
constexpr qlonglong longest = qlonglong{40} * 365 * 86'400 * 1'000;

std::optional<Duration> bounded(std::optional<qlonglong> number) {
    if (!number || *number > longest || *number < -longest) return std::nullopt;
    return std::chrono::milliseconds{*number};
}

/// Empty if it is something else.
template <class Several>
Several several_in(const QVariant& value, const char* signature) {
    if (value.metaType() == QMetaType::fromType<Several>()) return value.value<Several>();
    if (!value.canConvert<QDBusArgument>()) return {};
    const auto argument = value.value<QDBusArgument>();
    return argument.currentSignature() == QLatin1String{signature} ? qdbus_cast<Several>(argument)
                                                                   : Several{};
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
    for (const auto& entry : list)
        result.append(text(entry));
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
    std::vector<std::string> result;
    for (const auto& entry : several_in<QStringList>(value, "as"))
        result.push_back(entry.toStdString());
    return result;
}

std::vector<Duration> durations_in(const QVariant& value) {
    std::vector<Duration> result;
    for (const auto entry : several_in<QList<qlonglong>>(value, "ax")) {
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
    return several_in<QVariantMap>(value, "a{sv}");
}

QList<QVariantMap> maps_of(const QVariant& value) {
    if (value.typeId() != QMetaType::QVariantList) return several_in<QList<QVariantMap>>(value, "aa{sv}");
    QList<QVariantMap> maps;
    for (const auto& entry : value.toList())
        maps.append(map_of(entry));
    return maps;
}

} // namespace limber::bus
