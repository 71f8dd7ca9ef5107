// SPDX-License-Identifier: GPL-3.0-or-later
// limber exercises: what there is, what fits this person, and how each is done. Reads the files itself; a
// running daemon only adds what was answered with "never".
#include "command.hpp"
#include "core/choosing.hpp"
#include "core/exercise.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/words.hpp"
#include "output.hpp"
#include "settings/settings.hpp"
#include "status.hpp"
#include "words/text.hpp"

#include <CLI/CLI.hpp> // IWYU pragma: keep (the umbrella header)
#include <QStringList>

#include <algorithm>
#include <memory>
#include <string>
#include <unistd.h>

namespace limber::cli {

using terminal::Ink;
using terminal::shown;

namespace {

double in_seconds(Duration length) {
    return std::chrono::duration<double>(length).count();
}

QString length_text(Duration length) {
    return shown(settings::format_duration(length));
}

QString joined(const std::vector<std::string>& words, const QString& between) {
    QStringList list;
    for (const std::string& word : words)
        list << shown(word);
    return list.join(between);
}

/// Why the core does not suggest it; empty if it may. Nothing of health where `tags` does not say so.
QString why_not(const Plan& plan, const Bag& bag, const Exercise& exercise, bool tags) {
    switch (unfit(plan, bag, exercise)) {
    case Unfit::no: break;
    case Unfit::place: return _("not for this place (%1)").arg(shown(plan.person.place));
    case Unfit::position:
        return _("needs another position (%1)").arg(joined(exercise.positions, QStringLiteral(", ")));
    case Unfit::excluded:
        return tags ? _("excluded in the configuration") : _("not for you, as your settings say");
    case Unfit::health: {
        const auto tag = std::ranges::find_first_of(exercise.avoid_if, plan.person.health);
        return tags && tag != exercise.avoid_if.end() ? _("not suitable (health: %1)").arg(shown(*tag))
                                                      : _("not for you, as your settings say");
    }
    case Unfit::never_again:
        return _("you asked not to (take back with: limber allow %1)").arg(shown(exercise.id));
    }
    return {};
}

/// A pipe or a file may end in a bug report.
bool tags_may_be_seen() {
    return isatty(STDOUT_FILENO) == 1;
}

/// With what the daemon was told by "never"; empty if it does not run.
Bag known_bag() {
    Bag bag;
    if (const auto now = present()) bag.never = now->report.status.never;
    return bag;
}

/// Programs get the texts as they are, in no language.
std::expected<settings::Settings, Exit> settings(bool for_programs) {
    settings::ConfigPaths paths = settings::config_paths();
    if (for_programs) paths.languages.clear();
    auto loaded = settings::load_settings(paths);
    if (!loaded) {
        complain_of(loaded.error());
        complain(_("The configuration has to be repaired first."));
        return std::unexpected(Exit::failed);
    }
    complain_of(loaded->warnings);
    return std::move(loaded->settings);
}

QJsonArray json_of(const std::vector<std::string>& words) {
    QJsonArray array;
    for (const std::string& word : words)
        array.append(string_value(word));
    return array;
}

QJsonObject summary_json(const Exercise& exercise, const QString& reason) {
    return {{"id", string_value(exercise.id)},
            {"title", string_value(exercise.title)},
            {"summary", string_value(exercise.summary)},
            {"area", string_value(exercise.area)},
            {"caution", string_value(exercise.caution)},
            {"positions", json_of(exercise.positions)},
            {"places", json_of(exercise.places)},
            {"seconds", in_seconds(length_of(exercise))},
            {"suggested", reason.isEmpty()},
            {"why_not", reason}};
}

QJsonArray blocks_json(const Exercise& exercise) {
    QJsonArray blocks;
    for (const Block& block : exercise.blocks) {
        QJsonArray phases;
        for (const Phase& phase : block.phases) {
            phases.append(QJsonObject{{"name", string_value(phase.name)},
                                      {"text", string_value(phase.text)},
                                      {"kind", string_value(word_of(phase.kind))},
                                      {"side", string_value(word_of(phase.side))},
                                      {"seconds", in_seconds(phase.length)}});
        }
        blocks.append(QJsonObject{{"reps", block.reps}, {"mirror", block.mirror}, {"phases", phases}});
    }
    return blocks;
}

Exit list(bool json) {
    const auto known = settings(json);
    if (!known) return known.error();
    const Bag bag = known_bag();
    if (json) {
        QJsonArray all;
        for (const Exercise& exercise : known->plan.exercises)
            all.append(summary_json(exercise, why_not(known->plan, bag, exercise, false)));
        print_json({{"exercises", all}});
        return Exit::ok;
    }
    Table table;
    table.row({{_("ID"), Ink::faint},
               {_("Exercise"), Ink::faint},
               {_("Area"), Ink::faint},
               {_("Length"), Ink::faint},
               {_("Suggested"), Ink::faint}});
    for (const Exercise& exercise : known->plan.exercises) {
        const QString reason = why_not(known->plan, bag, exercise, tags_may_be_seen());
        table.row({{shown(exercise.id), Ink::strong},
                   {shown(exercise.title)},
                   {shown(exercise.area)},
                   {length_text(length_of(exercise))},
                   {reason.isEmpty() ? _("yes") : _("no: %1").arg(reason),
                    reason.isEmpty() ? Ink::good : Ink::faint}});
    }
    print(table.lines());
    return Exit::ok;
}

QString side_word(Side side) {
    switch (side) {
    case Side::left: return _("left");
    case Side::right: return _("right");
    case Side::both: return _("both sides");
    case Side::none: break;
    }
    return {};
}

QString block_title(const Block& block) {
    const QString times = block.reps == 1 ? _("Once") : n_("%n times", "%n times", block.reps);
    return block.mirror ? _("%1, then the same for the other side:").arg(times) : _("%1:").arg(times);
}

void print_exercise(const Exercise& exercise, const QString& reason) {
    print_line(inked(shown(exercise.title), Ink::strong) +
               _("  (%1, %2)").arg(shown(exercise.area), length_text(length_of(exercise))));
    print_line(shown(exercise.summary));
    for (const Block& block : exercise.blocks) {
        print_line({});
        print_line(block_title(block));
        Table table;
        for (const Phase& phase : block.phases) {
            const QString side = side_word(phase.side);
            table.row({{length_text(phase.length), Ink::faint},
                       {shown(phase.title.empty() ? phase.name : phase.title), Ink::strong},
                       {side},
                       {QString::fromStdString(with_side(shown(phase.text).toStdString(), phase.side))}});
        }
        print(table.lines(QStringLiteral("  ")));
    }
    print_line({});
    if (!exercise.caution.empty()) print_line(inked(shown(exercise.caution), Ink::warn));
    print_line(inked(_("Stop if it hurts."), Ink::warn));
    print_line(reason.isEmpty() ? _("Limber may suggest it.")
                                : _("Limber does not suggest it: %1.").arg(reason));
}

Exit show(const std::string& id, bool json) {
    const auto known = settings(json);
    if (!known) return known.error();
    const Exercise* exercise = find_exercise(known->plan, id);
    if (exercise == nullptr) {
        complain(_("There is no exercise \"%1\". See them all with: limber exercises").arg(shown(id)));
        return Exit::failed;
    }
    const QString reason = why_not(known->plan, known_bag(), *exercise, !json && tags_may_be_seen());
    if (json) {
        QJsonObject object = summary_json(*exercise, reason);
        object["blocks"] = blocks_json(*exercise);
        print_json(object);
    } else {
        print_exercise(*exercise, reason);
    }
    return Exit::ok;
}

} // namespace

void add_exercises(CLI::App& limber, Run& run) {
    struct Wish {
        std::string id;
        bool json = false;
    };

    const auto wish = std::make_shared<Wish>();
    const std::string as_json = _("As JSON").toStdString();
    CLI::App* family =
        limber.add_subcommand("exercises", _("What there is, and how it is done").toStdString());
    family->group(_("Look").toStdString());
    family->require_subcommand(0, 1);
    family->add_flag("--json", wish->json, as_json);
    family->callback([wish, family, &run] {
        if (family->get_subcommands().empty()) run = [wish] { return list(wish->json); };
    });

    CLI::App* listing =
        family->add_subcommand("list", _("All of them, and why some are not suggested").toStdString());
    listing->add_flag("--json", wish->json, as_json);
    listing->callback([wish, &run] { run = [wish] { return list(wish->json); }; });

    CLI::App* showing = family->add_subcommand("show", _("One of them, step by step").toStdString());
    showing->add_option("ID", wish->id, _("Which one, such as shoulder-rolls").toStdString())->required();
    showing->add_flag("--json", wish->json, as_json);
    showing->callback([wish, &run] { run = [wish] { return show(wish->id, wish->json); }; });
}

} // namespace limber::cli
