// SPDX-License-Identifier: GPL-3.0-or-later
// limber status: once, or a new block (with --json: a line) whenever something changes.
#include "bus/status_text.hpp"
#include "bus/wire.hpp"
#include "command.hpp"
#include "core/effect.hpp"
#include "core/exercise.hpp"
#include "core/session.hpp"
#include "core/status.hpp"
#include "output.hpp"
#include "settings/settings.hpp"
#include "status.hpp"
#include "words/text.hpp"

#include <CLI/CLI.hpp> // IWYU pragma: keep (the umbrella header)
#include <QCoreApplication>
#include <QStringList>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace limber::cli {

using terminal::Ink;
using terminal::shown;

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

/// Whole minutes where a break is many minutes away, else whole seconds.
QString amount(Duration duration, Duration of) {
    const Duration rounded = of >= minutes{10} && duration >= minutes{1}
                                 ? Duration{std::chrono::floor<minutes>(duration)}
                                 : Duration{std::chrono::floor<seconds>(duration)};
    return shown(settings::format_duration(rounded));
}

QString title_of(const bus::StatusReport& report, const std::string& exercise) {
    const auto found = report.titles.find(exercise);
    return shown(found == report.titles.end() || found->second.empty() ? exercise : found->second);
}

Table::Cell next_cell(const bus::StatusReport& report, const RuleStatus& rule) {
    if (rule.due) {
        return {rule.due_since ? _("due since %1").arg(bus::clock_text(report, *rule.due_since)) : _("due"),
                Ink::warn};
    }
    const Duration left = std::max(rule.interval - rule.active, Duration{});
    if (!report.status.next_at) return {_("after %1 more").arg(amount(left, rule.interval))};
    const Instant at = report.stamp.at + left;
    return {_("about %1").arg(bus::clock_text(report, std::max(at, rule.waits_until.value_or(at))))};
}

QString cause_text(WaitCause cause) {
    switch (cause) {
    case WaitCause::snoozed: return _("snoozed");
    case WaitCause::repeat_after: return _("asks again");
    case WaitCause::other_answered: return _("another break was answered");
    case WaitCause::settle: return _("a moment to settle");
    case WaitCause::return_grace: return _("a moment to arrive");
    case WaitCause::typing: return _("for a gap in the typing");
    case WaitCause::day_full: return _("enough for today");
    case WaitCause::none: break;
    }
    return {};
}

QString waits_text(const bus::StatusReport& report, const RuleStatus& rule) {
    QStringList notes;
    if (rule.name == report.status.next_break && report.status.wait_cause != WaitCause::none)
        notes << cause_text(report.status.wait_cause);
    if (rule.waits_until) notes << _("waits until %1").arg(bus::clock_text(report, *rule.waits_until));
    if (rule.snoozes > 0) {
        notes << (rule.snoozes_left == 1 ? _("1 snooze left")
                                         : n_("%n snoozes left", "%n snoozes left", rule.snoozes_left));
    }
    return notes.join(QStringLiteral(", "));
}

QString rules_table(const bus::StatusReport& report) {
    Table table;
    table.row({{_("Break"), Ink::faint},
               {_("Active"), Ink::faint},
               {_("Next"), Ink::faint},
               {_("Waits"), Ink::faint}});
    for (const RuleStatus& rule : report.status.rules) {
        table.row(
            {{shown(title_of(rule))},
             {_("%1 of %2")
                  .arg(amount(rule.active, rule.interval), shown(settings::format_duration(rule.interval)))},
             next_cell(report, rule),
             {waits_text(report, rule)}});
    }
    return table.lines();
}

QString prompt_text(const bus::StatusReport& report, const ShowPrompt& prompt) {
    const QString what = prompt.exercise.empty() ? _("stand up and rest") : title_of(report, prompt.exercise);
    QStringList answers{QStringLiteral("start"), QStringLiteral("skip"), QStringLiteral("another"),
                        QStringLiteral("never")};
    if (!prompt.snooze.empty()) answers.insert(1, QStringLiteral("snooze"));
    QString text = _("%1, since %2; answer with limber %3")
                       .arg(what, bus::clock_text(report, prompt.at), answers.join(QStringLiteral(" | ")));
    if (!prompt.held_by.empty()) {
        text += _(" (due since %1, held: %2)")
                    .arg(bus::clock_text(report, prompt.due_since), bus::hold_text(prompt.held_by));
    }
    return text;
}

QString session_text(const Session& session, Instant now) {
    const Cursor cursor = cursor_at(session, now);
    const SessionPhase& phase = session.phases[cursor.phase];
    const QString step = phase.exercise.empty()
                             ? _("leave the desk")
                             : QString::fromStdString(with_side(shown(phase.text).toStdString(), phase.side));
    return _("step %1 of %2: %3 (%4 left, %5 in all)")
        .arg(cursor.phase + 1)
        .arg(session.phases.size())
        .arg(step, amount(cursor.left, cursor.left), amount(cursor.total_left, cursor.total_left));
}

QString today_text(const Status& status) {
    constexpr std::array words{
        std::pair{Outcome::done, N_("%1 done")},
        std::pair{Outcome::followed, N_("%1 followed by resting")},
        std::pair{Outcome::natural, N_("%1 rested unasked")},
        std::pair{Outcome::snoozed, N_("%1 snoozed")},
        std::pair{Outcome::skipped, N_("%1 skipped")},
        std::pair{Outcome::abandoned, N_("%1 stopped early")},
        std::pair{Outcome::unanswered, N_("%1 unanswered")},
    };
    std::map<Outcome, int> sums;
    for (const auto& [rule, counts] : status.today) {
        for (const auto& [outcome, count] : counts)
            sums[outcome] += count;
    }
    QStringList parts;
    for (const auto& [outcome, word] : words)
        if (sums[outcome] > 0) parts << _(word).arg(sums[outcome]);
    return parts.isEmpty() ? _("nothing yet") : parts.join(QStringLiteral(", "));
}

QString holds_text(const bus::StatusReport& report) {
    QStringList holds;
    for (const std::string& hold : report.status.holds)
        holds << bus::hold_text(hold);
    const QString list = holds.join(QStringLiteral(", "));
    return report.status.held_since
               ? _("%1, since %2").arg(list, bus::clock_text(report, *report.status.held_since))
               : list;
}

Table::Cell presence_cell(const bus::StatusReport& report) {
    const Status& status = report.status;
    if (!status.presence_known) {
        return {_("unknown: nothing here tells Limber of your keyboard and mouse, so active time "
                  "stands still and no break is suggested by itself. limber doctor says why; limber "
                  "start works all the same."),
                Ink::warn};
    }
    QString where = _("at the desk");
    if (status.blind) {
        where = _("unknown while a film or a call is on");
    } else if (status.contradiction) {
        where = _("at the desk (%1)").arg(bus::contradiction_text(*status.contradiction));
    } else if (status.locked) {
        where = _("screen locked");
    } else if (status.away_since) {
        where = _("away");
    }
    if (status.away_since) where = _("%1 since %2").arg(where, bus::clock_text(report, *status.away_since));
    if (!report.idle_source.empty()) where = _("%1, seen by %2").arg(where, shown(report.idle_source));
    if (!report.inhibited) return {where};
    const QString awake = _("%1; a video or call keeps the screen awake").arg(where);
    return {report.inhibitor_aware
                ? _("%1, and until it ends this source does not tell that you rest").arg(awake)
                : awake};
}

QString never_text(const bus::StatusReport& report) {
    QStringList titles;
    for (const std::string& exercise : report.status.never)
        titles << title_of(report, exercise);
    return _("%1 (take back with: limber allow)").arg(titles.join(QStringLiteral(", ")));
}

QString facts_table(const bus::StatusReport& report) {
    const Status& status = report.status;
    Table table;
    const auto fact = [&](const QString& label, Table::Cell cell) {
        table.row({{label, Ink::faint}, std::move(cell)});
    };
    if (status.prompt) {
        fact(status.prompt->on_screen ? _("On screen") : _("Suggested"),
             {prompt_text(report, *status.prompt), Ink::strong});
    }
    if (status.session) fact(_("Break"), {session_text(*status.session, report.stamp.at), Ink::strong});
    if (status.doing == Activity::waiting || status.doing == Activity::held ||
        status.doing == Activity::away) {
        fact(_("Why"), {shown(bus::present_sentence(report).toStdString())});
    }
    if (!status.holds.empty()) fact(_("Held"), {holds_text(report)});
    fact(_("Today"), {today_text(status)});
    fact(_("Presence"), presence_cell(report));
    if (!status.never.empty()) fact(_("Never"), {never_text(report)});
    if (report.version != LIMBER_VERSION) {
        fact(_("Version"), {_("limberd is %1, this is %2. Restart it with: systemctl --user restart limberd")
                                .arg(shown(report.version), QStringLiteral(LIMBER_VERSION)),
                            Ink::warn});
    }
    return table.lines();
}

} // namespace

QString status_text(const bus::Snapshot& snapshot) {
    const bus::StatusReport& report = snapshot.report;
    QString all =
        inked(shown(bus::status_sentence(report).toStdString()), Ink::strong) + QStringLiteral("\n\n");
    if (!report.status.rules.empty()) all += rules_table(report) + u'\n';
    all += facts_table(report);
    if (const auto troubles = snapshot.troubles(); !troubles.empty()) {
        all += u'\n' + inked(_("Problems:"), Ink::bad) + u'\n';
        for (const settings::Problem& problem : troubles)
            all += shown(settings::to_string(problem)) + u'\n';
    }
    return all;
}

namespace {

Exit show_once(bool json) {
    const auto now = present();
    if (!now) return report(now.error());
    if (json) {
        print_json(status_json(*now));
    } else {
        print(status_text(*now));
    }
    return Exit::ok;
}

QString block(const Result<bus::Snapshot>& now) {
    return now ? status_text(*now) : now.error().sentence + u'\n';
}

QJsonObject line(const Result<bus::Snapshot>& now) {
    return now ? status_json(*now) : QJsonObject{{"running", false}, {"summary", now.error().sentence}};
}

Exit watch(bool json) {
    QString last;
    return follow([&](const Result<bus::Snapshot>& snapshot) {
        if (json) {
            print_json(line(snapshot), true);
        } else if (const QString now = block(snapshot); now != last) {
            print(last.isEmpty() ? now : u'\n' + now);
            last = now;
        }
        if (!flush_output()) QCoreApplication::exit(static_cast<int>(Exit::failed));
    });
}

} // namespace

void add_status(CLI::App& limber, Run& run) {
    struct Wish {
        bool json = false;
        bool watch = false;
    };

    const auto wish = std::make_shared<Wish>();
    CLI::App* status =
        limber.add_subcommand("status", _("What Limber does, why, and what comes next").toStdString());
    status->group(_("Look").toStdString());
    status->add_flag("--json", wish->json, _("As JSON; with --watch one object per line").toStdString());
    status->add_flag("--watch", wish->watch, _("Go on with every change, until Ctrl-C").toStdString());
    status->callback(
        [wish, &run] { run = [wish] { return wish->watch ? watch(wish->json) : show_once(wish->json); }; });
}

} // namespace limber::cli
