// SPDX-License-Identifier: GPL-3.0-or-later
// Values ⇄ D-Bus types. Readers are tolerant: a key that is missing, of another type or out of range leaves
// the default. Writers and readers agree on whole milliseconds.
//
// Instants ("x") are milliseconds of CLOCK_BOOTTIME; one that is not set is left out. Where people see a time
// of day, KEY_utc ("x") says the same in milliseconds since 1970. Lengths ("x") are milliseconds.
//
// Status (a{sv}):
//   doing s             working, waiting, prompted, resting, paused, held, away, outside-hours, unknown
//   at x, utc x         when this was true; amounts of active time have grown since while `doing` is a state
//   of
//                       work. offset x: local time − UTC, milliseconds
//   version s           the program's
//   idle_source s       name, empty without one; inhibitor_aware b: it sees no idle while a video plays
//   inhibited b         something (a video, a call) keeps the screen awake now
//   holds as            "pause", "outside-hours", quiet levels; held_since x (+utc)
//   paused_until x (+utc)   left out while paused: until resumed
//   wait_cause s        none, snoozed, repeat-after, other-answered, settle, return-grace, typing, day-full
//   waits_until x (+utc)
//   presence_known b, locked b, away_since x (+utc)
//   blind b             presence is unknown, as a film or a call is on and the source cannot see through it
//   contradiction s     left out without one: lock, lock-request, other-session: what is said to keep the
//   person
//                       away from here, and yet somebody types
//   next_break s        rule, empty without one; next_title s: what people call it
//   next_left x         active time until it is due; next_at x (+utc): when, if the person works on
//   arc i               0 … 12 of the way to the next break; arc_steps i: 12
//   prompt a{sv}        left out without one: id u, rule s, exercise s, reason s, at x, due_since x, held_by
//   s,
//                       snooze ax (lengths offered), on_screen b: false: only tray and command line show it
//   ended a{sv}         left out without one: the last session that is over: id u, outcome s: done,
//   abandoned, cut rules aa{sv}        name s, title s, interval x, rest x, active x, due b, due_since x
//   (+utc),
//                       waits_until x (+utc), prompts i, snoozes i, snoozes_left i, prompted_today i
//   today a{sv}         rule ("" for single exercises) → a{sv} of outcome → i
//   never as            exercises not to be suggested
//   titles a{sv}        exercise → its title, for those named in `prompt`, `never` and the session
//
// Session (a{sv}), empty without one:
//   id u, rule s, exercises as, began x, paused_for x, paused_at x, skipped x, rest x,
//   phases aa{sv}       exercise s, name s, text s ("{side}" still in it), kind s, side s, rep i, reps i,
//   length x
//
// Findings (aa{sv}): id s, grade s (good, note, lacking), sentence s, remedy s
//
// Problems (aa{sv}): severity s (error, warning), file s, line i, column i, key s, message s, hint s
#pragma once

#include "core/effect.hpp"
#include "core/finding.hpp"
#include "core/naming.hpp"
#include "core/session.hpp"
#include "core/status.hpp"
#include "core/time.hpp"
#include "settings/problem.hpp"

#include <QList>
#include <QVariant>
#include <QVariantMap>

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber::bus {

/// The core's status and what only the shell knows.
struct StatusReport {
    Status status; ///< its session travels as the property Session
    Stamp stamp;   ///< as of when; `asleep` and the next change of the zone do not travel
    std::string version;
    std::string idle_source;
    bool inhibitor_aware = false;
    bool inhibited = false;
    std::map<std::string, std::string> titles; ///< exercise id → title, of those that are named
    std::optional<CloseSession> ended;         ///< the last session that is over

    bool operator==(const StatusReport&) const = default;
};

} // namespace limber::bus

namespace limber {

/// `status` and `stamp` have their own ways.
template <>
inline constexpr std::array<std::string_view, 2> unwritten<bus::StatusReport>{"status", "stamp"};

} // namespace limber

namespace limber::bus {

/// Once per program, before the bus is used: the types of the interface.
void register_wire_types();

[[nodiscard]] QVariantMap to_wire(const StatusReport& report);
[[nodiscard]] StatusReport status_from_wire(const QVariantMap& map);

[[nodiscard]] QVariantMap to_wire(const Session& session);
/// Nothing for an empty map or one without phases.
[[nodiscard]] std::optional<Session> session_from_wire(const QVariantMap& map);

[[nodiscard]] QList<QVariantMap> to_wire(const std::vector<settings::Problem>& problems);
[[nodiscard]] std::vector<settings::Problem> problems_from_wire(const QVariant& list);

[[nodiscard]] QList<QVariantMap> to_wire(const std::vector<Finding>& findings);
[[nodiscard]] std::vector<Finding> findings_from_wire(const QVariant& list);

/// The same report at a later instant, with the active time that has passed since, if it was a state of work.
[[nodiscard]] StatusReport as_of(StatusReport report, Instant at);

/// Whether a client that knows `shown` and follows as_of() is told something new by `now`.
[[nodiscard]] bool says_more(const StatusReport& now, const StatusReport& shown);

/// Local time of an instant near the report's in whole minutes, as people are told it: what is over is
/// rounded down, as clocks do; what is to come to the nearest minute, because instants lose fractions of a
/// second on their way, and a pause until 14:30 is not one until 14:29.
[[nodiscard]] std::chrono::local_time<std::chrono::minutes> clock_minute(const StatusReport& report,
                                                                         Instant at);

/// The time of day of clock_minute(), in minutes since midnight.
[[nodiscard]] std::chrono::minutes time_of_day(const StatusReport& report, Instant at);

} // namespace limber::bus
