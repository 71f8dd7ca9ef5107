// SPDX-License-Identifier: GPL-3.0-or-later
// The floor: the smallest Qt program that owns a name on the session bus. What it costs nobody can save.
#include <QCoreApplication>
#include <QDBusConnection>
#include <QString>

int main(int argc, char** argv) {
    const QCoreApplication application{argc, argv};
    return QDBusConnection::sessionBus().registerService(QStringLiteral("org.limber.Floor"))
               ? QCoreApplication::exec()
               : 1;
}
