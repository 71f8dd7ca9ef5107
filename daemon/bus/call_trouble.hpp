// SPDX-License-Identifier: GPL-3.0-or-later
// Why a call to limberd failed, as far as people can do something about it.
#pragma once

#include <QDBusError>

namespace limber::bus {

enum class CallTrouble {
    absent,   ///< nobody has its name
    silent,   ///< it does not answer in time
    bus_lost, ///< the bus itself is gone
    stranger, ///< of another version: it does not know the call
    refused,  ///< it answered with an error of its own
};

[[nodiscard]] CallTrouble trouble_of(const QDBusError& error);

} // namespace limber::bus
