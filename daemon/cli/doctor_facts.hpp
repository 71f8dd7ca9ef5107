// SPDX-License-Identifier: GPL-3.0-or-later
// What `limber doctor` has learnt about this desktop, before it judges.
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace limber::cli {

struct DoctorFacts {
    /// What `limberd --examine` printed (daemon/shell/examination.hpp); empty if it could not be asked.
    QJsonObject found;
    QString why_not_found; ///< a sentence, if it could not be asked

    /// A unit of the user manager as systemctl names its state: "enabled", "disabled", "" (no such unit).
    struct Unit {
        QString file;   ///< UnitFileState
        QString active; ///< ActiveState

        bool operator==(const Unit&) const = default;
    };

    bool user_manager = false; ///< systemctl --user answers
    Unit daemon;
    Unit tray;
    QString graphical_session; ///< ActiveState of graphical-session.target
    QMap<QString, QString> manager_environment;
    QMap<QString, QString> own_environment; ///< of the terminal doctor runs in
    QStringList unit_log;                   ///< last lines, if the unit has failed

    QStringList settings_files;
    QStringList settings_mistakes; ///< FILE:LINE:COLUMN: message
    QStringList settings_warnings;
    int exercises = 0;
    int fitting_exercises = 0;
    QString settings_folder;
    bool passive_screen_counts = false;

    QStringList daemon_problems; ///< what a running limberd complains of
};

/// Asks systemctl, limberd and the disk. Blocks, each question for a few seconds at most.
[[nodiscard]] DoctorFacts doctor_facts();

} // namespace limber::cli
