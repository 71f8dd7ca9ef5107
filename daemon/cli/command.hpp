// SPDX-License-Identifier: GPL-3.0-or-later
// What a subcommand is, and the daemon as it sees it: questions with an answer or a sentence, each within
// three seconds.
#pragma once

#include "bus/snapshot.hpp"

#include <QString>
#include <QVariant>

#include <expected>
#include <functional>

namespace CLI {
class App;
}

namespace limber::cli {

/// The program's exit status; documented in `limber --help`.
enum class Exit { ok = 0, failed = 1, usage = 2, no_daemon = 3 };

/// What the chosen subcommand does, run after the whole command line was understood.
using Run = std::function<Exit()>;

// One family of subcommands each. The one that is chosen sets `run`, which outlives the parser.
void add_status(CLI::App& limber, Run& run);
void add_why(CLI::App& limber, Run& run);
void add_actions(CLI::App& limber, Run& run);
void add_exercises(CLI::App& limber, Run& run);
void add_simulate(CLI::App& limber, Run& run);
void add_config(CLI::App& limber, Run& run);
void add_doctor(CLI::App& limber, Run& run);

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
