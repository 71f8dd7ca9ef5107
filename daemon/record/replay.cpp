// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay.hpp"

#include "core/step.hpp"
#include "record.hpp"
#include "words/said.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace limber::record {

namespace {

/// No line of ours is longer than a whole journal.
constexpr std::size_t longest_line = std::size_t{1024} * 1024;

/// Awake, an alarm is kept to the second; what is later by more than this was not written by limberd, and
/// would take long to live through.
constexpr Duration latest_alarm = std::chrono::days{2};

bool fits(const Plan& plan, const State& state) {
    return std::ranges::equal(plan.breaks, state.progress, {}, &BreakRule::name, &Progress::break_id);
}

class JournalReplay {
public:
    JournalReplay(std::istream& text, const std::function<void(const ReplayedStep&)>& see)
        : text_(text), see_(see) {}

    std::expected<Replayed, JournalProblem> run() {
        std::vector<char> buffer(longest_line + 1);
        for (;;) {
            ++number_;
            text_.getline(buffer.data(), std::ssize(buffer));
            const bool ended = text_.good();
            const std::string line(buffer.data(), static_cast<std::size_t>(text_.gcount() - (ended ? 1 : 0)));
            if (text_.bad()) return problem(said("reading failed"));
            if (text_.eof()) {
                if (line.empty()) return finish();
                // a whole line that only lacks its end may be there by chance; it is not trusted
                if (read_ || looks_like_ours(line)) {
                    result_.cut = true;
                    return finish();
                }
            } else if (!ended) {
                return problem(said("this line is longer than any of a journal"));
            }
            auto entry = read_journal_line(line);
            if (!entry) return problem(std::move(entry.error()));
            read_ = true;
            const auto wrong = std::visit([&](auto& one) { return take(one, line); }, *entry);
            if (!wrong.empty()) return problem(wrong);
        }
    }

private:
    using Complaint = std::string; ///< empty: fine

    static bool looks_like_ours(const std::string& line) {
        const auto begins = [&](const std::string& word) {
            return line.starts_with(word) || word.starts_with(line);
        };
        return begins(R"({"plan":)") || begins(R"({"format":)") || begins("plan {") || begins("state limber");
    }

    [[nodiscard]] std::unexpected<JournalProblem> problem(std::string message) const {
        return std::unexpected(JournalProblem{number_, std::move(message)});
    }

    std::expected<Replayed, JournalProblem> finish() {
        show();
        if (!read_ && !result_.cut) return problem(said("there is nothing in it"));
        if (missing()) result_.cut = true;
        return std::move(result_);
    }

    /// Effects that the journal has not told of yet.
    [[nodiscard]] bool missing() const { return told_ < effects_.size(); }

    void differ(std::uint64_t line, std::string expected, std::string got) {
        if (!result_.difference)
            result_.difference = JournalDifference{line, std::move(expected), std::move(got)};
    }

    Complaint take(Plan& plan, const std::string& /*line*/) {
        show();
        plan_ = std::move(plan);
        plan_line_ = number_;
        return {};
    }

    Complaint take(State& state, const std::string& /*line*/) {
        if (!plan_) return said("a plan must come before the first state");
        show();
        // what ended here may have ended within a step
        if (missing()) result_.cut = true;
        effects_.clear();
        told_ = 0;
        plan_line_.reset();
        state_ = std::move(state);
        return {};
    }

    Complaint take(const Event& event, const std::string& line) {
        if (!plan_ || !state_) return said("a plan and a state must come before the first event");
        show();
        if (missing()) differ(plan_line_.value_or(number_), plan_line_ ? "" : line, next_effect());
        const bool starts = std::holds_alternative<Started>(event.what);
        const bool replaces = std::holds_alternative<PlanReplaced>(event.what);
        if (plan_line_ && !replaces) return said("after a plan comes a state, or the event PlanReplaced");
        plan_line_.reset();
        if (!starts && !replaces && !fits(*plan_, *state_)) return said("the state belongs to another plan");
        // the alarm was set under the plan before; replacing lives through none
        if (!starts && !replaces && too_late(event))
            return said("this is more than two days after the alarm that was set");
        effects_.clear();
        told_ = 0;
        if (see_) before_ = *state_;
        notes_.clear();
        step(*plan_, *state_, event, effects_, see_ ? &notes_ : nullptr);
        ++result_.events;
        if (see_) unseen_ = {number_, event};
        if (line.starts_with('{')) notes_.clear(); // the journal has its own
        return {};
    }

    Complaint take(const Effect& effect, const std::string& line) {
        if (result_.events == 0) return said("an event must come before the first effect");
        ++result_.effects;
        if (!missing()) {
            differ(number_, line, {});
        } else if (effect != effects_[told_]) {
            differ(number_, line, next_effect());
            told_ = effects_.size(); // one difference a step is enough
        } else {
            ++told_;
        }
        return {};
    }

    Complaint take(Note& note, const std::string& /*line*/) {
        if (result_.events == 0) return said("an event must come before the first note");
        if (see_ && note.effects <= effects_.size()) notes_.push_back(std::move(note));
        return {};
    }

    /// Shows the step whose lines are all read.
    void show() {
        if (const auto step = std::exchange(unseen_, std::nullopt))
            see_({step->line, *plan_, before_, *state_, step->event, effects_, notes_});
    }

    [[nodiscard]] std::string next_effect() const { return journal_line(effects_[told_]); }

    [[nodiscard]] bool too_late(const Event& event) const {
        const Instant wanted = next_wakeup(*plan_, *state_);
        const Duration slept = std::max(Duration{}, event.stamp.asleep - state_->now.asleep);
        return wanted != never && event.stamp.at - wanted > latest_alarm + slept;
    }

    std::istream& text_;
    std::uint64_t number_ = 0; ///< of the line
    const std::function<void(const ReplayedStep&)>& see_;
    Replayed result_;
    bool read_ = false;
    std::optional<Plan> plan_;
    std::optional<std::uint64_t> plan_line_; ///< of a plan that nothing has followed yet
    std::optional<State> state_;
    State before_;
    std::vector<Effect> effects_;
    std::vector<Note> notes_;

    struct Unseen {
        std::uint64_t line = 0;
        Event event;
    };

    std::optional<Unseen> unseen_; ///< the step whose notes may still come
    std::size_t told_ = 0;
};

} // namespace

std::expected<Replayed, JournalProblem> replay(std::istream& text,
                                               const std::function<void(const ReplayedStep&)>& see) {
    return JournalReplay{text, see}.run();
}

} // namespace limber::record
