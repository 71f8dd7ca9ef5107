// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor_facts.hpp"

#include "client.hpp"
#include "core/choosing.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "output.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"
#include "snapshot.hpp"
#include "text.hpp"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QString>
#include <QStringList>
#include <QStringLiteral>

#include <algorithm>
#include <optional>
#include <vector>

namespace limber::cli {

using terminal::shown;

namespace {

constexpr int systemctl_patience = 3'000; // milliseconds
// longer than limberd's own (Examination::patience), which then still tells what it has found
constexpr int examine_patience = 8'000;

/// Standard output of a program that ended well in time.
std::optional<QString> output_of(const QString& program, const QStringList& arguments, int patience) {
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished(systemctl_patience);
        return std::nullopt;
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) return std::nullopt;
    return QString::fromUtf8(process.readAllStandardOutput());
}

std::optional<QString> user_manager(QStringList arguments) {
    arguments.prepend(QStringLiteral("--user"));
    return output_of(QStringLiteral("systemctl"), arguments, systemctl_patience);
}

/// KEY=VALUE lines.
QMap<QString, QString> assignments(const QString& text) {
    QMap<QString, QString> map;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (const auto equals = line.indexOf(u'='); equals > 0)
            map.insert(line.left(equals), line.mid(equals + 1));
    }
    return map;
}

DoctorFacts::Unit unit(const QString& name) {
    const auto shown = user_manager({QStringLiteral("show"), QStringLiteral("--property=UnitFileState"),
                                     QStringLiteral("--property=ActiveState"), name});
    const auto properties = assignments(shown.value_or(QString{}));
    return {.file = properties.value(QStringLiteral("UnitFileState")),
            .active = properties.value(QStringLiteral("ActiveState"))};
}

void ask_the_manager(DoctorFacts& facts) {
    const auto environment = user_manager({QStringLiteral("show-environment")});
    facts.user_manager = environment.has_value();
    if (!facts.user_manager) return;
    facts.manager_environment = assignments(*environment);
    facts.daemon = unit(QStringLiteral("limberd.service"));
    facts.tray = unit(QStringLiteral("limber-tray.service"));
    facts.graphical_session = unit(QStringLiteral("graphical-session.target")).active;
    if (facts.daemon.active != QStringLiteral("failed")) return;
    const auto log = output_of(QStringLiteral("journalctl"),
                               {QStringLiteral("--user-unit=limberd.service"), QStringLiteral("--output=cat"),
                                QStringLiteral("--lines=3"), QStringLiteral("--quiet")},
                               systemctl_patience);
    facts.unit_log = log.value_or(QString{}).split(u'\n', Qt::SkipEmptyParts);
}

void ask_limberd(DoctorFacts& facts) {
    // beside this program first: the version that belongs to it
    QString limberd =
        QStandardPaths::findExecutable(QStringLiteral("limberd"), {QCoreApplication::applicationDirPath()});
    if (limberd.isEmpty()) limberd = QStandardPaths::findExecutable(QStringLiteral("limberd"));
    if (limberd.isEmpty()) {
        facts.why_not_found =
            Cli::tr("The program limberd is neither beside this one nor in PATH. Is Limber installed whole?");
        return;
    }
    const auto printed = output_of(limberd, {QStringLiteral("--examine")}, examine_patience);
    facts.found = QJsonDocument::fromJson(printed.value_or(QString{}).toUtf8()).object();
    if (facts.found.isEmpty())
        facts.why_not_found = Cli::tr("%1 --examine did not answer. Is it of this version?").arg(limberd);
}

void read_the_settings(DoctorFacts& facts) {
    const settings::ConfigPaths paths = settings::config_paths();
    facts.settings_folder = shown(paths.user.string());
    const auto loaded = settings::load_settings(paths);
    if (!loaded) {
        for (const settings::Problem& problem : loaded.error()) {
            facts.settings_mistakes << shown(settings::to_string(problem));
        }
        return;
    }
    for (const auto& file : loaded->files) {
        facts.settings_files << shown(file.string());
    }
    for (const settings::Problem& warning : loaded->warnings) {
        facts.settings_warnings << shown(settings::to_string(warning));
    }
    const Plan& plan = loaded->settings.plan;
    facts.passive_screen_counts = plan.passive_screen == PassiveScreen::count;
    facts.exercises = static_cast<int>(plan.exercises.size());
    facts.fitting_exercises = static_cast<int>(std::ranges::count_if(
        plan.exercises, [&](const Exercise& exercise) { return unfit(plan, Bag{}, exercise) == Unfit::no; }));
}

void ask_the_daemon(DoctorFacts& facts) {
    const auto all = properties();
    if (!all) return;
    for (const settings::Problem& problem : snapshot_of(*all).problems) {
        facts.daemon_problems << shown(settings::to_string(problem));
    }
}

QMap<QString, QString> own_environment() {
    QMap<QString, QString> map;
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys()) {
        map.insert(name, environment.value(name));
    }
    return map;
}

} // namespace

DoctorFacts doctor_facts() {
    DoctorFacts facts;
    facts.own_environment = own_environment();
    ask_limberd(facts);
    ask_the_manager(facts);
    read_the_settings(facts);
    ask_the_daemon(facts);
    return facts;
}

} // namespace limber::cli
