// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exercise.hpp"
#include "core/finding.hpp"
#include "settings/settings.hpp"
#include "words/missing_parts.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QStringList>
#include <QTemporaryDir>
#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace limber {
namespace {

/// A machine that has these plug-ins, and no others.
struct Machine {
    explicit Machine(const QStringList& plugins) {
        static int count = 1;
        static char* arguments[] = {const_cast<char*>("test"), nullptr};
        static const QCoreApplication application{count, arguments};
        for (const QString& plugin : plugins) {
            const QString file = folder.filePath(plugin);
            QDir{}.mkpath(QFileInfo{file}.path());
            REQUIRE(QFile{file}.open(QIODevice::WriteOnly));
        }
        QCoreApplication::setLibraryPaths({folder.path()});
    }

    QTemporaryDir folder;
};

settings::Settings with_pictures(const std::vector<std::string>& files) {
    settings::Settings settings;
    for (const std::string& file : files) {
        Exercise exercise;
        exercise.image = file;
        settings.plan.exercises.push_back(exercise);
    }
    settings.guide.sounds = false;
    settings.guide.speech = false;
    return settings;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("pictures that nothing draws are one finding, however their names are written") {
    const Machine machine{{}};
    const auto missing = missing_parts(with_pictures({"/a.png", "/b.SVG", "/c.svg", "/d.WebP"}));
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].id == "pictures");
    CHECK(missing[0].grade == Grade::lacking);
    for (const char* const part : {".svg", ".webp"})
        CHECK(contains(missing[0].sentence, part));
    for (const char* const package : {"libqt6svg6", "qt6-image-formats-plugins"})
        CHECK(contains(missing[0].remedy, package));
}

TEST_CASE("pictures that are drawn, and those every Qt draws, lack nothing") {
    const Machine machine{{"imageformats/libqsvg.so"}};
    CHECK(missing_parts(with_pictures({"/a.jpeg", "/b.svg"})).empty());
    const auto missing = missing_parts(with_pictures({"/b.svg", "/c.webp"}));
    REQUIRE(missing.size() == 1);
    CHECK_FALSE(contains(missing[0].remedy, "libqt6svg6"));
}

TEST_CASE("Qt's part for Wayland is missed where there is a Wayland display") {
    const Machine machine{{}};
    CHECK(missing_display_parts(false, true).empty());
    auto missing = missing_display_parts(true, true);
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].id == "wayland");
    CHECK(missing[0].grade == Grade::note); // by way of X11
    CHECK(contains(missing[0].remedy, "qt6-wayland"));
    missing = missing_display_parts(true, false);
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].grade == Grade::lacking);
    const Machine other{{"platforms/libqwayland-generic.so"}};
    CHECK(missing_display_parts(true, false).empty());
}

} // namespace limber
