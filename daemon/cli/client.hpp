// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon as the command line sees it: questions with an answer or a sentence, each within three seconds.
#pragma once

#include "command.hpp"

#include <QString>
#include <QVariant>

#include <expected>

namespace limber::cli {

/// Why there is no answer, what to do about it, and the exit status that goes with it.
struct Failure {
    Exit exit = Exit::failed;
    QString sentence;
};

template <class T>
using Result = std::expected<T, Failure>;

/// Calls a method of org.limber.Limber1. Never starts the daemon: who asks for its state wants the truth.
[[nodiscard]] Result<QVariantList> call(const QString& method, const QVariantList& arguments = {});

/// All properties at once: Version, Status, Session, Problems.
[[nodiscard]] Result<QVariantMap> properties();

// Failures that are also told by signals.
[[nodiscard]] Failure not_running();
[[nodiscard]] Failure no_bus();
[[nodiscard]] Failure bus_closed();

/// Prints the sentence on standard error.
[[nodiscard]] Exit report(const Failure& failure);

} // namespace limber::cli
