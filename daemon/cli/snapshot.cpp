// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot.hpp"

#include "bus/wire.hpp"

#include <QString>
#include <QVariantMap>

namespace limber::cli {

Snapshot snapshot_of(const QVariantMap& properties) {
    Snapshot snapshot{status_from_wire(map_of(properties.value(QStringLiteral("Status")))),
                      problems_from_wire(properties.value(QStringLiteral("Problems")))};
    snapshot.report.status.session = session_from_wire(map_of(properties.value(QStringLiteral("Session"))));
    return snapshot;
}

} // namespace limber::cli
