// SPDX-License-Identifier: GPL-3.0-or-later
// Every phase of every exercise, in German and in a made-up language two fifths longer than English: nothing
// is cut.
#include "core/plan.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "desk.hpp"
#include "fitting.hpp"
#include "settings/settings.hpp"
#include "window/break_view.hpp"
#include "window/page.hpp"
#include "window/style.hpp"
#include "words/language.hpp"
#include "words/text.hpp"

#include <QApplication>
#include <QSize>
#include <QString>
#include <Qt>
#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::window;
using namespace std::chrono_literals;

namespace {

/// Two fifths longer, with the marks above letters that make lines higher.
QString stretched(const QString& text) {
    QString longer = text;
    for (const auto& [plain, marked] : {std::pair{u'a', u'ä'}, {u'e', u'ê'}, {u'o', u'ö'}, {u'A', u'Å'}})
        longer.replace(QChar{plain}, QChar{marked});
    const qsizetype more = (text.size() * 2 + 4) / 5;
    QString tail;
    while (tail.size() < more)
        tail += QStringLiteral(" länger");
    return text.endsWith(QLatin1Char{'.'}) ? longer.chopped(1) + tail.left(more) + QLatin1Char{'.'}
                                           : longer + tail.left(more);
}

/// Takes back every language at its end.
struct OtherLanguage {
    OtherLanguage() = default;
    OtherLanguage(const OtherLanguage&) = delete;
    OtherLanguage& operator=(const OtherLanguage&) = delete;

    ~OtherLanguage() { speak({}); }
};

Plan shipped_plan(const std::vector<std::string>& languages) {
    settings::ConfigPaths paths;
    paths.user = "/nonexistent/limber";
    paths.shipped = std::filesystem::path{LIMBER_SOURCE_DIR} / "config";
    paths.languages = languages;
    const auto loaded = settings::load_settings(paths);
    REQUIRE(loaded.has_value());
    return loaded->settings.plan;
}

Session session_of(const Plan& plan, const std::string& exercise) {
    Session session;
    session.id = 1;
    session.exercises = {exercise};
    session.phases = phases_of(plan, session.exercises, 5min);
    session.began = Instant{1h};
    return session;
}

ExerciseBook book_of(const Plan& plan, bool longer) {
    ExerciseBook book;
    for (const Exercise& exercise : plan.exercises) {
        const auto text = [&](const std::string& one) {
            return longer ? stretched(QString::fromStdString(one)) : QString::fromStdString(one);
        };
        book[exercise.id] = {.title = text(exercise.title), .caution = text(exercise.caution), .pose = {}};
    }
    return book;
}

void check_every_phase(const Plan& plan, const ExerciseBook& book, const QSize& size, double letters_times,
                       bool longer) {
    const test::Letters letters{letters_times};
    BreakView view{test::figures()};
    view.resize(size * letters_times);
    view.grab(); // lets the resize happen
    for (const Exercise& exercise : plan.exercises) {
        CAPTURE(exercise.id);
        Session session = session_of(plan, exercise.id);
        if (longer) {
            for (SessionPhase& phase : session.phases) {
                phase.text = stretched(QString::fromStdString(phase.text)).toStdString();
                phase.title = stretched(QString::fromStdString(phase.title)).toStdString();
            }
        }
        view.set_headlines(instructions_of(session));
        std::set<QString> seen;
        Instant at = session.began;
        for (const SessionPhase& phase : session.phases) {
            const Page page = guide_page(session, book, at);
            at += phase.length;
            if (!seen.insert(page.headline + page.next + page.side).second) continue;
            view.show_page(page);
            test::check_nothing_is_cut(view);
        }
    }
    for (const Page& page :
         {farewell_page(3), rest_page(test::working(), {}), rest_page(test::offered(), test::short_book()),
          lost_page(false), lost_page(true)}) {
        view.show_page(page);
        test::check_nothing_is_cut(view);
    }
}

} // namespace

TEST_CASE("in German nothing is cut in any phase of any exercise, at 100 and at 200 %") {
    test::need_gui();
    const OtherLanguage undone;
    REQUIRE(speak({"de"}) == "de");
    const Plan plan = shipped_plan({"de"});
    for (const QSize& size : {default_size, small_size}) {
        for (const double times : {1.0, 2.0})
            check_every_phase(plan, book_of(plan, false), size, times, false);
    }
    // what is left of a screen of 1280 x 800 for letters twice as large
    check_every_phase(plan, book_of(plan, false), QSize{1256, 768} / 2, 2.0, false);
}

TEST_CASE("two fifths longer than English nothing is cut either") {
    test::need_gui();
    const OtherLanguage undone;
    REQUIRE(speak({"long"}) == "long"); // see CMakeLists.txt
    REQUIRE(_("Left") == QStringLiteral("Lêft l"));
    const Plan plan = shipped_plan({});
    for (const double times : {1.0, 2.0})
        check_every_phase(plan, book_of(plan, true), default_size, times, true);
}

TEST_CASE("in German the window says all it says in German") {
    test::need_gui();
    const OtherLanguage undone;
    REQUIRE(speak({"de"}) == "de");
    const Plan plan = shipped_plan({"de"});
    const Session session = session_of(plan, "arm-reach");
    const Page page = guide_page(session, book_of(plan, false), session.began + 9s);
    CHECK(page.headline ==
          QStringLiteral("Heb die linke Hand und streck den Arm nach vorne. Der Kopf bleibt still."));
    CHECK(page.side == QStringLiteral("Links"));
    CHECK(page.count == QStringLiteral("1 von 5"));
    CHECK(page.next == QStringLiteral("Gleich: halten, links, 4 s"));
    CHECK(page.spoken.endsWith(QStringLiteral("3 Sekunden")));
    CHECK(page.caution.endsWith(QStringLiteral("Hör auf, wenn es wehtut.")));
    CHECK(farewell_page(12).next == QStringLiteral("12 Pausen heute."));
}
