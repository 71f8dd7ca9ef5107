// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon as the command line sees it: questions with an answer or a sentence, each within three seconds.
#pragma once

#include "bus/snapshot.hpp"
#include "command.hpp"

#include <QString>
#include <QVariant>

#include <expected>
#include <functional>

namespace limber::cli {

/// Why there is no answer, what to do about it, and the exit status that goes with it.
struct Failure {
    Exit exit = Exit::failed;
    QString sentence;
};

template <class T>
using Result = std::expected<T, Failure>;

/// Calls a method of org.limber.Limber1.
[[nodiscard]] Result<QVariantList> call(const QString& method, const QVariantList& arguments = {});

/// All that it publishes. True at the report's stamp, which is when it was asked.
[[nodiscard]] Result<bus::Snapshot> present();

/// Tells of the present and then of every change, or why there is nothing to tell (the daemon stopped, or
/// hangs), also across its restarts: until the session bus or the reader of standard output goes away, or
/// QCoreApplication::exit().
[[nodiscard]] Exit follow(const std::function<void(const Result<bus::Snapshot>&)>& tell);

/// Prints the sentence on standard error.
[[nodiscard]] Exit report(const Failure& failure);

} // namespace limber::cli
