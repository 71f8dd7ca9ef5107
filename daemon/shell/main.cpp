// SPDX-License-Identifier: GPL-3.0-or-later
// limberd: the part of Limber that runs all day.
#include "bus/follow.hpp"
#include "bus/resident.hpp"
#include "clock.hpp"
#include "daemon.hpp"
#include "file_descriptor.hpp"
#include "idle/display.hpp"
#include "log.hpp"
#include "notify/terminal_notifier.hpp"
#include "service.hpp"
#include "settings/settings.hpp"
#include "settings_in_force.hpp"
#include "terminal/own_terminal.hpp"
#include "words/language.hpp"
#include "words/text.hpp"

#include <QByteArray>
#include <QCoreApplication>
#include <QDBusConnection>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QVariantMap>
#include <fmt/format.h>
#include <systemd/sd-daemon.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <pthread.h>
#include <string_view>
#include <sys/signalfd.h>
#include <system_error>
#include <unistd.h>

namespace limber::shell {
namespace {

// sysexits(3), so that the unit can tell them apart
constexpr int exit_usage = 2;
constexpr int exit_unavailable = 69;
constexpr int exit_software = 70;

constexpr auto usage = N_(R"(limberd: Limber's break reminder, the part that runs all day.

Usage: limberd [--terminal] [--announce]

  --terminal   show breaks on this terminal even if there is a desktop; without a desktop that is done anyway
  --announce   print on standard output what was found at the start
  --examine    print as JSON what would be found here and end; limber doctor reads it
  --version    print the version and end
  --help       print this and end

It is normally started with your session: see limber-session --help
The command to talk to it is: limber
)");

void print_line(std::string_view line) {
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

/// What has not answered by then is left out.
constexpr std::chrono::seconds patience{5};
constexpr std::chrono::milliseconds look_every{50};

Problems history_problems(const std::filesystem::path& file) {
    std::error_code trouble;
    if (!std::filesystem::exists(file, trouble)) {
        if (!trouble) return {};
        return {{.message = trouble.message()}};
    }
    const auto readable = history::try_history(file);
    return readable ? Problems{} : Problems{{.message = readable.error()}};
}

/// What a limberd would find here, for `limber doctor` where none runs: starts what it listens to, for a
/// moment, prints the findings as JSON and says how to end. Starts no service, writes nothing.
int examine() {
    log::set_level(settings::LogLevel::error);
    Clock clock;
    const QDBusConnection session_bus = QDBusConnection::sessionBus();
    const auto display = idle::DisplayEnvironment::of_this_process();
    Senses senses{session_bus,
                  QDBusConnection::systemBus(),
                  display,
                  {.post = [](const Happening& /*what*/) {},
                   .now = [&clock] { return clock.now().at; },
                   .findings_changed = [] {},
                   .login_over = [] {}}};
    const Desktop desktop{session_bus, display, false, [] {}};
    senses.start({});
    const auto paths = settings::config_paths();
    const auto strict = settings::load_settings(paths);
    const auto loaded = strict ? *strict : settings::load_what_is_in_order(paths, false);
    const auto history_file = settings::state_folder() / "history.db";
    const Finding history = history_finding(history_file, history_problems(history_file));
    const auto begun = std::chrono::steady_clock::now();
    QTimer look;
    look.callOnTimeout([&] {
        const bool known = senses.settled() && desktop.known();
        if (known || std::chrono::steady_clock::now() - begun > patience) QCoreApplication::quit();
    });
    look.start(look_every);
    QCoreApplication::exec();

    auto all = findings_of(senses, desktop, loaded, strict ? strict->warnings : strict.error());
    all.push_back(history);
    QJsonArray list;
    for (const QVariantMap& finding : bus::to_wire(all))
        list.append(QJsonObject::fromVariantMap(finding));
    const QByteArray text = QJsonDocument{list}.toJson();
    return std::fputs(text.constData(), stdout) >= 0 && std::fflush(stdout) == 0 ? 0 : 1;
}

sigset_t ending_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    // the terminal has hung up; nohup has it ignored, and held back it would come all the same
    struct sigaction hangup{};
    if (sigaction(SIGHUP, nullptr, &hangup) == 0 && hangup.sa_handler != SIG_IGN) sigaddset(&set, SIGHUP);
    return set;
}

/// Before any thread exists: they all inherit that these signals wait to be read.
void hold_back_signals() {
    const sigset_t set = ending_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    // a peer that hangs up is an error of write(), not an end
    std::signal(SIGPIPE, SIG_IGN); // NOLINT(cert-err33-c): cannot fail for this signal
    // nor is a file that may not grow
    std::signal(SIGXFSZ, SIG_IGN); // NOLINT(cert-err33-c): cannot fail for this signal
}

int run(bool on_terminal, bool announce) {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    Service service;
    switch (service.claim(bus)) {
    case Service::Claim::owned: break;
    case Service::Claim::taken:
        log::warning(_("Limber is running already; there is nothing to do for another one.").toStdString());
        sd_notify(0, "READY=1\nSTATUS=Another limberd is running already");
        return 0;
    case Service::Claim::no_bus:
        log::warning(
            _("There is no session bus: limber and the tray cannot reach this limberd.").toStdString());
        break;
    }

    Daemon daemon{service, settings::config_paths(), settings::state_folder(), on_terminal,
                  announce ? print_line : log::info};
    const sigset_t endings = ending_signals();
    const FileDescriptor signals{signalfd(-1, &endings, SFD_NONBLOCK | SFD_CLOEXEC)};
    const auto ending = notify_on(signals, [&signals] {
        signalfd_siginfo info{};
        if (read(signals.get(), &info, sizeof info) > 0) QCoreApplication::quit();
    });
    // the session ends, or its bus has crashed: save, and let the service manager decide
    const auto bus_end = bus::Signal::of_lost_bus(bus, [] {
        log::error("the session bus is gone");
        QCoreApplication::exit(exit_unavailable);
    });
    daemon.start();
    bus::give_back_what_the_start_needed();
    const int status = QCoreApplication::exec();
    daemon.finish();
    return status;
}

} // namespace
} // namespace limber::shell

int main(int argc, char** argv) {
    using namespace limber;
    using namespace limber::shell;
    const QCoreApplication application{argc, argv};
    QCoreApplication::setApplicationName(QStringLiteral("limberd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LIMBER_VERSION));
    speak_persons_language();
    bool on_terminal = terminal::only_a_terminal();
    bool announce = false;
    for (const QString& argument : QCoreApplication::arguments().sliced(1)) {
        if (argument == "--announce") {
            announce = true;
        } else if (argument == "--terminal") {
            on_terminal = true;
        } else if (argument == "--examine") {
            return examine();
        } else if (argument == "--version") {
            print_line("limberd " LIMBER_VERSION);
            return 0;
        } else if (argument == "--help" || argument == "-h") {
            std::fputs(qUtf8Printable(_(usage)), stdout);
            return 0;
        } else {
            const QString trouble = _("unknown option %1. See: limberd --help").arg(argument);
            std::fprintf(stderr, "limberd: %s\n", qUtf8Printable(trouble));
            return exit_usage;
        }
    }
    hold_back_signals();
    if (on_terminal) notify::hold_back_terminal_signals();
    settle_zone();
    log::start();
    try {
        return run(on_terminal, announce);
    } catch (const std::exception& exception) {
        // out of memory, or a defect: the state was saved less than five minutes ago
        log::error(fmt::format("limberd ends: {}", exception.what()));
        return exit_software;
    }
}
