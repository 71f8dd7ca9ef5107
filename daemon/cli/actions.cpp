// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that asks the daemon to do something: answers to a prompt, a break on demand, pauses.
#include "bus/status_text.hpp"
#include "command.hpp"
#include "here.hpp"
#include "output.hpp"
#include "settings/settings.hpp"
#include "words/text.hpp"

#include <CLI/CLI.hpp> // IWYU pragma: keep (the umbrella header)
#include <QTime>
#include <QtGlobal>

#include <array>
#include <chrono>
#include <memory>
#include <string_view>

namespace limber::cli {
namespace {

constexpr const char* about_answers = N_("When a break is suggested");
constexpr const char* during = N_("During a break");
constexpr const char* quiet = N_("Peace and quiet");

/// A subcommand without arguments.
struct Verb {
    const char* name;
    const char* group;
    const char* help;
    const char* method;
    const char* steering; ///< argument of Steer; null for every other method
};

constexpr std::array verbs{
    Verb{"skip", about_answers, N_("Leave this break out"), "Skip", nullptr},
    Verb{"another", about_answers, N_("Suggest another exercise"), "Another", nullptr},
    Verb{"never", about_answers, N_("Another one, and never again the one suggested now"), "Never", nullptr},
    Verb{"stop", during, N_("Stop the break (from half of it on it counts as done)"), "Steer", "stop"},
    Verb{"enough", during, N_("End the break here and count it as done"), "Steer", "enough"},
    Verb{"next", during, N_("Go on to the next step"), "Steer", "next"},
    Verb{"repeat", during, N_("Do this step again"), "Steer", "repeat"},
    Verb{"wait", during, N_("Hold the break where it is"), "Steer", "pause"},
    Verb{"go", during, N_("Go on after wait"), "Steer", "resume"},
    Verb{"resume", quiet, N_("End a pause"), "Resume", nullptr},
    Verb{"rested", quiet, N_("Say that you have rested: every interval begins anew"), "Rested", nullptr},
};

/// Does it, and says what is going on now.
Exit perform(const QString& method, const QVariantList& arguments = {}) {
    if (const auto reply = call(method, arguments); !reply) return report(reply.error());
    const auto now = present();
    if (!now) return report(now.error());
    print_line(terminal::shown(bus::status_sentence(now->report).toStdString()));
    return Exit::ok;
}

CLI::App* subcommand(CLI::App& limber, const char* name, const char* group, const char* help) {
    return limber.add_subcommand(name, _(help).toStdString())->group(_(group).toStdString());
}

/// Whole seconds; 0, which has a meaning of its own on the bus, only where nothing was said.
qlonglong seconds_from(const CLI::Option& option, const std::string& text) {
    if (option.empty()) return 0;
    const auto duration = settings::parse_duration(text);
    if (!duration) throw CLI::ValidationError(option.get_name(), duration.error());
    if (*duration < std::chrono::seconds{1})
        throw CLI::ValidationError(option.get_name(), _("must be at least one second").toStdString());
    const auto seconds = std::chrono::floor<std::chrono::seconds>(*duration);
    return (seconds < *duration ? seconds + std::chrono::seconds{1} : seconds).count();
}

void check_until(const std::string& when) {
    const bool time_of_day =
        QTime::fromString(QString::fromStdString(when), QStringLiteral("H:mm")).isValid();
    if (!time_of_day && when != "tomorrow") {
        throw CLI::ValidationError("--until",
                                   _("must be a time such as 14:30, or the word tomorrow").toStdString());
    }
}

void add_start(CLI::App& limber, Run& run) {
    struct Wish {
        std::string rule;
        std::string exercise;
        bool replace = false;
        bool here = false;
        bool running = false;
    };

    const auto wish = std::make_shared<Wish>();
    CLI::App* start = subcommand(limber, "start", about_answers, N_("Begin a break now, suggested or not"));
    start->add_option(
        _("RULE").toStdString(), wish->rule,
        _("Name of the rule, such as micro; else the one suggested, else the first").toStdString());
    start->add_option("--exercise", wish->exercise, _("Do this one (see: limber exercises)").toStdString())
        ->type_name("ID");
    start->add_flag("--replace", wish->replace, _("Stop a break that is running first").toStdString());
    start->add_flag("--here", wish->here, _("Show it in this terminal, with keys to steer it").toStdString());
    // how limberd shows a break where it has the terminal for itself
    start->add_flag("--running", wish->running)->group("");
    start->callback([wish, &run] {
        run = [wish] {
            if (wish->running) return guide_here(std::nullopt);
            QVariantMap options;
            if (wish->here) options[QStringLiteral("here")] = true;
            if (wish->replace) options[QStringLiteral("replace")] = true;
            if (const QString token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN"); !token.isEmpty())
                options[QStringLiteral("activation-token")] = token;
            const QVariantList what{QString::fromStdString(wish->rule),
                                    QString::fromStdString(wish->exercise), options};
            return wish->here ? guide_here(what) : perform(QStringLiteral("Start"), what);
        };
    });
}

void add_snooze(CLI::App& limber, Run& run) {
    const auto length = std::make_shared<std::string>();
    CLI::App* snooze =
        subcommand(limber, "snooze", about_answers, N_("Remind me later, in 5 min or as long as said"));
    CLI::Option* said =
        snooze->add_option(_("DURATION").toStdString(), *length,
                           _("Such as 10min; without it the shortest time offered").toStdString());
    snooze->callback([length, said, &run] {
        const qlonglong seconds = seconds_from(*said, *length);
        run = [seconds] { return perform(QStringLiteral("Snooze"), {seconds}); };
    });
}

void add_pause(CLI::App& limber, Run& run) {
    struct Wish {
        std::string length;
        std::string until;
    };

    const auto wish = std::make_shared<Wish>();
    CLI::App* pause = subcommand(limber, "pause", quiet, N_("No reminders for a while, or until resumed"));
    CLI::Option* length =
        pause->add_option(_("DURATION").toStdString(), wish->length,
                          _("Such as 45min or \"1h 30min\"; without it until: limber resume").toStdString());
    CLI::Option* until = pause->add_option(
        "--until", wish->until, _("Until the next such time of day, or the next day").toStdString());
    until->type_name("HH:MM|tomorrow");
    until->excludes(length);
    pause->callback([wish, length, until, &run] {
        if (!until->empty()) {
            check_until(wish->until);
            run = [wish] {
                return perform(QStringLiteral("PauseUntil"), {QString::fromStdString(wish->until)});
            };
        } else {
            const qlonglong seconds = seconds_from(*length, wish->length);
            run = [seconds] { return perform(QStringLiteral("Pause"), {seconds}); };
        }
    });
}

void add_allow(CLI::App& limber, Run& run) {
    const auto exercise = std::make_shared<std::string>();
    CLI::App* allow =
        subcommand(limber, "allow", about_answers, N_("Take back a never, for one exercise or all"));
    allow->add_option("ID", *exercise, _("Which one; without it all of them").toStdString());
    allow->callback([exercise, &run] {
        run = [exercise] { return perform(QStringLiteral("Allow"), {QString::fromStdString(*exercise)}); };
    });
}

void add_verbs(CLI::App& limber, Run& run, const char* group) {
    for (const Verb& verb : verbs) {
        if (std::string_view{verb.group} != group) continue;
        subcommand(limber, verb.name, verb.group, verb.help)->callback([&verb, &run] {
            run = [&verb] {
                const QVariantList arguments = verb.steering != nullptr
                                                   ? QVariantList{QString::fromLatin1(verb.steering)}
                                                   : QVariantList{};
                return perform(QString::fromLatin1(verb.method), arguments);
            };
        });
    }
}

} // namespace

void add_actions(CLI::App& limber, Run& run) {
    add_start(limber, run);
    add_snooze(limber, run);
    add_verbs(limber, run, about_answers);
    add_allow(limber, run);
    add_verbs(limber, run, during);
    add_pause(limber, run);
    add_verbs(limber, run, quiet);
}

} // namespace limber::cli
