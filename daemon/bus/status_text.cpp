// SPDX-License-Identifier: GPL-3.0-or-later
#include "status_text.hpp"

#include "wire_values.hpp"
#include "words/holds.hpp"
#include "words/text.hpp"

#include <QStringList>

#include <algorithm>
#include <chrono>
#include <optional>

namespace limber::bus {
namespace {

// What is nearer than that is not told in whole minutes.
constexpr Duration seconds_matter = std::chrono::minutes{1};

QString next_text(const StatusReport& report) {
    const Status& status = report.status;
    if (status.next_break.empty()) {
        return status.rules.empty() ? _("no breaks are configured") : _("enough breaks for today");
    }
    const QString title = text(title_of(status, status.next_break));
    if (status.next_left <= Duration{}) return _("%1 is due").arg(title);
    if (!status.next_at) return _("next %1").arg(title);
    return _("next %1 about %2").arg(title, clock_text(report, *status.next_at));
}

QString wait_text(const StatusReport& report) {
    const Status& status = report.status;
    const QString until = status.waits_until ? clock_text(report, *status.waits_until) : QString{};
    switch (status.wait_cause) {
    case WaitCause::snoozed: return until.isEmpty() ? _("snoozed") : _("snoozed until %1").arg(until);
    case WaitCause::repeat_after:
    case WaitCause::other_answered: return until.isEmpty() ? _("later") : _("asks again about %1").arg(until);
    case WaitCause::settle: return _("a moment to finish what you were doing");
    case WaitCause::return_grace: return _("a moment to arrive first");
    case WaitCause::typing: return _("for a pause in the typing");
    case WaitCause::day_full: return _("enough of these for today");
    case WaitCause::none: break;
    }
    return next_text(report);
}

/// Active time of the next break's rule, in whole minutes, when it is not growing visibly.
QString active_text(const Status& status) {
    const auto* rule = rule_named(status, status.next_break);
    if (rule == nullptr) return {};
    return _("%1 min active").arg(std::chrono::floor<std::chrono::minutes>(rule->active).count());
}

QString held_text(const StatusReport& report) {
    const Status& status = report.status;
    const auto hold = std::ranges::find_if(
        status.holds, [](const std::string& name) { return name != "pause" && name != "outside-hours"; });
    const QString cause = hold_text(hold == status.holds.end() ? std::string{} : *hold);
    const QString active = active_text(status);
    return active.isEmpty() ? _("Held: %1").arg(cause) : _("Held: %1, %2").arg(cause, active);
}

QString paused_text(const StatusReport& report) {
    const auto until = report.status.paused_until;
    if (!until) return _("Paused until you resume");
    const auto day = [&](Instant at) {
        return std::chrono::floor<std::chrono::days>(clock_minute(report, at));
    };
    const auto days = day(*until) - day(report.stamp.at);
    const QString clock = clock_text(report, *until);
    if (days.count() == 0) return _("Paused until %1").arg(clock);
    return days.count() == 1 ? _("Paused until tomorrow, %1").arg(clock)
                             : n_("Paused for %n days", "Paused for %n days", static_cast<int>(days.count()));
}

QString away_text(const StatusReport& report) {
    const Status& status = report.status;
    QString state = status.locked ? _("Locked") : _("Nobody at the desk");
    if (!status.away_since) return state;
    return _("%1 since %2").arg(state, clock_text(report, *status.away_since));
}

QString prompted_text(const StatusReport& report) {
    const auto& prompt = report.status.prompt;
    if (!prompt) return _("Asking for a break");
    const QString rule = text(title_of(report.status, prompt->break_id));
    const auto title = report.titles.find(prompt->exercise);
    if (title == report.titles.end()) return _("Asking for a break: %1").arg(rule);
    return _("Asking for a break: %1, %2").arg(rule, text(title->second));
}

QString resting_text(const StatusReport& report) {
    const auto& session = report.status.session;
    if (session && session->paused_at) return _("Break paused");
    if (session && !session->break_id.empty())
        return _("On a break: %1").arg(text(title_of(report.status, session->break_id)));
    return _("On a break");
}

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
    return due->due_since
               ? _("%1 is due since %2.").arg(text(title_of(*due)), clock_text(report, *due->due_since))
               : _("%1 is due.").arg(text(title_of(*due)));
}

QString next_sentence(const StatusReport& report) {
    const Status& status = report.status;
    const RuleStatus* const rule = rule_named(status, status.next_break);
    if (rule == nullptr) {
        return status.rules.empty() ? _("No break is configured.") : _("There were enough breaks for today.");
    }
    const QString title = text(title_of(*rule));
    if (status.next_at) {
        return _("%1 is due about %2, if you work on.").arg(title, clock_text(report, *status.next_at));
    }
    return _("%1 is due after %2 more at the desk.").arg(title, left_text(status.next_left));
}

QString held_sentence(const StatusReport& report) {
    QStringList holds;
    for (const std::string& hold : report.status.holds)
        holds << hold_text(hold);
    const QString list = holds.join(QStringLiteral(", "));
    const auto since = report.status.held_since;
    return since ? _("Held: %1 since %2.").arg(list, clock_text(report, *since)) : _("Held: %1.").arg(list);
}

QString away_sentence(const StatusReport& report) {
    const auto since = report.status.away_since;
    const QString clock = since ? clock_text(report, *since) : QString{};
    if (report.status.locked) {
        return since ? _("Locked since %1, which counts as rest.").arg(clock)
                     : _("Locked, which counts as rest.");
    }
    return since ? _("Nobody at the desk since %1, which counts as rest.").arg(clock)
                 : _("Nobody at the desk, which counts as rest.");
}

QString on_screen_sentence(const StatusReport& report) {
    const auto& prompt = report.status.prompt;
    if (!prompt) return {};
    const RuleStatus* const rule = rule_named(report.status, prompt->break_id);
    if (rule == nullptr) return {};
    const QString sentence = prompt->on_screen ? _("%1 is suggested on the screen since %2.")
                                               : _("%1 is suggested since %2; it has left the screen.");
    return sentence.arg(text(title_of(*rule)), clock_text(report, prompt->at));
}

QString running_sentence(const StatusReport& report) {
    const auto& session = report.status.session;
    if (!session) return {};
    if (session->paused_at) {
        return _("The break is paused since %1.").arg(clock_text(report, *session->paused_at));
    }
    return _("The break began at %1.").arg(clock_text(report, session->began));
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
        return _("Outside working hours: nothing is counted, and nothing is suggested.");
    case Activity::unknown: break;
    }
    return status_sentence(report) + u'.';
}

} // namespace

QString clock_text(const StatusReport& report, Instant at) {
    if (at > report.stamp.at && at - report.stamp.at < seconds_matter)
        return exact_clock_text(report.stamp, at);
    const auto minutes = time_of_day(report, at).count();
    return QStringLiteral("%1:%2")
        .arg(minutes / 60, 2, 10, QLatin1Char{'0'})
        .arg(minutes % 60, 2, 10, QLatin1Char{'0'});
}

QString left_text(Duration left) {
    if (left < seconds_matter) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(left);
        return _("%1 s").arg(seconds.count());
    }
    return _("%1 min").arg(std::chrono::ceil<std::chrono::minutes>(left).count());
}

QString hold_text(const std::string& hold) {
    if (hold == "pause") return _("paused");
    if (hold == "outside-hours") return _("outside working hours");
    if (const auto known = value_of<Hold>(hold)) return _(hold_rows[static_cast<std::size_t>(*known)].what);
    return hold.empty() ? _("not now") : text(hold);
}

QString status_sentence(const StatusReport& report) {
    const Status& status = report.status;
    switch (status.doing) {
    case Activity::working: return _("Working: %1").arg(next_text(report));
    case Activity::waiting: return _("Waiting: %1").arg(wait_text(report));
    case Activity::prompted: return prompted_text(report);
    case Activity::resting: return resting_text(report);
    case Activity::paused: return paused_text(report);
    case Activity::held: return held_text(report);
    case Activity::away: return away_text(report);
    case Activity::outside_hours: return _("Outside working hours");
    case Activity::unknown: break;
    }
    if (status.blind) {
        return _("A film or a call is on, and nothing here can see whether you are there, so nothing "
                 "is counted");
    }
    return _("Cannot see whether somebody is at the desk, so nothing is counted");
}

QString subject_of(const std::string& finding) {
    if (finding == "limberd") return _("Limber");
    if (finding == "display") return _("Display");
    if (finding == "idle") return _("Presence");
    if (finding == "inhibitors") return _("Videos, calls");
    if (finding == "session") return _("Session");
    if (finding == "locks") return _("Screen lock");
    if (finding == "screen") return _("Screen");
    if (finding == "quiet") return _("Holds");
    if (finding == "notifications") return _("Notifications");
    if (finding == "tray") return _("Tray");
    if (finding == "window") return _("Window");
    if (finding == "settings") return _("Settings");
    if (finding == "watching") return _("Changes");
    if (finding == "wayland") return _("Wayland");
    if (finding == "pictures") return _("Pictures");
    if (finding == "speech") return _("Speech");
    if (finding == "exercises") return _("Exercises");
    if (finding == "history") return _("History");
    if (finding == "unit") return _("At login");
    if (finding == "target") return _("Session target");
    if (finding == "environment") return _("Environment");
    return text(finding);
}

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
    case WaitCause::snoozed: return _("snoozed until %1").arg(until);
    case WaitCause::repeat_after: return _("asks again at %1").arg(until);
    case WaitCause::other_answered: return _("waits until %1, as another break was answered").arg(until);
    case WaitCause::settle: return _("waits until %1, so that you can finish what you were doing").arg(until);
    case WaitCause::return_grace: return _("waits until %1, so that you can arrive first").arg(until);
    case WaitCause::typing: return _("waits for a pause in the typing, until %1 at the latest").arg(until);
    case WaitCause::day_full: return _("enough of these for today");
    case WaitCause::none: break;
    }
    return {};
}

QString contradiction_text(Absence said) {
    return said == Absence::other_session
               ? _("Another session is said to be in front, and yet somebody types here")
               : _("The screen is said to be locked, and yet somebody types here");
}

QString present_sentence(const StatusReport& report) {
    const auto& said = report.status.contradiction;
    return joined(doing_sentence(report), said ? contradiction_text(*said) + u'.' : QString{});
}

} // namespace limber::bus
