// SPDX-License-Identifier: GPL-3.0-or-later
#include "why_view.hpp"

#include "bus/status_text.hpp"
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/note.hpp"
#include "core/overloaded.hpp"
#include "core/session.hpp"
#include "core/words.hpp"
#include "output.hpp"
#include "status.hpp"
#include "words/text.hpp"

#include <variant>

namespace limber::cli {
namespace {

QDateTime date_time(LocalTime local) {
    const auto whole = std::chrono::round<std::chrono::seconds>(local);
    return QDateTime::fromSecsSinceEpoch(whole.time_since_epoch().count(), Qt::UTC);
}

QString clock(LocalTime local) {
    return date_time(local).toString(QStringLiteral("HH:mm:ss"));
}

QString day(LocalTime local) {
    return date_time(local).toString(QStringLiteral("yyyy-MM-dd"));
}

} // namespace

QString standing_text(const Explanation& explanation) {
    const QString when = explanation.asked ? clock(*explanation.asked) : QString{};
    if (!explanation.standing) {
        return explanation.asked ? _("At %1: Limber was not running.").arg(when)
                                 : _("Limber has not seen anything yet.");
    }
    const QString present = terminal::shown(bus::present_sentence(*explanation.standing).toStdString());
    if (explanation.asked) return _("At %1: %2").arg(when, present);
    if (explanation.running) return _("Now: %1").arg(present);
    return _("Limber is not running now. At %1, when it last looked: %2")
        .arg(clock(local_time(explanation.standing->stamp.civil)), present);
}

QString why_text(const Explanation& explanation) {
    QString all;
    QString last_day = day(explanation.seen_from);
    Table table;
    const auto finish_table = [&] {
        all += table.lines();
        table = Table{};
    };
    for (const StoryLine& line : explanation.lines) {
        const LocalTime local = local_time(line.when);
        if (const QString its_day = day(local); its_day != last_day) {
            finish_table();
            all += inked(its_day, terminal::Ink::faint) + u'\n';
            last_day = its_day;
        }
        const bool prompt = part_as<ShowPrompt>(line.parts.front()) != nullptr;
        table.row({{clock(local), terminal::Ink::faint},
                   {terminal::shown(line.text.toStdString()),
                    prompt ? terminal::Ink::strong : terminal::Ink::plain}});
    }
    finish_table();
    if (!all.isEmpty()) all += u'\n';
    return all + standing_text(explanation) + u'\n';
}

namespace {

/// One line as an object: its kind, and what belongs to it.
class LineJson {
public:
    explicit LineJson(const StoryLine& line) : line_(line) {}

    QJsonObject object() {
        const auto kind = [this](const auto& what) { return QString::fromLatin1(told(what)); };
        object_[QLatin1String("kind")] =
            std::visit([&](const auto& part) { return std::visit(kind, part.what); }, line_.parts.front());
        object_[QLatin1String("at")] = civil_value(line_.when);
        object_[QLatin1String("text")] = line_.text;
        if (const auto* wait = part_of<note::Wait>(line_)) until(wait->until);
        if (const auto* waits = part_of<note::Waits>(line_)) add_waiting(waits->what);
        return object_;
    }

private:
    /// Adds its members; the answer is its kind.
    template <class What>
    const char* told(const What& what) {
        if constexpr (requires { what.break_id; }) add("break", what.break_id);
        if constexpr (requires { what.exercise; }) add("exercise", what.exercise);
        if constexpr (requires { what.hold; }) add("hold", what.hold);
        if constexpr (requires { what.length; }) length(what.length);
        return kind_of(what);
    }

    template <class What>
    const char* kind_of(const What& what) {
        return Overloaded{
            [&](const note::Began& began) {
                if (began.kind == Gap::first) return "started";
                length(began.gap);
                return "restarted";
            },
            [](const note::SettingsChanged&) { return "settings-changed"; },
            [](const note::Presence& presence) {
                return presence.known ? "presence-found" : "presence-lost";
            },
            [&](const note::Blind& blind) {
                since(blind.since);
                if (blind.over) return "doubted";
                until(blind.until);
                return "believed";
            },
            [&](const note::Left& left) {
                since(left.since);
                return "left";
            },
            [](const note::Away& away) {
                return away.cause == Absence::lock           ? "locked"
                       : away.cause == Absence::lock_request ? "lock-requested"
                                                             : "session-left";
            },
            [](const note::Contradiction&) { return "contradiction"; },
            [](const note::Slept&) { return "slept"; },
            [](const note::Returned&) { return "returned"; },
            [](const note::NobodyWatched&) { return "nobody-watched"; },
            [&](const note::ClockForward& jump) {
                length(jump.by);
                return "clock-forward";
            },
            [&](const note::GapLonger& longer) {
                length(longer.by);
                return "gap-longer";
            },
            [](const note::Due&) { return "due"; },
            [](const note::TooManyToday& full) { return full.over ? "wait-over" : "day-full"; },
            [](const note::Wait& wait) { return wait.until ? "waits" : "wait-over"; },
            [&](const note::Held& held) {
                until(held.until);
                return "hold-began";
            },
            [&](const note::HoldOver& over) {
                since(over.since);
                return "hold-ended";
            },
            [&](const note::Waits& waits) {
                add("break", waits.what.break_id);
                return "waits";
            },
            [](const note::TypingGap&) { return "typing-gap"; },
            [](const note::OffScreen& off) { return off.failed ? "not-shown" : "off-screen"; },
            [](const note::GivenUp&) { return "given-up"; },
            [](const note::Cut&) { return "session-cut"; },
            [](const note::SaidRested&) { return "rested"; },
            [](const note::Allowed&) { return "allowed"; },
            [&](const ShowPrompt& prompt) {
                if (prompt.at < line_.at) return "exercise-changed";
                add("reason", word_of(prompt.reason));
                add("hold", prompt.held_by);
                since(prompt.due_since);
                return "prompted";
            },
            [&](const WithdrawPrompt& gone) {
                add("why", word_of(gone.why));
                return "withdrawn";
            },
            [&](const OpenSession& opened) {
                add("break", opened.session.break_id);
                if (!opened.session.exercises.empty()) add("exercise", opened.session.exercises.front());
                length(length_of(opened.session));
                return "session-began";
            },
            [&](const UpdateSession& updated) {
                add("break", updated.session.break_id);
                return updated.session.paused_at ? "session-paused" : "session-resumed";
            },
            [&](const CloseSession&) {
                if (const auto* cut = part_of<note::Cut>(line_)) return told(*cut);
                if (const auto* record = part_of<Record>(line_)) told(*record);
                return "session-ended";
            },
            [&](const Record& record) {
                if (!record.exercises.empty()) add("exercise", record.exercises.front());
                add("outcome", word_of(record.outcome));
                const bool rest = record.outcome == Outcome::followed || record.outcome == Outcome::natural;
                return rest ? "taken" : "session-recorded";
            },
            [](const Save&) { return "saved"; },
            [&](const Ignored& ignored) {
                add("refusal", word_of(ignored.reason));
                return "refused";
            },
        }(what);
    }

    void add(const char* key, std::string_view text) {
        if (!text.empty()) object_[QLatin1String(key)] = string_value(text);
    }

    void add_waiting(const Waiting& waiting) {
        QJsonObject wait{{"break", string_value(waiting.break_id)}, {"until", instant(waiting.until)}};
        if (waiting.hold.empty()) {
            wait[QLatin1String("cause")] = string_value(word_of(waiting.cause));
        } else {
            wait[QLatin1String("hold")] = string_value(waiting.hold);
            wait[QLatin1String("since")] = instant(waiting.since);
        }
        object_[QLatin1String("waiting")] = wait;
    }

    [[nodiscard]] QJsonValue instant(std::optional<Instant> at) const {
        return at ? civil_value(civil_at(Stamp{.at = line_.at, .asleep = {}, .civil = line_.when}, *at))
                  : QJsonValue{QJsonValue::Null};
    }

    void since(Instant at) { object_[QLatin1String("since")] = instant(at); }

    void until(std::optional<Instant> at) {
        if (at) object_[QLatin1String("until")] = instant(at);
    }

    void length(Duration length) {
        if (length > Duration::zero()) object_[QLatin1String("length")] = seconds_value(length);
    }

    const StoryLine& line_;
    QJsonObject object_;
};

} // namespace

QJsonObject why_json(const Explanation& explanation) {
    QJsonArray decisions;
    for (const StoryLine& line : explanation.lines)
        decisions.append(LineJson{line}.object());
    QJsonObject object{{"decisions", decisions},
                       {"running", explanation.running && explanation.standing.has_value()},
                       {"text", standing_text(explanation)}};
    if (explanation.standing) {
        object[QLatin1String("at")] = civil_value(explanation.standing->stamp.civil);
        object[QLatin1String("doing")] = string_value(word_of(explanation.standing->status.doing));
        object[QLatin1String("summary")] = bus::status_sentence(*explanation.standing);
    }
    return object;
}

} // namespace limber::cli
