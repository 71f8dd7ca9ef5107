// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window without a desktop, for looking at: every kind of page, light, dark and with more
// contrast, at 100 and 200 %, in a language. Usage: window_pictures FOLDER [LANGUAGE] [-reverse]
#include "desk.hpp"
#include "every_page.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"
#include "words/language.hpp"

#include <QDir>
#include <QGuiApplication>
#include <QString>
#include <Qt>

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

using namespace limber;

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: window_pictures FOLDER [LANGUAGE] [-reverse]\n", stderr);
        return 2;
    }
    test::need_gui();
    const QDir folder{QString::fromLocal8Bit(argv[1])};
    folder.mkpath(QStringLiteral("."));
    settings::ConfigPaths paths;
    paths.user = folder.filesystemAbsolutePath() / "no-configuration";
    paths.shipped = std::filesystem::path{LIMBER_SOURCE_DIR} / "config";
    const std::vector<std::string_view> wishes(argv + 2, argv + argc);
    for (const std::string_view wish : wishes) {
        if (wish == "-reverse") {
            QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        } else {
            paths.languages = {std::string{wish}};
        }
    }
    speak(paths.languages);
    const auto loaded = settings::load_settings(paths);
    if (!loaded) return 1;
    for (const auto& warning : loaded->warnings) {
        std::fprintf(stderr, "%s\n", settings::to_string(warning).c_str());
    }
    for (const auto& shown : test::every_page(loaded->settings.plan)) {
        for (const auto& [scheme, look] : test::every_look) {
            for (const int ratio : {1, 2}) {
                const QString name = QStringLiteral("%1-%2-%3.png")
                                         .arg(QString::fromStdString(shown.name), QString::fromLatin1(look))
                                         .arg(ratio * 100);
                test::page_picture(shown, scheme, ratio).save(folder.filePath(name));
            }
        }
    }
    return 0;
}
