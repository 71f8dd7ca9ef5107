// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/effect.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "desk.hpp"
#include "window/page.hpp"

#include <QString>
#include <QVariantMap>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::window;
using namespace std::chrono_literals;

namespace {

std::string at(const Session& session, Duration since, QString Page::* field) {
    return (guide_page(session, test::short_book(), session.began + since).*field).toStdString();
}

} // namespace

TEST_CASE("a phase is told in words: what to do, on which side, which repetition, what comes next") {
    const Session session = test::short_session();
    CHECK(at(session, 0s, &Page::title) == "Shoulder Rolls");
    CHECK(at(session, 0s, &Page::headline) == "Lift both shoulders.");
    CHECK(at(session, 0s, &Page::next) == "Next: hold, left, 6 s");
    CHECK(at(session, 0s, &Page::side).empty());
    CHECK(at(session, 0s, &Page::count).empty());
    CHECK(at(session, 5s, &Page::headline) == "Hold with the left hand.");
    CHECK(at(session, 5s, &Page::side) == "Left");
    CHECK(at(session, 5s, &Page::count) == "2 of 5");
    CHECK(at(session, 5s, &Page::next) == "Next: rest, 5 s");
    CHECK(at(session, 11s, &Page::next) == "Then you are done.");
}

TEST_CASE("what is spread over the day says which one of the day this is") {
    Session session = test::short_session();
    for (SessionPhase& phase : session.phases)
        phase.reps = phase.rep = 1;
    ExerciseBook book = test::short_book();
    book["roll"].per_day = 10;
    book["roll"].done_today = 3;
    const auto count = [&] { return guide_page(session, book, session.began).count.toStdString(); };
    CHECK(count() == "4 of 10 today");
    book["roll"].done_today = 10; // asked for once more
    CHECK(count() == "10 of 10 today");
    book["roll"].per_day = 0;
    CHECK(count().empty());
}

TEST_CASE("the caution and \"stop if it hurts\" are there in every phase") {
    const Session session = test::short_session();
    for (Duration since = 0s; since <= 16s; since += 1s) {
        CHECK(at(session, since, &Page::caution) == "Slowly and without force. Stop if it hurts.");
    }
    Session away = session;
    away.phases = {{{}, "leave-desk", {}, PhaseKind::hold, Side::none, 1, 1, 4min}};
    CHECK(at(away, 0s, &Page::caution) == "Stop if it hurts.");
    CHECK(at(away, 0s, &Page::title) == "Leave the desk");
    CHECK_FALSE(at(away, 0s, &Page::headline).empty());
}

TEST_CASE("what comes next is called by its name, and by its side if the name does not say it") {
    Session session = test::short_session();
    session.phases[1].kind = PhaseKind::move;
    session.phases[1].name = "lower";
    CHECK(at(session, 0s, &Page::next) == "Next: lower, left, 6 s");
    session.phases[1].name = "small left";
    CHECK(at(session, 0s, &Page::next) == "Next: small left, 6 s");
}

TEST_CASE("the next exercise is announced by its name") {
    Session session = test::short_session();
    session.phases[1].exercise = "unknown-to-the-book";
    CHECK(at(session, 0s, &Page::next) == "Next: unknown-to-the-book");
    session.phases[1].exercise.clear();
    CHECK(at(session, 0s, &Page::next) == "Next: Leave the desk");
}

TEST_CASE("seconds count down to one, never to zero; the ring empties") {
    const Session session = test::short_session();
    const auto stage = [&](Duration since) {
        return guide_page(session, test::short_book(), session.began + since).stage;
    };
    CHECK(stage(0s).badge_words == QLatin1String{"4"});
    CHECK(stage(1ms).badge_words == QLatin1String{"4"});
    CHECK(stage(3'999ms).badge_words == QLatin1String{"1"});
    CHECK(stage(1s).ring == doctest::Approx(0.75));
    CHECK(stage(20s).badge_words == QLatin1String{"1"});
    Session away = session;
    away.phases = {{{}, "leave-desk", {}, PhaseKind::hold, Side::none, 1, 1, 65s}};
    CHECK(guide_page(away, {}, away.began).stage.badge_words == QLatin1String{"1:05"});
}

TEST_CASE("a paused break says so, and offers to go on") {
    Session session = test::short_session();
    session.paused_at = session.began + 2s;
    const Page page = guide_page(session, test::short_book(), session.began + 1min);
    CHECK(page.next == QLatin1String{"Paused. Go on when you like."});
    CHECK(page.stage.badge == StageView::Badge::pause);
    CHECK(page.controls.at(0).steering == Steering::resume);
    CHECK(page.stage.moment.progress == doctest::Approx(0.5));
}

TEST_CASE("every control has a key of its own") {
    auto controls = guide_page(test::short_session(), {}, Instant{1h}).controls;
    REQUIRE(controls.size() == 5);
    std::ranges::sort(controls, {}, &Control::key);
    CHECK(std::ranges::adjacent_find(controls, {}, &Control::key) == controls.end());
    CHECK(std::ranges::count(controls, true, &Control::first) == 1);
}

TEST_CASE("the last line counts the day's breaks") {
    bus::StatusReport report = test::working();
    report.status.today = {{"micro", {{Outcome::done, 2}, {Outcome::skipped, 4}}},
                           {"", {{Outcome::done, 1}}}};
    CHECK(done_today(report.status) == 3);
    CHECK(farewell_page(3).next == QLatin1String{"Third break today."});
    CHECK(farewell_page(12).next == QLatin1String{"12 breaks today."});
    CHECK(farewell_page(0).next.isEmpty());
}

TEST_CASE("without a session: when the next break is, and a button for each rule") {
    const Page page = rest_page(test::working(), {});
    CHECK(page.headline == QLatin1String{"Next break about 14:10"});
    REQUIRE(page.controls.size() == 3);
    CHECK(page.controls[0].rule == "micro");
    CHECK(page.controls[1].label == QLatin1String{"Start Long break"});
    CHECK(page.controls[2].act == Control::Act::close);
}

TEST_CASE("what is suggested is on the window with its answers") {
    bus::StatusReport report = test::offered();
    const Page page = rest_page(report, test::short_book());
    CHECK(page.title == QLatin1String{"Micro-break"});
    CHECK(page.headline == QLatin1String{"Shoulder Rolls"});
    CHECK(page.next == QLatin1String{"Suggested since 14:00."});
    CHECK(page.caution.endsWith(QLatin1String{"Stop if it hurts."}));
    REQUIRE(page.controls.size() == 4);
    CHECK(page.controls[0].act == Control::Act::start);
    CHECK(page.controls[0].rule == "micro");
    CHECK(page.controls[0].first);
    CHECK(page.controls[1].act == Control::Act::snooze);
    CHECK(page.controls[2].act == Control::Act::skip);
    CHECK(page.controls[3].act == Control::Act::close);
    report.status.never = {"unheard-of"}; // can be allowed again all the same
    CHECK(rest_page(report, {}).controls[3].act == Control::Act::list_never);
    report.status.prompt->snooze.clear();
    report.status.prompt->exercise.clear();
    const Page no_snooze = rest_page(report, {});
    CHECK(no_snooze.headline == QLatin1String{"Leave the desk"});
    CHECK(std::ranges::count(no_snooze.controls, Control::Act::snooze, &Control::act) == 0);
}

TEST_CASE("what was never to be seen again can be allowed from a list, one by one or all at once") {
    bus::StatusReport report = test::working();
    const auto lists_never = [&report] {
        const Page page = rest_page(report, {});
        return std::ranges::count(page.controls, Control::Act::list_never, &Control::act) == 1;
    };
    CHECK_FALSE(lists_never());
    report.status.never = {"roll", "unheard-of"};
    CHECK(lists_never());
    const Page page = never_page(report, test::short_book());
    REQUIRE(page.controls.size() == 4);
    CHECK(page.controls[0].label == QLatin1String{"Allow Shoulder Rolls"});
    CHECK(page.controls[0].exercise == "roll");
    CHECK(page.controls[1].label == QLatin1String{"Allow unheard-of"});
    CHECK(page.controls[2].exercise.empty());
    CHECK(page.controls[3].act == Control::Act::back);
    report.status.never.resize(10, "x");
    CHECK(never_page(report, test::short_book()).next.endsWith(QLatin1String{"And 4 more."}));
    CHECK(never_page(report, test::short_book()).controls.size() == 8);
}

TEST_CASE("what the daemon lists becomes a book, nonsense is left out") {
    const ExerciseBook book = exercise_book({{{"id", "roll"}, {"title", "Rolls"}, {"pose", "front/roll"}},
                                             {{"title", "nameless"}},
                                             {{"id", 7}},
                                             {}});
    REQUIRE(book.size() == 1);
    CHECK(book.at("roll").title == QLatin1String{"Rolls"});
    CHECK(book.at("roll").pose == "front/roll");
    CHECK(book.at("roll").caution.isEmpty());
}
