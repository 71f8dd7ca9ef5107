// SPDX-License-Identifier: GPL-3.0-or-later
// limber config: where the files are, what they amount to, what is wrong in them, and a first one to begin
// with.
#include "command.hpp"
#include "core/finding.hpp"
#include "core/plan.hpp"
#include "output.hpp"
#include "settings/kinds.hpp"
#include "settings/schema.hpp"
#include "settings/settings.hpp"
#include "words/holds.hpp"
#include "words/missing_parts.hpp"
#include "words/text.hpp"

#include <CLI/CLI.hpp> // IWYU pragma: keep (the umbrella header)
#include <QFile>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <tuple>
#include <type_traits>
#include <unistd.h>

namespace limber::cli {

using settings::config_paths;
using settings::Problem;
using settings::WeekDraft;
using terminal::shown;

namespace fs = std::filesystem;

namespace {

template <class Fields, class Owner>
std::string lines_of(const Fields& fields, const Owner& owner) {
    std::string lines;
    const auto add = [&](const auto& field) {
        const auto& value = field.of(owner);
        if constexpr (requires { value.has_value(); }) {
            if (!value.has_value()) return;
        } else if constexpr (std::is_same_v<decltype(value), const std::string&>) {
            if (value.empty()) return;
        }
        lines.append(field.key).append(" = ").append(show(field.kind, value)).append("\n");
    };
    std::apply([&](const auto&... field) { (add(field), ...); }, fields);
    return lines;
}

settings::HoldChoice hold_of(const Plan& plan) {
    settings::HoldChoice choice;
    for (const auto& [hold, word] : words<Hold>) {
        choice.holds[static_cast<std::size_t>(hold)] =
            std::ranges::find(plan.holds, word) != plan.holds.end();
    }
    return choice;
}

WeekDraft week_of(const Plan& plan) {
    constexpr std::array days{&WeekDraft::monday,   &WeekDraft::tuesday, &WeekDraft::wednesday,
                              &WeekDraft::thursday, &WeekDraft::friday,  &WeekDraft::saturday,
                              &WeekDraft::sunday};
    WeekDraft week;
    if (plan.hours) {
        for (std::size_t i = 0; i < days.size(); ++i)
            week.*days[i] = plan.hours->days[i];
    }
    return week;
}

/// The settings in force as a limber.toml that says the same. Folds over the table of keys, so that a new
/// key appears here by itself.
std::string effective_text(const settings::Settings& settings) {
    settings::Draft draft;
    draft.person = settings.plan.person;
    draft.hold = hold_of(settings.plan);
    draft.week = week_of(settings.plan);
    draft.log.level = settings.log_level;
    draft.guide = settings.guide;

    std::string all = lines_of(settings::schema::globals, settings.plan);
    for (const BreakRule& rule : settings.plan.breaks) {
        settings::BreakDraft as_written;
        static_cast<BreakRule&>(as_written) = rule;
        all += "\n[[break]]\n" + lines_of(settings::schema::break_rule, as_written);
    }
    const auto add = [&](const auto& section) {
        if (const std::string lines = lines_of(section.fields, draft.*section.member); !lines.empty())
            all.append("\n[").append(section.name).append("]\n").append(lines);
    };
    std::apply([&](const auto&... section) { (add(section), ...); }, settings::schema::sections);
    return all;
}

QString name_of(const fs::path& path) {
    return shown(path.string());
}

QString reason(int error) {
    return shown(std::generic_category().message(error));
}

/// 0, or the error number.
int write_all(int file, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = write(file, content.data(), content.size());
        if (written < 0 && errno != EINTR) return errno;
        content.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return fsync(file) == 0 ? 0 : errno;
}

/// For the person alone; one that is there stays as it is. The answer is empty, or why there is none.
QString make_folder(const fs::path& folder, const QString& file) {
    std::error_code trouble;
    if (is_directory(folder, trouble)) return {};
    if (is_symlink(symlink_status(folder, trouble))) {
        return _("%1 is a link to %2, which does not exist. Make that folder, or remove the link.")
            .arg(name_of(folder), name_of(read_symlink(folder, trouble)));
    }
    create_directories(folder.parent_path(), trouble);
    if (!trouble && mkdir(folder.c_str(), S_IRWXU) == 0) return {};
    return _("The folder of %1 cannot be made: %2.").arg(file, reason(trouble ? trouble.value() : errno));
}

/// The only write to a person's configuration: a file where there was none, and its folders. Whatever exists
/// there already, a broken link included, stays as it is: then, as for every other failure, the answer is a
/// sentence and no half of a file is left.
QString write_new_file(const fs::path& file, std::string_view content) {
    const QString name = name_of(file);
    if (const QString trouble = make_folder(file.parent_path(), name); !trouble.isEmpty()) return trouble;
    std::error_code trouble;
    if (is_directory(file, trouble)) {
        return _("%1 is a folder, where the file should be. Remove it, or give it another name.").arg(name);
    }
    if (is_symlink(symlink_status(file, trouble)) && !exists(file, trouble)) {
        return _("%1 is a link to %2, which does not exist. Make that file, or remove the link.")
            .arg(name, name_of(read_symlink(file, trouble)));
    }
    const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return errno == EEXIST ? _("%1 exists already and was not touched. To compare: limber config "
                                   "default | diff %1 -")
                                     .arg(name)
                               : _("%1 cannot be written: %2.").arg(name, reason(errno));
    }
    int error = write_all(descriptor, content);
    if (close(descriptor) != 0 && error == 0) error = errno;
    if (error != 0) {
        unlink(file.c_str());
        return _("%1 cannot be written: %2.").arg(name, reason(error));
    }
    return {};
}

Table::Cell presence(const fs::path& path) {
    std::error_code trouble;
    const fs::file_status status = fs::status(path, trouble);
    if (status.type() == fs::file_type::not_found) return {_("not there"), terminal::Ink::faint};
    if (trouble) return {_("cannot be read: %1").arg(shown(trouble.message())), terminal::Ink::bad};
    return {_("found"), terminal::Ink::good};
}

Exit path() {
    const settings::ConfigPaths paths = config_paths();
    Table table;
    const auto tell = [&](const fs::path& path) { table.row({{name_of(path)}, presence(path)}); };
    tell(paths.user / "limber.toml");
    for (const fs::path& folder : paths.system)
        tell(folder / "limber.toml");
    tell(paths.user / "exercises");
    tell(paths.shipped / "exercises");
    print(table.lines());
    return Exit::ok;
}

void print_problems(const std::vector<Problem>& problems) {
    for (const Problem& problem : problems) {
        const bool error = problem.severity == Problem::Severity::error;
        print_line(inked(error ? QString{} : _("warning: "), terminal::Ink::warn) +
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
        if (any_error(problems)) return Exit::failed;
        print_line(_("%1 is in order.").arg(shown(file)));
        return Exit::ok;
    }
    const auto loaded = settings::load_settings(config_paths());
    if (!loaded) {
        print_problems(loaded.error());
        return Exit::failed;
    }
    print_problems(loaded->warnings);
    for (const Finding& missing : missing_parts(loaded->settings)) {
        print_line(inked(_("warning: "), terminal::Ink::warn) +
                   shown(missing.sentence + ' ' + missing.remedy));
    }
    if (loaded->files.empty()) {
        print_line(_("There is no configuration file; Limber uses its defaults. Begin one with: limber "
                     "config default --write"));
    }
    for (const fs::path& read : loaded->files)
        print_line(_("%1 is in order.").arg(name_of(read)));
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
    print_line(_("The settings have been read and are in order."));
    return Exit::ok;
}

Exit show() {
    const auto loaded = settings::load_settings(config_paths());
    if (!loaded) {
        complain_of(loaded.error());
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
    if (const QString trouble = write_new_file(file, content); !trouble.isEmpty()) {
        complain(trouble);
        return Exit::failed;
    }
    print_line(_("Written: %1").arg(name_of(file)));
    return Exit::ok;
}

Exit schema() {
    print(QString::fromStdString(settings::json_schema()));
    return Exit::ok;
}

} // namespace

void add_config(CLI::App& limber, Run& run) {
    CLI::App* family =
        limber.add_subcommand("config", _("Find, check and begin the configuration").toStdString());
    family->group(_("Settings").toStdString());
    family->require_subcommand(0, 1);
    family->callback([family, &run] {
        if (family->get_subcommands().empty()) run = path;
    });

    const auto add = [&](const char* name, const QString& help, Exit (*does)()) {
        family->add_subcommand(name, help.toStdString())->callback([does, &run] { run = does; });
    };
    add("path", _("Which files are looked for, most important first"), path);
    add("show", _("The settings in force, all files taken together"), show);

    const auto file = std::make_shared<std::string>();
    CLI::App* checking =
        family->add_subcommand("check", _("Every problem as FILE:LINE:COLUMN: message").toStdString());
    checking->add_option(_("FILE").toStdString(), *file,
                         _("Only this file, as if it were the only one").toStdString());
    checking->callback([file, &run] { run = [file] { return check(*file); }; });

    const auto write = std::make_shared<bool>(false);
    CLI::App* beginning = family->add_subcommand(
        "default", _("A file with every key, its default and what it means").toStdString());
    beginning->add_flag("--write", *write, _("Write it where there is none yet").toStdString());
    beginning->callback([write, &run] { run = [write] { return sample(*write); }; });

    add("schema", _("The JSON schema for editors"), schema);

    limber
        .add_subcommand("reload", _("Read the configuration anew now, and say what is wrong").toStdString())
        ->group(_("Settings").toStdString())
        ->callback([&run] { run = reload; });
}

} // namespace limber::cli
