// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.hpp"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <doctest/doctest.h>

#include <array>
#include <fcntl.h>
#include <pty.h>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>

namespace limber::testing {

Terminal::Terminal(Bus bus) {
    REQUIRE(home_.isValid());
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    environment_.insert(QStringLiteral("PATH"), ours.value(QStringLiteral("PATH")));
    environment_.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment_.insert(QStringLiteral("HOME"), home_.path());
    environment_.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral(".config")));
    environment_.insert(QStringLiteral("XDG_CONFIG_DIRS"), path(QStringLiteral("etc/xdg")));
    environment_.insert(QStringLiteral("XDG_STATE_HOME"), path(QStringLiteral("state")));
    environment_.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("data")));
    environment_.insert(QStringLiteral("XDG_RUNTIME_DIR"), path(QStringLiteral("run")));
    environment_.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                        QStringLiteral("unix:path=%1").arg(path(QStringLiteral("no-bus"))));
    environment_.insert(QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS"),
                        QStringLiteral("unix:path=%1").arg(path(QStringLiteral("no-system-bus"))));
    // libdbus keeps what it allocated until the process ends
    environment_.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
    REQUIRE(QDir{home_.path()}.mkpath(QStringLiteral("run")));
    if (bus == Bus::own) {
        bus_.setProcessEnvironment(environment_);
        bus_.start(QStringLiteral("dbus-daemon"),
                   {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                    QStringLiteral("--print-address=1"),
                    QStringLiteral("--address=unix:path=%1").arg(path(QStringLiteral("run/bus")))});
        REQUIRE_MESSAGE(bus_.waitForReadyRead(10'000), bus_.errorString().toStdString());
        environment_.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                            QString::fromUtf8(bus_.readLine()).trimmed());
    }
}

Terminal::~Terminal() {
    if (bus_.state() != QProcess::NotRunning) {
        bus_.kill();
        bus_.waitForFinished();
    }
}

Ran Terminal::limber(const QStringList& arguments) {
    QProcess program;
    program.setProcessEnvironment(environment_);
    program.setWorkingDirectory(home_.path());
    program.start(QStringLiteral(LIMBER_PROGRAM), arguments);
    REQUIRE_MESSAGE(program.waitForFinished(20'000), program.errorString().toStdString());
    REQUIRE(program.exitStatus() == QProcess::NormalExit);
    return {program.exitCode(), program.readAllStandardOutput().toStdString(),
            program.readAllStandardError().toStdString()};
}

void Terminal::write(const QString& name, const QByteArray& content) {
    const QFileInfo info{path(name)};
    REQUIRE(info.dir().mkpath(QStringLiteral(".")));
    QFile file{info.filePath()};
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
}

QByteArray Terminal::read(const QString& name) const {
    QFile file{path(name)};
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

std::string on_terminal(const Terminal& terminal, const QStringList& arguments, unsigned short columns) {
    int ours = -1;
    int theirs = -1;
    std::array<char, 64> name{};
    winsize size{.ws_row = 24, .ws_col = columns, .ws_xpixel = 0, .ws_ypixel = 0};
    REQUIRE(openpty(&ours, &theirs, name.data(), nullptr, &size) == 0);
    REQUIRE(fcntl(ours, F_SETFL, O_NONBLOCK) == 0);
    QProcess program;
    program.setProcessEnvironment(terminal.environment());
    program.setWorkingDirectory(terminal.path("."));
    program.setStandardOutputFile(QString::fromLatin1(name.data()), QIODevice::Append);
    program.start(LIMBER_PROGRAM, arguments);
    std::string all;
    std::array<char, 4096> block{};
    const auto drain = [&] {
        for (ssize_t got = 0; (got = read(ours, block.data(), block.size())) > 0;)
            all.append(block.data(), static_cast<std::size_t>(got));
    };
    while (!program.waitForFinished(20) && program.state() != QProcess::NotRunning)
        drain();
    drain();
    CHECK(program.exitCode() == 0);
    close(ours);
    close(theirs);
    return all;
}

} // namespace limber::testing
