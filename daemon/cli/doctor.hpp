// SPDX-License-Identifier: GPL-3.0-or-later
// Whether Limber is started at login, and with what the session must hand on to it.
#pragma once

#include "core/finding.hpp"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QStringLiteral>

#include <vector>

namespace limber::cli {

/// What a limberd that runs or does not run cannot know.
struct InstallationFacts {
    /// A unit of the user manager as systemctl names its state: "enabled", "disabled", "" (no such unit).
    struct Unit {
        QString file;   ///< UnitFileState
        QString active; ///< ActiveState
    };

    bool running = false; ///< limberd has its name on the bus
    QString version;      ///< its version, if it answers
    QString why_unknown;  ///< a sentence, if nothing could be found out about the desktop
    QString session_program = QStringLiteral("limber-session"); ///< with its folder, where that is known
    bool of_session = false;   ///< what runs was started by limber-session itself, without systemd
    bool user_manager = false; ///< systemctl --user answers
    Unit daemon;
    QString graphical_session;                  ///< ActiveState of it, or of limber-session.target
    QMap<QString, QString> manager_environment; ///< what units, and programs the bus starts, are given
    QMap<QString, QString> own_environment;     ///< of the terminal doctor runs in
    QStringList unit_log;                       ///< last lines, if the unit has failed
};

/// Limber itself, first of all.
[[nodiscard]] Finding program_finding(const InstallationFacts& facts);

[[nodiscard]] std::vector<Finding> installation_findings(const InstallationFacts& facts);

} // namespace limber::cli
