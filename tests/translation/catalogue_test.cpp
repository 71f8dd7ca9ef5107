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
#include "translation/person_language.hpp"
#include "translation/said.hpp"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QTranslator>
#include <QXmlStreamReader>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

using namespace limber;
using namespace limber::settings;
using namespace limber::translation;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

/// An application that speaks the language until the test is over.
struct Speaking {
    explicit Speaking(const std::vector<std::string>& languages) : language(speak(languages)) {}

    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

    ~Speaking() {
        lend_translator(nullptr);
        for (auto* translator : application.findChildren<QTranslator*>())
            QCoreApplication::removeTranslator(translator);
    }

    int argc = 1;
    char name[5] = "test";  // NOLINT(modernize-avoid-c-arrays): what QCoreApplication takes
    char* argv[2] = {name}; // NOLINT(modernize-avoid-c-arrays)
    QCoreApplication application{argc, argv};
    QString language;
};

struct Translated {
    QString source;
    QStringList translations;
};

std::vector<Translated> german_catalogue() {
    QFile file{QStringLiteral(LIMBER_SOURCE_DIR "/daemon/translation/limber_de.ts")};
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader reader{&file};
    std::vector<Translated> all;
    QString text;
    bool plural = false;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement) {
            text.clear();
            if (reader.name() == u"message")
                plural = reader.attributes().hasAttribute(QStringLiteral("numerus"));
        } else if (token == QXmlStreamReader::Characters) {
            text += reader.text();
        } else if (token == QXmlStreamReader::EndElement) {
            if (reader.name() == u"source") all.push_back({text, {}});
            if (reader.name() == (plural ? u"numerusform" : u"translation")) all.back().translations << text;
        }
    }
    REQUIRE_FALSE(reader.hasError());
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
        CHECK(german.language == QStringLiteral("de"));
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
    CHECK(other.language == QStringLiteral("en"));
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
    CHECK(said(QT_TRANSLATE_NOOP("said", "unknown key `{}`"), "x") == "unbekannter Schlüssel `x`");
    lend_translator([](const char* /*english*/) { return std::string{"zu {} viele {}"}; });
    CHECK(said("one {}", 1) == "one 1");
    lend_translator(nullptr);
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
