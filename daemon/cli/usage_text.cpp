// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage_text.hpp"

#include "settings/hint.hpp"
#include "text.hpp"

#include <CLI/CLI.hpp> // IWYU pragma: keep (the umbrella header)
#include <QRegularExpression>
#include <QString>
#include <QtGlobal>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace limber::cli {
namespace {

/// CLI11's sentences about wrong usage, as far as this program's options can cause them; the more special
/// ones first.
constexpr std::array sentences{
    QT_TRANSLATE_NOOP("Cli", "The following argument was not expected: %1"),
    QT_TRANSLATE_NOOP("Cli", "The following arguments were not expected: %1"),
    QT_TRANSLATE_NOOP("Cli", "A subcommand is required"),
    QT_TRANSLATE_NOOP("Cli", "%1 is required"),
    QT_TRANSLATE_NOOP("Cli", "%1: %2 required %3 missing"),
    QT_TRANSLATE_NOOP("Cli", "%1 excludes %2"),
    QT_TRANSLATE_NOOP("Cli", "%1: %2 not in %3"),
    QT_TRANSLATE_NOOP("Cli", "Could not convert: %1 = %2"),
};

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
        return Cli::tr("The following argument was not expected: %1").arg(QString::fromStdString(word));
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    std::vector<std::string_view> names;
    names.reserve(commands.size());
    for (const CLI::App* const command : commands)
        names.emplace_back(command->get_name());
    const QString none = Cli::tr("There is no command %1").arg(QString::fromStdString(word));
    const QString hint = QString::fromStdString(settings::did_you_mean(word, names));
    return hint.isEmpty() ? none : none + QStringLiteral(" (%1)").arg(hint);
}

} // namespace

QString usage_sentence(const QString& english) {
    for (const char* const sentence : sentences) {
        const auto match = shape_of(QString::fromLatin1(sentence)).match(english);
        if (!match.hasMatch()) continue;
        QString own = Cli::tr(sentence);
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

void speak_of_usage(CLI::App& limber) {
    const auto label = [&](const char* what, const QString& words) {
        limber.get_formatter()->label(what, words.toStdString());
    };
    label("SUBCOMMAND", Cli::tr("COMMAND"));
    label("Usage", Cli::tr("Usage"));
    label("OPTIONS", Cli::tr("OPTIONS"));
    label("Positionals", Cli::tr("Positionals"));
    label("TEXT", Cli::tr("TEXT"));
    label("REQUIRED", Cli::tr("REQUIRED"));
    label("Excludes", Cli::tr("Excludes"));
    limber.failure_message([](const CLI::App* app, const CLI::Error& error) {
        const QString help = QString::fromStdString(app->get_help_ptr()->get_name());
        const QString unknown = unknown_command(*app);
        return ((unknown.isEmpty() ? usage_sentence(QString::fromStdString(error.what())) : unknown) + u'\n' +
                Cli::tr("Run with %1 for more information.").arg(help) + u'\n')
            .toStdString();
    });
}

} // namespace limber::cli
