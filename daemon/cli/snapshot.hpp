// SPDX-License-Identifier: GPL-3.0-or-later
// What the daemon publishes at one moment.
#pragma once

#include "bus/snapshot.hpp"

#include <QVariantMap>

namespace limber::cli {

using limber::bus::Snapshot;

/// From all properties of org.limber.Limber1. True at the report's stamp, which is when the daemon was asked.
[[nodiscard]] bus::Snapshot snapshot_of(const QVariantMap& properties);

} // namespace limber::cli
