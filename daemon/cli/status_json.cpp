// SPDX-License-Identifier: GPL-3.0-or-later
#include "status_json.hpp"

#include "bus/status_text.hpp"
#include "bus/wire.hpp"
#include "core/words.hpp"
#include "core/effect.hpp"
#include "core/session.hpp"
#include "core/status.hpp"
#include "core/time.hpp"
#include "settings/problem.hpp"
#include "snapshot.hpp"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber::cli {
namespace {

QJsonValue string_value(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

template <class Enum>
QJsonValue word_value(Enum value) {
    return string_value(word_of(value));
}

/// To the millisecond, which is what travels.
QJsonValue seconds_value(Duration length) {
    return static_cast<double>(std::chrono::round<std::chrono::milliseconds>(length).count()) / 1000.0;
}

QJsonValue iso(const StatusReport& report, std::optional<Instant> at) {
    if (!at) {
        return QJsonValue::Null;
    }
    const Civil civil = civil_at(report.stamp, *at);
    // to the nearest second: instants travel without their last fractions, and 14:30:00 must stay that
    const auto utc = std::chrono::round<std::chrono::seconds>(civil.utc).time_since_epoch().count();
    return QDateTime::fromSecsSinceEpoch(utc, Qt::OffsetFromUTC, static_cast<int>(civil.offset.count()))
        .toString(Qt::ISODate);
}

QJsonArray array_of(const std::vector<std::string>& words) {
    QJsonArray array;
    for (const std::string& each : words) {
        array.append(string_value(each));
    }
    return array;
}

QJsonValue title_value(const StatusReport& report, const std::string& exercise) {
    const auto found = report.titles.find(exercise);
    return string_value(found == report.titles.end() ? std::string_view{exercise}
                                                     : std::string_view{found->second});
}

QJsonValue next_json(const StatusReport& report) {
    const Status& status = report.status;
    if (status.next_break.empty()) {
        return QJsonValue::Null;
    }
    std::string_view title = status.next_break;
    for (const RuleStatus& rule : status.rules) {
        if (rule.name == status.next_break) {
            title = rule.title;
        }
    }
    return QJsonObject{{"break", string_value(status.next_break)},
                       {"title", string_value(title)},
                       {"left", seconds_value(status.next_left)},
                       {"at", iso(report, status.next_at)}};
}

QJsonValue prompt_json(const StatusReport& report) {
    if (!report.status.prompt) {
        return QJsonValue::Null;
    }
    const ShowPrompt& prompt = *report.status.prompt;
    QJsonArray snooze;
    for (const Duration length : prompt.snooze) {
        snooze.append(seconds_value(length));
    }
    return QJsonObject{
        {"id", static_cast<qint64>(prompt.id)},
        {"break", string_value(prompt.break_id)},
        {"exercise", string_value(prompt.exercise)},
        {"title", title_value(report, prompt.exercise)},
        {"reason", word_value(prompt.reason)},
        {"since", iso(report, prompt.at)},
        {"due_since", iso(report, prompt.due_since)},
        {"held_by", string_value(prompt.held_by)},
        {"snooze", snooze},
        {"on_screen", prompt.on_screen},
    };
}

QJsonObject phase_json(const Session& session, const Cursor& cursor) {
    const SessionPhase& phase = session.phases[cursor.phase];
    return {
        {"number", static_cast<qint64>(cursor.phase) + 1},
        {"of", static_cast<qint64>(session.phases.size())},
        {"exercise", string_value(phase.exercise)},
        {"name", string_value(phase.name)},
        {"text", string_value(phase.text)},
        {"kind", word_value(phase.kind)},
        {"side", word_value(phase.side)},
        {"rep", phase.rep},
        {"reps", phase.reps},
        {"length", seconds_value(phase.length)},
        {"left", seconds_value(cursor.left)},
    };
}

QJsonValue session_json(const StatusReport& report) {
    if (!report.status.session) {
        return QJsonValue::Null;
    }
    const Session& session = *report.status.session;
    const Cursor cursor = cursor_at(session, report.stamp.at);
    QJsonArray exercises;
    for (const std::string& id : session.exercises) {
        exercises.append(QJsonObject{{"id", string_value(id)}, {"title", title_value(report, id)}});
    }
    return QJsonObject{
        {"id", static_cast<qint64>(session.id)},
        {"break", string_value(session.break_id)},
        {"exercises", exercises},
        {"began", iso(report, session.began)},
        {"paused", session.paused_at.has_value()},
        {"length", seconds_value(length_of(session))},
        {"elapsed", seconds_value(elapsed_in(session, report.stamp.at))},
        {"left", seconds_value(cursor.total_left)},
        {"phase", phase_json(session, cursor)},
    };
}

/// The last session that is over.
QJsonValue ended_json(const std::optional<CloseSession>& ended) {
    if (!ended) return QJsonValue::Null;
    return QJsonObject{{"id", static_cast<qint64>(ended->id)},
                       {"outcome", ended->outcome ? word_value(*ended->outcome) : QJsonValue{"cut"}}};
}

QJsonArray breaks_json(const StatusReport& report) {
    QJsonArray breaks;
    for (const RuleStatus& rule : report.status.rules) {
        breaks.append(QJsonObject{
            {"name", string_value(rule.name)},
            {"title", string_value(rule.title)},
            {"interval", seconds_value(rule.interval)},
            {"rest", seconds_value(rule.rest)},
            {"active", seconds_value(rule.active)},
            {"due", rule.due},
            {"due_since", iso(report, rule.due_since)},
            {"waits_until", iso(report, rule.waits_until)},
            {"prompts", rule.prompts},
            {"snoozes", rule.snoozes},
            {"snoozes_left", rule.snoozes_left},
            {"prompted_today", rule.prompted_today},
        });
    }
    return breaks;
}

QJsonObject today_json(const Status& status) {
    QJsonObject today;
    for (const auto& [rule, counts] : status.today) {
        QJsonObject outcomes;
        for (const auto& [outcome, count] : counts) {
            outcomes[word_value(outcome).toString()] = count;
        }
        today[QString::fromStdString(rule)] = outcomes;
    }
    return today;
}

QJsonArray problems_json(const std::vector<settings::Problem>& problems) {
    QJsonArray array;
    for (const settings::Problem& problem : problems) {
        array.append(QJsonObject{
            {"severity", problem.severity == settings::Problem::Severity::error ? "error" : "warning"},
            {"file", string_value(problem.file)},
            {"line", problem.line},
            {"column", problem.column},
            {"key", string_value(problem.key)},
            {"message", string_value(problem.message)},
            {"hint", string_value(problem.hint)},
        });
    }
    return array;
}

} // namespace

QJsonObject status_json(const Snapshot& snapshot) {
    const StatusReport& report = snapshot.report;
    const Status& status = report.status;
    return {
        {"running", true},
        {"summary", status_sentence(report)},
        {"version", string_value(report.version)},
        {"at", iso(report, report.stamp.at)},
        {"doing", word_value(status.doing)},
        {"holds", array_of(status.holds)},
        {"held_since", iso(report, status.held_since)},
        {"paused_until", iso(report, status.paused_until)},
        {"wait",
         QJsonObject{{"cause", word_value(status.wait_cause)}, {"until", iso(report, status.waits_until)}}},
        {"presence", QJsonObject{{"known", status.presence_known},
                                 {"source", string_value(report.idle_source)},
                                 {"inhibitor_aware", report.inhibitor_aware},
                                 {"inhibited", report.inhibited},
                                 {"blind", status.blind},
                                 {"contradiction", status.contradiction ? word_value(*status.contradiction)
                                                                        : QJsonValue::Null},
                                 {"locked", status.locked},
                                 {"away_since", iso(report, status.away_since)}}},
        {"next", next_json(report)},
        {"arc", QJsonObject{{"step", status.arc}, {"steps", arc_steps}}},
        {"prompt", prompt_json(report)},
        {"session", session_json(report)},
        {"ended", ended_json(report.ended)},
        {"breaks", breaks_json(report)},
        {"today", today_json(status)},
        {"never", array_of(status.never)},
        {"problems", problems_json(snapshot.problems)},
    };
}

} // namespace limber::cli
