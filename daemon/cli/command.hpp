// SPDX-License-Identifier: GPL-3.0-or-later
// What a subcommand is: it declares itself to the parser, and if chosen leaves behind what is to be run.
#pragma once

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

} // namespace limber::cli
