// SPDX-License-Identifier: GPL-3.0-or-later
// The command line and the real daemon on a bus of their own, without a display.
#pragma once

#include "terminal.hpp"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QThread>
#include <doctest/doctest.h>

#include <csignal>
#include <functional>
#include <string>
#include <sys/types.h>

namespace limber::testing {

inline constexpr int patience_ms = 20'000;

class Desk : public Terminal {
public:
    /// `prepare` may write files before the daemon starts; `through`: a command that starts it, its path
    /// added.
    explicit Desk(const std::function<void(Desk&)>& prepare = {}, const QStringList& through = {})
        : Terminal{Bus::own}, command_{through + QStringList{QStringLiteral(LIMBERD_PROGRAM)}} {
        if (prepare) prepare(*this);
        start_daemon();
    }

    ~Desk() { kill_daemon(); }

    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    void start_daemon() {
        daemon_.setProcessEnvironment(environment());
        daemon_.start(command_.first(), command_.mid(1));
        REQUIRE(daemon_.waitForStarted());
        const QDeadlineTimer deadline{patience_ms};
        while (limber({"status"}).exit != 0) {
            REQUIRE_MESSAGE(!deadline.hasExpired(), daemon_.readAllStandardError().toStdString());
            REQUIRE(daemon_.state() == QProcess::Running);
        }
    }

    void kill_daemon() {
        if (daemon_.state() != QProcess::NotRunning) {
            daemon_.kill();
            daemon_.waitForFinished();
        }
    }

    void end_daemon() {
        signal_daemon(SIGTERM);
        REQUIRE(daemon_.waitForFinished(patience_ms));
        REQUIRE(daemon_.exitCode() == 0);
    }

    void signal_daemon(int number) { REQUIRE(::kill(static_cast<pid_t>(daemon_.processId()), number) == 0); }

    QJsonObject status() {
        const Ran ran = limber({"status", "--json"});
        REQUIRE(ran.exit == 0);
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(ran.out), &error);
        REQUIRE_MESSAGE(error.error == QJsonParseError::NoError, error.errorString().toStdString());
        return document.object();
    }

    /// Whether it comes true in that time.
    [[nodiscard]] bool within(int milliseconds, const std::function<bool()>& true_now) const {
        const QDeadlineTimer deadline{milliseconds};
        while (!true_now()) {
            if (deadline.hasExpired()) return false;
            QThread::msleep(20);
        }
        return true;
    }

    /// What the daemon has logged so far.
    std::string log() {
        daemon_.waitForReadyRead(200);
        said_ += daemon_.readAllStandardError().toStdString();
        return said_;
    }

private:
    QStringList command_;
    std::string said_;
    QProcess daemon_;
};

} // namespace limber::testing
