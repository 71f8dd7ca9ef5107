// SPDX-License-Identifier: GPL-3.0-or-later
// limberd: the part of Limber that runs all day.
#include "bus/follow.hpp"
#include "clock.hpp"
#include "daemon.hpp"
#include "examination.hpp"
#include "log.hpp"
#include "notify/terminal_notifier.hpp"
#include "service.hpp"
#include "settings/settings.hpp"
#include "settings_in_force.hpp"
#include "signals.hpp"
#include "terminal/own_terminal.hpp"
#include "text.hpp"
#include "translation/person_language.hpp"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QObject>
#include <QString>
#include <fmt/format.h>
#include <systemd/sd-daemon.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace limber::shell {
namespace {

// sysexits(3), so that the unit can tell them apart
constexpr int exit_usage = 2;
constexpr int exit_unavailable = 69;
constexpr int exit_software = 70;

constexpr auto usage =
    QT_TRANSLATE_NOOP("Limberd", R"(limberd: Limber's break reminder, the part that runs all day.

Usage: limberd [--terminal] [--announce]

  --terminal   show breaks on this terminal even if there is a desktop; without a desktop that is done anyway
  --announce   print on standard output what was found at the start
  --examine    print as JSON what would be found here and end; limber doctor reads it
  --version    print the version and end
  --help       print this and end

It is normally started with your session: see limber-session --help
The command to talk to it is: limber
)");

struct Arguments {
    bool announce = false;
    bool terminal = terminal::only_a_terminal(); ///< breaks are shown there
};

bool understood(std::string_view argument, Arguments& arguments) {
    bool* const flag = argument == "--announce"   ? &arguments.announce
                       : argument == "--terminal" ? &arguments.terminal
                                                  : nullptr;
    if (flag != nullptr) *flag = true;
    return flag != nullptr;
}

void say(std::FILE* where, std::string_view line) {
    std::fwrite(line.data(), 1, line.size(), where);
    std::fputc('\n', where);
    std::fflush(where);
}

void print_lines(const std::vector<std::string>& lines) {
    for (const auto& line : lines) {
        say(stdout, line);
    }
}

void log_lines(const std::vector<std::string>& lines) {
    for (const auto& line : lines) {
        log::info(line);
    }
}

int run(const Arguments& arguments) {
    const std::filesystem::path state_folder = settings::state_folder();
    SettingsInForce in_force{settings::config_paths(), state_folder / "settings-files"};

    const QDBusConnection bus = QDBusConnection::sessionBus();
    Service service;
    switch (service.claim(bus)) {
    case Service::Claim::owned: break;
    case Service::Claim::taken:
        log::warning(
            Limberd::tr("Limber is running already; there is nothing to do for another one.").toStdString());
        sd_notify(0, "READY=1\nSTATUS=Another limberd is running already");
        return 0;
    case Service::Claim::no_bus:
        log::warning(Limberd::tr("There is no session bus: limber and the tray cannot reach this limberd.")
                         .toStdString());
        break;
    }

    Daemon daemon{service, in_force, state_folder, arguments.terminal,
                  arguments.announce ? print_lines : log_lines};
    const Signals ending{[] { QCoreApplication::quit(); }};
    // the session ends, or its bus has crashed: save, and let the service manager decide
    const auto bus_end = bus::Signal::of_lost_bus(bus, [] {
        log::error("the session bus is gone");
        QCoreApplication::exit(exit_unavailable);
    });
    daemon.start();
    const int status = QCoreApplication::exec();
    daemon.finish();
    return status;
}

} // namespace
} // namespace limber::shell

int main(int argc, char** argv) {
    using namespace limber;
    using namespace limber::shell;
    Arguments arguments;
    for (const std::string_view argument : std::vector<std::string_view>(argv + 1, argv + argc)) {
        if (argument == "--version") {
            say(stdout, "limberd " LIMBER_VERSION);
            return 0;
        }
        if (argument == "--examine") return examine(argc, argv);
        if (argument == "--help" || argument == "-h") {
            const QCoreApplication application{argc, argv};
            translation::speak_persons_language();
            std::fputs(qUtf8Printable(QCoreApplication::translate("Limberd", usage)), stdout);
            return 0;
        }
        if (!understood(argument, arguments)) {
            const QCoreApplication application{argc, argv};
            translation::speak_persons_language();
            const QString what =
                QString::fromLocal8Bit(argument.data(), static_cast<qsizetype>(argument.size()));
            say(stderr,
                "limberd: " + Limberd::tr("unknown option %1. See: limberd --help").arg(what).toStdString());
            return exit_usage;
        }
    }
    hold_back_signals();
    if (arguments.terminal) notify::hold_back_terminal_signals();
    settle_zone();
    log::start();
    try {
        const QCoreApplication application{argc, argv};
        QCoreApplication::setApplicationName(QStringLiteral("limberd"));
        QCoreApplication::setApplicationVersion(QStringLiteral(LIMBER_VERSION));
        translation::speak_persons_language();
        return run(arguments);
    } catch (const std::exception& exception) {
        // out of memory, or a defect: the state was saved less than five minutes ago
        log::error(fmt::format("limberd ends: {}", exception.what()));
        return exit_software;
    }
}
