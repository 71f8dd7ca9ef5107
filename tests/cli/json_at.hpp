// SPDX-License-Identifier: GPL-3.0-or-later
// A value deep inside JSON: at(json, "session.exercises.0.id").
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace limber::testing {

inline QJsonValue at(const QJsonObject& json, const char* path) {
    QJsonValue value{json};
    for (const QString& key : QString::fromLatin1(path).split('.')) {
        value = value.isArray() ? value.toArray().at(key.toInt()) : value.toObject().value(key);
    }
    return value;
}

} // namespace limber::testing
