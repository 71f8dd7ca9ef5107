// SPDX-License-Identifier: GPL-3.0-or-later
#include "notifier_icon.hpp"

#include "icons/look.hpp"
#include "icons/pixmaps.hpp"
#include "tray_types.hpp"

#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QList>
#include <QStandardPaths>
#include <QString>
#include <QStringList>
#include <QtEndian>
#include <QtGlobal>

namespace limber::tray {

QList<Pixmap> pixmaps_of(const Icon& icon) {
    QList<Pixmap> list;
    for (const int size : icon_sizes) {
        const auto pixels = icon_pixels(icon, size);
        QByteArray bytes(static_cast<qsizetype>(pixels.size() * sizeof(quint32)), Qt::Uninitialized);
        qToBigEndian<quint32>(pixels.data(), static_cast<qsizetype>(pixels.size()), bytes.data());
        list.append({size, size, bytes});
    }
    return list;
}

QString icon_theme_path() {
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

bool wants_symbolic_icons() {
    // Others show them as they are drawn: dark, and so not to be seen on a dark panel.
    const auto desktops = qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':');
    return desktops.contains(u"GNOME") || desktops.contains(u"Unity") || desktops.contains(u"Budgie");
}

} // namespace limber::tray
