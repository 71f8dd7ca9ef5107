// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/status_text.hpp"
#include "bus/wire.hpp"
#include "bus/wire_members.hpp"
#include "core/effect.hpp"
#include "core/session.hpp"
#include "core/status.hpp"
#include "core/words.hpp"
#include "settings/problem.hpp"
#include "status.hpp"

#include <map>
#include <optional>
#include <string>
#include <type_traits>

namespace limber::cli {
namespace {

/// A value with its members: lengths in seconds, moments by the clock of the report, what is unset null.
class Told {
public:
    explicit Told(const bus::StatusReport& report) : report_(report) {}

    template <class T>
    [[nodiscard]] QJsonObject object(const T& value) const {
        QJsonObject object;
        const auto tell = [&](std::string_view name, const auto& part) {
            object[string_value(name).toString()] = told(part);
        };
        each_member(tell, value);
        return object;
    }

    template <class T>
    [[nodiscard]] QJsonValue told(const std::vector<T>& values) const {
        QJsonArray array;
        for (const T& value : values)
            array.append(told(value));
        return array;
    }

    template <class K, class V>
    [[nodiscard]] QJsonValue told(const std::map<K, V>& values) const {
        QJsonObject object;
        for (const auto& [key, value] : values)
            object[told(key).toString()] = told(value);
        return object;
    }

    template <class T>
    [[nodiscard]] QJsonValue told(const std::optional<T>& value) const {
        return value ? told(*value) : QJsonValue{QJsonValue::Null};
    }

    [[nodiscard]] QJsonValue told(const std::string& value) const { return string_value(value); }

    [[nodiscard]] QJsonValue told(Duration value) const { return seconds_value(value); }

    [[nodiscard]] QJsonValue told(Instant value) const { return civil_value(civil_at(report_.stamp, value)); }

    template <class T>
    [[nodiscard]] QJsonValue told(const T& value) const {
        if constexpr (std::is_enum_v<T>) {
            return string_value(word_of(value));
        } else if constexpr (std::is_same_v<T, bool>) {
            return value;
        } else if constexpr (std::is_arithmetic_v<T>) {
            return static_cast<qint64>(value);
        } else {
            return object(value);
        }
    }

private:
    const bus::StatusReport& report_;
};

QJsonValue title_value(const bus::StatusReport& report, const std::string& exercise) {
    const auto found = report.titles.find(exercise);
    return string_value(found == report.titles.end() ? std::string_view{exercise}
                                                     : std::string_view{found->second});
}

QJsonValue next_json(const bus::StatusReport& report) {
    const Told as{report};
    const Status& status = report.status;
    if (status.next_break.empty()) return QJsonValue::Null;
    std::string_view title = status.next_break;
    for (const RuleStatus& rule : status.rules)
        if (rule.name == status.next_break) title = rule.title;
    return QJsonObject{{"break", as.told(status.next_break)},
                       {"title", string_value(title)},
                       {"left", as.told(status.next_left)},
                       {"at", as.told(status.next_at)}};
}

QJsonValue prompt_json(const bus::StatusReport& report) {
    if (!report.status.prompt) return QJsonValue::Null;
    QJsonObject prompt = Told{report}.object(*report.status.prompt);
    prompt["title"] = title_value(report, report.status.prompt->exercise);
    prompt["since"] = prompt.take("at");
    return prompt;
}

QJsonObject phase_json(const bus::StatusReport& report, const Session& session, const Cursor& cursor) {
    QJsonObject phase = Told{report}.object(session.phases[cursor.phase]);
    phase["number"] = static_cast<qint64>(cursor.phase) + 1;
    phase["of"] = static_cast<qint64>(session.phases.size());
    phase["left"] = seconds_value(cursor.left);
    return phase;
}

QJsonValue session_json(const bus::StatusReport& report) {
    if (!report.status.session) return QJsonValue::Null;
    const Told as{report};
    const Session& session = *report.status.session;
    const Cursor cursor = cursor_at(session, report.stamp.at);
    QJsonArray exercises;
    for (const std::string& id : session.exercises)
        exercises.append(QJsonObject{{"id", as.told(id)}, {"title", title_value(report, id)}});
    return QJsonObject{
        {"id", static_cast<qint64>(session.id)},
        {"break", as.told(session.break_id)},
        {"exercises", exercises},
        {"began", as.told(session.began)},
        {"paused", session.paused_at.has_value()},
        {"length", as.told(length_of(session))},
        {"elapsed", as.told(elapsed_in(session, report.stamp.at))},
        {"left", as.told(cursor.total_left)},
        {"phase", phase_json(report, session, cursor)},
    };
}

/// The last session that is over.
QJsonValue ended_json(const std::optional<CloseSession>& ended) {
    if (!ended) return QJsonValue::Null;
    return QJsonObject{
        {"id", static_cast<qint64>(ended->id)},
        {"outcome", ended->outcome ? string_value(word_of(*ended->outcome)) : QJsonValue{"cut"}}};
}

} // namespace

QJsonArray findings_json(const std::vector<Finding>& findings) {
    QJsonArray list;
    for (const QVariantMap& finding : bus::to_wire(findings))
        list.append(QJsonObject::fromVariantMap(finding));
    return list;
}

QJsonObject status_json(const bus::Snapshot& snapshot) {
    const bus::StatusReport& report = snapshot.report;
    const Status& status = report.status;
    const Told as{report};
    return {
        {"running", true},
        {"summary", bus::status_sentence(report)},
        {"version", as.told(report.version)},
        {"at", as.told(report.stamp.at)},
        {"doing", as.told(status.doing)},
        {"holds", as.told(status.holds)},
        {"held_since", as.told(status.held_since)},
        {"paused_until", as.told(status.paused_until)},
        {"wait", QJsonObject{{"cause", as.told(status.wait_cause)}, {"until", as.told(status.waits_until)}}},
        {"presence", QJsonObject{{"known", status.presence_known},
                                 {"source", as.told(report.idle_source)},
                                 {"inhibitor_aware", report.inhibitor_aware},
                                 {"inhibited", report.inhibited},
                                 {"blind", status.blind},
                                 {"contradiction", as.told(status.contradiction)},
                                 {"locked", status.locked},
                                 {"away_since", as.told(status.away_since)}}},
        {"next", next_json(report)},
        {"arc", QJsonObject{{"step", status.arc}, {"steps", arc_steps}}},
        {"prompt", prompt_json(report)},
        {"session", session_json(report)},
        {"ended", ended_json(report.ended)},
        {"breaks", as.told(status.rules)},
        {"today", as.told(status.today)},
        {"never", as.told(status.never)},
        {"findings", findings_json(snapshot.findings)},
        {"problems", as.told(snapshot.problems)},
    };
}

} // namespace limber::cli
