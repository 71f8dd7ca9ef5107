// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/story_text.hpp"

#include "core/exercise.hpp"
#include "core/overloaded.hpp"
#include "core/session.hpp"
#include "settings/settings.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace limber {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

bool asked_by_person(const Happening& what) {
    return std::visit(
        Overloaded{[](const PromptAnswered&) { return true; }, [](const StartRequested&) { return true; },
                   [](const SessionSteered&) { return true; }, [](const PauseRequested&) { return true; },
                   [](const ResumeRequested&) { return true; }, [](const ExerciseAllowed&) { return true; },
                   [](const auto&) { return false; }},
        what);
}

/// Sorts the parts of one step into lines.
class StepStory {
public:
    explicit StepStory(const Event& event) : event_(event) {}

    void take(const Note& note) {
        std::visit(Overloaded{
                       [&](const note::Wait& wait) { join_if(wait.until && withdrawn_or_over(), note); },
                       [&](const note::GivenUp&) { join_if(withdrawn_or_over(), note); },
                       [&](const note::Cut&) {
                           join_if(withdrawn_or_over(), note);
                           lines_.back().at = note.at;
                           lines_.back().when = note.when;
                       },
                       [&](const note::TypingGap&) { typing_ = note; },
                       [&](const note::Waits& waits) {
                           if (!told(waits.what)) waits_ = note;
                       },
                       [&](const auto&) { begin(note); },
                   },
                   note.what);
    }

    void take(const Effect& effect) {
        std::visit(Overloaded{
                       [&](const ShowPrompt&) {
                           begin(effect);
                           if (typing_) join(*std::exchange(typing_, std::nullopt));
                       },
                       [&](const WithdrawPrompt& gone) {
                           if (gone.why != Why::start) begin(effect); // the session tells of itself
                       },
                       [&](const UpdateSession&) {
                           const auto* steered = std::get_if<SessionSteered>(&event_.what);
                           const bool told = steered != nullptr && (steered->how == Steering::pause ||
                                                                    steered->how == Steering::resume);
                           if (told) begin(effect);
                       },
                       [&](const Record& record) { take_record(record, effect); },
                       [&](const Save&) {},
                       [&](const Ignored&) {
                           if (asked_by_person(event_.what)) begin(effect);
                       },
                       [&](const auto&) { begin(effect); },
                   },
                   effect.what);
    }

    std::vector<StoryLine> lines(const Plan& plan) {
        // where somebody was comes before what that counts as
        const auto order = [](const StoryLine& line) {
            const StoryPart& head = line.parts.front();
            const bool whereabouts = part_as<note::Began>(head) != nullptr ||
                                     part_as<note::Slept>(head) != nullptr ||
                                     part_as<note::GapLonger>(head) != nullptr;
            return std::pair{line.at, !whereabouts};
        };
        // insertion keeps the order of equals; what std::stable_sort is made of in g++ 12's library is
        // deprecated
        for (auto line = lines_.begin(); line != lines_.end(); ++line) {
            const auto place = std::ranges::upper_bound(lines_.begin(), line, order(*line), {}, order);
            std::rotate(place, line, std::next(line));
        }
        if (waits_ && !lines_.empty()) {
            join(*waits_);
        } else if (waits_ && !begun_before(std::get<note::Waits>(waits_->what).what.cause)) {
            begin(*waits_);
        }
        for (StoryLine& line : lines_)
            line.text = story_sentence(plan, event_, line);
        return std::move(lines_);
    }

private:
    void begin(const Note& note) { lines_.push_back({note.at, note.when, {note}, {}}); }

    void begin(const Effect& effect) {
        lines_.push_back({effect.at, civil_at(event_.stamp, effect.at), {effect}, {}});
    }

    void join(const StoryPart& part) { lines_.back().parts.push_back(part); }

    template <class Part>
    void join_if(bool joins, const Part& part) {
        if (joins) {
            join(part);
        } else {
            begin(part);
        }
    }

    /// The line begun last is about a prompt or a session that is gone, or its record.
    [[nodiscard]] bool withdrawn_or_over() const {
        if (lines_.empty()) return false;
        const StoryPart& head = lines_.back().parts.front();
        return part_as<WithdrawPrompt>(head) != nullptr || part_as<CloseSession>(head) != nullptr ||
               part_as<Record>(head) != nullptr;
    }

    void take_record(const Record& record, const Effect& effect) {
        const StoryLine* last = lines_.empty() ? nullptr : &lines_.back();
        const auto* gone = last == nullptr ? nullptr : part_as<WithdrawPrompt>(last->parts.front());
        switch (record.outcome) {
        case Outcome::done:
        case Outcome::abandoned: {
            const bool ended = last != nullptr && part_as<CloseSession>(last->parts.front()) != nullptr &&
                               part_of<note::Cut>(*last) == nullptr;
            return join_if(ended, effect);
        }
        case Outcome::followed:
            if (gone != nullptr && gone->break_id == record.break_id) return join(effect);
            break;
        case Outcome::natural: break;
        case Outcome::snoozed:
        case Outcome::skipped:
        case Outcome::unanswered: return;
        }
        if (!std::holds_alternative<Rested>(event_.what)) begin(effect);
    }

    /// A wait that a step before has told of.
    [[nodiscard]] static bool begun_before(WaitCause cause) {
        return cause == WaitCause::snoozed || cause == WaitCause::repeat_after ||
               cause == WaitCause::other_answered;
    }

    /// A line has just said what is waited for.
    [[nodiscard]] bool told(const Waiting& waiting) const {
        return std::ranges::any_of(lines_, [&](const StoryLine& line) {
            return std::ranges::any_of(line.parts, [&](const StoryPart& part) {
                const auto* held = part_as<note::Held>(part);
                const auto* wait = part_as<note::Wait>(part);
                return waiting.hold.empty() ? wait != nullptr && wait->until && wait->until == waiting.until
                                            : held != nullptr && held->hold == waiting.hold;
            });
        });
    }

    const Event& event_;
    std::vector<StoryLine> lines_;
    std::optional<Note> typing_; ///< of the prompt that comes next
    std::optional<Note> waits_;
};

} // namespace

std::vector<StoryLine> story_of(const Plan& plan, const Event& event, const std::vector<Effect>& effects,
                                const std::vector<Note>& notes) {
    StepStory story{event};
    auto note = notes.begin();
    for (std::size_t told = 0; told <= effects.size(); ++told) {
        for (; note != notes.end() && (note->effects <= told || told == effects.size()); ++note)
            story.take(*note);
        if (told < effects.size()) story.take(effects[told]);
    }
    return story.lines(plan);
}

QString sentence_of(const Plan& plan, const Note& note) {
    const StoryLine line{.at = note.at, .when = note.when, .parts = {note}, .text = {}};
    return story_sentence(plan, Event{}, line);
}

QString title_of(const Plan& plan, const std::string& rule) {
    const auto found = find_rule(plan, rule);
    return QString::fromStdString(found && !plan.breaks[*found].title.empty() ? plan.breaks[*found].title
                                                                              : rule);
}

QString exercise_title(const Plan& plan, const std::string& id) {
    const Exercise* exercise = find_exercise(plan, id);
    return QString::fromStdString(exercise == nullptr || exercise->title.empty() ? id : exercise->title);
}

QString amount_text(Duration duration) {
    const Duration rounded = duration >= minutes{10} ? Duration{std::chrono::round<minutes>(duration)}
                                                     : Duration{std::chrono::round<seconds>(duration)};
    return QString::fromStdString(settings::format_duration(std::max<Duration>(rounded, seconds{0})));
}

} // namespace limber
