// SPDX-License-Identifier: GPL-3.0-or-later
// A session bus of this test's own, gone with the object. It can start no services.
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <doctest/doctest.h>

namespace limber::test {

class PrivateBus {
public:
    PrivateBus() {
        REQUIRE(folder_.isValid());
        daemon_.start(QStringLiteral("dbus-daemon"),
                      {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                       QStringLiteral("--print-address=1"),
                       QStringLiteral("--address=unix:path=") + folder_.filePath(QStringLiteral("bus"))});
        REQUIRE_MESSAGE(daemon_.waitForReadyRead(10'000), daemon_.errorString().toStdString());
        address_ = QString::fromUtf8(daemon_.readLine()).trimmed();
    }

    PrivateBus(const PrivateBus&) = delete;
    PrivateBus& operator=(const PrivateBus&) = delete;

    ~PrivateBus() {
        daemon_.kill();
        daemon_.waitForFinished();
    }

    /// `name` is this process's name for the connection: one program on the bus.
    [[nodiscard]] QDBusConnection connect(const QString& name) const {
        auto connection = QDBusConnection::connectToBus(address_, name);
        REQUIRE(connection.isConnected());
        return connection;
    }

private:
    QTemporaryDir folder_;
    QProcess daemon_;
    QString address_;
};

} // namespace limber::test
