// SPDX-License-Identifier: GPL-3.0-or-later
// A snapshot for people, and for programs: the keys stay; new ones may join them. Times of day are ISO 8601
// with the offset, lengths are seconds, and what does not apply is null.
//
//   running       true; false only while `status --watch` waits for a daemon, then without the other keys
//   summary       the sentence people see
//   version, at   of the daemon; as of when
//   doing         working, waiting, prompted, resting, paused, held, away, outside-hours, unknown
//   holds         ["pause", "outside-hours", "do-not-disturb", "fullscreen", "microphone", …], held_since
//   paused_until  null while not paused, and while paused until resumed
//   wait          {cause, until}; cause: none, snoozed, repeat-after, other-answered, settle, return-grace,
//                 typing, day-full
//   presence      {known, source, inhibitor_aware, inhibited, locked, away_since}
//   next          {break, title, left, at} or null without breaks
//   arc           {step, steps}: of the way to the next break
//   prompt        {id, break, exercise, title, reason, since, due_since, held_by, snooze: [seconds]} or null
//   session       {id, break, exercises: [{id, title}], began, paused, length, elapsed, left, phase: {number,
//                 of, exercise, name, text, kind, side, rep, reps, length, left}} or null
//   breaks        [{name, title, interval, rest, active, due, due_since, waits_until, prompts, snoozes,
//                 snoozes_left, prompted_today}]
//   today         {break: {outcome: count}}; outcomes: done, abandoned, snoozed, skipped, unanswered,
//                 followed, natural; break "" for exercises started by themselves
//   never         [exercise]
//   findings      [{id, grade, sentence, remedy}], as limber doctor prints them; grade: good, note, lacking
//   problems      [{severity, file, line, column, key, message, hint}]
#pragma once

#include "bus/snapshot.hpp"
#include "core/time.hpp"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <chrono>
#include <string_view>
#include <vector>

namespace limber::cli {

[[nodiscard]] QJsonArray findings_json(const std::vector<Finding>& findings);

[[nodiscard]] QJsonObject status_json(const bus::Snapshot& snapshot);

/// For people: the sentence first, then a table of the breaks, then whatever else there is to say. Several
/// lines, each ended.
[[nodiscard]] QString status_text(const bus::Snapshot& snapshot);

[[nodiscard]] inline QJsonValue string_value(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// To the millisecond, which is what travels.
[[nodiscard]] inline QJsonValue seconds_value(Duration length) {
    return static_cast<double>(std::chrono::round<std::chrono::milliseconds>(length).count()) / 1000.0;
}

/// To the nearest second: instants travel without their last fractions, and 14:30:00 must stay that.
[[nodiscard]] inline QJsonValue civil_value(const Civil& civil) {
    const auto utc = std::chrono::round<std::chrono::seconds>(civil.utc).time_since_epoch().count();
    return QDateTime::fromSecsSinceEpoch(utc, Qt::OffsetFromUTC, static_cast<int>(civil.offset.count()))
        .toString(Qt::ISODate);
}

} // namespace limber::cli
