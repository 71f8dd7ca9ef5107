// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot.hpp"

#include <QVariantMap>

namespace limber::cli {

bus::Snapshot snapshot_of(const QVariantMap& properties) {
    bus::Snapshot snapshot;
    snapshot.take(properties);
    return snapshot;
}

} // namespace limber::cli
