// SPDX-License-Identifier: GPL-3.0-or-later
#include "why_view.hpp"

#include "bus/present_text.hpp"
#include "bus/status_text.hpp"
#include "bus/wire.hpp"
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/exercise.hpp"
#include "core/note.hpp"
#include "core/plan.hpp"
#include "core/session.hpp"
#include "core/state.hpp"
#include "core/status.hpp"
#include "core/step.hpp"
#include "core/time.hpp"
#include "core/words.hpp"
#include "output.hpp"
#include "record/replay.hpp"
#include "text.hpp"
#include "words/story_text.hpp"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <algorithm>
#include <chrono>
#include <expected>
#include <istream>
#include <iterator>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace limber::cli {
namespace {

using std::chrono::seconds;

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

/// One line as an object; calls answer with its kind.
class LineJson {
public:
    explicit LineJson(const StoryLine& line) : line_(line) {}

    QJsonObject object() {
        const QString kind = std::visit(
            [this](const auto& part) {
                return std::visit([this](const auto& what) { return QString::fromLatin1((*this)(what)); },
                                  part.what);
            },
            line_.parts.front());
        object_[QLatin1String("at")] = iso(line_.when);
        object_[QLatin1String("kind")] = kind;
        object_[QLatin1String("text")] = line_.text;
        if (const auto* wait = part_of<note::Wait>(line_); wait != nullptr && wait->until) until(wait->until);
        if (const auto* waits = part_of<note::Waits>(line_)) add_waiting(waits->what);
        return object_;
    }

    const char* operator()(const note::Began& began) {
        if (began.kind == Gap::first) return "started";
        length(began.gap);
        return "restarted";
    }

    const char* operator()(const note::SettingsChanged& /*changed*/) { return "settings-changed"; }

    const char* operator()(const note::Presence& presence) {
        return presence.known ? "presence-found" : "presence-lost";
    }

    const char* operator()(const note::Blind& blind) {
        since(blind.since);
        if (blind.over) return "doubted";
        until(blind.until);
        return "believed";
    }

    const char* operator()(const note::Left& left) {
        since(left.since);
        return "left";
    }

    const char* operator()(const note::Away& away) {
        switch (away.cause) {
        case Absence::lock: return "locked";
        case Absence::lock_request: return "lock-requested";
        case Absence::other_session: break;
        }
        return "session-left";
    }

    const char* operator()(const note::Contradiction& /*contradiction*/) { return "contradiction"; }

    const char* operator()(const note::Slept& slept) {
        length(slept.length);
        return "slept";
    }

    const char* operator()(const note::Returned& returned) {
        length(returned.length);
        return "returned";
    }

    const char* operator()(const note::NobodyWatched& unwatched) {
        length(unwatched.length);
        return "nobody-watched";
    }

    const char* operator()(const note::ClockForward& jump) {
        length(jump.by);
        return "clock-forward";
    }

    const char* operator()(const note::GapLonger& longer) {
        length(longer.by);
        return "gap-longer";
    }

    const char* operator()(const note::Due& due) {
        add("break", due.break_id);
        return "due";
    }

    const char* operator()(const note::TooManyToday& full) {
        add("break", full.break_id);
        return full.over ? "wait-over" : "day-full";
    }

    const char* operator()(const note::Wait& wait) {
        add("break", wait.break_id);
        return wait.until ? "waits" : "wait-over";
    }

    const char* operator()(const note::Held& held) {
        add("hold", held.hold);
        until(held.until);
        return "hold-began";
    }

    const char* operator()(const note::HoldOver& over) {
        add("hold", over.hold);
        since(over.since);
        return "hold-ended";
    }

    const char* operator()(const note::Waits& waits) {
        add("break", waits.what.break_id);
        return "waits";
    }

    const char* operator()(const note::TypingGap& /*gap*/) { return "typing-gap"; }

    const char* operator()(const note::OffScreen& off) {
        add("break", off.break_id);
        return off.failed ? "not-shown" : "off-screen";
    }

    const char* operator()(const note::GivenUp& given_up) {
        add("break", given_up.break_id);
        return "given-up";
    }

    const char* operator()(const note::Cut& cut) {
        add("break", cut.break_id);
        return "session-cut";
    }

    const char* operator()(const note::SaidRested& /*rested*/) { return "rested"; }

    const char* operator()(const note::Allowed& allowed) {
        add("exercise", allowed.exercise);
        return "allowed";
    }

    const char* operator()(const ShowPrompt& prompt) {
        add("break", prompt.break_id);
        add("exercise", prompt.exercise);
        if (prompt.at < line_.at) return "exercise-changed";
        add("reason", word_of(prompt.reason));
        add("hold", prompt.held_by);
        since(prompt.due_since);
        return "prompted";
    }

    const char* operator()(const WithdrawPrompt& gone) {
        add("break", gone.break_id);
        add("why", word_of(gone.why));
        return "withdrawn";
    }

    const char* operator()(const OpenSession& opened) {
        add("break", opened.session.break_id);
        if (!opened.session.exercises.empty()) add("exercise", opened.session.exercises.front());
        length(length_of(opened.session));
        return "session-began";
    }

    const char* operator()(const UpdateSession& updated) {
        add("break", updated.session.break_id);
        return updated.session.paused_at ? "session-paused" : "session-resumed";
    }

    const char* operator()(const CloseSession& /*closed*/) {
        if (const auto* cut = part_of<note::Cut>(line_)) return (*this)(*cut);
        if (const auto* record = part_of<Record>(line_)) add_record(*record);
        return "session-ended";
    }

    const char* operator()(const Record& record) {
        add_record(record);
        const bool rest = record.outcome == Outcome::followed || record.outcome == Outcome::natural;
        return rest ? "taken" : "session-recorded";
    }

    const char* operator()(const Save& /*save*/) { return "saved"; }

    const char* operator()(const Ignored& ignored) {
        add("refusal", word_of(ignored.reason));
        return "refused";
    }

private:
    void add(const char* key, std::string_view text) {
        if (!text.empty()) object_[QLatin1String(key)] = text_of(text);
    }

    void add_record(const Record& record) {
        add("break", record.break_id);
        if (!record.exercises.empty()) add("exercise", record.exercises.front());
        add("outcome", word_of(record.outcome));
        length(record.length);
    }

    void add_waiting(const Waiting& waiting) {
        QJsonObject wait{{"break", text_of(waiting.break_id)}, {"until", instant(waiting.until)}};
        if (waiting.hold.empty()) {
            wait[QLatin1String("cause")] = text_of(word_of(waiting.cause));
        } else {
            wait[QLatin1String("hold")] = text_of(waiting.hold);
            wait[QLatin1String("since")] = instant(waiting.since);
        }
        object_[QLatin1String("waiting")] = wait;
    }

    [[nodiscard]] QJsonValue instant(std::optional<Instant> at) const {
        if (!at) return QJsonValue::Null;
        return iso(civil_at(Stamp{.at = line_.at, .asleep = {}, .civil = line_.when}, *at));
    }

    void since(Instant at) { object_[QLatin1String("since")] = instant(at); }

    void until(std::optional<Instant> at) {
        if (at) object_[QLatin1String("until")] = instant(at);
    }

    void length(Duration length) {
        if (length <= Duration::zero()) return;
        object_[QLatin1String("length")] =
            static_cast<double>(std::chrono::round<std::chrono::milliseconds>(length).count()) / 1000.0;
    }

    const StoryLine& line_;
    QJsonObject object_;
};

QString standing_text(const Explanation& explanation) {
    const QString when = explanation.asked ? clock(*explanation.asked) : QString{};
    if (!explanation.standing) {
        return explanation.asked ? Cli::tr("At %1: Limber was not running.").arg(when)
                                 : Cli::tr("Limber has not seen anything yet.");
    }
    const QString present = terminal::shown(bus::present_sentence(*explanation.standing).toStdString());
    if (explanation.asked) return Cli::tr("At %1: %2").arg(when, present);
    if (explanation.running) return Cli::tr("Now: %1").arg(present);
    return Cli::tr("Limber is not running now. At %1, when it last looked: %2")
        .arg(clock(local_time(explanation.standing->stamp.civil)), present);
}

/// As step.before, later: an alarm more changes nothing. A wall clock that is set may jump over `at`; no more
/// time passed than until the step.
bus::StatusReport report_before(const record::ReplayedStep& step, LocalTime at) {
    State state = step.before;
    Stamp stamp = state.now;
    const Duration passed = std::clamp(at - local_time(stamp.civil), Duration::zero(),
                                       std::max(Duration::zero(), step.after.now.at - stamp.at));
    stamp.at += passed;
    stamp.civil.utc += passed;
    std::vector<Effect> effects;
    limber::step(step.plan, state, Event{stamp, AlarmRang{}}, effects);
    return report_of(step.plan, state);
}

} // namespace

std::expected<record::Replayed, record::JournalProblem> Past::read(std::istream& journal) {
    return record::replay(journal, [this](const record::ReplayedStep& step) { see(step); });
}

void Past::see(const record::ReplayedStep& step) {
    auto told = story_of(step.plan, step.event, step.effects, step.notes);
    lines_.insert(lines_.end(), std::move_iterator{told.begin()}, std::move_iterator{told.end()});
    const LocalTime local = local_time(step.after.now.civil);
    if (at_ && ends_ && *ends_ <= *at_ && *at_ < local) {
        const bool starts = std::holds_alternative<Started>(step.event.what);
        then_ = starts ? std::nullopt : std::optional{report_before(step, *at_)};
    }
    if (!begins_) begins_ = local;
    ends_ = local;
    now_ = report_of(step.plan, step.after);
}

std::optional<bus::StatusReport> Past::standing() const {
    return !at_ || (ends_ && *at_ >= *ends_) ? now_ : then_;
}

bus::StatusReport report_of(const Plan& plan, const State& state) {
    bus::StatusReport report{
        .status = status(plan, state),
        .stamp = state.now,
        .version = LIMBER_VERSION,
        .idle_source = {},
        .inhibitor_aware = false,
        .inhibited = false,
        .titles = {},
    };
    if (report.status.prompt) {
        const Exercise* exercise = find_exercise(plan, report.status.prompt->exercise);
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

QJsonObject why_json(const Explanation& explanation) {
    QJsonArray decisions;
    for (const StoryLine& line : explanation.lines)
        decisions.append(LineJson{line}.object());
    QJsonObject object{{"decisions", decisions},
                       {"running", explanation.running && explanation.standing.has_value()},
                       {"text", standing_text(explanation)}};
    if (explanation.standing) {
        object[QLatin1String("at")] = iso(explanation.standing->stamp.civil);
        object[QLatin1String("doing")] = text_of(word_of(explanation.standing->status.doing));
        object[QLatin1String("summary")] = bus::status_sentence(*explanation.standing);
    }
    return object;
}

} // namespace limber::cli
