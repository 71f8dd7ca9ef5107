// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/announcement.hpp"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QString>
#include <QWidget>
#include <QtGlobal>

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
#    include <QDBusConnection>
#    include <QDBusMessage>
#    include <QDBusVariant>
#    include <QVariant>
#    include <QVariantMap>
#endif

namespace limber {

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)

void announce_to_readers(QWidget* label) {
    QAccessibleAnnouncementEvent event{label, label->accessibleName()};
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
}

#else

namespace {

// AtspiLive, in at-spi2's atspi-constants.h.
constexpr int live_polite = 1;

} // namespace

// Before 6.8 Qt has no event for this, and what it makes of an alert no screen reader speaks. So the signal
// is sent on Qt's own connection to the accessibility bus, as Qt sends it since.
void announce_to_readers(QWidget* label) {
    if (!QAccessible::isActive()) return;
    QAccessibleInterface* const speaker = QAccessible::queryAccessibleInterface(label);
    const QDBusConnection bus{QStringLiteral("a11y")};
    if (speaker == nullptr || !bus.isConnected()) return;
    auto signal = QDBusMessage::createSignal(
        QStringLiteral("/org/a11y/atspi/accessible/%1").arg(QAccessible::uniqueId(speaker)),
        QStringLiteral("org.a11y.atspi.Event.Object"), QStringLiteral("Announcement"));
    signal.setArguments({QString{}, live_polite, 0,
                         QVariant::fromValue(QDBusVariant{label->accessibleName()}), QVariantMap{}});
    bus.send(signal);
}

#endif

} // namespace limber
