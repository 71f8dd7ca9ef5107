// SPDX-License-Identifier: GPL-3.0-or-later
#include "player.hpp"

#include "core/overloaded.hpp"
#include "core/words.hpp"
#include "simulate/run.hpp"

#include <algorithm>
#include <utility>

namespace limber::story {

using namespace simulate;

namespace {

Zone zone_of(const Story& story) {
    return [first = story.offset, changes = story.zone](Utc utc) {
        LocalOffset local{.offset = first};
        for (const ZoneChange& change : changes) {
            if (utc < change.from) {
                local.until = change.from;
                local.next = change.offset;
                break;
            }
            local.offset = change.offset;
        }
        return local;
    };
}

std::string_view word(Refusal refusal) {
    switch (refusal) {
    case Refusal::nothing_prompted: return "nothing is prompted";
    case Refusal::stale_prompt: return "that prompt is gone";
    case Refusal::no_snooze_left: return "no snooze left";
    case Refusal::snooze_out_of_range: return "no such snooze";
    case Refusal::busy: return "a session is running";
    case Refusal::no_session: return "no session is running";
    case Refusal::no_such_rule: return "no such rule";
    case Refusal::no_such_exercise: return "no such exercise";
    case Refusal::no_other_exercise: return "no other exercise";
    case Refusal::not_paused: return "not paused";
    case Refusal::pause_out_of_range: return "no such pause";
    case Refusal::not_suitable: return "not suitable";
    case Refusal::not_started: return "not started";
    case Refusal::not_excluded: return "not excluded";
    }
    return {};
}

std::string break_name(const std::string& name) {
    return name.empty() ? "exercise" : name;
}

} // namespace

Player::Player(const Story& story, PlayOptions options)
    : story_(story), options_(std::move(options)),
      start_(story.deeds.empty() ? Duration{} : story.deeds.front().at),
      desk_(
          story.plan, options_.seed,
          DeskClock{.boot = options_.boot, .utc = story.date + start_ - story.offset, .zone = zone_of(story)},
          [this](const Event& event, const std::vector<Effect>& effects) { hear(event, effects); }) {}

std::expected<void, std::string> Player::play() {
    desk_.start();
    for (const Dated& deed : story_.deeds) {
        pass(deed.at - start_);
        if (on_deed_) on_deed_(deed);
        if (auto done = perform(deed.what); !done) return done;
        if (on_done_) on_done_(deed);
        if (options_.save_and_load && !desk_.asleep()) {
            if (auto loaded = desk_.save_and_load(); !loaded) return loaded;
        }
    }
    return {};
}

void Player::pass(Duration until) {
    while (ticked_ < options_.ticks.size() && options_.ticks[ticked_] - start_ < until) {
        const Duration tick = options_.ticks[ticked_++] - start_;
        if (tick <= desk_.now()) continue;
        desk_.pass(tick);
        if (!desk_.hears()) continue;
        desk_.tell(AlarmRang{});
        if (options_.reload_at_ticks) desk_.replace_plan(desk_.plan());
    }
    desk_.pass(until);
}

void Player::hear(const Event& event, const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
        seen_.push_back({clock_of(effect.at), effect});
        tell(clock_of(effect.at), effect);
        const auto* prompt = std::get_if<ShowPrompt>(&effect.what);
        if (prompt == nullptr || prompt->id == prompt_) continue;
        prompt_before_ = std::exchange(prompt_, prompt->id);
        switch (story_.answers) {
        case AnswerPolicy::start: desk_.tell(PromptAnswered{prompt_, Answer::start, {}}); break;
        case AnswerPolicy::skip: desk_.tell(PromptAnswered{prompt_, Answer::skip, {}}); break;
        case AnswerPolicy::snooze:
            desk_.tell(PromptAnswered{prompt_, prompt->snooze.empty() ? Answer::start : Answer::snooze, {}});
            break;
        case AnswerPolicy::follow:
            desk_.ignore_input_until(desk_.now() +
                                     desk_.plan().breaks[*find_rule(desk_.plan(), prompt->break_id)].rest);
            break;
        case AnswerPolicy::ignore: break;
        }
    }
    if (on_step_) on_step_(event, effects);
}

void Player::tell(Duration at, const Effect& effect) {
    std::string text = std::visit(
        Overloaded{[&](const ShowPrompt& one) {
                       if (one.id == prompt_) return "prompt " + one.break_id + " with another exercise";
                       std::string line = "prompt " + one.break_id;
                       if (one.reason != Reason::due) line += ", " + std::string(word_of(one.reason));
                       if (one.reason != Reason::merged)
                           line += " (due since " + clock_text(clock_of(one.due_since)) + ")";
                       if (!one.held_by.empty()) line += ", held by " + one.held_by;
                       return line;
                   },
                   [](const WithdrawPrompt& one) {
                       return "prompt " + one.break_id + " withdrawn: " + std::string(word_of(one.why));
                   },
                   [](const OpenSession& one) {
                       return "session " + break_name(one.session.break_id) + " begins, " +
                              length_text(length_of(one.session));
                   },
                   [](const UpdateSession& one) {
                       return "session " + break_name(one.session.break_id) +
                              (one.session.paused_at ? " paused" : " goes on");
                   },
                   [](const CloseSession& one) {
                       return "session over: " + std::string(one.outcome ? word_of(*one.outcome) : "cut");
                   },
                   [](const Record& one) {
                       return "record " + break_name(one.break_id) + " " + std::string(word_of(one.outcome));
                   },
                   [](const Ignored& one) { return "refused: " + std::string(word(one.reason)); },
                   [](const Save&) { return std::string{}; }},
        effect.what);
    if (!text.empty()) told_.push_back(clock_text(at) + "   " + text);
}

/// Active time of each rule as of now.
void Player::look() {
    std::string text;
    for (const RuleStatus& rule : status(desk_.plan(), desk_.state()).rules) {
        text += (text.empty() ? "" : ", ") + rule.name + " " + length_text(rule.active);
    }
    told_.push_back(clock_text(now()) + "   active: " + text);
}

/// Who is at the desk as of now, and who says otherwise.
void Player::tell_who_is_there() {
    const Status seen = status(desk_.plan(), desk_.state());
    std::string text = "somebody";
    if (seen.contradiction) {
        text += *seen.contradiction == Absence::other_session ? ", though another session is in front"
                                                              : ", though the screen is locked";
    } else if (seen.session) {
        text += ", in a break";
    } else if (seen.blind) {
        text = "nobody knows, the idle source is blind";
    } else if (seen.away_since || seen.doing == Activity::away) {
        text = "nobody since " + clock_text(seen.away_since ? clock_of(*seen.away_since) : now());
    } else if (!seen.presence_known) {
        text = "nobody knows";
    }
    told_.push_back(clock_text(now()) + "   there: " + text);
}

void Player::change_sight(bool blind, bool can_be_asked) {
    PresenceFound sight = desk_.sight();
    sight.blind = blind;
    sight.can_be_asked = can_be_asked;
    desk_.change_sight(sight);
}

void Player::perform_plain(Plain deed) {
    switch (deed) {
    case Plain::presses_a_key: desk_.touch(); break;
    case Plain::locks: desk_.tell(Locked{}); break;
    case Plain::unlocks: desk_.tell(Unlocked{}); break;
    case Plain::asked_to_lock: desk_.tell(Locked{.requested = true}); break;
    case Plain::sleeps: desk_.sleep(); break;
    case Plain::wakes: desk_.wake(); break;
    case Plain::leaves: desk_.tell(SessionLeft{}); break;
    case Plain::returns: desk_.tell(SessionReturned{}); break;
    case Plain::source_lost: desk_.tell(PresenceLost{}); break;
    case Plain::source_found: desk_.tell(desk_.sight()); break;
    case Plain::source_blind: change_sight(true, false); break;
    case Plain::source_sees: change_sight(false, false); break;
    case Plain::source_answers: change_sight(true, true); break;
    case Plain::announces_sleep: desk_.tell(SleepAnnounced{}); break;
    case Plain::dismisses: desk_.tell(PromptClosed{prompt_}); break;
    case Plain::prompt_expires: desk_.tell(PromptExpired{prompt_}); break;
    case Plain::prompt_fails: desk_.tell(PromptFailed{prompt_}); break;
    case Plain::rested: desk_.tell(Rested{}); break;
    case Plain::resumes: desk_.tell(ResumeRequested{}); break;
    case Plain::reloads: desk_.replace_plan(desk_.plan()); break;
    case Plain::looks:
        desk_.tell(AlarmRang{});
        look();
        break;
    case Plain::asks_who_is_there:
        desk_.tell(AlarmRang{});
        tell_who_is_there();
        break;
    case Plain::ticks:
    case Plain::ends: desk_.tell(AlarmRang{}); break;
    case Plain::saves_and_loads: break;
    }
}

std::expected<void, std::string> Player::perform(const Deed& deed) {
    const auto change = [this](const auto& edit) {
        Plan plan = desk_.plan();
        edit(plan.breaks);
        desk_.replace_plan(std::move(plan));
    };
    if (const auto* plain = std::get_if<Plain>(&deed)) {
        if (*plain == Plain::saves_and_loads) return desk_.save_and_load();
        perform_plain(*plain);
        return {};
    }
    if (const auto* restart = std::get_if<Restarts>(&deed)) {
        return desk_.stop(restart->gap, restart->kind, restart->boots, restart->ending);
    }
    std::visit(
        Overloaded{
            [&](const Types& one) { desk_.type(one.until - start_); },
            [&](const Quiet& one) { desk_.tell(QuietChanged{one.what, one.level}); },
            [&](const Unwatched& one) { desk_.leave_unwatched(one.until - start_); },
            [&](const SetsClock& one) { desk_.step_clock(one.by); },
            [&](const Answers& one) {
                desk_.tell(PromptAnswered{one.late ? prompt_before_ : prompt_, one.answer, one.snooze});
            },
            [&](const Begins& one) { desk_.tell(StartRequested{one.rule, one.exercise, one.replace}); },
            [&](const Steers& one) { desk_.tell(SessionSteered{one.how}); },
            [&](const Pauses& one) { desk_.tell(PauseRequested{one.until}); },
            [&](const Changes& one) {
                change([&](std::vector<BreakRule>& rules) {
                    for (const BreakRule& rule : one.rules) {
                        const auto old = std::ranges::find(rules, rule.name, &BreakRule::name);
                        old == rules.end() ? rules.push_back(rule) : void(*old = rule);
                    }
                });
            },
            [&](const Drops& one) {
                change([&](std::vector<BreakRule>& rules) {
                    std::erase_if(rules, [&](const BreakRule& rule) { return rule.name == one.rule; });
                });
            },
            [](const auto&) {}},
        deed);
    return {};
}

} // namespace limber::story
