// SPDX-License-Identifier: GPL-3.0-or-later
// limber: every action and view of Limber for terminals, scripts and key bindings.
#include "command.hpp"
#include "output.hpp"
#include "text.hpp"
#include "translation/person_language.hpp"
#include "usage_text.hpp"

#include <CLI/CLI.hpp> // IWYU pragma: keep (the umbrella header)
#include <QCoreApplication>
#include <QString>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

namespace limber::cli {
namespace {

constexpr std::array families{&add_status,  &add_why,       &add_simulate, &add_doctor,
                              &add_actions, &add_exercises, &add_config};

/// The heading of options without one of their own.
void name_options(CLI::App& app, const std::string& name) {
    for (CLI::Option* const option : app.get_options()) {
        if (option->get_group() == "Options") option->group(name);
    }
    for (CLI::App* const below : app.get_subcommands([](const CLI::App*) { return true; }))
        name_options(*below, name);
}

Exit run_command_line(int argc, char** argv) {
    CLI::App limber{
        Cli::tr("Limber reminds you to move: after a while of work, one short exercise.").toStdString(),
        "limber"};
    limber.set_help_flag("-h,--help", Cli::tr("This text").toStdString()); // inherited by the subcommands
    limber.set_version_flag("--version", "limber " LIMBER_VERSION,
                            Cli::tr("The version of this program").toStdString());
    limber.get_formatter()->column_width(20);
    speak_of_usage(limber);
    limber.require_subcommand(1);
    Run run;
    for (const auto& add : families) {
        add(limber, run);
    }
    limber.footer(Cli::tr("Times are written as 40s, 5min or \"1h 30min\".\n"
                          "Exit status: 0 done, 1 refused or failed, 2 wrong usage, 3 Limber is not running.")
                      .toStdString());
    limber.set_help_flag("-h,--help", Cli::tr("This text; limber COMMAND --help says more").toStdString());
    name_options(limber, Cli::tr("Options").toStdString());
    try {
        limber.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return limber.exit(error) == 0 ? Exit::ok : Exit::usage; // prints help, version or what is wrong
    }
    return run();
}

} // namespace
} // namespace limber::cli

int main(int argc, char** argv) {
    const QCoreApplication application{argc, argv};
    QCoreApplication::setApplicationName(QStringLiteral("limber"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LIMBER_VERSION));
    // what programs read is in no language
    if (std::none_of(argv, argv + argc, [](const char* word) { return std::string_view{word} == "--json"; }))
        limber::translation::speak_persons_language();
    using limber::cli::Exit;
    Exit exit = limber::cli::run_command_line(argc, argv);
    if (!limber::cli::flush_output() && exit == Exit::ok) {
        exit = Exit::failed;
    }
    // without destructors of statics: the thread of QtDBus may still be reading a message, and would complain
    // on standard error that its types are gone
    std::_Exit(static_cast<int>(exit));
}
