// SPDX-License-Identifier: GPL-3.0-or-later
// limber-window: the guided break. Lives as long as it is looked at. And the desktop's side of it: what that
// says about light or dark and about motion, and how daemon, tray and launchers ask for the window.
#include "bus/boottime.hpp"
#include "bus/call.hpp"
#include "bus/daemon_link.hpp"
#include "bus/follow.hpp"
#include "bus/names.hpp"
#include "bus/peers.hpp"
#include "bus/wire.hpp"
#include "bus/wire_values.hpp"
#include "display_needed.hpp"
#include "poses/figure_book.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"
#include "window/break_window.hpp"
#include "window/page.hpp"
#include "window/style.hpp"
#include "window/voice.hpp"
#include "words/language.hpp"
#include "words/text.hpp"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QLocale>
#include <QMap>
#include <QObject>
#include <QPalette>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QVariant>
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

constexpr auto portal_name = "org.freedesktop.portal.Desktop";
constexpr auto portal_path = "/org/freedesktop/portal/desktop";
constexpr auto portal_interface = "org.freedesktop.portal.Settings";

const QString freedesktop_look = QStringLiteral("org.freedesktop.appearance");
const QString gnome_look = QStringLiteral("org.gnome.desktop.interface");
const QString gnome_access = QStringLiteral("org.gnome.desktop.a11y.interface");
const QString kde_look = QStringLiteral("org.kde.kdeglobals.KDE");

// The portal runs or it does not; nobody waits for it to be started.
constexpr std::chrono::milliseconds portal_patience{150};

/// Light or dark, contrast and motion, from the desktop's settings portal; from the palette where there is
/// none.
class Appearance {
public:
    /// Asks at once, and waits for no longer than a person notices.
    Appearance(const QDBusConnection& bus, std::function<void()> changed)
        : setting_changed_({bus, portal_name, portal_path, portal_interface},
                           QStringLiteral("SettingChanged"),
                           [this, changed = std::move(changed)](const QVariantList& now) {
                               take(now.value(0).toString(), now.value(1).toString(),
                                    qvariant_cast<QDBusVariant>(now.value(2)).variant());
                               changed();
                           }) {
        const auto answer = bus::call_now(
            {bus, portal_name, portal_path, portal_interface}, QStringLiteral("ReadAll"),
            {QStringList{freedesktop_look, gnome_look, gnome_access, kde_look}}, portal_patience);
        if (!answer || answer->isEmpty()) return;
        const auto spaces = qdbus_cast<QMap<QString, QVariantMap>>(answer->constFirst());
        for (auto space = spaces.begin(); space != spaces.end(); ++space) {
            for (auto key = space.value().begin(); key != space.value().end(); ++key) {
                take(space.key(), key.key(), key.value());
            }
        }
    }

    [[nodiscard]] Scheme scheme() const {
        const bool dark_palette = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
        const Scheme scheme = scheme_.value_or(dark_palette ? Scheme::dark : Scheme::light);
        return contrast_ ? with_contrast(scheme) : scheme;
    }

    /// Whether the person asked for less movement.
    [[nodiscard]] bool reduced_motion() const { return reduced_motion_; }

private:
    void take(const QString& name_space, const QString& key, const QVariant& value) {
        if (name_space == freedesktop_look && key == u"color-scheme") {
            // 0: no preference
            const uint preference = value.toUInt();
            scheme_.reset();
            if (preference == 1) scheme_ = Scheme::dark;
            if (preference == 2) scheme_ = Scheme::light;
        } else if (name_space == freedesktop_look && key == u"contrast") {
            contrast_ = value.toUInt() == 1;
        } else if (name_space == gnome_access && key == u"high-contrast") {
            contrast_ = value.toBool();
        } else if (name_space == freedesktop_look && key == u"reduced-motion") {
            reduced_motion_ = value.toUInt() == 1;
        } else if (name_space == gnome_look && key == u"enable-animations") {
            reduced_motion_ = !value.toBool();
        } else if (name_space == kde_look && key == u"AnimationDurationFactor") {
            bool number = false;
            const double factor = value.toString().toDouble(&number);
            if (number) reduced_motion_ = factor <= 0;
        }
    }

    std::optional<Scheme> scheme_; ///< as the portal has it
    bool contrast_ = false;
    bool reduced_motion_ = false;
    bus::Signal setting_changed_;
};

QString token_in(const QVariantMap& platform) {
    const QString token = platform.value(QStringLiteral("activation-token")).toString();
    return token.isEmpty() ? platform.value(QStringLiteral("desktop-startup-id")).toString() : token;
}

} // namespace

/// org.freedesktop.Application on the session bus.
class Application : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    /// `only_session`: nothing is shown without a session. `settled` is to be called once it is decided.
    using Opening =
        std::function<void(bool only_session, const QString& token, std::function<void()> settled)>;

    Application(QDBusConnection bus, Opening open) : bus_(std::move(bus)), open_(std::move(open)) {}

    /// False if another window has the name, or there is no bus.
    [[nodiscard]] bool claim() {
        if (!bus_.isConnected()) return false;
        bus_.registerObject(QLatin1String{bus::window_bus_path}, this,
                            QDBusConnection::ExportScriptableSlots);
        const auto reply = bus_.interface()->registerService(QLatin1String{bus::window_bus_name},
                                                             QDBusConnectionInterface::DontQueueService,
                                                             QDBusConnectionInterface::DontAllowReplacement);
        return reply.isValid() && reply.value() == QDBusConnectionInterface::ServiceRegistered;
    }

    /// Tells everybody that the running session can be seen.
    void say_painted() const {
        bus_.send(QDBusMessage::createSignal(QLatin1String{bus::window_bus_path},
                                             QLatin1String{bus::window_interface},
                                             QLatin1String{bus::window_painted_signal}));
    }

    /// Asks the window that has the name to come forward.
    static void activate_other(const QDBusConnection& bus, const QString& token) {
        [[maybe_unused]] const auto shown =
            bus::call_now(bus::window_on(bus), QStringLiteral("Activate"), bus::to_show_window(token));
    }

public Q_SLOTS: // the interface; names are the bus's

    Q_SCRIPTABLE void Activate(const QVariantMap& platform) { answer_when_open(false, platform); }

    Q_SCRIPTABLE void Open(const QStringList& uris, const QVariantMap& platform);
    Q_SCRIPTABLE void ActivateAction(const QString& action, const QVariantList& parameters,
                                     const QVariantMap& platform);

private:
    void answer_when_open(bool only_session, const QVariantMap& platform) {
        setDelayedReply(true);
        open_(only_session, token_in(platform),
              [bus = bus_, call = message()] { bus.send(call.createReply()); });
    }

    QDBusConnection bus_;
    Opening open_;
};

void Application::Open(const QStringList& /*uris*/, const QVariantMap& platform) {
    answer_when_open(false, platform);
}

void Application::ActivateAction(const QString& action, const QVariantList& /*parameters*/,
                                 const QVariantMap& platform) {
    answer_when_open(action == QLatin1String{bus::window_session_action}, platform);
}

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
    std::optional<Appearance> appearance;
    const auto look = [&] {
        const bool reduced =
            guide.motion == settings::MotionChoice::reduced ||
            (guide.motion == settings::MotionChoice::desktop && appearance->reduced_motion());
        window.set_look(appearance->scheme(), reduced);
    };
    appearance.emplace(bus, look);
    look();
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

#include "main.moc"
