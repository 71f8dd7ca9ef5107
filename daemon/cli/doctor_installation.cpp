// SPDX-License-Identifier: GPL-3.0-or-later
// Whether Limber is installed, started and configured, and what the session must do for it.
#include "doctor_facts.hpp"
#include "doctor_findings.hpp"
#include "doctor_parts.hpp"
#include "text.hpp"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QStringLiteral>

#include <vector>

namespace limber::cli::doctor {
namespace {

/// The lines that hand a compositor's environment to the user manager; empty where the desktop does it.
QString import_lines(const DoctorFacts& facts) {
    const QString desktop = facts.own_environment.value(QStringLiteral("XDG_CURRENT_DESKTOP")).toLower();
    const auto& own = facts.own_environment;
    if (own.contains(QStringLiteral("HYPRLAND_INSTANCE_SIGNATURE")) || desktop.contains(u"hyprland")) {
        return Cli::tr("In ~/.config/hypr/hyprland.conf:") +
               QStringLiteral("\n  exec-once = systemctl --user import-environment WAYLAND_DISPLAY DISPLAY "
                              "XDG_CURRENT_DESKTOP XDG_SESSION_ID HYPRLAND_INSTANCE_SIGNATURE"
                              "\n  exec-once = systemctl --user start hyprland-session.target");
    }
    if (own.contains(QStringLiteral("SWAYSOCK")) || desktop.contains(u"sway")) {
        return Cli::tr("In ~/.config/sway/config:") +
               QStringLiteral("\n  exec systemctl --user import-environment WAYLAND_DISPLAY DISPLAY "
                              "XDG_CURRENT_DESKTOP XDG_SESSION_ID SWAYSOCK"
                              "\n  exec systemctl --user start sway-session.target");
    }
    return Cli::tr("At the start of your session:") +
           QStringLiteral(
               "\n  systemctl --user import-environment WAYLAND_DISPLAY DISPLAY XDG_CURRENT_DESKTOP "
               "XDG_SESSION_ID");
}

QString session_target_lines() {
    return Cli::tr("A session target of your own, ~/.config/systemd/user/NAME-session.target:") +
           QStringLiteral("\n  [Unit]\n  BindsTo=graphical-session.target");
}

Finding unit(const DoctorFacts& facts) {
    Finding finding{"unit", Cli::tr("At login"), Grade::good, {}, {}};
    if (!facts.user_manager) {
        finding.grade = Grade::note;
        finding.sentence =
            Cli::tr("no systemd user manager here: your desktop's autostart has to start limberd");
        finding.remedy = Cli::tr("The entry for it is share/limber/autostart/limberd.desktop below the "
                                 "installation; copy it to ~/.config/autostart.");
    } else if (facts.daemon.file == QStringLiteral("enabled")) {
        finding.sentence = Cli::tr("limberd.service is enabled");
    } else if (facts.daemon.file.isEmpty()) {
        finding.grade = Grade::lacking;
        finding.sentence = Cli::tr("limberd.service is not installed");
        finding.remedy = QStringLiteral("./dev install");
    } else {
        finding.grade = Grade::lacking;
        finding.sentence =
            Cli::tr("limberd.service is %1, so it does not start by itself").arg(facts.daemon.file);
        finding.remedy = QStringLiteral("systemctl --user enable --now limberd");
    }
    return finding;
}

Finding graphical_session(const DoctorFacts& facts) {
    Finding finding{"target", Cli::tr("Session target"), Grade::good, {}, {}};
    if (facts.graphical_session == QStringLiteral("active")) {
        finding.sentence = Cli::tr("graphical-session.target is reached");
        return finding;
    }
    finding.grade = Grade::lacking;
    finding.sentence =
        Cli::tr("your desktop does not start graphical-session.target, so limberd is not started");
    finding.remedy = import_lines(facts) + u'\n' + session_target_lines();
    return finding;
}

Finding environment(const DoctorFacts& facts) {
    Finding finding{"environment", Cli::tr("Environment"), Grade::good, {}, {}};
    QStringList wrong;
    for (const auto& name : {QStringLiteral("WAYLAND_DISPLAY"), QStringLiteral("DISPLAY")}) {
        const QString here = facts.own_environment.value(name);
        const QString there = facts.manager_environment.value(name);
        if (here.isEmpty() || here == there) continue;
        wrong << (there.isEmpty() ? Cli::tr("%1 is missing").arg(name)
                                  : Cli::tr("%1 is %2 there and %3 here").arg(name, there, here));
    }
    if (wrong.isEmpty()) {
        finding.sentence = Cli::tr("the user manager knows the display");
        return finding;
    }
    finding.grade = Grade::lacking;
    finding.sentence = Cli::tr("of the user manager: %1").arg(wrong.join(QStringLiteral("; ")));
    finding.remedy = import_lines(facts);
    return finding;
}

Finding settings(const DoctorFacts& facts) {
    Finding finding{"settings", Cli::tr("Settings"), Grade::good, {}, {}};
    if (!facts.settings_mistakes.isEmpty()) {
        finding.grade = Grade::lacking;
        finding.sentence = Cli::tr("broken, so limberd would not start with them");
        finding.remedy = facts.settings_mistakes.join(u'\n');
    } else if (!facts.settings_warnings.isEmpty()) {
        finding.grade = Grade::note;
        finding.sentence = Cli::tr("in use, but something is left out");
        finding.remedy = facts.settings_warnings.join(u'\n');
    } else {
        finding.sentence = facts.settings_files.isEmpty() ? Cli::tr("the built-in ones")
                                                          : facts.settings_files.join(QStringLiteral(", "));
    }
    return finding;
}

Finding exercises(const DoctorFacts& facts) {
    Finding finding{"exercises", Cli::tr("Exercises"), Grade::good, {}, {}};
    finding.sentence = Cli::tr("%1, of which %2 fit you").arg(facts.exercises).arg(facts.fitting_exercises);
    if (facts.fitting_exercises > 0) return finding;
    finding.grade = Grade::lacking;
    finding.sentence = facts.exercises == 0
                           ? Cli::tr("none is installed: breaks have no exercise")
                           : Cli::tr("%1, but none fits you: breaks have no exercise").arg(facts.exercises);
    finding.remedy = QStringLiteral("limber exercises");
    return finding;
}

Finding history(const DoctorFacts& facts) {
    const QJsonObject history = facts.found.value("history").toObject();
    Finding finding{"history", Cli::tr("History"), Grade::good, {}, {}};
    if (const QString error = text(history, "error"); !error.isEmpty()) {
        finding.grade = Grade::lacking;
        finding.sentence = error;
    } else {
        finding.sentence =
            flag(history, "there") ? text(history, "file") : Cli::tr("begins with the first run");
    }
    return finding;
}

Finding running_problems(const DoctorFacts& facts) {
    return {"problems", Cli::tr("Complaints"), Grade::lacking, Cli::tr("the running limberd has some"),
            facts.daemon_problems.join(u'\n')};
}

} // namespace

std::vector<Finding> installation_findings(const DoctorFacts& facts) {
    std::vector<Finding> all{unit(facts)};
    if (facts.user_manager && !facts.daemon.file.isEmpty()) {
        all.push_back(graphical_session(facts));
        all.push_back(environment(facts));
    }
    all.insert(all.end(), {settings(facts), exercises(facts)});
    if (!facts.found.isEmpty()) all.push_back(history(facts));
    if (!facts.daemon_problems.isEmpty()) all.push_back(running_problems(facts));
    return all;
}

} // namespace limber::cli::doctor
