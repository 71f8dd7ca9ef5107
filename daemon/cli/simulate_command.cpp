// SPDX-License-Identifier: GPL-3.0-or-later
// limber simulate: what a configuration does with a day, without waiting for one. LAW.md §11.
#include "command.hpp"
#include "day_story.hpp"
#include "journal.hpp"
#include "notify/words.hpp"
#include "output.hpp"
#include "record/replay.hpp"
#include "settings/settings.hpp"
#include "simulate/activity.hpp"
#include "simulate/desk_worker.hpp"
#include "words/text.hpp"

#include <CLI/CLI.hpp> // IWYU pragma: keep (the umbrella header)
#include <QDateTime>
#include <QTimeZone>
#include <QtGlobal>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <istream>
#include <limits>
#include <memory>
#include <utility>

namespace limber::cli {

using terminal::shown;

namespace {

/// A session tells all of its phases: more than anybody wants to read.
constexpr qsizetype longest_shown = 400;

QString excerpt(const std::string& line) {
    if (line.empty()) return _("(nothing)");
    const QString text = shown(line);
    return text.size() > longest_shown ? text.left(longest_shown) + QStringLiteral("…") : text;
}

QString place(const std::filesystem::path& part, std::uint64_t line) {
    return QStringLiteral("%1:%2").arg(part == "-" ? QStringLiteral("-") : shown(part.string())).arg(line);
}

void tell(const std::filesystem::path& part, const record::JournalDifference& difference) {
    print_line(_("%1: this does not happen again").arg(place(part, difference.line)));
    print_line(_("  the journal has: %1").arg(excerpt(difference.expected)));
    print_line(_("  the replay has:  %1").arg(excerpt(difference.got)));
}

/// limber simulate --replay: does a journal happen again? A journal, the folder it lies in, or "-"; both of
/// its files if the older one lies beside it. Says what is the same, or which line is the first that is not.
Exit replay_journal(const std::string& path) {
    const auto parts = journal_parts(path);
    if (parts.empty()) {
        complain(_("There is no journal at %1.").arg(shown(path)));
        return Exit::failed;
    }
    record::Replayed sum;
    for (const auto& part : parts) {
        std::expected<record::Replayed, record::JournalProblem> replayed;
        if (!with_journal(part, [&](std::istream& text) { replayed = record::replay(text); }))
            return Exit::failed;
        if (!replayed) {
            complain(QStringLiteral("%1: %2").arg(place(part, replayed.error().line),
                                                  shown(replayed.error().message)));
            return Exit::failed;
        }
        if (replayed->difference) {
            tell(part, *replayed->difference);
            return Exit::failed;
        }
        sum.events += replayed->events;
        sum.effects += replayed->effects;
        sum.cut = sum.cut || replayed->cut;
    }
    print_line(_("%1 events, %2 effects: the same")
                   .arg(static_cast<qulonglong>(sum.events))
                   .arg(static_cast<qulonglong>(sum.effects)));
    if (sum.cut) print_line(_("(The journal is cut off in places; what there is was compared.)"));
    return Exit::ok;
}

struct SimulateWish {
    std::string config;   ///< empty: the person's own
    std::string activity; ///< empty: a day that is made up; "-": standard input
    std::string answer;   ///< empty: start on a made-up day, else ignore
    std::uint64_t seed = 1;
    std::string session_length = "exercises";
    bool json = false;
    std::string replay; ///< a journal; then nothing else counts
};

constexpr std::chrono::local_days monday{std::chrono::year{2025} / std::chrono::January / 6};

std::expected<settings::Settings, Exit> settings_for(const SimulateWish& wish) {
    const settings::ConfigPaths paths = settings::config_paths();
    auto loaded =
        wish.config.empty() ? settings::load_settings(paths) : settings::load_file(wish.config, paths);
    if (!loaded) {
        complain_of(loaded.error());
        return std::unexpected(Exit::failed);
    }
    complain_of(loaded->warnings);
    notify::say_titles(loaded->settings.plan);
    return std::move(loaded->settings);
}

Exit refuse(const std::string& file, const simulate::ActivityProblem& problem) {
    complain_of(std::vector{settings::Problem{.file = file,
                                              .line = static_cast<int>(problem.line),
                                              .column = static_cast<int>(problem.column),
                                              .message = problem.message}});
    return Exit::failed;
}

/// The zone of this machine, remembered up to its next change.
simulate::Zone local_zone() {
    return [zone = QTimeZone::systemTimeZone(), from = Utc::max(),
            known = simulate::LocalOffset{.until = Utc::min()}](Utc utc) mutable {
        if (utc >= from && utc < known.until) return known;
        const auto millis = std::chrono::floor<std::chrono::milliseconds>(utc).time_since_epoch().count();
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC);
        const QTimeZone::OffsetData next = zone.nextTransition(at);
        from = utc;
        known = {.offset = std::chrono::seconds{zone.offsetFromUtc(at)}};
        if (next.atUtc.isValid()) {
            known.until = Utc{std::chrono::milliseconds{next.atUtc.toMSecsSinceEpoch()}};
            known.next = std::chrono::seconds{next.offsetFromUtc};
        }
        return known;
    };
}

/// Times written with an offset that is not ours were local times somewhere else; they stay so.
simulate::Zone zone_for(const std::optional<simulate::FileClock>& clock) {
    simulate::Zone here = local_zone();
    if (!clock || clock->offset == std::chrono::seconds{} || here(clock->utc).offset == clock->offset)
        return here;
    return {};
}

/// A local time in the zone of this machine.
Utc utc_of(std::chrono::local_time<Duration> local) {
    const Utc naive{local.time_since_epoch()};
    const simulate::Zone here = local_zone();
    return naive - here(naive - here(naive).offset).offset;
}

struct Input {
    std::unique_ptr<std::ifstream> file; ///< what the source reads from; none for standard input
    std::unique_ptr<simulate::ActivitySource> source;
    std::string name; ///< as problems name it
};

std::expected<Input, Exit> open(const SimulateWish& wish) {
    Input input;
    if (wish.activity.empty()) {
        const Utc midnight = utc_of(monday);
        const simulate::FileClock begins{midnight, local_zone()(midnight).offset};
        input.source = std::make_unique<simulate::DeskWorker>(simulate::Habit::writer, wish.seed, 1, begins);
        return input;
    }
    const bool standard = wish.activity == "-";
    input.name = standard ? _("standard input").toStdString() : wish.activity;
    if (!standard) {
        errno = 0;
        input.file = std::make_unique<std::ifstream>(wish.activity, std::ios::binary);
        std::error_code trouble;
        const bool folder = std::filesystem::is_directory(wish.activity, trouble);
        if (!*input.file || folder) {
            const int reason = folder ? EISDIR : errno;
            const auto why = QString::fromLocal8Bit(std::strerror(reason)); // NOLINT(concurrency-mt-unsafe)
            return std::unexpected(
                refuse(input.name, {0, 0, _("cannot be read: %1").arg(why).toStdString()}));
        }
    }
    auto source = simulate::open_activity(standard ? std::cin : *input.file);
    if (!source) return std::unexpected(refuse(input.name, source.error()));
    input.source = std::move(*source);
    return input;
}

QString answers_text(simulate::AnswerPolicy answer) {
    switch (answer) {
    case simulate::AnswerPolicy::start: return _("Every break is started.");
    case simulate::AnswerPolicy::follow: return _("Every prompt is followed by a rest.");
    case simulate::AnswerPolicy::snooze: return _("Every prompt is snoozed for as long as that is offered.");
    case simulate::AnswerPolicy::skip: return _("Every break is skipped.");
    case simulate::AnswerPolicy::ignore: return _("No prompt is answered.");
    }
    return {};
}

void introduce(const SimulateWish& wish, const Plan& plan, const Input& input,
               simulate::AnswerPolicy answer) {
    const QString what = wish.activity.empty() ? _("A made-up day at the desk (seed %1).").arg(wish.seed)
                                               : _("From %1.").arg(shown(input.name));
    print_line(what + u' ' + answers_text(answer));
    for (const BreakRule& rule : plan.breaks) {
        print_line(_("%1: %2 after %3 of work.")
                       .arg(shown(rule.title.empty() ? rule.name : rule.title),
                            shown(settings::format_duration(rule.rest)),
                            shown(settings::format_duration(rule.interval))));
    }
    if (plan.breaks.empty()) print_line(_("No break is configured."));
}

Exit simulate(const SimulateWish& wish) {
    const auto settings = settings_for(wish);
    if (!settings) return settings.error();
    auto input = open(wish);
    if (!input) return input.error();

    simulate::RunOptions options;
    const simulate::AnswerPolicy usual =
        wish.activity.empty() ? simulate::AnswerPolicy::start : simulate::AnswerPolicy::ignore;
    options.answer = simulate::parse_answer_policy(wish.answer).value_or(usual);
    options.seed = wish.seed;
    options.session_length =
        wish.session_length == "rest" ? simulate::SessionLength::rest : simulate::SessionLength::of_exercises;
    options.begins = utc_of(monday + std::chrono::hours{9});
    options.zone = zone_for(input->source->clock());

    std::expected<void, simulate::ActivityProblem> played;
    if (wish.json) {
        played = run(settings->plan, *input->source, options, [](const simulate::Line& line) {
            print_line(QString::fromStdString(simulate::json_text(line)));
        });
    } else {
        const Plan plan = simulated_plan(settings->plan, options.session_length);
        introduce(wish, plan, *input, options.answer);
        const bool dated = !wish.activity.empty() && input->source->clock().has_value();
        DayStory story(plan, {columns_there(), terminal::draws_beyond_ascii(), dated}, print);
        played = run(
            settings->plan, *input->source, options, [&](const simulate::Line& line) { story.tell(line); },
            [&](Duration at, const simulate::Desk& desk) { story.watch(at, desk); });
        if (played) story.finish();
    }
    return played ? Exit::ok : refuse(input->name, played.error());
}

} // namespace

void add_simulate(CLI::App& limber, Run& run) {
    const auto wish = std::make_shared<SimulateWish>();
    CLI::App* command = limber.add_subcommand(
        "simulate", _("What a day would be like with these settings, in a moment").toStdString());
    command->group(_("Look").toStdString());
    const auto text = [](const QString& sentence) { return sentence.toStdString(); };
    command->add_option("--config", wish->config, text(_("Settings to try; without it, your own")))
        ->option_text(text(_("FILE")));
    command
        ->add_option("--activity", wish->activity,
                     text(_("What a person did, as JSON lines, or an export of ActivityWatch; - is "
                            "standard input. Without it, a day is made up")))
        ->option_text(text(_("FILE")));
    command
        ->add_option(
            "--answer", wish->answer,
            text(
                _("How prompts are answered; without it, start on a made-up day and ignore with --activity")))
        ->option_text("start|follow|snooze|skip|ignore")
        ->check(CLI::IsMember({"start", "follow", "snooze", "skip", "ignore"}));
    command
        ->add_option("--seed", wish->seed,
                     text(_("Chooses the day and the exercises; the same gives the same")))
        ->option_text(text(_("NUMBER")))
        ->check([](const std::string& seed) {
            std::uint64_t number = 0;
            const auto [end, error] = std::from_chars(seed.data(), seed.data() + seed.size(), number);
            if (error == std::errc::result_out_of_range)
                return _("is at most %1").arg(std::numeric_limits<std::uint64_t>::max()).toStdString();
            return error == std::errc{} && end == seed.data() + seed.size()
                       ? std::string{}
                       : _("needs a whole number, not %1").arg(shown(seed)).toStdString();
        });
    command
        ->add_option("--session-length", wish->session_length,
                     text(_("rest: every guided break is exactly as long as its rule says")))
        ->option_text("exercises|rest")
        ->check(CLI::IsMember({"exercises", "rest"}));
    command->add_flag("--json", wish->json, text(_("One JSON object per line")));
    CLI::Option* replay =
        command
            ->add_option("--replay", wish->replay,
                         text(_("Instead of a day: run what limberd has written down again, and compare")))
            ->option_text(text(_("JOURNAL")));
    for (CLI::Option* other : command->get_options())
        if (other != replay && other != command->get_help_ptr()) replay->excludes(other);
    command->callback([wish, &run] {
        run = [wish] { return wish->replay.empty() ? simulate(*wish) : replay_journal(wish->replay); };
    });
}

} // namespace limber::cli
