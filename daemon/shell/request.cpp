// SPDX-License-Identifier: GPL-3.0-or-later
#include "request.hpp"

#include "bus/wire_values.hpp"
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/time.hpp"
#include "core/words.hpp"
#include "text.hpp"

#include <chrono>
#include <expected>
#include <string>

namespace limber::shell {
namespace {

using std::chrono::seconds;

/// Names in files and on the bus are far shorter; nothing longer is looked at.
constexpr qsizetype longest_name = 200;
constexpr seconds longest_pause = std::chrono::days{366};

std::unexpected<RequestError> bad(const QString& sentence) {
    return std::unexpected(RequestError{QStringLiteral("BadArgument"), sentence});
}

std::unexpected<RequestError> too_long() {
    return bad(
        Limberd::tr("That name is too long. Names of rules and exercises have at most 200 characters."));
}

bool digit(QChar c) {
    return c >= QLatin1Char{'0'} && c <= QLatin1Char{'9'};
}

} // namespace

Request<StartRequested> start_request(const QString& rule, const QString& exercise, bool replace) {
    if (rule.size() > longest_name || exercise.size() > longest_name) return too_long();
    return StartRequested{.rule = rule.toStdString(), .exercise = exercise.toStdString(), .replace = replace};
}

Request<SessionSteered> steer_request(const QString& how) {
    if (how.size() <= longest_name) {
        if (const auto steering = value_of<Steering>(how.toStdString())) return SessionSteered{*steering};
    }
    return bad(Limberd::tr("A session can be steered with: pause, resume, repeat, next, enough, stop."));
}

Request<Duration> snooze_request(qlonglong length) {
    if (length < 0 || length > longest_pause.count()) {
        return bad(
            Limberd::tr("A snooze lasts from 1 second up to the lengths offered; 0 means the shortest."));
    }
    return Duration{seconds{length}};
}

Request<PauseRequested> pause_request(qlonglong length) {
    if (length < 0 || length > longest_pause.count()) {
        return bad(Limberd::tr("A pause lasts from 1 second up to 366 days; 0 means until you resume."));
    }
    if (length == 0) return PauseRequested{UntilResumed{}};
    return PauseRequested{ForDuration{seconds{length}}};
}

Request<PauseRequested> pause_until_request(const QString& when) {
    if (when == QLatin1String{"tomorrow"}) return PauseRequested{UntilTomorrow{}};
    const qsizetype colon = when.size() <= 5 ? when.indexOf(QLatin1Char{':'}) : -1;
    const bool shaped = (colon == 1 || colon == 2) && when.size() == colon + 3 && digit(when.at(0)) &&
                        digit(when.at(colon - 1)) && digit(when.at(colon + 1)) && digit(when.at(colon + 2));
    if (shaped) {
        const int hour = when.left(colon).toInt();
        const int minute = when.mid(colon + 1).toInt();
        if (hour < 24 && minute < 60) {
            return PauseRequested{UntilClock{std::chrono::hours{hour} + std::chrono::minutes{minute}}};
        }
    }
    return bad(Limberd::tr("Say until when as a time of day such as 15:30, or \"tomorrow\"."));
}

Request<ExerciseAllowed> allow_request(const QString& exercise) {
    if (exercise.size() > longest_name) return too_long();
    return ExerciseAllowed{exercise.toStdString()};
}

RequestError explained(Refusal refusal) {
    const QString name = bus::word(refusal == Refusal::pause_out_of_range ? Refusal::snooze_out_of_range
                                   : refusal == Refusal::not_started      ? Refusal::busy
                                                                          : refusal);
    switch (refusal) {
    case Refusal::nothing_prompted:
        return {name, Limberd::tr(
                          "There is no prompt to answer. To be left alone for a while use: limber pause 1h")};
    case Refusal::stale_prompt:
        return {name, Limberd::tr("That prompt is no longer there. See: limber status")};
    case Refusal::no_snooze_left:
        return {
            name,
            Limberd::tr(
                "This break has been put off as often as the settings allow. Start it or skip it, or use: "
                "limber pause 1h")};
    case Refusal::snooze_out_of_range:
        return {name, Limberd::tr(
                          "A snooze cannot be that long. To be left alone for longer use: limber pause 1h")};
    case Refusal::busy: return {name, Limberd::tr("A break is running. Stop it first with: limber stop")};
    case Refusal::no_session: return {name, Limberd::tr("No break is running. Start one with: limber start")};
    case Refusal::no_such_rule:
        return {name, Limberd::tr("There is no break rule of that name. See: limber status")};
    case Refusal::no_such_exercise:
        return {name, Limberd::tr("There is no exercise of that name. See: limber exercises list")};
    case Refusal::no_other_exercise:
        return {name, Limberd::tr("No other exercise fits your settings. See: limber exercises list")};
    case Refusal::not_suitable:
        return {name, Limberd::tr("Your settings leave that exercise out. Others: limber exercises list")};
    case Refusal::not_paused: return {name, Limberd::tr("Limber is not paused.")};
    case Refusal::pause_out_of_range:
        return {name, Limberd::tr("A pause must end in the future, and within 366 days.")};
    case Refusal::not_excluded:
        return {
            name,
            Limberd::tr(
                "There is no never to take back. What is suggested, and why not, tells: limber exercises")};
    case Refusal::not_started: return {name, Limberd::tr("Limber is just starting. Try again in a moment.")};
    }
    return {QStringLiteral("BadArgument"), Limberd::tr("That did not work.")};
}

} // namespace limber::shell
