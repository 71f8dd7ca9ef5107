// SPDX-License-Identifier: GPL-3.0-or-later
#include "run.hpp"

#include "core/overloaded.hpp"
#include "core/words.hpp"
#include "words/holds.hpp"
#include "words/said.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

namespace limber::simulate {

namespace {

std::string in_quotes(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// Rounded to the nearest millisecond.
std::string seconds(Duration time) {
    constexpr Duration::rep milli = 1'000'000;
    const bool below_zero = time < Duration::zero();
    const Duration::rep millis = (std::abs(time.count()) + milli / 2) / milli;
    return fmt::format("{}{}.{:03}", below_zero && millis != 0 ? "-" : "", millis / 1000, millis % 1000);
}

std::string length_text(Duration length) {
    const auto whole = std::chrono::duration_cast<std::chrono::seconds>(length);
    return whole == length ? std::to_string(whole.count()) : seconds(length);
}

std::string number_field(std::string_view key, const std::string& number) {
    return fmt::format(", \"{}\": {}", key, number);
}

std::string field(std::string_view key, std::string_view text) {
    return number_field(key, in_quotes(text));
}

} // namespace

std::optional<Line> line_of(const Effect& effect, Instant start) {
    using Told = std::optional<decltype(Line::what)>;
    const Told told = std::visit(
        Overloaded{
            [&](const ShowPrompt& show) -> Told {
                return Prompted{show.break_id, show.exercise, show.reason, show.due_since - start,
                                show.held_by};
            },
            [](const WithdrawPrompt& withdraw) -> Told { return Withdrawn{withdraw.break_id, withdraw.why}; },
            [](const Record& record) -> Told { return Recorded{record.break_id, record.outcome}; },
            [](const OpenSession& open) -> Told {
                const Session& session = open.session;
                return SessionOpened{session.break_id,
                                     session.exercises.empty() ? std::string{} : session.exercises.front(),
                                     length_of(session)};
            },
            [](const auto&) -> Told { return {}; }},
        effect.what);
    if (!told) return {};
    return Line{effect.at - start, *told};
}

std::string json_text(const Line& line) {
    std::string text = "{\"at\": " + seconds(line.at);
    std::visit(Overloaded{[&](const Prompted& one) {
                              text += field("effect", "prompt") + field("break", one.break_id) +
                                      field("exercise", one.exercise) + field("reason", word_of(one.reason)) +
                                      number_field("due_since", seconds(one.due_since));
                          },
                          [&](const Withdrawn& one) {
                              text += field("effect", "withdraw") + field("break", one.break_id) +
                                      field("why", word_of(one.why));
                          },
                          [&](const Recorded& one) {
                              text += field("effect", "record") + field("break", one.break_id) +
                                      field("outcome", word_of(one.outcome));
                          },
                          [&](const SessionOpened& one) {
                              text += field("effect", "session") + field("break", one.break_id) +
                                      field("exercise", one.exercise) +
                                      number_field("length", length_text(one.length));
                          },
                          [&](const DayEnded& one) {
                              text += field("effect", "end") + ", \"breaks\": {";
                              std::string_view between;
                              for (const auto& [name, active] : one.active) {
                                  text += between;
                                  text += in_quotes(name) + ": {\"active\": " + seconds(active) + '}';
                                  between = ", ";
                              }
                              text += '}';
                          }},
               line.what);
    return text + '}';
}

namespace {

// More than any machine has; what a sleeping machine misses is kept in memory.
constexpr int most_at_once = 10'000;

/// The last instant that the line names.
Duration last_named(const Action& action) {
    if (const auto* typing = std::get_if<Typing>(&action.what)) return typing->until;
    if (const auto* unwatched = std::get_if<NobodyWatches>(&action.what)) return unwatched->until;
    if (const auto* restart = std::get_if<DaemonRestart>(&action.what)) return action.at + restart->gap;
    return action.at;
}

/// A day at the desk and the person's one way to answer.
class SimulatedDay {
public:
    SimulatedDay(const Plan& plan, const RunOptions& options, DeskClock clock, const Tell& tell,
                 const Watch& watch)
        : answer_(options.answer), tell_(tell), watch_(watch),
          desk_(simulated_plan(plan, options.session_length), options.seed, std::move(clock),
                [this](const Event& event, const std::vector<Effect>& effects) { hear(event, effects); }) {}

    void begin() {
        if (watch_) desk_.want_notes();
        desk_.start();
    }

    /// The error is a sentence.
    std::expected<void, std::string> play(const Action& action) {
        desk_.pass(action.at);
        last_ = std::max(last_, last_named(action));
        missed_ = desk_.asleep() ? missed_ + 1 : 0;
        if (missed_ > most_at_once) {
            return std::unexpected(said("too much happens while the machine sleeps"));
        }
        return std::visit(
            Overloaded{[&](const Typing& one) { return desk_.type(one.until), fine(); },
                       [&](const SingleInput&) { return desk_.touch(), fine(); },
                       [&](const ClockStep& one) { return desk_.step_clock(one.by), fine(); },
                       [&](const HoldChange& one) { return hold(one); },
                       [&](const InhibitorChange& one) { return inhibit(one.on), fine(); },
                       [&](const BlindnessChange& one) { return blind(one.on), fine(); },
                       [&](const NobodyWatches& one) { return desk_.leave_unwatched(one.until), fine(); },
                       [&](const DaemonRestart& one) {
                           return desk_.stop(one.gap, one.kind, false, Ending::orderly);
                       },
                       [&](const Occurrence& one) { return occur(one), fine(); }},
            action.what);
    }

    /// Nothing is emitted while the core hears nothing: then only what is known changes.
    void end(std::optional<Duration> at) {
        desk_.pass(at.value_or(last_));
        quiet_ = !desk_.hears();
        desk_.look_up();
        DayEnded ended;
        for (const RuleStatus& rule : status(desk_.plan(), desk_.state()).rules)
            ended.active.emplace_back(rule.name, rule.active);
        tell_(Line{desk_.now(), std::move(ended)});
    }

private:
    static std::expected<void, std::string> fine() { return {}; }

    void hear(const Event& event, const std::vector<Effect>& effects) {
        if (quiet_) return;
        const Instant start = event.stamp.at - desk_.now();
        for (const Effect& effect : effects) {
            if (auto line = line_of(effect, start)) tell_(*line);
            if (const auto* prompt = std::get_if<ShowPrompt>(&effect.what)) reply(*prompt);
        }
        if (watch_) watch_(desk_.now(), desk_);
    }

    void reply(const ShowPrompt& prompt) {
        switch (answer_) {
        case AnswerPolicy::start: desk_.tell(PromptAnswered{prompt.id, Answer::start, {}}); break;
        case AnswerPolicy::skip: desk_.tell(PromptAnswered{prompt.id, Answer::skip, {}}); break;
        case AnswerPolicy::snooze:
            desk_.tell(PromptAnswered{prompt.id, prompt.snooze.empty() ? Answer::start : Answer::snooze, {}});
            break;
        case AnswerPolicy::follow:
            if (const auto rule = find_rule(desk_.plan(), prompt.break_id))
                desk_.ignore_input_until(desk_.now() + desk_.plan().breaks[*rule].rest);
            break;
        case AnswerPolicy::ignore: break;
        }
    }

    /// Names the core does not know hold as well, all together as one level that it does know.
    std::expected<void, std::string> hold(const HoldChange& change) {
        const std::string level{word_of(value_of<Hold>(change.what).value_or(Hold::do_not_disturb))};
        std::set<std::string>& names = holding_[level];
        const bool held = !names.empty();
        if (change.on) {
            names.insert(change.what);
        } else {
            names.erase(change.what);
        }
        if (names.size() > most_at_once) return std::unexpected(said("too many holds at once"));
        if (held != !names.empty()) desk_.tell(QuietChanged{level, names.empty() ? Level::off : Level::on});
        return {};
    }

    void inhibit(bool on) { desk_.tell(QuietChanged{"inhibitor", on ? Level::on : Level::off}); }

    void blind(bool on) {
        PresenceFound sight = desk_.sight();
        sight.blind = on;
        desk_.change_sight(sight);
    }

    template <typename OfPrompt>
    void tell_of_prompt() {
        if (const auto& prompt = desk_.state().prompt) desk_.tell(OfPrompt{prompt->id});
    }

    /// Nobody steers what does not run.
    void steer(Steering how) {
        const auto& session = desk_.state().session;
        if (session && session->paused_at.has_value() == (how == Steering::resume))
            desk_.tell(SessionSteered{how});
    }

    void occur(Occurrence what) {
        switch (what) {
        case Occurrence::lock: desk_.tell(Locked{}); break;
        case Occurrence::unlock: desk_.tell(Unlocked{}); break;
        case Occurrence::lock_request: desk_.tell(Locked{.requested = true}); break;
        case Occurrence::sleep: desk_.sleep(); break;
        case Occurrence::wake: desk_.wake(); break;
        case Occurrence::leave_session: desk_.tell(SessionLeft{}); break;
        case Occurrence::return_session: desk_.tell(SessionReturned{}); break;
        case Occurrence::presence_unknown: desk_.tell(PresenceLost{}); break;
        case Occurrence::presence_known: desk_.tell(desk_.sight()); break;
        case Occurrence::dismiss: tell_of_prompt<PromptClosed>(); break;
        case Occurrence::expire: tell_of_prompt<PromptExpired>(); break;
        case Occurrence::fail: tell_of_prompt<PromptFailed>(); break;
        case Occurrence::pause_session: steer(Steering::pause); break;
        case Occurrence::resume_session: steer(Steering::resume); break;
        case Occurrence::end: break;
        }
    }

    AnswerPolicy answer_;
    const Tell& tell_;
    const Watch& watch_;
    bool quiet_ = false;
    Duration last_{};
    int missed_ = 0;
    std::map<std::string, std::set<std::string>> holding_;
    Desk desk_;
};

} // namespace

std::optional<AnswerPolicy> parse_answer_policy(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, AnswerPolicy>, 5> words{
        {{"start", AnswerPolicy::start},
         {"follow", AnswerPolicy::follow},
         {"snooze", AnswerPolicy::snooze},
         {"skip", AnswerPolicy::skip},
         {"ignore", AnswerPolicy::ignore}}};
    const auto* found = std::ranges::find(words, word, &std::pair<std::string_view, AnswerPolicy>::first);
    if (found == words.end()) return {};
    return found->second;
}

Plan simulated_plan(Plan plan, SessionLength length) {
    plan.holds.clear();
    for (const auto& [hold, word] : words<Hold>)
        plan.holds.emplace_back(word);
    if (length == SessionLength::of_exercises) return plan;
    plan.exercises.clear();
    for (BreakRule& rule : plan.breaks) {
        const Phase phase{
            .name = "rest", .text = {}, .kind = PhaseKind::rest, .side = Side::none, .length = rule.rest};
        Exercise exercise;
        exercise.id = "rest-" + rule.name;
        exercise.positions = plan.person.positions;
        exercise.places = {plan.person.place};
        exercise.blocks = {Block{.reps = 1, .mirror = false, .phases = {phase}}};
        rule.exercises = Selection{.count = 1, .from = {exercise.id}};
        plan.exercises.push_back(std::move(exercise));
    }
    return plan;
}

std::expected<void, ActivityProblem> run(const Plan& plan, ActivitySource& activity,
                                         const RunOptions& options, const Tell& tell, const Watch& watch) {
    DeskClock clock;
    clock.utc = options.begins;
    clock.zone = options.zone;
    if (const auto dated = activity.clock()) {
        clock.utc = dated->utc;
        if (!clock.zone) clock.zone = [offset = dated->offset](Utc) { return LocalOffset{.offset = offset}; };
    }
    SimulatedDay day(plan, options, std::move(clock), tell, watch);
    day.begin();
    for (;;) {
        auto action = activity.next();
        if (!action) return std::unexpected(std::move(action.error()));
        if (!*action) break;
        if (const auto* event = std::get_if<Occurrence>(&(*action)->what);
            event != nullptr && *event == Occurrence::end) {
            day.end((*action)->at);
            return {};
        }
        if (auto played = day.play(**action); !played)
            return std::unexpected(ActivityProblem{0, 0, std::move(played.error())});
    }
    day.end({});
    return {};
}

} // namespace limber::simulate
