// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot.hpp"

#include "wire.hpp"
#include "wire_values.hpp"

#include <QString>
#include <QVariantMap>

#include <utility>

namespace limber::bus {

void Snapshot::take(const QVariantMap& properties) {
    const auto end = properties.constEnd();
    if (const auto status = properties.constFind(QStringLiteral("Status")); status != end) {
        auto session = std::move(report.status.session);
        report = status_from_wire(bus::map_of(*status));
        report.status.session = std::move(session);
    }
    if (const auto session = properties.constFind(QStringLiteral("Session")); session != end) {
        report.status.session = session_from_wire(bus::map_of(*session));
    }
    if (const auto list = properties.constFind(QStringLiteral("Problems")); list != end) {
        problems = problems_from_wire(*list);
    }
}

} // namespace limber::bus
