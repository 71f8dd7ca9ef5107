// SPDX-License-Identifier: GPL-3.0-or-later
// limber: every action and view of Limber for terminals, scripts and key bindings.
#include "command.hpp"
#include "output.hpp"
#include "settings/hint.hpp"
#include "words/language.hpp"
#include "words/text.hpp"

#include <CLI/CLI.hpp> // IWYU pragma: keep (the umbrella header)
#include <QCoreApplication>
#include <QRegularExpression>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace limber::cli {
namespace {

constexpr std::array families{&add_status,  &add_why,       &add_simulate, &add_doctor,
                              &add_actions, &add_exercises, &add_config};

/// CLI11's sentences about wrong usage, as far as this program's options can cause them; the more special
/// ones first.
constexpr std::array sentences{
    N_("The following argument was not expected: %1"),
    N_("The following arguments were not expected: %1"),
    N_("A subcommand is required"),
    N_("%1 is required"),
    N_("%1: %2 required %3 missing"),
    N_("%1 excludes %2"),
    N_("%1: %2 not in %3"),
    N_("Could not convert: %1 = %2"),
};

/// What CLI11's help calls its parts, and what it is called in the person's language.
constexpr std::array labels{
    std::pair{"SUBCOMMAND", N_("COMMAND")}, std::pair{"Usage", N_("Usage")},
    std::pair{"OPTIONS", N_("OPTIONS")},    std::pair{"Positionals", N_("Positionals")},
    std::pair{"TEXT", N_("TEXT")},          std::pair{"REQUIRED", N_("REQUIRED")},
    std::pair{"Excludes", N_("Excludes")}};

/// What the parser fills into the places of its sentence.
QRegularExpression shape_of(const QString& sentence) {
    QString pattern = QRegularExpression::escape(sentence);
    for (const char* const place : {"\\%1", "\\%2", "\\%3"})
        pattern.replace(QLatin1String{place}, QLatin1String{"(.*)"});
    return QRegularExpression{QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption};
}

/// For a first word that is no command, which the parser takes for none at all; else empty.
QString unknown_command(const CLI::App& app) {
    const std::vector<std::string> left = app.remaining();
    if (left.empty() || !app.get_subcommands().empty()) return {};
    const std::string& word = left.front();
    if (word.starts_with('-'))
        return _("The following argument was not expected: %1").arg(QString::fromStdString(word));
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    std::vector<std::string_view> names;
    names.reserve(commands.size());
    for (const CLI::App* const command : commands)
        names.emplace_back(command->get_name());
    const QString none = _("There is no command %1").arg(QString::fromStdString(word));
    const QString hint = QString::fromStdString(settings::did_you_mean(word, names));
    return hint.isEmpty() ? none : none + QStringLiteral(" (%1)").arg(hint);
}

/// The parser has English sentences only, with their parts filled in. One that is not known stays as it is.
QString usage_sentence(const QString& english) {
    for (const char* const sentence : sentences) {
        const auto match = shape_of(QString::fromLatin1(sentence)).match(english);
        if (!match.hasMatch()) continue;
        QString own = _(sentence);
        // all at once: what a person typed may look like a place
        switch (match.lastCapturedIndex()) {
        case 1: return own.arg(match.captured(1));
        case 2: return own.arg(match.captured(1), match.captured(2));
        case 3: return own.arg(match.captured(1), match.captured(2), match.captured(3));
        default: return own;
        }
    }
    return english;
}

/// From here on `limber` complains, and heads its help, in the person's language.
void speak_of_usage(CLI::App& limber) {
    for (const auto& [what, words] : labels)
        limber.get_formatter()->label(what, _(words).toStdString());
    limber.failure_message([](const CLI::App* app, const CLI::Error& error) {
        const QString help = QString::fromStdString(app->get_help_ptr()->get_name());
        const QString unknown = unknown_command(*app);
        return ((unknown.isEmpty() ? usage_sentence(QString::fromStdString(error.what())) : unknown) + u'\n' +
                _("Run with %1 for more information.").arg(help) + u'\n')
            .toStdString();
    });
}

/// The heading of options without one of their own.
void name_options(CLI::App& app, const std::string& name) {
    for (CLI::Option* const option : app.get_options())
        if (option->get_group() == "Options") option->group(name);
    for (CLI::App* const below : app.get_subcommands([](const CLI::App*) { return true; }))
        name_options(*below, name);
}

Exit run_command_line(int argc, char** argv) {
    CLI::App limber{_("Limber reminds you to move: after a while of work, one short exercise.").toStdString(),
                    "limber"};
    limber.set_help_flag("-h,--help", _("This text").toStdString()); // inherited by the subcommands
    limber.set_version_flag("--version", "limber " LIMBER_VERSION,
                            _("The version of this program").toStdString());
    limber.get_formatter()->column_width(20);
    speak_of_usage(limber);
    limber.require_subcommand(1);
    Run run;
    for (const auto& add : families)
        add(limber, run);
    limber.footer(_("Times are written as 40s, 5min or \"1h 30min\".\n"
                    "Exit status: 0 done, 1 refused or failed, 2 wrong usage, 3 Limber is not running.")
                      .toStdString());
    limber.set_help_flag("-h,--help", _("This text; limber COMMAND --help says more").toStdString());
    name_options(limber, _("Options").toStdString());
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
    if (std::any_of(argv, argv + argc, [](const char* word) { return std::string_view{word} == "--json"; })) {
        limber::speak({});
    } else {
        limber::speak_persons_language();
    }
    using limber::cli::Exit;
    Exit exit = limber::cli::run_command_line(argc, argv);
    if (!limber::cli::flush_output() && exit == Exit::ok) exit = Exit::failed;
    // without destructors of statics: the thread of QtDBus may still be reading a message, and would complain
    // on standard error that its types are gone
    std::_Exit(static_cast<int>(exit));
}
