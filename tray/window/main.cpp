// SPDX-License-Identifier: GPL-3.0-or-later
// limber-window: the guided break. Lives as long as it is looked at.
#include "bus/boottime.hpp"
#include "bus/daemon_link.hpp"
#include "bus/wire.hpp"
#include "bus/wire_values.hpp"
#include "client/display_needed.hpp"
#include "poses/figure_book.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"
#include "window/break_window.hpp"
#include "window/desktop.hpp"
#include "window/page.hpp"
#include "window/voice.hpp"
#include "words/language.hpp"
#include "words/text.hpp"

#include <QApplication>
#include <QDBusConnection>
#include <QGuiApplication>
#include <QLocale>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QVariantList>
#include <QVariantMap>
#include <Qt>

#include <chrono>
#include <cstdio>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace limber::window {

using bus::DaemonLink;

namespace {

constexpr int exit_usage = 2;
constexpr int exit_unavailable = 69;

// Started by the bus and then not asked for anything: its caller is gone.
constexpr auto nobody_asks = std::chrono::seconds{10};

constexpr auto usage = N_(R"(limber-window: Limber's guided break.

Usage: limber-window [--service]

  --service    wait to be asked for over D-Bus (org.limber.Window)
  --version    print the version and end
  --help       print this and end

limberd opens it when a break begins. Started by hand, it shows when the next break is.
)");

void say_usage(std::FILE* where) {
    std::fputs(qUtf8Printable(_(usage)), where);
}

QString take_environment(const char* name) {
    const QString value = qEnvironmentVariable(name);
    qunsetenv(name);
    return value;
}

/// Qt would end the program with a core dump.
bool has_display() {
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// As the language spoken is written; `-reverse` turns it round, for trying it.
void turn_layout(const QString& language) {
    if (QGuiApplication::layoutDirection() == Qt::RightToLeft) return;
    QGuiApplication::setLayoutDirection(QLocale{language}.textDirection());
}

/// The exercises are asked for whenever a daemon is found: their words belong on the first picture.
class Knowledge {
public:
    Knowledge(DaemonLink& link, std::function<void(const ExerciseBook&)> news)
        : link_(link), news_(std::move(news)) {
        QObject::connect(&link_, &DaemonLink::changed, &link_, [this] { changed(); });
    }

private:
    void changed() {
        const bool running = link_.daemon() == bus::Daemon::running;
        if (!running) asked_ = false;
        if (running && !std::exchange(asked_, true)) {
            link_.ask_for(QStringLiteral("Exercises"), {},
                          [this](const QVariantList& values, const QString&) {
                              if (!values.isEmpty()) book_ = exercise_book(bus::maps_of(values.constFirst()));
                              answered_ = true;
                              news_(book_);
                          });
        }
        if (answered_ || !running) news_(book_);
    }

    DaemonLink& link_;
    std::function<void(const ExerciseBook&)> news_;
    ExerciseBook book_;
    bool asked_ = false;
    bool answered_ = false;
};

/// With settings that are broken a break is shown as ever; the daemon says what is wrong with them.
settings::Guide guide_settings() {
    const auto loaded = settings::load_settings(settings::config_paths());
    return loaded ? loaded->settings.guide : settings::Guide{};
}

int run(bool as_service, const QString& language) {
    const QString startup_id = take_environment("DESKTOP_STARTUP_ID");
    QString token = take_environment("XDG_ACTIVATION_TOKEN");
    if (token.isEmpty()) token = startup_id;

    const QDBusConnection bus = QDBusConnection::sessionBus();
    bool asked_for = !as_service;
    BreakWindow* shown = nullptr;
    Application application{bus, [&](bool only_session, const QString& with, std::function<void()> settled) {
                                asked_for = true;
                                shown->open(only_session, with, std::move(settled));
                            }};
    DaemonLink link{bus};
    const poses::FigureBook figures = poses::FigureBook::load(settings::config_paths());
    // to the journal, or the terminal it was started on: the others are drawn all the same
    for (const settings::Problem& problem : figures.problems()) {
        std::fprintf(stderr, "%s\n", settings::to_string(problem).c_str());
    }
    const settings::Guide guide = guide_settings();
    Chime chime;
    Voice voice{language};
    BreakWindow window{
        figures,
        {.now = bus::boottime_now,
         .ask = [&link](const QString& method, const QVariantList& arguments,
                        DaemonLink::Then then) { link.ask(method, arguments, std::move(then)); },
         .painted = [&application] { application.say_painted(); },
         .quit = [] { QCoreApplication::quit(); },
         .sound =
             [&](Chime::Sound sound) {
                 if (guide.sounds) chime.play(sound);
             },
         .say =
             [&](const QString& words) {
                 if (guide.speech) voice.say(words);
             },
         .hush = [&voice] { voice.hush(); }}};
    window.set_mode(guide.window);
    shown = &window;
    const Appearance appearance{bus};
    const auto look = [&] {
        const bool reduced = guide.motion == settings::MotionChoice::reduced ||
                             (guide.motion == settings::MotionChoice::desktop && appearance.reduced_motion());
        window.set_look(appearance.scheme(), reduced);
    };
    look();
    QObject::connect(&appearance, &Appearance::changed, &window, look);
    const Knowledge knowledge{
        link, [&](const ExerciseBook& book) { window.know(link.daemon(), link.report(), book); }};

    if (!application.claim() && bus.isConnected()) {
        if (!as_service) Application::activate_other(bus, token);
        return 0;
    }
    if (as_service) {
        QTimer::singleShot(nobody_asks, &window, [&asked_for] {
            if (!asked_for) QCoreApplication::quit();
        });
    } else {
        window.open(false, token);
    }
    return QCoreApplication::exec();
}

} // namespace
} // namespace limber::window

int main(int argc, char** argv) {
    using namespace limber;
    using namespace limber::window;
    bool as_service = false;
    for (const std::string_view argument : std::vector<std::string_view>(argv + 1, argv + argc)) {
        if (argument == "--version") {
            std::puts("limber-window " LIMBER_VERSION);
            return 0;
        }
        if (argument == "--help" || argument == "-h") {
            const QCoreApplication application{argc, argv};
            speak_persons_language();
            say_usage(stdout);
            return 0;
        }
        if (argument == "--service") as_service = true;
    }
    if (!has_display()) {
        std::fputs("limber-window: no desktop here (neither DISPLAY nor WAYLAND_DISPLAY is set).\n", stderr);
        return exit_unavailable;
    }
    std::optional<tray::DisplayNeeded> needed{std::in_place, "limber-window: the display does not answer.\n",
                                              exit_unavailable};
    QApplication application{argc, argv};
    needed.reset();
    QCoreApplication::setApplicationName(QStringLiteral("limber-window"));
    const QString language = QString::fromStdString(speak_persons_language());
    turn_layout(language);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Limber"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LIMBER_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.limber.Limber"));
    QGuiApplication::setQuitOnLastWindowClosed(false);
    if (QCoreApplication::arguments().size() > (as_service ? 2 : 1)) {
        say_usage(stderr);
        return exit_usage;
    }
    return run(as_service, language);
}
