// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window without a desktop, for looking at: every kind of page, light, dark and with more
// contrast, at 100 and 200 %, in a language. Usage: window_pictures FOLDER [LANGUAGE] [-reverse]
#include "bus/wire_values.hpp"
#include "core/effect.hpp"
#include "core/plan.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "desk.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"
#include "translation/person_language.hpp"
#include "window/break_view.hpp"
#include "window/page.hpp"
#include "window/style.hpp"

#include <QDir>
#include <QGuiApplication>
#include <QPixmap>
#include <QSize>
#include <QString>
#include <Qt>

#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace limber;
using namespace std::chrono_literals;

namespace {

struct Picture {
    QString name;
    Page page;
    std::vector<QString> headlines;
};

Session session_of(const Plan& plan, const std::vector<std::string>& exercises, Duration rest) {
    Session session;
    session.id = 1;
    session.exercises = exercises;
    session.phases = phases_of(plan, exercises, rest);
    session.began = Instant{1h};
    return session;
}

std::vector<Picture> pictures(const Plan& plan) {
    ExerciseBook book;
    for (const Exercise& exercise : plan.exercises) {
        book[exercise.id] = {.title = wire::text(exercise.title),
                             .caution = wire::text(exercise.caution),
                             .pose = exercise.pose};
    }
    std::vector<Picture> all;
    const auto add = [&](const char* name, const Session& session, Duration since) {
        all.push_back({QString::fromLatin1(name), guide_page(session, book, session.began + since),
                       instructions_of(session)});
    };
    add("move", session_of(plan, {"butterfly"}, 0s), 7s);
    add("hold", session_of(plan, {"butterfly"}, 0s), 10s);
    add("rest", session_of(plan, {"butterfly"}, 0s), 29s);
    add("side", session_of(plan, {"arm-reach"}, 0s), 22s);
    add("twist", session_of(plan, {"trunk-rotation"}, 0s), 12s);
    add("long", session_of(plan, {"shoulder-rolls", "blade-squeeze"}, 5min), 20s);
    add("leave-desk", session_of(plan, {"blade-squeeze"}, 5min), 40s);
    Session paused = session_of(plan, {"butterfly"}, 0s);
    paused.paused_at = paused.began + 7s;
    add("paused", paused, 7s);
    all.push_back({QStringLiteral("farewell"), farewell_page(3), {}});
    all.push_back({QStringLiteral("at-rest"), rest_page(test::working()), {}});
    StatusReport never = test::working();
    never.status.never = {"arm-reach", "chin-glide"};
    all.push_back({QStringLiteral("never"), never_page(never, book), {}});
    all.push_back({QStringLiteral("lost"), lost_page(true), {}});
    return all;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: window_pictures FOLDER [LANGUAGE] [-reverse]\n", stderr);
        return 2;
    }
    test::need_gui();
    const QDir folder{QString::fromLocal8Bit(argv[1])};
    folder.mkpath(QStringLiteral("."));
    ConfigPaths paths;
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
    const auto loaded = load_settings(paths);
    if (!loaded) return 1;
    for (const auto& warning : loaded->warnings) {
        std::fprintf(stderr, "%s\n", to_string(warning).c_str());
    }
    constexpr std::array looks{std::pair{Scheme::light, "light"}, std::pair{Scheme::dark, "dark"},
                               std::pair{Scheme::light_contrast, "light-contrast"},
                               std::pair{Scheme::dark_contrast, "dark-contrast"}};
    for (const auto& [name, page, headlines] : pictures(loaded->settings.plan)) {
        for (const auto& [scheme, look] : looks) {
            for (const int ratio : {1, 2}) {
                BreakView view{test::figures()};
                view.set_look(scheme, false);
                view.resize(default_size);
                view.set_headlines(headlines);
                view.show_page(page);
                view.grab();
                QPixmap picture{default_size * ratio};
                picture.setDevicePixelRatio(ratio);
                view.render(&picture);
                picture.save(folder.filePath(
                    QStringLiteral("%1-%2-%3.png").arg(name, QString::fromLatin1(look)).arg(ratio * 100)));
            }
        }
    }
    return 0;
}
