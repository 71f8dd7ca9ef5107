// SPDX-License-Identifier: GPL-3.0-or-later
// limber config: where the files are, what they amount to, what is wrong in them, and a first one to begin
// with.
#include "client.hpp"
#include "command.hpp"
#include "config_effective.hpp"
#include "config_write.hpp"
#include "core/finding.hpp"
#include "output.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"
#include "text.hpp"
#include "words/missing_parts.hpp"

#include <CLI/CLI.hpp> // IWYU pragma: keep (the umbrella header)
#include <QFile>
#include <QString>
#include <QUrl>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

namespace limber::cli {

using settings::config_paths;
using settings::Problem;
using terminal::shown;

namespace {

namespace fs = std::filesystem;

QString named(const fs::path& path) {
    return shown(path.string());
}

Table::Cell presence(const fs::path& path) {
    std::error_code trouble;
    const fs::file_status status = fs::status(path, trouble);
    if (status.type() == fs::file_type::not_found) {
        return {Cli::tr("not there"), terminal::Ink::faint};
    }
    if (trouble) {
        return {Cli::tr("cannot be read: %1").arg(shown(trouble.message())), terminal::Ink::bad};
    }
    return {Cli::tr("found"), terminal::Ink::good};
}

Exit path() {
    const settings::ConfigPaths paths = config_paths();
    const auto folders = [&] {
        std::vector<fs::path> all{paths.user};
        all.insert(all.end(), paths.system.begin(), paths.system.end());
        return all;
    }();
    Table table;
    for (const fs::path& folder : folders) {
        table.row({{named(folder / "limber.toml")}, presence(folder / "limber.toml")});
    }
    table.row({{named(paths.user / "exercises")}, presence(paths.user / "exercises")});
    table.row({{named(paths.shipped / "exercises")}, presence(paths.shipped / "exercises")});
    print(table.lines());
    return Exit::ok;
}

void print_problems(const std::vector<Problem>& problems) {
    for (const Problem& problem : problems) {
        const bool error = problem.severity == Problem::Severity::error;
        print_line(inked(error ? QString{} : Cli::tr("warning: "), terminal::Ink::warn) +
                   shown(settings::to_string(problem)));
    }
}

bool any_error(const std::vector<Problem>& problems) {
    return std::ranges::any_of(
        problems, [](const Problem& problem) { return problem.severity == Problem::Severity::error; });
}

Exit check(const std::string& file) {
    if (!file.empty()) {
        const std::vector<Problem> problems = settings::check_file(file, config_paths());
        print_problems(problems);
        if (any_error(problems)) {
            return Exit::failed;
        }
        print_line(Cli::tr("%1 is in order.").arg(shown(file)));
        return Exit::ok;
    }
    const auto loaded = settings::load_settings(config_paths());
    if (!loaded) {
        print_problems(loaded.error());
        return Exit::failed;
    }
    print_problems(loaded->warnings);
    for (const Finding& missing : missing_parts(loaded->settings)) {
        print_line(inked(Cli::tr("warning: "), terminal::Ink::warn) +
                   shown(missing.sentence + ' ' + missing.remedy));
    }
    if (loaded->files.empty()) {
        print_line(Cli::tr("There is no configuration file; Limber uses its defaults. "
                           "Begin one with: limber config default --write"));
    }
    for (const fs::path& read : loaded->files) {
        print_line(Cli::tr("%1 is in order.").arg(named(read)));
    }
    return Exit::ok;
}

/// The running daemon reads the files; what it finds is what counts. Whatever else troubles it has no file.
Exit reload() {
    if (const auto reply = call(QStringLiteral("Reload")); !reply) return report(reply.error());
    const auto now = present();
    if (!now) return report(now.error());
    std::vector<Problem> problems = now->problems;
    print_problems(problems);
    std::erase_if(problems, [](const Problem& problem) { return problem.file.empty(); });
    if (any_error(problems)) return Exit::failed;
    print_line(Cli::tr("The settings have been read and are in order."));
    return Exit::ok;
}

Exit show() {
    const auto loaded = settings::load_settings(config_paths());
    if (!loaded) {
        for (const Problem& problem : loaded.error()) {
            complain(shown(settings::to_string(problem)));
        }
        return Exit::failed;
    }
    print(QString::fromStdString(effective_text(loaded->settings)));
    return Exit::ok;
}

Exit sample(bool write) {
    const settings::ConfigPaths paths = config_paths();
    const QUrl schema_file =
        QUrl::fromLocalFile(QFile::decodeName((paths.shipped / "limber.schema.json").string().c_str()));
    const std::string content = settings::sample_file(schema_file.toEncoded().toStdString());
    if (!write) {
        print(QString::fromStdString(content));
        return Exit::ok;
    }
    const fs::path file = paths.user / "limber.toml";
    if (const auto written = write_new_file(file, content); !written) {
        complain(written.error());
        return Exit::failed;
    }
    print_line(Cli::tr("Written: %1").arg(named(file)));
    return Exit::ok;
}

Exit schema() {
    print(QString::fromStdString(settings::json_schema()));
    return Exit::ok;
}

} // namespace

void add_config(CLI::App& limber, Run& run) {
    CLI::App* family =
        limber.add_subcommand("config", Cli::tr("Find, check and begin the configuration").toStdString());
    family->group(Cli::tr("Settings").toStdString());
    family->require_subcommand(0, 1);
    family->callback([family, &run] {
        if (family->get_subcommands().empty()) {
            run = path;
        }
    });

    const auto add = [&](const char* name, const QString& help, Exit (*does)()) {
        family->add_subcommand(name, help.toStdString())->callback([does, &run] { run = does; });
    };
    add("path", Cli::tr("Which files are looked for, most important first"), path);
    add("show", Cli::tr("The settings in force, all files taken together"), show);

    const auto file = std::make_shared<std::string>();
    CLI::App* checking =
        family->add_subcommand("check", Cli::tr("Every problem as FILE:LINE:COLUMN: message").toStdString());
    checking->add_option(Cli::tr("FILE").toStdString(), *file,
                         Cli::tr("Only this file, as if it were the only one").toStdString());
    checking->callback([file, &run] { run = [file] { return check(*file); }; });

    const auto write = std::make_shared<bool>(false);
    CLI::App* beginning = family->add_subcommand(
        "default", Cli::tr("A file with every key, its default and what it means").toStdString());
    beginning->add_flag("--write", *write, Cli::tr("Write it where there is none yet").toStdString());
    beginning->callback([write, &run] { run = [write] { return sample(*write); }; });

    add("schema", Cli::tr("The JSON schema for editors"), schema);

    limber
        .add_subcommand("reload",
                        Cli::tr("Read the configuration anew now, and say what is wrong").toStdString())
        ->group(Cli::tr("Settings").toStdString())
        ->callback([&run] { run = reload; });
}

} // namespace limber::cli
