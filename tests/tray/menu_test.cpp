// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/effect.hpp"
#include "core/status.hpp"
#include "menu/menu.hpp"
#include "settings/problem.hpp"
#include "views.hpp"

#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>
#include <doctest/doctest.h>

#include <chrono>
#include <set>
#include <string>
#include <variant>

using namespace limber;
using namespace limber::tray;
using namespace std::chrono_literals;

namespace {

/// Its label, or nothing.
std::string label(const Menu& menu, const char* key) {
    const Item* const item = find_item(menu, QLatin1String{key});
    return item == nullptr ? std::string{} : item->label.toStdString();
}

bool has(const Menu& menu, const char* key) {
    return find_item(menu, QLatin1String{key}) != nullptr;
}

bool clickable(const Menu& menu, const char* key) {
    const Item* const item = find_item(menu, QLatin1String{key});
    return item != nullptr && item->enabled && item->action.index() != 0;
}

template <class T>
T action(const Menu& menu, const char* key) {
    const Item* const item = find_item(menu, QLatin1String{key});
    REQUIRE(item != nullptr);
    REQUIRE(std::holds_alternative<T>(item->action));
    return std::get<T>(item->action);
}

void collect(const Menu& menu, std::multiset<QString>& keys) {
    for (const Item& item : menu) {
        keys.insert(item.key);
        collect(item.children, keys);
    }
}

} // namespace

TEST_CASE("at work the menu tells the next breaks with the minutes left when it opens") {
    View view = test::view_of(test::working_report());
    Menu menu = menu_of(view);
    CHECK(label(menu, "next/micro") == "Micro-break in 12 min");
    CHECK(label(menu, "next/long") == "Long break in 30 min");
    CHECK_FALSE(clickable(menu, "next/micro"));
    view.now += 4min + 1s;
    menu = menu_of(view);
    CHECK(label(menu, "next/micro") == "Micro-break in 8 min");
    CHECK_FALSE(has(menu, "state"));
}

TEST_CASE("away the minutes left stand still") {
    bus::StatusReport report = test::working_report();
    report.status.doing = Activity::away;
    report.status.next_at.reset();
    report.status.away_since = test::boot;
    View view = test::view_of(report);
    view.now += 5min;
    const Menu menu = menu_of(view);
    CHECK(label(menu, "next/micro") == "Micro-break after 12 min at the desk");
    CHECK(label(menu, "state") == "Nobody at the desk since 10:00");
}

TEST_CASE("a contradiction has a line of its own") {
    bus::StatusReport report = test::working_report();
    CHECK_FALSE(has(menu_of(test::view_of(report)), "contradiction"));
    report.status.contradiction = Absence::other_session;
    const Menu menu = menu_of(test::view_of(report));
    CHECK(label(menu, "contradiction") ==
          "Another session is said to be in front, and yet somebody types here");
    CHECK_FALSE(clickable(menu, "contradiction"));
}

TEST_CASE("every rule can be started by its title") {
    const Menu menu = menu_of(test::view_of(test::working_report()));
    CHECK(label(menu, "start/micro") == "Start the micro-break");
    CHECK(label(menu, "start/long") == "Start the long break");
    CHECK(action<StartBreak>(menu, "start/long") == StartBreak{QStringLiteral("long"), {}});
}

TEST_CASE("while prompted its answers are there, with the snoozes left") {
    const Menu menu = menu_of(test::view_of(test::prompted_report()));
    CHECK(label(menu, "prompt/start") == "Start the micro-break: Shoulder roll");
    CHECK(label(menu, "snooze/300") == "Snooze for 5 min (2 of 3 left)");
    CHECK(label(menu, "snooze/600") == "Snooze for 10 min (2 of 3 left)");
    CHECK(action<Call>(menu, "snooze/600") == Call{QStringLiteral("Snooze"), {600LL}});
    CHECK(action<Call>(menu, "prompt/skip").method == u"Skip");
    CHECK(action<Call>(menu, "prompt/another").method == u"Another");
    CHECK(action<Call>(menu, "prompt/never").method == u"Never");
    // once, not twice
    CHECK_FALSE(has(menu, "start/micro"));
    CHECK(has(menu, "start/long"));
    CHECK(label(menu, "state").starts_with("Asking for a break: Micro-break"));
    CHECK_FALSE(has(menu, "next/micro"));
    CHECK(has(menu, "next/long"));
    const Menu calm = menu_of(test::view_of(test::working_report()));
    for (const char* key : {"prompt/start", "snooze/300", "prompt/skip", "prompt/another", "prompt/never"})
        CHECK_FALSE(has(calm, key));
}

TEST_CASE("without snoozes left that is said, and cannot be clicked") {
    bus::StatusReport report = test::prompted_report();
    report.status.rules[0].snoozes = 3;
    report.status.rules[0].snoozes_left = 0;
    const Menu menu = menu_of(test::view_of(report));
    CHECK(label(menu, "snooze") == "Snooze (0 of 3 left)");
    CHECK_FALSE(clickable(menu, "snooze"));
    CHECK_FALSE(has(menu, "snooze/300"));
}

TEST_CASE("a running break can be shown and steered, and no other started") {
    bus::StatusReport report = test::resting_report();
    Menu menu = menu_of(test::view_of(report));
    CHECK(action<Errand>(menu, "session/show") == Errand::show_window);
    CHECK(action<Call>(menu, "session/pause") == Call{QStringLiteral("Steer"), {QStringLiteral("pause")}});
    CHECK(action<Call>(menu, "session/next") == Call{QStringLiteral("Steer"), {QStringLiteral("next")}});
    CHECK(action<Call>(menu, "session/enough") == Call{QStringLiteral("Steer"), {QStringLiteral("enough")}});
    CHECK(action<Call>(menu, "session/stop") == Call{QStringLiteral("Steer"), {QStringLiteral("stop")}});
    CHECK_FALSE(has(menu, "start/micro"));
    CHECK_FALSE(has(menu, "exercises"));
    report.status.session->paused_at = test::boot;
    menu = menu_of(test::view_of(report));
    CHECK_FALSE(has(menu, "session/pause"));
    CHECK(action<Call>(menu, "session/resume") == Call{QStringLiteral("Steer"), {QStringLiteral("resume")}});
}

TEST_CASE("pauses, and resuming only while paused") {
    bus::StatusReport report = test::working_report();
    Menu menu = menu_of(test::view_of(report));
    CHECK(action<Call>(menu, "pause/30min") == Call{QStringLiteral("Pause"), {1800LL}});
    CHECK(action<Call>(menu, "pause/1h") == Call{QStringLiteral("Pause"), {3600LL}});
    CHECK(action<Call>(menu, "pause/2h") == Call{QStringLiteral("Pause"), {7200LL}});
    CHECK(action<Call>(menu, "pause/tomorrow") ==
          Call{QStringLiteral("PauseUntil"), {QStringLiteral("tomorrow")}});
    CHECK(action<Call>(menu, "pause/resumed") == Call{QStringLiteral("Pause"), {0LL}});
    CHECK(action<Call>(menu, "rested").method == u"Rested");
    CHECK_FALSE(has(menu, "resume"));
    report.status.doing = Activity::paused;
    report.status.holds = {"pause"};
    report.status.paused_until = test::boot + 30min;
    menu = menu_of(test::view_of(report));
    CHECK(action<Call>(menu, "resume").method == u"Resume");
    CHECK(label(menu, "state") == "Paused until 10:30");
}

TEST_CASE("exercises: allowed ones can be clicked, and many are put together by part of the body") {
    View view = test::view_of(test::working_report());
    CHECK_FALSE(find_item(menu_of(view), QStringLiteral("exercises"))->enabled);
    view.exercises = {{QStringLiteral("roll"), QStringLiteral("Roll"), QStringLiteral("shoulders"), true},
                      {QStringLiteral("risky"), QStringLiteral("Risky"), QStringLiteral("neck"), false}};
    Menu menu = menu_of(view);
    CHECK(action<StartBreak>(menu, "exercise/roll") == StartBreak{{}, QStringLiteral("roll")});
    CHECK_FALSE(find_item(menu, QStringLiteral("exercise/risky"))->enabled);
    CHECK_FALSE(has(menu, "area/neck"));
    for (int i = 0; i < 20; ++i) {
        view.exercises.push_back(
            {QStringLiteral("e%1").arg(i), QStringLiteral("E"), QStringLiteral("upper_back")});
    }
    menu = menu_of(view);
    CHECK(label(menu, "area/upper_back") == "Upper back");
    CHECK(find_item(menu, QStringLiteral("area/upper_back"))->children.size() == 20);
    CHECK(clickable(menu, "exercise/e19"));
}

TEST_CASE("without a daemon it can be started, and little else") {
    View view;
    view.daemon = Daemon::absent;
    Menu menu = menu_of(view);
    CHECK(label(menu, "state") == "Limber is not running");
    CHECK(action<Errand>(menu, "quit") == Errand::quit);
    CHECK_FALSE(has(menu, "pause"));
    view.daemon = Daemon::unknown;
    menu = menu_of(view);
    CHECK(label(menu, "state") == "Limber does not answer");
    CHECK_FALSE(has(menu, "start-daemon"));
}

TEST_CASE("problems: the first error and where it is") {
    View view = test::view_of(test::working_report());
    view.problems = {{.severity = settings::Problem::Severity::warning,
                      .file = "/x/neck.toml",
                      .line = 3,
                      .message = "odd"},
                     {.severity = settings::Problem::Severity::error,
                      .file = "/home/me/limber.toml",
                      .line = 7,
                      .message = "unknown\nkey"}};
    const Menu menu = menu_of(view);
    CHECK(menu.front().label == u"Problem: unknown key (limber.toml, line 7)");
    CHECK(action<Errand>(menu, "problem") == Errand::open_configuration);
    view.problems = {{.message = "The disk is full."}};
    CHECK(label(menu_of(view), "problem") == "Problem: The disk is full.");
    CHECK_FALSE(has(menu_of(test::view_of(test::working_report())), "problem"));
}

TEST_CASE("a key is in a menu once, whatever is going on") {
    for (const auto& report : {test::working_report(), test::prompted_report(), test::resting_report()}) {
        View view = test::view_of(report);
        view.exercises = {{QStringLiteral("a"), QStringLiteral("A"), {}, true}};
        view.trouble = QStringLiteral("No.");
        std::multiset<QString> keys;
        collect(menu_of(view), keys);
        CHECK(keys.size() == std::set<QString>(keys.begin(), keys.end()).size());
        CHECK(keys.contains(QStringLiteral("trouble")));
    }
}

TEST_CASE("nonsense from elsewhere does not break the menu") {
    bus::StatusReport report = test::prompted_report();
    report.status.prompt->break_id = "a rule nobody knows";
    report.status.rules[0].title = std::string(5000, 'x') + "\n\t";
    report.status.rules[1].title = "";
    for (int i = 0; i < 1000; ++i)
        report.status.rules.push_back(report.status.rules[1]);
    const Menu menu = menu_of(test::view_of(report));
    CHECK(menu.size() < 50);
    CHECK(label(menu, "next/long") == "long after 30 min at the desk");
    for (const Item& item : menu) {
        CHECK(item.label.size() < 200);
        CHECK_FALSE(item.label.contains(u'\n'));
    }
    CHECK(exercises_from_wire({}).empty());
    CHECK(exercises_from_wire({42}).empty());
    QList<QVariantMap> odd{{{QStringLiteral("id"), 7}}, {}, {{QStringLiteral("id"), QStringLiteral("x")}}};
    const auto list = exercises_from_wire({QVariant::fromValue(odd)});
    REQUIRE(list.size() == 1);
    CHECK(list[0].title == u"x");
}

TEST_CASE("titles inside sentences") {
    CHECK(inside_sentence(QStringLiteral("Micro-break")) == u"micro-break");
    CHECK(inside_sentence(QStringLiteral("UFO")) == u"UFO");
    CHECK(inside_sentence(QStringLiteral("X")) == u"X");
    CHECK(one_line(QStringLiteral(" a\n\u2028 b\t\u0007c ")) == u"a b c");
    CHECK(one_line(QString(500, u'y'), 10).size() == 10);
}
