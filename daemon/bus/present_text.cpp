// SPDX-License-Identifier: GPL-3.0-or-later
#include "present_text.hpp"

#include "core/status.hpp"
#include "core/time.hpp"
#include "status_text.hpp"
#include "wire.hpp"
#include "wire_values.hpp"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <string>

namespace limber::bus {
namespace {

class Present {
    Q_DECLARE_TR_FUNCTIONS(limber::Present)
};

/// The longest break that is over its interval, if any.
const RuleStatus* due_rule(const Status& status) {
    const RuleStatus* due = nullptr;
    for (const RuleStatus& rule : status.rules) {
        if (rule.active >= rule.interval && (due == nullptr || rule.rest > due->rest)) due = &rule;
    }
    return due;
}

QString due_sentence(const StatusReport& report) {
    const RuleStatus* due = due_rule(report.status);
    if (due == nullptr) return {};
    return due->due_since ? Present::tr("%1 is due since %2.")
                                .arg(bus::text(title_of(*due)), clock_text(report, *due->due_since))
                          : Present::tr("%1 is due.").arg(bus::text(title_of(*due)));
}

QString next_sentence(const StatusReport& report) {
    const Status& status = report.status;
    const RuleStatus* const rule = rule_named(status, status.next_break);
    if (rule == nullptr) {
        return status.rules.empty() ? Present::tr("No break is configured.")
                                    : Present::tr("There were enough breaks for today.");
    }
    const QString title = bus::text(title_of(*rule));
    if (status.next_at) {
        return Present::tr("%1 is due about %2, if you work on.")
            .arg(title, clock_text(report, *status.next_at));
    }
    return Present::tr("%1 is due after %2 more at the desk.").arg(title, left_text(status.next_left));
}

QString held_sentence(const StatusReport& report) {
    QStringList holds;
    for (const std::string& hold : report.status.holds)
        holds << hold_text(hold);
    const QString list = holds.join(QStringLiteral(", "));
    const auto since = report.status.held_since;
    return since ? Present::tr("Held: %1 since %2.").arg(list, clock_text(report, *since))
                 : Present::tr("Held: %1.").arg(list);
}

QString away_sentence(const StatusReport& report) {
    const auto since = report.status.away_since;
    const QString clock = since ? clock_text(report, *since) : QString{};
    if (report.status.locked) {
        return since ? Present::tr("Locked since %1, which counts as rest.").arg(clock)
                     : Present::tr("Locked, which counts as rest.");
    }
    return since ? Present::tr("Nobody at the desk since %1, which counts as rest.").arg(clock)
                 : Present::tr("Nobody at the desk, which counts as rest.");
}

QString on_screen_sentence(const StatusReport& report) {
    const auto& prompt = report.status.prompt;
    if (!prompt) return {};
    const RuleStatus* const rule = rule_named(report.status, prompt->break_id);
    if (rule == nullptr) return {};
    const QString sentence = prompt->on_screen
                                 ? Present::tr("%1 is suggested on the screen since %2.")
                                 : Present::tr("%1 is suggested since %2; it has left the screen.");
    return sentence.arg(bus::text(title_of(*rule)), clock_text(report, prompt->at));
}

QString running_sentence(const StatusReport& report) {
    const auto& session = report.status.session;
    if (!session) return {};
    if (session->paused_at) {
        return Present::tr("The break is paused since %1.").arg(clock_text(report, *session->paused_at));
    }
    return Present::tr("The break began at %1.").arg(clock_text(report, session->began));
}

/// Both, with a space between if there are two.
QString joined(const QString& first, const QString& second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + u' ' + second;
}

/// A clause as a sentence.
QString as_sentence(const QString& clause) {
    return clause.isEmpty() ? clause : clause.left(1).toUpper() + clause.mid(1) + u'.';
}

QString doing_sentence(const StatusReport& report) {
    const Status& status = report.status;
    switch (status.doing) {
    case Activity::working: return next_sentence(report);
    case Activity::waiting: {
        const QString until =
            status.waits_until ? exact_clock_text(report.stamp, *status.waits_until) : QString{};
        return joined(due_sentence(report), as_sentence(waiting_text(status.wait_cause, until)));
    }
    case Activity::prompted: return on_screen_sentence(report);
    case Activity::resting: return running_sentence(report);
    case Activity::paused: return joined(due_sentence(report), status_sentence(report) + u'.');
    case Activity::held: return joined(due_sentence(report), held_sentence(report));
    case Activity::away:
        return joined(away_sentence(report), due_rule(status) ? QString{} : next_sentence(report));
    case Activity::outside_hours:
        return Present::tr("Outside working hours: nothing is counted, and nothing is suggested.");
    case Activity::unknown: break;
    }
    return status_sentence(report) + u'.';
}

} // namespace

QString exact_clock_text(const Stamp& known, Instant at) {
    const auto local = std::chrono::round<std::chrono::seconds>(local_time(civil_at(known, at)));
    const std::chrono::hh_mm_ss time{local - std::chrono::floor<std::chrono::days>(local)};
    const auto two = [](auto count) {
        return QStringLiteral("%1").arg(count.count(), 2, 10, QLatin1Char{'0'});
    };
    const QString minutes = two(time.hours()) + u':' + two(time.minutes());
    return time.seconds().count() == 0 ? minutes : minutes + u':' + two(time.seconds());
}

QString waiting_text(WaitCause cause, const QString& until) {
    switch (cause) {
    case WaitCause::snoozed: return Present::tr("snoozed until %1").arg(until);
    case WaitCause::repeat_after: return Present::tr("asks again at %1").arg(until);
    case WaitCause::other_answered:
        return Present::tr("waits until %1, as another break was answered").arg(until);
    case WaitCause::settle:
        return Present::tr("waits until %1, so that you can finish what you were doing").arg(until);
    case WaitCause::return_grace:
        return Present::tr("waits until %1, so that you can arrive first").arg(until);
    case WaitCause::typing:
        return Present::tr("waits for a pause in the typing, until %1 at the latest").arg(until);
    case WaitCause::day_full: return Present::tr("enough of these for today");
    case WaitCause::none: break;
    }
    return {};
}

QString contradiction_text(Absence said) {
    return said == Absence::other_session
               ? Present::tr("Another session is said to be in front, and yet somebody types here")
               : Present::tr("The screen is said to be locked, and yet somebody types here");
}

QString present_sentence(const StatusReport& report) {
    const auto& said = report.status.contradiction;
    return joined(doing_sentence(report), said ? contradiction_text(*said) + u'.' : QString{});
}

} // namespace limber::bus
