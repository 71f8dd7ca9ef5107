// SPDX-License-Identifier: GPL-3.0-or-later
// `limber why --json`: the same as for people, each line with its kind and what belongs to it.
#include "bus/status_text.hpp"
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/note.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "core/words.hpp"
#include "json_values.hpp"
#include "why_view.hpp"
#include "words/story_text.hpp"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>
#include <string_view>
#include <variant>

namespace limber::cli {
namespace {

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
        object_[QLatin1String("at")] = civil_value(line_.when);
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
        if (!text.empty()) object_[QLatin1String(key)] = string_value(text);
    }

    void add_record(const Record& record) {
        add("break", record.break_id);
        if (!record.exercises.empty()) add("exercise", record.exercises.front());
        add("outcome", word_of(record.outcome));
        length(record.length);
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
        if (!at) return QJsonValue::Null;
        return civil_value(civil_at(Stamp{.at = line_.at, .asleep = {}, .civil = line_.when}, *at));
    }

    void since(Instant at) { object_[QLatin1String("since")] = instant(at); }

    void until(std::optional<Instant> at) {
        if (at) object_[QLatin1String("until")] = instant(at);
    }

    void length(Duration length) {
        if (length <= Duration::zero()) return;
        object_[QLatin1String("length")] = seconds_value(length);
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
