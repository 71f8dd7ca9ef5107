// SPDX-License-Identifier: GPL-3.0-or-later
#include "why_view.hpp"

#include "bus/present_text.hpp"
#include "bus/status_text.hpp"
#include "bus/wire.hpp"
#include "bus/words.hpp"
#include "core/exercise.hpp"
#include "core/plan.hpp"
#include "core/status.hpp"
#include "core/step.hpp"
#include "core/time.hpp"
#include "decision_text.hpp"
#include "journal/decisions.hpp"
#include "journal/look_back.hpp"
#include "output.hpp"
#include "text.hpp"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace limber::cli {
namespace {

using std::chrono::seconds;

constexpr std::array kinds{
    std::pair{DecisionKind::started, "started"},
    std::pair{DecisionKind::restarted, "restarted"},
    std::pair{DecisionKind::plan_replaced, "settings-changed"},
    std::pair{DecisionKind::presence_lost, "presence-lost"},
    std::pair{DecisionKind::presence_found, "presence-found"},
    std::pair{DecisionKind::left, "left"},
    std::pair{DecisionKind::locked, "locked"},
    std::pair{DecisionKind::session_left, "session-left"},
    std::pair{DecisionKind::slept, "slept"},
    std::pair{DecisionKind::returned, "returned"},
    std::pair{DecisionKind::due, "due"},
    std::pair{DecisionKind::day_full, "day-full"},
    std::pair{DecisionKind::wait_over, "wait-over"},
    std::pair{DecisionKind::hold_began, "hold-began"},
    std::pair{DecisionKind::hold_ended, "hold-ended"},
    std::pair{DecisionKind::waits, "waits"},
    std::pair{DecisionKind::prompted, "prompted"},
    std::pair{DecisionKind::exercise_changed, "exercise-changed"},
    std::pair{DecisionKind::withdrawn, "withdrawn"},
    std::pair{DecisionKind::taken, "taken"},
    std::pair{DecisionKind::session_began, "session-began"},
    std::pair{DecisionKind::session_paused, "session-paused"},
    std::pair{DecisionKind::session_resumed, "session-resumed"},
    std::pair{DecisionKind::session_ended, "session-ended"},
    std::pair{DecisionKind::rested, "rested"},
    std::pair{DecisionKind::refused, "refused"},
    std::pair{DecisionKind::allowed, "allowed"},
};

QString kind_word(DecisionKind kind) {
    const auto* found = std::ranges::find(kinds, kind, &std::pair<DecisionKind, const char*>::first);
    return found == kinds.end() ? QString{} : QString::fromLatin1(found->second);
}

QString text_of(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::chrono::local_seconds whole(LocalTime local) {
    return std::chrono::round<seconds>(local);
}

QDateTime date_time(LocalTime local) {
    return QDateTime::fromSecsSinceEpoch(whole(local).time_since_epoch().count(), Qt::UTC);
}

QString clock(LocalTime local) {
    return date_time(local).toString(QStringLiteral("HH:mm:ss"));
}

QString day(LocalTime local) {
    return date_time(local).toString(QStringLiteral("yyyy-MM-dd"));
}

QString iso(const Civil& civil) {
    const auto utc = std::chrono::round<seconds>(civil.utc).time_since_epoch().count();
    return QDateTime::fromSecsSinceEpoch(utc, Qt::OffsetFromUTC, static_cast<int>(civil.offset.count()))
        .toString(Qt::ISODate);
}

QJsonValue instant(const Decision& decision, std::optional<Instant> at) {
    if (!at) return QJsonValue::Null;
    return iso(civil_at(Stamp{.at = decision.at, .asleep = {}, .civil = decision.when}, *at));
}

QJsonObject decision_json(const Decision& decision) {
    QJsonObject object{
        {"at", iso(decision.when)},
        {"kind", kind_word(decision.kind)},
        {"text", decision_text(decision)},
    };
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) object[QLatin1String(key)] = text_of(text);
    };
    add("break", decision.rule);
    add("exercise", decision.exercise);
    add("hold", decision.hold);
    if (decision.since) object[QLatin1String("since")] = instant(decision, decision.since);
    if (decision.until) object[QLatin1String("until")] = instant(decision, decision.until);
    if (decision.length > Duration::zero()) {
        object[QLatin1String("length")] =
            static_cast<double>(std::chrono::round<std::chrono::milliseconds>(decision.length).count()) /
            1000.0;
    }
    switch (decision.kind) {
    case DecisionKind::prompted: add("reason", std::string{word_of(decision.reason)}); break;
    case DecisionKind::withdrawn: add("why", std::string{word_of(decision.why)}); break;
    case DecisionKind::taken:
    case DecisionKind::session_ended: add("outcome", std::string{word_of(decision.outcome)}); break;
    case DecisionKind::refused: add("refusal", std::string{word_of(decision.refusal)}); break;
    default: break;
    }
    if (const auto& waiting = decision.waiting) {
        QJsonObject wait{{"break", text_of(waiting->rule)}, {"until", instant(decision, waiting->until)}};
        if (waiting->hold.empty()) {
            wait[QLatin1String("cause")] = text_of(word_of(waiting->cause));
        } else {
            wait[QLatin1String("hold")] = text_of(waiting->hold);
            wait[QLatin1String("since")] = instant(decision, waiting->since);
        }
        object[QLatin1String("waiting")] = wait;
    }
    return object;
}

QString standing_text(const Explanation& explanation) {
    const QString when = explanation.asked ? clock(*explanation.asked) : QString{};
    if (!explanation.standing) {
        return explanation.asked ? Cli::tr("At %1: Limber was not running.").arg(when)
                                 : Cli::tr("Limber has not seen anything yet.");
    }
    const QString present = terminal::shown(present_sentence(*explanation.standing).toStdString());
    if (explanation.asked) return Cli::tr("At %1: %2").arg(when, present);
    if (explanation.running) return Cli::tr("Now: %1").arg(present);
    return Cli::tr("Limber is not running now. At %1, when it last looked: %2")
        .arg(clock(local_time(explanation.standing->stamp.civil)), present);
}

} // namespace

StatusReport report_of(const Standing& standing) {
    StatusReport report{
        .status = status(standing.plan, standing.state),
        .stamp = standing.state.now,
        .version = LIMBER_VERSION,
        .idle_source = {},
        .inhibitor_aware = false,
        .inhibited = false,
        .titles = {},
    };
    if (report.status.prompt) {
        const Exercise* exercise = find_exercise(standing.plan, report.status.prompt->exercise);
        if (exercise != nullptr) report.titles.emplace(exercise->id, exercise->title);
    }
    return report;
}

QString why_text(const Explanation& explanation) {
    QString all;
    QString last_day = day(explanation.seen_from);
    Table table;
    const auto finish_table = [&] {
        all += table.lines();
        table = Table{};
    };
    for (const Decision& decision : explanation.decisions) {
        const LocalTime local = local_time(decision.when);
        if (const QString its_day = day(local); its_day != last_day) {
            finish_table();
            all += inked(its_day, terminal::Ink::faint) + u'\n';
            last_day = its_day;
        }
        const bool prompt = decision.kind == DecisionKind::prompted;
        table.row({{clock(local), terminal::Ink::faint},
                   {decision_text(decision), prompt ? terminal::Ink::strong : terminal::Ink::plain}});
    }
    finish_table();
    if (!all.isEmpty()) all += u'\n';
    return all + standing_text(explanation) + u'\n';
}

QJsonObject why_json(const Explanation& explanation) {
    QJsonArray decisions;
    for (const Decision& decision : explanation.decisions)
        decisions.append(decision_json(decision));
    QJsonObject object{{"decisions", decisions},
                       {"running", explanation.running && explanation.standing.has_value()},
                       {"text", standing_text(explanation)}};
    if (explanation.standing) {
        object[QLatin1String("at")] = iso(explanation.standing->stamp.civil);
        object[QLatin1String("doing")] = text_of(word_of(explanation.standing->status.doing));
        object[QLatin1String("summary")] = status_sentence(*explanation.standing);
    }
    return object;
}

} // namespace limber::cli
