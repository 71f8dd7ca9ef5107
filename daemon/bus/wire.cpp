// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.hpp"

#include "core/effect.hpp"
#include "core/status.hpp"
#include "core/time.hpp"
#include "core/words.hpp"
#include "wire_values.hpp"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QMetaType>
#include <QVariantList>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace limber {
namespace {

using namespace wire;

/// UTC of an instant, by the relation of the clocks at the stamp.
qlonglong utc_of(const Stamp& stamp, Instant at) {
    return wire::milliseconds(civil_at(stamp, at).utc.time_since_epoch());
}

void put_instant(QVariantMap& map, const char* key, const std::optional<Instant>& at, const Stamp& stamp) {
    if (!at || *at == never || *at == the_past) return;
    map.insert(QLatin1String{key}, wire::milliseconds(*at));
    map.insert(QLatin1String{key} + QLatin1String{"_utc"}, utc_of(stamp, *at));
}

QVariantMap wire_of(const ShowPrompt& prompt) {
    QList<qlonglong> snooze;
    for (const auto length : prompt.snooze) {
        snooze.append(wire::milliseconds(length));
    }
    return {
        {"id", prompt.id},
        {"rule", text(prompt.break_id)},
        {"exercise", text(prompt.exercise)},
        {"reason", word(prompt.reason)},
        {"at", wire::milliseconds(prompt.at)},
        {"due_since", wire::milliseconds(prompt.due_since)},
        {"held_by", text(prompt.held_by)},
        {"snooze", QVariant::fromValue(snooze)},
        {"on_screen", prompt.on_screen},
    };
}

ShowPrompt prompt_from(const QVariantMap& map) {
    return {
        .id = read_id(map, "id"),
        .break_id = read_text(map, "rule").value_or(""),
        .exercise = read_text(map, "exercise").value_or(""),
        .reason = read_word(map, "reason", Reason::due),
        .at = read_instant(map, "at").value_or(Instant{}),
        .due_since = read_instant(map, "due_since").value_or(Instant{}),
        .held_by = read_text(map, "held_by").value_or(""),
        .snooze = read_durations(map, "snooze"),
        .on_screen = read_flag(map, "on_screen").value_or(true),
    };
}

QVariantMap wire_of(const CloseSession& ended) {
    return {{"id", ended.id}, {"outcome", ended.outcome ? word(*ended.outcome) : QStringLiteral("cut")}};
}

CloseSession ended_from(const QVariantMap& map) {
    return {.id = read_id(map, "id"), .outcome = value_of<Outcome>(read_text(map, "outcome").value_or(""))};
}

QVariantMap wire_of(const RuleStatus& rule, const Stamp& stamp) {
    QVariantMap map{
        {"name", text(rule.name)},
        {"title", text(rule.title)},
        {"interval", wire::milliseconds(rule.interval)},
        {"rest", wire::milliseconds(rule.rest)},
        {"active", wire::milliseconds(rule.active)},
        {"due", rule.due},
        {"prompts", rule.prompts},
        {"snoozes", rule.snoozes},
        {"snoozes_left", rule.snoozes_left},
        {"prompted_today", rule.prompted_today},
    };
    put_instant(map, "due_since", rule.due_since, stamp);
    put_instant(map, "waits_until", rule.waits_until, stamp);
    return map;
}

RuleStatus rule_from(const QVariantMap& map) {
    return {
        .name = read_text(map, "name").value_or(""),
        .title = read_text(map, "title").value_or(""),
        .interval = read_duration(map, "interval").value_or(Duration{}),
        .rest = read_duration(map, "rest").value_or(Duration{}),
        .active = read_duration(map, "active").value_or(Duration{}),
        .due = read_flag(map, "due").value_or(false),
        .due_since = read_instant(map, "due_since"),
        .waits_until = read_instant(map, "waits_until"),
        .prompts = read_count(map, "prompts"),
        .snoozes = read_count(map, "snoozes"),
        .snoozes_left = read_count(map, "snoozes_left"),
        .prompted_today = read_count(map, "prompted_today"),
    };
}

std::string title_of_next(const Status& status) {
    const auto rule = std::ranges::find(status.rules, status.next_break, &RuleStatus::name);
    return rule == status.rules.end() ? status.next_break : rule->title;
}

QVariantMap wire_of(const std::map<std::string, std::map<Outcome, int>>& today) {
    QVariantMap map;
    for (const auto& [rule, counts] : today) {
        QVariantMap row;
        for (const auto& [outcome, count] : counts) {
            row.insert(word(outcome), count);
        }
        map.insert(text(rule), row);
    }
    return map;
}

std::map<std::string, std::map<Outcome, int>> today_from(const QVariantMap& map) {
    std::map<std::string, std::map<Outcome, int>> today;
    for (auto rule = map.begin(); rule != map.end(); ++rule) {
        const QVariantMap row = map_of(rule.value());
        auto& counts = today[rule.key().toStdString()];
        for (const auto& [outcome, name] : words<Outcome>) {
            const int count = read_count(row, std::string{name}.c_str());
            if (count > 0) counts[outcome] = count;
        }
    }
    return today;
}

bool near(Duration a, Duration b) {
    return a - b < std::chrono::seconds{1} && b - a < std::chrono::seconds{1};
}

/// Without what as_of() foretells.
Status standing(Status status) {
    status.next_left = {};
    status.next_at.reset();
    for (auto& rule : status.rules) {
        rule.active = {};
    }
    return status;
}

} // namespace

void register_wire_types() {
    qDBusRegisterMetaType<QList<QVariantMap>>();
}

QVariantMap map_of(const QVariant& value) {
    if (value.typeId() == QMetaType::QVariantMap) return value.toMap();
    if (value.canConvert<QDBusArgument>()) {
        const auto argument = value.value<QDBusArgument>();
        if (argument.currentSignature() == QLatin1String{"a{sv}"}) return qdbus_cast<QVariantMap>(argument);
    }
    return {};
}

QList<QVariantMap> maps_of(const QVariant& value) {
    if (value.metaType() == QMetaType::fromType<QList<QVariantMap>>())
        return value.value<QList<QVariantMap>>();
    QList<QVariantMap> maps;
    if (value.typeId() == QMetaType::QVariantList) {
        for (const auto& entry : value.toList()) {
            maps.append(map_of(entry));
        }
    } else if (value.canConvert<QDBusArgument>()) {
        const auto argument = value.value<QDBusArgument>();
        if (argument.currentSignature() == QLatin1String{"aa{sv}"}) {
            argument.beginArray();
            while (!argument.atEnd()) {
                QVariantMap map;
                argument >> map;
                maps.append(map);
            }
            argument.endArray();
        }
    }
    return maps;
}

QVariantMap to_wire(const StatusReport& report) {
    const Status& status = report.status;
    const Stamp& stamp = report.stamp;
    QVariantMap map{
        {"doing", word(status.doing)},
        {"at", wire::milliseconds(stamp.at)},
        {"utc", wire::milliseconds(stamp.civil.utc.time_since_epoch())},
        {"offset", wire::milliseconds(stamp.civil.offset)},
        {"version", text(report.version)},
        {"idle_source", text(report.idle_source)},
        {"inhibitor_aware", report.inhibitor_aware},
        {"inhibited", report.inhibited},
        {"holds", texts(status.holds)},
        {"wait_cause", word(status.wait_cause)},
        {"presence_known", status.presence_known},
        {"blind", status.blind},
        {"locked", status.locked},
        {"next_break", text(status.next_break)},
        {"next_title", text(title_of_next(status))},
        {"next_left", wire::milliseconds(status.next_left)},
        {"arc", status.arc},
        {"arc_steps", arc_steps},
        {"today", wire_of(status.today)},
        {"never", texts(status.never)},
    };
    put_instant(map, "held_since", status.held_since, stamp);
    put_instant(map, "paused_until", status.paused_until, stamp);
    put_instant(map, "waits_until", status.waits_until, stamp);
    put_instant(map, "away_since", status.away_since, stamp);
    put_instant(map, "next_at", status.next_at, stamp);
    if (status.contradiction) map.insert("contradiction", word(*status.contradiction));
    if (status.prompt) map.insert("prompt", wire_of(*status.prompt));
    if (report.ended) map.insert("ended", wire_of(*report.ended));
    QList<QVariantMap> rules;
    for (const auto& rule : status.rules) {
        rules.append(wire_of(rule, stamp));
    }
    map.insert("rules", QVariant::fromValue(rules));
    QVariantMap titles;
    for (const auto& [id, title] : report.titles) {
        titles.insert(text(id), text(title));
    }
    map.insert("titles", titles);
    return map;
}

StatusReport status_from_wire(const QVariantMap& map) {
    StatusReport report;
    Status& status = report.status;
    report.stamp.at = read_instant(map, "at").value_or(Instant{});
    // a Unix time fits 64 bits of nanoseconds until 2262
    report.stamp.civil.utc = Utc{std::chrono::milliseconds{
        std::clamp<qlonglong>(read_number(map, "utc").value_or(0), 0, qlonglong{8'000'000'000} * 1'000)}};
    report.stamp.civil.offset =
        std::chrono::floor<std::chrono::seconds>(read_duration(map, "offset").value_or(Duration{}));
    report.version = read_text(map, "version").value_or("");
    report.idle_source = read_text(map, "idle_source").value_or("");
    report.inhibitor_aware = read_flag(map, "inhibitor_aware").value_or(false);
    report.inhibited = read_flag(map, "inhibited").value_or(false);
    status.doing = read_word(map, "doing", Activity::unknown);
    status.holds = read_texts(map, "holds");
    status.held_since = read_instant(map, "held_since");
    status.paused_until = read_instant(map, "paused_until");
    status.wait_cause = read_word(map, "wait_cause", WaitCause::none);
    status.waits_until = read_instant(map, "waits_until");
    status.presence_known = read_flag(map, "presence_known").value_or(false);
    status.blind = read_flag(map, "blind").value_or(false);
    if (const auto absence = read_text(map, "contradiction"))
        status.contradiction = value_of<Absence>(*absence);
    status.locked = read_flag(map, "locked").value_or(false);
    status.away_since = read_instant(map, "away_since");
    status.next_break = read_text(map, "next_break").value_or("");
    status.next_left = read_duration(map, "next_left").value_or(Duration{});
    status.next_at = read_instant(map, "next_at");
    status.arc = std::min(read_count(map, "arc"), arc_steps);
    if (const QVariantMap prompt = map_of(map.value("prompt")); !prompt.isEmpty())
        status.prompt = prompt_from(prompt);
    if (const QVariantMap ended = map_of(map.value("ended")); !ended.isEmpty())
        report.ended = ended_from(ended);
    for (const auto& rule : maps_of(map.value("rules"))) {
        status.rules.push_back(rule_from(rule));
    }
    status.today = today_from(map_of(map.value("today")));
    status.never = read_texts(map, "never");
    const QVariantMap titles = map_of(map.value("titles"));
    for (const auto& id : titles.keys()) {
        const auto key = id.toUtf8();
        if (auto title = read_text(titles, key.constData()))
            report.titles.emplace(id.toStdString(), std::move(*title));
    }
    return report;
}

StatusReport as_of(StatusReport report, Instant at) {
    const Duration passed = std::max(at - report.stamp.at, Duration{});
    if (report.status.next_at) {
        for (auto& rule : report.status.rules) {
            rule.active += passed;
        }
        report.status.next_left = std::max(report.status.next_left - passed, Duration{});
    }
    report.stamp.civil = civil_at(report.stamp, report.stamp.at + passed);
    report.stamp.at += passed;
    return report;
}

bool says_more(const StatusReport& now, const StatusReport& shown) {
    const StatusReport expected = as_of(shown, now.stamp.at);
    if (now.version != shown.version || now.idle_source != shown.idle_source ||
        now.inhibitor_aware != shown.inhibitor_aware || now.inhibited != shown.inhibited ||
        now.titles != shown.titles || now.ended != shown.ended) {
        return true;
    }
    if (now.stamp.civil.offset != shown.stamp.civil.offset ||
        !near(now.stamp.civil.utc - expected.stamp.civil.utc, Duration{})) {
        return true;
    }
    if (standing(now.status) != standing(shown.status) ||
        now.status.next_at.has_value() != shown.status.next_at.has_value()) {
        return true;
    }
    if (!now.status.next_at) return false;
    if (!near(now.status.next_left, expected.status.next_left)) return true;
    return !std::ranges::equal(
        now.status.rules, expected.status.rules,
        [](const RuleStatus& a, const RuleStatus& b) { return near(a.active, b.active); });
}

std::chrono::local_time<std::chrono::minutes> clock_minute(const StatusReport& report, Instant at) {
    const auto local = local_time(civil_at(report.stamp, at));
    return at > report.stamp.at ? std::chrono::round<std::chrono::minutes>(local)
                                : std::chrono::floor<std::chrono::minutes>(local);
}

std::chrono::minutes time_of_day(const StatusReport& report, Instant at) {
    const auto minute = clock_minute(report, at);
    return minute - std::chrono::floor<std::chrono::days>(minute);
}

} // namespace limber
