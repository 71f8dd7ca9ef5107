// SPDX-License-Identifier: GPL-3.0-or-later
// What the tray does beside asking the daemon: showing the window, opening the configuration, starting
// Limber. Programs are started through the user manager where there is one, so that they are not bound to the
// tray's life and sandbox.
#include "bus/call.hpp"
#include "bus/peers.hpp"
#include "menu/applet.hpp"
#include "menu/menu.hpp"
#include "settings/settings.hpp"
#include "words/text.hpp"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLatin1String>
#include <QPointer>
#include <QProcess>
#include <QStandardPaths>
#include <QStringList>
#include <QTimer>
#include <QVariantMap>
#include <QtGlobal>

#include <chrono>
#include <unistd.h>
#include <utility>

namespace limber::tray {
namespace {

/// How long a click may stay without an effect and a word.
constexpr auto patience = std::chrono::seconds{4};

QString configuration_file() {
    return QString::fromStdString((settings::config_paths().user / "limber.toml").string());
}

/// What starts this program: a child of a unit ends with that unit.
QStringList started_apart(const QString& program, const QStringList& arguments) {
    const QString runner = QStandardPaths::findExecutable(QStringLiteral("systemd-run"));
    if (!qEnvironmentVariableIsSet("INVOCATION_ID") || runner.isEmpty())
        return QStringList{program} + arguments;
    // xdg-open ends before what it opened
    QStringList all{runner, "--user", "--quiet", "--collect", "--wait", "--property=KillMode=process"};
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_CURRENT_DESKTOP", "PATH"}) {
        if (qEnvironmentVariableIsSet(name)) {
            all << QStringLiteral("--setenv=%1=%2").arg(QLatin1String{name}, qEnvironmentVariable(name));
        }
    }
    return all << QStringLiteral("--") << program << arguments;
}

// What ends later, an editor perhaps, did open.
constexpr qint64 fails_within_ms = 5'000;

/// The bus starts the window first.
constexpr std::chrono::seconds window_patience{10};

/// Of a unit that should run.
QString why_it_ended(const QVariantMap& unit) {
    // as systemd numbers them: 2 and 3 are signals, 203 a program that cannot be run
    constexpr int by_signal = 2;
    constexpr int no_program = 203;
    const int code = unit.value(QStringLiteral("ExecMainCode")).toInt();
    const int status = unit.value(QStringLiteral("ExecMainStatus")).toInt();
    if (code >= by_signal) return _("Limber did not start: limberd was ended by signal %1.").arg(status);
    if (status == no_program) return _("Limber did not start: its program limberd is not where it was.");
    return _("Limber did not start: limberd ended with status %1.").arg(status);
}

} // namespace

/// `failure` is told if it cannot be started, or soon says by its status that it failed.
void Applet::start_apart(const QString& program, const QStringList& arguments, const QString& failure) {
    QStringList words = started_apart(program, arguments);
    const auto failed = [self = QPointer{this}, failure] {
        if (!self.isNull()) self->tell(failure);
    };
    // what it opens stays when the tray ends, so its parent does not end before
    static auto* const parent = new QObject;
    auto* process = new QProcess(parent);
    QElapsedTimer since;
    since.start();
    QObject::connect(process, &QProcess::finished, process, [process, failed, since](int code) {
        process->deleteLater();
        if (code != 0 && !since.hasExpired(fails_within_ms)) failed();
    });
    QObject::connect(process, &QProcess::errorOccurred, process,
                     [process, failed](QProcess::ProcessError error) {
                         if (error != QProcess::FailedToStart) return; // the others end with finished()
                         process->deleteLater();
                         failed();
                     });
    process->setChildProcessModifier([] { ::setsid(); });
    process->setStandardInputFile(QProcess::nullDevice()); // an editor without a terminal sees that, and ends
    process->setProcessChannelMode(QProcess::ForwardedChannels);
    process->setProgram(words.takeFirst());
    process->setArguments(words);
    process->start();
}

/// Brings up limber-window, which D-Bus starts where it is not running.
void Applet::show_window() {
    const auto shown = [this](const bus::Answer& answer) {
        if (!answer) tell(_("The window of the guided break could not be opened."));
    };
    bus::call(*this, bus::window_on(bus_), QStringLiteral("Activate"),
              bus::to_show_window(std::exchange(token_, {})), shown, window_patience);
}

/// In whatever the desktop opens text files with; begins the file where there is none.
void Applet::open_configuration() {
    const QString file = configuration_file();
    if (QFileInfo::exists(file)) {
        open_file(file);
        return;
    }
    auto* writing = new QProcess(this);
    connect(writing, &QProcess::finished, this, [this, writing, file] {
        writing->deleteLater();
        open_file(file);
    });
    connect(writing, &QProcess::errorOccurred, this, [this, writing](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return; // the others end with finished()
        writing->deleteLater();
        tell(_("The program limber, which begins the configuration, was not found."));
    });
    writing->start(bus::program_path(QStringLiteral("limber")),
                   {QStringLiteral("config"), QStringLiteral("default"), QStringLiteral("--write")});
}

void Applet::open_file(const QString& file) {
    if (!QFileInfo::exists(file)) {
        tell(_("%1 could not be written.").arg(file));
    } else {
        start_apart(QStringLiteral("xdg-open"), {file},
                    _("Nothing here opens files (xdg-open). The configuration is %1").arg(file));
    }
}

/// limberd.service, or limberd itself where no user manager knows that unit. Within five seconds it runs, or
/// it is told why not.
void Applet::start_daemon() {
    const auto unit = QStringLiteral("limberd.service");
    const bus::Object user_manager{bus_, "org.freedesktop.systemd1", "/org/freedesktop/systemd1",
                                   "org.freedesktop.systemd1.Manager"};
    // One that failed too often is not started again before it is forgiven.
    bus::tell(user_manager, QStringLiteral("ResetFailedUnit"), {unit});
    bus::call(*this, user_manager, QStringLiteral("StartUnit"), {unit, QStringLiteral("replace")},
              [this](const bus::Answer& answer) {
                  if (answer) {
                      QTimer::singleShot(patience, this, [this] { look_after_unit(); });
                  } else {
                      start_program();
                  }
              });
}

void Applet::look_after_unit() {
    const bus::Object unit{bus_, "org.freedesktop.systemd1",
                           "/org/freedesktop/systemd1/unit/limberd_2eservice", ""}; // of all its interfaces
    bus::read_all(*this, unit, [this](const QVariantMap& properties) {
        const QString state = properties.value(QStringLiteral("SubState")).toString();
        if (state.isEmpty() || state == u"running" || state == u"start") return;
        tell(why_it_ended(properties) + u' ' + _("More is said by: journalctl --user -u limberd"));
    });
}

void Applet::start_program() {
    const QString program = bus::program_path(QStringLiteral("limberd"));
    if (program.isEmpty()) {
        tell(_("Limber could not be started: limberd was not found."));
    } else {
        start_apart(program, {}, _("Limber could not be started."));
    }
}

} // namespace limber::tray
