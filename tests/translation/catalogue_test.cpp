// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/status_text.hpp"
#include "bus/wire.hpp"
#include "core/exercise.hpp"
#include "core/plan.hpp"
#include "core/session.hpp"
#include "core/status.hpp"
#include "core/time.hpp"
#include "notify/words.hpp"
#include "settings/catalogue.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"
#include "words/language.hpp"
#include "words/said.hpp"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <libintl.h>
#include <string>
#include <utility>
#include <vector>

using namespace limber;
using namespace limber::settings;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

/// An application that speaks the language until the test is over.
struct Speaking {
    explicit Speaking(const std::vector<std::string>& languages) : language(speak(languages)) {}

    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

    ~Speaking() { speak({}); }

    int argc = 1;
    char name[5] = "test";  // NOLINT(modernize-avoid-c-arrays): what QCoreApplication takes
    char* argv[2] = {name}; // NOLINT(modernize-avoid-c-arrays)
    QCoreApplication application{argc, argv};
    std::string language;
};

struct Translated {
    QString source;
    QStringList translations;
};

/// What stands between the quotes of a line of a catalogue.
QString quoted(const QString& line) {
    QString text = line.section(u'"', 1).chopped(1);
    text.replace(QLatin1String{R"(\n)"}, QLatin1String{"\n"})
        .replace(QLatin1String{R"(\")"}, QLatin1String{"\""});
    return text.replace(QLatin1String{R"(\\)"}, QLatin1String{"\\"});
}

std::vector<Translated> german_catalogue() {
    QFile file{QStringLiteral(LIMBER_SOURCE_DIR "/daemon/words/po/de.po")};
    REQUIRE(file.open(QIODevice::ReadOnly | QIODevice::Text));
    std::vector<Translated> all;
    QString* text = nullptr;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.startsWith(QLatin1String{"msgid "}))
            text = &all.emplace_back().source;
        else if (line.startsWith(QLatin1String{"msgid_plural "}))
            text = &all.back().source;
        else if (line.startsWith(QLatin1String{"msgstr"}))
            text = &all.back().translations.emplace_back();
        else if (!line.startsWith(u'"'))
            continue;
        if (line.startsWith(QLatin1String{"msgid_plural "})) text->clear();
        *text += quoted(line);
    }
    all.erase(all.begin()); // its head
    return all;
}

QStringList places_in(const QString& text) {
    QStringList places;
    static const QRegularExpression place{QStringLiteral("%[1-9]")};
    for (auto match = place.globalMatch(text); match.hasNext();)
        places << match.next().captured();
    places.removeDuplicates();
    places.sort();
    return places;
}

/// What {fmt} fills in, as often as it is there: "{}", "{0}", "{:g}"; not "{{" and "}}".
QStringList blanks_in(const QString& text) {
    QStringList blanks;
    static const QRegularExpression blank{QStringLiteral(R"(\{\{|\}\}|\{[^{}]*\})")};
    for (auto match = blank.globalMatch(text); match.hasNext();)
        blanks << match.next().captured();
    blanks.sort();
    return blanks;
}

/// What is told about a file, for each of the files that have mistakes on purpose.
std::vector<Problem> problems_of(const fs::path& file, const std::vector<std::string>& languages) {
    const bool exercise = file.parent_path().filename() == "bad_exercises";
    if (exercise) return read_exercise_file(file, languages).problems;
    const ConfigPaths paths{
        .user = {}, .system = {}, .shipped = LIMBER_SOURCE_DIR "/config", .languages = {}};
    return check_file(file, paths);
}

bus::StatusReport paused_for(int days) {
    bus::StatusReport report;
    report.status.doing = Activity::paused;
    report.status.paused_until = Instant{1h + std::chrono::days{days}};
    report.stamp.at = Instant{1h};
    report.stamp.civil.utc = Utc{14h};
    return report;
}

std::vector<Exercise> shipped_exercises(const std::vector<std::string>& languages) {
    std::vector<Exercise> all;
    for (const fs::directory_entry& entry :
         fs::directory_iterator{fs::path{LIMBER_SOURCE_DIR} / "config/exercises"}) {
        for (const ExerciseEntry& one : read_exercise_file(entry.path(), languages).entries)
            all.push_back(one.exercise);
    }
    return all;
}

} // namespace

TEST_CASE("German is spoken, with its plural, and English where there is no catalogue") {
    {
        const Speaking german{{"de_AT", "de"}};
        CHECK(german.language == "de");
        CHECK(notify::spoken_length(1s) == "1 Sekunde");
        CHECK(notify::spoken_length(40s) == "40 Sekunden");
        CHECK(notify::spoken_length(90s) == "1½ Minuten");
        CHECK(notify::spoken_length(60s) == "1 Minute");
        CHECK(bus::status_sentence(paused_for(3)) == QStringLiteral("Unterbrochen für 3 Tage"));
        CHECK(notify::area_name(QStringLiteral("upper_back")) == QStringLiteral("Oberer Rücken"));
        Plan plan;
        plan.breaks = {{.name = "micro", .title = "Micro-break"}, {.name = "tea", .title = "Tea time"}};
        notify::say_titles(plan);
        CHECK(plan.breaks[0].title == "Kurzpause");
        CHECK(plan.breaks[1].title == "Tea time");
    }
    const Speaking other{{"tlh", "xx_YY", "xx"}};
    CHECK(other.language == "en");
    CHECK(notify::spoken_length(40s) == "40 seconds");
    CHECK(bus::status_sentence(paused_for(3)) == QStringLiteral("Paused for 3 days"));
}

TEST_CASE("translations keep the places for names and numbers, the ends of sentences, and German quotes") {
    const auto entries = german_catalogue();
    CHECK(entries.size() > 500);
    for (const Translated& entry : entries) {
        CAPTURE(entry.source.toStdString());
        REQUIRE_FALSE(entry.translations.isEmpty());
        for (const QString& text : entry.translations) {
            CAPTURE(text.toStdString());
            CHECK(places_in(text) == places_in(entry.source));
            CHECK(blanks_in(text) == blanks_in(entry.source));
            CHECK(text.count(QLatin1Char{'&'}) == entry.source.count(QLatin1Char{'&'}));
            CHECK(text.endsWith(QLatin1Char{'.'}) == entry.source.endsWith(QLatin1Char{'.'}));
            CHECK(text.startsWith(QLatin1Char{' '}) == entry.source.startsWith(QLatin1Char{' '}));
            CHECK(text.endsWith(QLatin1Char{' '}) == entry.source.endsWith(QLatin1Char{' '}));
            CHECK_FALSE(text.contains(u'”'));
            CHECK(text.count(u'„') == text.count(u'“'));
            // what is typed is the same in every language
            static const QRegularExpression typed{
                QStringLiteral("limber (start|stop|pause|status|snooze|allow|config)")};
            for (auto match = typed.globalMatch(entry.source); match.hasNext();)
                CHECK(text.contains(match.next().captured()));
        }
    }
}

TEST_CASE("every mistake in a file is told in German, with the same words of the file in it") {
    const fs::path tests = fs::path{LIMBER_SOURCE_DIR} / "tests" / "settings";
    std::size_t told = 0;
    for (const char* const folder : {"bad", "bad_exercises"}) {
        for (const fs::directory_entry& entry : fs::directory_iterator{tests / folder}) {
            if (entry.path().extension() != ".toml") continue;
            const auto english = problems_of(entry.path(), {});
            const Speaking speaking{{"de"}};
            const auto german = problems_of(entry.path(), {});
            REQUIRE(german.size() == english.size());
            for (const Problem& problem : german) {
                CAPTURE(to_string(problem));
                const auto same_place = [&](const Problem& other) {
                    return other.line == problem.line && other.column == problem.column &&
                           other.key == problem.key;
                };
                const auto before = std::ranges::find_if(english, same_place);
                REQUIRE(before != english.end());
                CHECK(std::ranges::none_of(english, [&](const Problem& other) {
                    return other.message == problem.message ||
                           (!other.hint.empty() && other.hint == problem.hint);
                }));
                ++told;
            }
        }
    }
    CHECK(told > 100);
}

TEST_CASE("a text that is in no catalogue, or does not fit its parts, stays English") {
    const Speaking german{{"de"}};
    CHECK(said("nobody translates {}", 3) == "nobody translates 3");
    CHECK(said("unknown key `{}`", "x") == "unbekannter Schlüssel `x`");

    const QTemporaryDir folder;
    const fs::path catalogue = fs::path{folder.path().toStdString()} / "de" / "LC_MESSAGES";
    fs::create_directories(catalogue);
    std::ofstream{catalogue / "limber.po"} << "msgid \"one {}\"\nmsgstr \"zu {} viele {}\"\n";
    const std::string made = (catalogue / "limber").string();
    REQUIRE(std::system(("msgfmt -o " + made + ".mo " + made + ".po").c_str()) == 0);
    bindtextdomain("limber", qUtf8Printable(folder.path()));
    CHECK(in_persons_language("one {}") == "zu {} viele {}");
    CHECK(said("one {}", 1) == "one 1");
}

TEST_CASE("every shipped exercise is German from its name to its last phase") {
    const auto english = shipped_exercises({});
    const auto german = shipped_exercises({"de"});
    REQUIRE(english.size() == 20);
    REQUIRE(german.size() == english.size());
    for (std::size_t i = 0; i < english.size(); ++i) {
        CAPTURE(english[i].id);
        CHECK(english[i].id == german[i].id);
        CHECK(english[i].title != german[i].title);
        CHECK(english[i].summary != german[i].summary);
        CHECK(english[i].caution != german[i].caution);
        REQUIRE(english[i].blocks.size() == german[i].blocks.size());
        for (std::size_t b = 0; b < english[i].blocks.size(); ++b) {
            const auto& before = english[i].blocks[b].phases;
            const auto& after = german[i].blocks[b].phases;
            REQUIRE(before.size() == after.size());
            for (std::size_t p = 0; p < before.size(); ++p) {
                CAPTURE(before[p].text);
                CHECK(before[p].name == after[p].name); // the picture's
                CHECK(before[p].text != after[p].text);
                CHECK_FALSE(after[p].title.empty());
                CHECK(before[p].length == after[p].length);
                for (const Side side : {Side::left, Side::right})
                    CHECK(with_side(after[p].text, side).find_first_of("{|}") == std::string::npos);
            }
        }
    }
}
