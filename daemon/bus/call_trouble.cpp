// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/call_trouble.hpp"

#include <QDBusError>
#include <QString>

namespace limber::bus {

CallTrouble trouble_of(const QDBusError& error) {
    // without a type of its own in Qt
    if (error.name() == u"org.freedesktop.DBus.Error.NameHasNoOwner") return CallTrouble::absent;
    switch (error.type()) {
    case QDBusError::ServiceUnknown: return CallTrouble::absent;
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut: return CallTrouble::silent;
    case QDBusError::Disconnected:
    case QDBusError::NoServer: return CallTrouble::bus_lost;
    case QDBusError::UnknownMethod:
    case QDBusError::UnknownInterface:
    case QDBusError::UnknownProperty:
    case QDBusError::UnknownObject: return CallTrouble::stranger;
    default: return CallTrouble::refused;
    }
}

} // namespace limber::bus
