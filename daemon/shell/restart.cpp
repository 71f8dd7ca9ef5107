// SPDX-License-Identifier: GPL-3.0-or-later
#include "restart.hpp"

#include "bus/call.hpp"

#include <QDBusConnection>
#include <QVariant>
#include <QVariantMap>

#include <algorithm>
#include <chrono>
#include <limits>

namespace limber::shell {

constexpr std::chrono::milliseconds half_a_second{500};

SessionFacts ask_session_facts() {
    const bus::Object session{QDBusConnection::systemBus(), "org.freedesktop.login1",
                              "/org/freedesktop/login1/session/auto", "org.freedesktop.login1.Session"};
    const QVariantMap facts = bus::properties_in(
        bus::call_now(bus::properties_of(session), "GetAll", {session.interface}, half_a_second));

    SessionFacts result;
    const QVariant locked = facts.value("LockedHint");
    if (locked.typeId() == QMetaType::Bool) result.locked = locked.toBool();
    const qulonglong began = facts.value("Timestamp").toULongLong();
    if (began > 0 && began < static_cast<qulonglong>(std::numeric_limits<qlonglong>::max() / 1000)) {
        result.began = Utc{std::chrono::microseconds{static_cast<qlonglong>(began)}};
    }
    return result;
}

Started restarted(const std::optional<history::SavedState>& saved, bool saved_locked, const Stamp& now,
                  const std::string& boot_id, const SessionFacts& session) {
    if (!saved) return {.gap = {}, .kind = Gap::first};
    const Stamp& then = saved->stamp;
    const bool same_boot = !boot_id.empty() && saved->boot_id == boot_id && now.at >= then.at;
    if (!same_boot) {
        return {.gap = std::max(now.civil.utc - then.civil.utc, Duration{}),
                .kind = Gap::rest,
                .other_boot = true};
    }

    const Duration gap = now.at - then.at;
    const Duration slept = std::max(now.asleep - then.asleep, Duration{});
    // "locked then and now" says nothing about the time between, but hardly anybody unlocks for so short a
    // while
    const bool gone = session.began && *session.began > then.civil.utc;
    const bool locked = saved_locked && session.locked.value_or(false);
    const bool rest = slept >= gap - slept || gone || locked;
    return {.gap = gap, .kind = rest ? Gap::rest : Gap::neither};
}

} // namespace limber::shell
