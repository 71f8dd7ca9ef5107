// SPDX-License-Identifier: GPL-3.0-or-later
#include "notifier_item/status_notifier.hpp"

#include "icons/pixmaps.hpp"

#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QtEndian>
#include <QtGlobal>

#include <utility>

namespace limber::tray {
namespace {

/// Where a host finds the themed icons if not in its own theme folders: LIMBER_ICON_DIR, or beside the
/// program. Empty when they are installed where every host looks.
QString theme_path() {
    if (qEnvironmentVariableIsSet("LIMBER_ICON_DIR")) return qEnvironmentVariable("LIMBER_ICON_DIR");
    const QString one = QStringLiteral("/hicolor/scalable/status/limber-prompted.svg");
    for (const QString& folder : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation)) {
        if (QFileInfo::exists(folder + QStringLiteral("/icons") + one)) return {};
    }
    const QString here = QCoreApplication::applicationDirPath();
    for (const char* place : {"/../share/icons", "/../tray/icons"}) { // another prefix; where it was built
        const QString folder = QDir::cleanPath(here + QLatin1String{place});
        if (QFileInfo::exists(folder + one)) return folder;
    }
    return {};
}

/// Whether this desktop wants icons of one colour, which it recolours to match its panel.
bool wants_symbolic_icons() {
    // Others show them as they are drawn: dark, and so not to be seen on a dark panel.
    const auto desktops = qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':');
    return desktops.contains(u"GNOME") || desktops.contains(u"Unity") || desktops.contains(u"Budgie");
}

} // namespace

StatusNotifier::StatusNotifier(QObject* object, Applet& applet, const QString& menu)
    : QDBusAbstractAdaptor(object), menu_(menu), theme_path_(theme_path()), symbolic_(wants_symbolic_icons()),
      applet_(applet), icon_(applet.icon()), tooltip_(applet.tooltip()) {
    setAutoRelaySignals(false);
    connect(&applet_, &Applet::changed, this, &StatusNotifier::tell);
}

void StatusNotifier::tell() {
    const Icon icon_before = std::exchange(icon_, applet_.icon());
    const QString tooltip_before = std::exchange(tooltip_, applet_.tooltip());
    if (icon_ != icon_before) Q_EMIT NewIcon();
    if (status_word(icon_) != status_word(icon_before)) Q_EMIT NewStatus(status());
    if (tooltip_ != tooltip_before) Q_EMIT NewToolTip();
}

void StatusNotifier::Activate(int /*x*/, int /*y*/) {
    applet_.show_state();
}

void StatusNotifier::SecondaryActivate(int /*x*/, int /*y*/) {
    applet_.middle_click();
}

void StatusNotifier::XAyatanaSecondaryActivate(uint /*time*/) {
    applet_.middle_click();
}

void StatusNotifier::ContextMenu(int /*x*/, int /*y*/) {}

void StatusNotifier::Scroll(int /*delta*/, const QString& /*orientation*/) {}

QString StatusNotifier::status_word(const Icon& icon) {
    // Never Passive: hosts hide that, and an icon that is not there cannot be asked what it waits for.
    return icon.look == Look::prompted ? QStringLiteral("NeedsAttention") : QStringLiteral("Active");
}

/// All sizes, smallest first.
QList<Pixmap> StatusNotifier::pixmaps_of(const Icon& icon) {
    QList<Pixmap> list;
    for (const int size : icon_sizes) {
        const auto pixels = icon_pixels(icon, size);
        QByteArray bytes(static_cast<qsizetype>(pixels.size() * sizeof(quint32)), Qt::Uninitialized);
        qToBigEndian<quint32>(pixels.data(), static_cast<qsizetype>(pixels.size()), bytes.data());
        list.append({size, size, bytes});
    }
    return list;
}

} // namespace limber::tray
