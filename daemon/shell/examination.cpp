// SPDX-License-Identifier: GPL-3.0-or-later
#include "examination.hpp"

#include "bus/wire.hpp"
#include "clock.hpp"
#include "core/event.hpp"
#include "core/finding.hpp"
#include "core/plan.hpp"
#include "desktop.hpp"
#include "findings.hpp"
#include "history/history.hpp"
#include "history/sqlite_history.hpp"
#include "idle/display.hpp"
#include "idle/probe.hpp"
#include "senses.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"
#include "settings/state_folder.hpp"
#include "translation/person_language.hpp"

#include <QByteArray>
#include <QCoreApplication>
#include <QDBusConnection>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>
#include <QVariantMap>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace limber::shell {
namespace {

using namespace std::chrono_literals;

/// What has not answered by then is left out.
constexpr std::chrono::milliseconds patience = 5s;
constexpr std::chrono::milliseconds look_every = 50ms;

std::vector<history::HistoryProblem> history_problems(const std::filesystem::path& file) {
    std::error_code trouble;
    if (!std::filesystem::exists(file, trouble)) {
        if (!trouble) return {};
        return {{.sentence = trouble.message()}};
    }
    const auto readable = history::try_history(file);
    if (readable) return {};
    return {{.sentence = readable.error()}};
}

struct Files {
    std::vector<Finding> findings;
    bool passive_counts = false;
};

Files look_at_files() {
    const auto paths = settings::config_paths();
    const auto strict = settings::load_settings(paths);
    const auto loaded = strict ? *strict : settings::load_what_is_in_order(paths, false);
    Files files{.findings = settings_findings(loaded, strict ? strict->warnings : strict.error()),
                .passive_counts = loaded.settings.plan.passive_screen == PassiveScreen::count};
    const auto file = settings::state_folder() / "history.db";
    files.findings.push_back(history_finding(file, history_problems(file)));
    return files;
}

} // namespace

int examine(int argc, char** argv) {
    const QCoreApplication application{argc, argv};
    translation::speak_persons_language();
    Clock clock;
    const QDBusConnection session_bus = QDBusConnection::sessionBus();
    Senses senses{session_bus,
                  QDBusConnection::systemBus(),
                  {.post = [](const Happening& /*what*/) {},
                   .note = [](const std::string& /*line*/) {},
                   .now = [&clock] { return clock.now().at; },
                   .findings_changed = [] {},
                   .login_over = [] {}}};
    const Desktop desktop{session_bus, false, [] {}};
    senses.start({});
    const Files files = look_at_files();
    const auto begun = std::chrono::steady_clock::now();
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        const bool known = senses.settled() && desktop.known();
        if (known || std::chrono::steady_clock::now() - begun > patience) QCoreApplication::quit();
    });
    look.start(look_every);
    QCoreApplication::exec();

    std::vector<Finding> all{idle::display_finding(idle::DisplayEnvironment::of_this_process())};
    for (const auto& more : {senses.findings(files.passive_counts), desktop.findings(), files.findings})
        all.insert(all.end(), more.begin(), more.end());
    QJsonArray list;
    for (const QVariantMap& finding : bus::to_wire(all))
        list.append(QJsonObject::fromVariantMap(finding));
    const QByteArray text = QJsonDocument{list}.toJson();
    return std::fputs(text.constData(), stdout) >= 0 && std::fflush(stdout) == 0 ? 0 : 1;
}

} // namespace limber::shell
