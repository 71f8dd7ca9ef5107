// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/names.hpp"
#include "bus/wire.hpp"
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/exercise.hpp"
#include "core/finding.hpp"
#include "core/plan.hpp"
#include "core/session.hpp"
#include "core/state.hpp"
#include "event_loop.hpp"
#include "fakes.hpp"
#include "private_bus.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"
#include "shell/findings.hpp"
#include "shell/service.hpp"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusReply>
#include <QDeadlineTimer>
#include <QLatin1String>
#include <QList>
#include <QObject>
#include <QString>
#include <QVariantMap>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <variant>
#include <vector>

using namespace limber;
using namespace limber::shell;
using namespace std::chrono_literals;

TEST_CASE("the list of exercises says what is allowed and never names a health tag") {
    Plan plan = test::small_plan();
    plan.exercises[0].pose = "front/roll";
    Exercise risky = plan.exercises[0];
    risky.id = "risky";
    risky.avoid_if = {"secret-tag"};
    plan.exercises.push_back(risky);
    plan.person.health = {"secret-tag"};
    const auto list = exercise_list(plan, State{});
    REQUIRE(list.size() == 2);
    CHECK(list[0].value("id").toString() == QLatin1String{"roll"});
    CHECK(list[0].value("pose").toString() == QLatin1String{"front/roll"});
    CHECK(list[0].value("seconds").toLongLong() == 20);
    CHECK(list[0].value("allowed").toBool());
    CHECK_FALSE(list[1].value("allowed").toBool());
    CHECK_FALSE(list[1].value("why_not").toString().isEmpty());
    for (const auto& exercise : list) {
        for (const auto& value : exercise) {
            CHECK_FALSE(value.toString().contains(QLatin1String{"secret"}));
        }
    }
}

TEST_CASE("without a bus there is nothing to claim") {
    test::need_application();
    Service service;
    CHECK(service.claim(QDBusConnection{QStringLiteral("nowhere")}) == Service::Claim::no_bus);
    // and publishing says it to nobody
    service.publish_status({});
}

namespace {

/// A service on a bus, whose sessions are this test's word, and a program that asks it.
struct ServedDesk {
    ServedDesk() {
        daemon.set_hooks({.handle = [this](const Happening& what) { return heard(what); },
                          .report =
                              [this] {
                                  bus::StatusReport report;
                                  report.status.session = running;
                                  return report;
                              },
                          .findings = [] { return std::vector<Finding>{}; },
                          .problems = [] { return std::vector<settings::Problem>{}; },
                          .exercises = [] { return QList<QVariantMap>{}; },
                          .reload = [] {}});
        REQUIRE(daemon.claim(bus.connect(QStringLiteral("daemon"))) == Service::Claim::owned);
    }

    ServedDesk(const ServedDesk&) = delete;
    ServedDesk& operator=(const ServedDesk&) = delete;

    ~ServedDesk() {
        for (const char* name : {"daemon", "terminal", "witness"}) {
            QDBusConnection::disconnectFromBus(QLatin1String{name});
        }
    }

    void ask_for_break() const {
        auto start =
            QDBusMessage::createMethodCall(QLatin1String{bus::bus_name}, QLatin1String{bus::bus_path},
                                           QLatin1String{bus::bus_interface}, QStringLiteral("Start"));
        start << QString{} << QStringLiteral("roll") << QVariantMap{{QStringLiteral("here"), true}};
        terminal->asyncCall(start);
    }

    /// What the daemon has asked the bus so far is answered: the bus keeps the order.
    [[nodiscard]] static bool hears_all_answers() {
        const QDBusConnection daemon_bus{QStringLiteral("daemon")};
        const auto question =
            QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/"),
                                           QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetId"));
        bool answered = false;
        const QDBusPendingCallWatcher last{daemon_bus.asyncCall(question)};
        QObject::connect(&last, &QDBusPendingCallWatcher::finished, &last, [&] { answered = true; });
        return test::wait_until([&] { return answered; });
    }

    /// The terminal's program leaves the bus, as killed ones do. The daemon has heard nothing meanwhile.
    [[nodiscard]] bool kill_terminal() {
        const QString name = terminal->baseService();
        terminal.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("terminal"));
        const auto witness = bus.connect(QStringLiteral("witness"));
        const QDeadlineTimer limit{10'000};
        while (witness.interface()->isServiceRegistered(name).value()) {
            if (limit.hasExpired()) return false;
        }
        return true;
    }

    std::vector<Effect> heard(const Happening& what) {
        if (std::holds_alternative<StartRequested>(what)) {
            running = Session{};
            running->id = ++sessions;
            return {{.at = {}, .what = OpenSession{.session = *running}}};
        }
        if (std::holds_alternative<SessionSteered>(what)) {
            ++stops;
            running.reset();
        }
        return {};
    }

    test::PrivateBus bus;
    std::optional<QDBusConnection> terminal{bus.connect(QStringLiteral("terminal"))};
    Service daemon;
    std::optional<Session> running;
    SessionId sessions = 0;
    int stops = 0;
};

} // namespace

TEST_CASE("a break that its caller shows ends with the caller") {
    test::need_application();
    ServedDesk desk;
    desk.ask_for_break();
    SUBCASE("killed while it shows the break") {
        REQUIRE(test::wait_until([&] { return desk.running.has_value(); }));
        REQUIRE(ServedDesk::hears_all_answers());
        CHECK(desk.stops == 0);
        REQUIRE(desk.kill_terminal());
    }
    SUBCASE("killed when it had just asked for it: nobody watches yet") {
        REQUIRE(desk.kill_terminal());
        REQUIRE(desk.sessions == 0);
    }
    CHECK(test::wait_until([&] { return desk.stops == 1; }));
    CHECK_FALSE(desk.running.has_value());
    CHECK(desk.sessions == 1);
}

TEST_CASE("problems are kept by where they come from, and only changes are news") {
    ProblemBoard board;
    const settings::Problem disk{.message = "The disk is full."};
    const settings::Problem typo{.file = "limber.toml", .line = 3, .message = "unknown key"};
    CHECK_FALSE(board.set("settings", {}));
    CHECK(board.set("settings", {typo}));
    CHECK(board.set("history", {disk}));
    CHECK_FALSE(board.set("settings", {typo}));
    CHECK(board.all().size() == 2);
    CHECK(board.set("settings", {}));
    CHECK(board.all() == std::vector<settings::Problem>{disk});
}

TEST_CASE("five lines say what was found") {
    bus::StatusReport report;
    report.status.next_break = "micro";
    report.status.next_left = 29min + 1s;
    report.status.rules = {{.name = "micro", .title = "Micro-break"}};
    const auto lines =
        lines_of({{.id = "display", .sentence = "X11 (:0)", .remedy = {}},
                  {.id = "notifications", .sentence = "dunst 1.9", .remedy = "a quirk"},
                  {.id = "idle", .grade = Grade::lacking, .sentence = "Blind.", .remedy = "Why\nnot"},
                  {.id = "settings", .sentence = "built-in ones", .remedy = {}}},
                 report);
    REQUIRE(lines.size() == 5);
    CHECK(lines[0] == "Display: X11 (:0)");
    CHECK(lines[1] == "Presence: Blind. Why not");
    CHECK(lines[2] == "Notifications: dunst 1.9");
    CHECK(lines[4] == "First break: Micro-break after 30 min at the desk");
}

TEST_CASE("settings, exercises and history are findings") {
    settings::Loaded loaded;
    loaded.settings.plan.exercises.push_back({.id = "any", .positions = {"any"}, .places = {"office"}});
    const auto grade = [&](const std::vector<settings::Problem>& problems, const char* id) {
        const auto all = settings_findings(loaded, problems, {});
        const auto found = std::ranges::find(all, id, &Finding::id);
        REQUIRE(found != all.end());
        return found->grade;
    };
    CHECK(grade({}, "settings") == Grade::good);
    CHECK(grade({}, "exercises") == Grade::good);
    CHECK(grade({{.severity = settings::Problem::Severity::warning, .message = "left out"}}, "settings") ==
          Grade::note);
    CHECK(grade({{.message = "unknown key"}}, "settings") == Grade::lacking);
    loaded.settings.plan.exercises.clear();
    CHECK(grade({}, "exercises") == Grade::lacking);

    CHECK(history_finding("/h/history.db", {}).sentence == "/h/history.db");
    const settings::Problem mended{.severity = settings::Problem::Severity::warning,
                                   .message = "It was damaged."};
    CHECK(history_finding("/h/history.db", {mended}).grade == Grade::note);
    const auto full = history_finding("/h/history.db", {{.message = "The disk is full."}});
    CHECK(full.grade == Grade::lacking);
    CHECK(full.sentence == "The disk is full.");
}
