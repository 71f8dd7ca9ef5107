// SPDX-License-Identifier: GPL-3.0-or-later
// What strangers on the bus ask for, checked and turned into events: nonsense becomes a named error quickly.
#pragma once

#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/time.hpp"

#include <QString>

#include <expected>

namespace limber::shell {

/// Name without the prefix org.limber.Error., and a sentence that says what to do.
struct RequestError {
    QString name;
    QString sentence;
};

template <class T>
using Request = std::expected<T, RequestError>;

[[nodiscard]] Request<StartRequested> start_request(const QString& rule, const QString& exercise,
                                                    bool replace);
[[nodiscard]] Request<SessionSteered> steer_request(const QString& how);
/// 0: the shortest length offered.
[[nodiscard]] Request<Duration> snooze_request(qlonglong seconds);
/// 0: until resumed. At most 366 days.
[[nodiscard]] Request<PauseRequested> pause_request(qlonglong seconds);
/// "HH:MM" or "tomorrow".
[[nodiscard]] Request<PauseRequested> pause_until_request(const QString& when);
[[nodiscard]] Request<ExerciseAllowed> allow_request(const QString& exercise);

/// A refusal of the core in words.
[[nodiscard]] RequestError explained(Refusal refusal);

} // namespace limber::shell
