// SPDX-License-Identifier: GPL-3.0-or-later
// Values with their members (core/naming.hpp) as D-Bus maps, and back without trusting the sender: what is
// missing, of another type or out of range keeps its default. On the bus a break is called by its rule.
#pragma once

#include "core/naming.hpp"
#include "core/words.hpp"
#include "settings/problem.hpp"
#include "wire_values.hpp"

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace limber::bus {

[[nodiscard]] inline QString key_of(std::string_view member) {
    return text(member == "break" ? "rule" : member);
}

/// With a stamp, each moment that may be unset is said in UTC besides.
class ToWire {
public:
    explicit ToWire(const Stamp* stamp = nullptr) : stamp_(stamp) {}

    template <class T>
    [[nodiscard]] QVariantMap map(const T& value) const {
        QVariantMap map;
        each_member([&](std::string_view name, const auto& part) { put(map, key_of(name), part); }, value);
        return map;
    }

    template <class T>
    [[nodiscard]] QList<QVariantMap> maps(const std::vector<T>& values) const {
        QList<QVariantMap> list;
        for (const T& value : values)
            list.append(map(value));
        return list;
    }

private:
    template <class T>
    void put(QVariantMap& map, const QString& key, const std::optional<T>& value) const {
        if (!value) return;
        put(map, key, *value);
        if constexpr (std::is_same_v<T, Instant>) {
            if (stamp_ == nullptr || !map.contains(key)) return;
            const Civil civil = civil_at(*stamp_, *value);
            map.insert(key + QLatin1String{"_utc"}, milliseconds(civil.utc.time_since_epoch()));
        }
    }

    void put(QVariantMap& map, const QString& key, Instant at) const {
        if (at != never && at != the_past) map.insert(key, milliseconds(at));
    }

    template <class T>
    void put(QVariantMap& map, const QString& key, const T& value) const {
        map.insert(key, QVariant::fromValue(plain(value)));
    }

    static QString plain(const std::string& value) { return text(value); }

    static qlonglong plain(Duration value) { return milliseconds(value); }

    static QStringList plain(const std::vector<std::string>& values) { return texts(values); }

    static QList<qlonglong> plain(const std::vector<Duration>& values) {
        QList<qlonglong> list;
        for (const Duration value : values)
            list.append(milliseconds(value));
        return list;
    }

    template <class T>
    [[nodiscard]] QList<QVariantMap> plain(const std::vector<T>& values) const {
        return maps(values);
    }

    template <class K, class V>
    [[nodiscard]] QVariantMap plain(const std::map<K, V>& values) const {
        QVariantMap map;
        for (const auto& [key, value] : values) {
            if constexpr (std::is_enum_v<K>) {
                put(map, word(key), value);
            } else {
                put(map, text(key), value);
            }
        }
        return map;
    }

    template <class T>
    [[nodiscard]] auto plain(const T& value) const {
        if constexpr (std::is_enum_v<T>) {
            return word(value);
        } else if constexpr (std::is_arithmetic_v<T>) {
            return value;
        } else {
            return map(value);
        }
    }

    const Stamp* stamp_;
};

template <class T>
void take(const QVariant& from, T& value);

inline void take(const QVariant& from, std::string& value) {
    if (from.typeId() == QMetaType::QString) value = from.toString().toStdString();
}

inline void take(const QVariant& from, Duration& value) {
    value = duration_in(from).value_or(value);
}

inline void take(const QVariant& from, Instant& value) {
    if (const auto since_boot = duration_in(from)) value = Instant{*since_boot};
}

inline void take(const QVariant& from, std::vector<std::string>& values) {
    values = texts_in(from);
}

inline void take(const QVariant& from, std::vector<Duration>& values) {
    values = durations_in(from);
}

template <class T>
void take(const QVariant& from, std::vector<T>& values) {
    values.clear();
    for (const QVariantMap& map : maps_of(from))
        take(QVariant{map}, values.emplace_back());
}

template <class K, class V>
void take(const QVariant& from, std::map<K, V>& values) {
    const QVariantMap map = map_of(from);
    for (auto entry = map.begin(); entry != map.end(); ++entry) {
        V value{};
        take(entry.value(), value);
        if (value == V{}) continue;
        if constexpr (std::is_enum_v<K>) {
            const auto key = value_of<K>(entry.key().toStdString());
            if (key) values[*key] = std::move(value);
        } else {
            values[entry.key().toStdString()] = std::move(value);
        }
    }
}

/// Nothing where what there is is not understood; maps without an entry are none.
template <class T>
void take(const QVariant& from, std::optional<T>& value) {
    value.reset();
    if constexpr (std::is_enum_v<T>) {
        value = value_of<T>(from.toString().toStdString());
    } else if constexpr (has_members<T>) {
        if (!map_of(from).isEmpty()) take(from, value.emplace());
    } else if (duration_in(from)) {
        take(from, value.emplace());
    }
}

template <class T>
void take(const QVariant& from, T& value) {
    if constexpr (std::is_same_v<T, bool>) {
        if (from.typeId() == QMetaType::Bool) value = from.toBool();
    } else if constexpr (std::is_same_v<T, int>) {
        value = count_in(from);
    } else if constexpr (std::is_same_v<T, std::uint32_t>) {
        value = id_in(from);
    } else if constexpr (std::is_enum_v<T>) {
        value = value_of<T>(from.toString().toStdString()).value_or(value);
    } else {
        const QVariantMap map = map_of(from);
        const auto take_part = [&](std::string_view name, auto& part) {
            if (const auto found = map.find(key_of(name)); found != map.end()) take(*found, part);
        };
        each_member(take_part, value);
    }
}

template <class T>
[[nodiscard]] T from_wire(const QVariantMap& map) {
    T value{};
    take(QVariant{map}, value);
    return value;
}

} // namespace limber::bus
