// SPDX-License-Identifier: GPL-3.0-or-later
// LAW.md §9: the laws about prompts.
#include "laws.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

using namespace limber;
using namespace std::chrono_literals;

namespace {

/// What forbids a prompt to somebody at the desk, from the events alone.
class Circumstances {
public:
    explicit Circumstances(Plan plan) : plan_(std::move(plan)) {}

    void note(const Witness& witness, const Event& event) {
        const Duration now = witness.now();
        if (event.stamp.asleep > asleep_ || witness.late() || witness.clock_gained() >= 1h) returned_ = now;
        asleep_ = event.stamp.asleep;
        const auto* quiet = std::get_if<QuietChanged>(&event.what);
        if (quiet == nullptr || quiet->what == "inhibitor") return;
        const bool held = !on_.empty();
        if (quiet->level == Level::on) {
            on_.insert(quiet->what);
        } else {
            on_.erase(quiet->what);
        }
        if (held && on_.empty()) released_ = now;
    }

    void note(const Effect& effect) {
        if (std::holds_alternative<OpenSession>(effect.what)) session_ = true;
        if (std::holds_alternative<CloseSession>(effect.what)) session_ = false;
    }

    [[nodiscard]] bool allow(Duration now, std::optional<Duration> unlocked) const {
        const auto over = [&](std::optional<Duration> since, Duration length) {
            return !since || now >= *since + length;
        };
        return on_.empty() && !session_ && over(released_, plan_.settle) &&
               over(returned_, plan_.return_grace) && over(unlocked, plan_.return_grace);
    }

private:
    Plan plan_;
    bool session_ = false;
    Duration asleep_{};
    std::set<std::string> on_;
    std::optional<Duration> released_;
    std::optional<Duration> returned_;
};

} // namespace

TEST_CASE("law 4: silence") {
    CHECK(
        holds("no prompt in a hold, a session, a rest spell, settle, return_grace, or with presence unknown",
              [](const RandomDay& day) {
                  const auto story = story_of(day, {.restarts = false, .asking = false});
                  Witness witness(story);
                  Circumstances circumstances(story.plan);
                  std::optional<PromptId> shown;
                  std::optional<Duration> long_rest_until;
                  witness.on_step([&](const Event& event, const std::vector<Effect>& effects) {
                      const Duration now = witness.now();
                      circumstances.note(witness, event);
                      const auto rested = witness.observer().resting_for(now);
                      const observer::Kind kind = witness.observer().kind(now);
                      const bool known = witness.player().desk().settled();
                      // Work that follows rest at once is a return.
                      if (known && kind == observer::Kind::rest && rested && *rested > story.plan.idle_after)
                          long_rest_until = now;
                      for (const Effect& effect : effects) {
                          circumstances.note(effect);
                          const auto* prompt = std::get_if<ShowPrompt>(&effect.what);
                          if (prompt == nullptr || std::exchange(shown, prompt->id) == prompt->id) continue;
                          RC_ASSERT(circumstances.allow(now, witness.observer().unlocked(now)));
                          // What is told at the same instant, but later, was not known.
                          const bool all_told = witness.player().desk().settled();
                          RC_ASSERT(witness.observer().at_desk(now) || !all_told);
                          RC_ASSERT(status(story.plan, witness.player().desk().state()).holds.empty());
                          RC_ASSERT(!long_rest_until || now >= *long_rest_until + story.plan.return_grace);
                      }
                  });
                  witness.play();
              }));
}

TEST_CASE("law 6: not never") {
    CHECK(holds("a person at the desk is prompted at most typing_patience after the rule is due",
                [](const RandomDay& day) {
                    const auto story = story_of(day, {.asking = false});
                    Witness witness(story);
                    std::optional<Duration> open_since;
                    witness.on_step([&](const Event&, const std::vector<Effect>&) {
                        const Duration now = witness.now();
                        if (witness.unheard_since()) open_since.reset(); // nobody could be prompted then
                        // What was allowed until now must have been prompted for by now.
                        if (open_since && now > *open_since + story.plan.typing_patience) {
                            RC_FAIL(story::clock_text(now) + ": nothing was prompted since " +
                                    story::clock_text(*open_since));
                        }
                        const Status seen = status(story.plan, witness.player().desk().state());
                        // A wait is a snooze or `repeat_after`; the longest ones a random day asks for.
                        const Desk& desk = witness.player().desk();
                        for (const RuleStatus& rule : seen.rules) {
                            if (!rule.waits_until) continue;
                            const BreakRule& of = story.plan.breaks[*find_rule(story.plan, rule.name)];
                            RC_ASSERT(*rule.waits_until - desk.state().now.at <=
                                      std::max(of.repeat_after, Duration{15min}));
                        }
                        const bool due = std::ranges::any_of(seen.rules, &RuleStatus::due);
                        const bool waiting_for_keys =
                            seen.wait_cause == WaitCause::none || seen.wait_cause == WaitCause::typing;
                        const bool open = due && waiting_for_keys && seen.holds.empty() && !seen.prompt &&
                                          !seen.session && witness.observer().at_desk(now);
                        if (!open) {
                            open_since.reset();
                        } else if (!open_since) {
                            open_since = now;
                        }
                    });
                    witness.play();
                }));
}

TEST_CASE("law 8: no bursts") {
    CHECK(holds(
        "one prompt at a time, none at once after a change, none before its wait has run out",
        [](const RandomDay& day) {
            const auto story = story_of(day, {.restarts = false, .asking = false});
            Witness witness(story);
            struct Wait {
                Duration until{};
            };
            std::map<std::string, Wait> waits;
            std::optional<ShowPrompt> up;
            std::optional<Duration> snoozed;
            bool replaced = false;
            witness.on_step([&](const Event& event, const std::vector<Effect>& effects) {
                const Duration now = witness.now();
                // What came true while nobody heard waits from its own instant on.
                const Duration since = witness.unheard_since().value_or(now);
                if (const auto* answer = std::get_if<PromptAnswered>(&event.what)) {
                    snoozed = answer->snooze;
                    if (up && answer->snooze == Duration{} && !up->snooze.empty())
                        snoozed = up->snooze.front();
                }
                std::erase_if(waits, [&](const auto& wait) {
                    return witness.observer().active(wait.first, now) == Duration{};
                });
                int shown = 0;
                for (const Effect& effect : effects) {
                    if (const auto* prompt = std::get_if<ShowPrompt>(&effect.what)) {
                        if (up && up->id == prompt->id) continue;
                        RC_ASSERT(!up.has_value());
                        RC_ASSERT(++shown == 1);
                        if (!replaced && waits.contains(prompt->break_id)) {
                            RC_ASSERT(now >= waits[prompt->break_id].until);
                        }
                        if (story.plan.settle > 0s) {
                            const auto* quiet = std::get_if<QuietChanged>(&event.what);
                            const bool hold_changed = quiet != nullptr && quiet->what != "inhibitor";
                            RC_ASSERT(!hold_changed);
                            RC_ASSERT(!std::holds_alternative<ResumeRequested>(event.what));
                            RC_ASSERT(!std::holds_alternative<PlanReplaced>(event.what));
                        }
                        up = *prompt;
                        replaced = false;
                        waits.erase(prompt->break_id);
                    } else if (const auto* record = std::get_if<Record>(&effect.what)) {
                        // Who stops a break does not want to be asked again within seconds (§12).
                        if (record->outcome != Outcome::abandoned) continue;
                        const auto rule = find_rule(story.plan, record->break_id);
                        if (!rule) continue; // an exercise of the person's own choice
                        waits[record->break_id] = {since + story.plan.breaks[*rule].repeat_after};
                    } else if (const auto* gone = std::get_if<WithdrawPrompt>(&effect.what)) {
                        RC_ASSERT(up.has_value());
                        RC_ASSERT(up->id == gone->id);
                        replaced = gone->why == Why::replaced;
                        const auto& rule = story.plan.breaks[*find_rule(story.plan, gone->break_id)];
                        if (gone->why == Why::snooze && snoozed) waits[rule.name] = {now + *snoozed};
                        if (gone->why == Why::dismissed || gone->why == Why::timeout) {
                            waits[rule.name] = {since + rule.repeat_after};
                        }
                        // Not now means not now: what else is due waits as well.
                        const bool not_now = gone->why == Why::snooze || gone->why == Why::skip ||
                                             gone->why == Why::dismissed || gone->why == Why::timeout;
                        for (const BreakRule& other : story.plan.breaks) {
                            const bool due = witness.observer().active(other.name, now) >= other.interval;
                            if (!not_now || other.name == rule.name || !due) continue;
                            if (waits.contains(other.name) && waits[other.name].until > now) continue;
                            waits[other.name] = {
                                since + (gone->why == Why::snooze && snoozed ? *snoozed : rule.repeat_after)};
                        }
                        up.reset();
                    }
                }
                std::erase_if(waits, [&](const auto& wait) {
                    return witness.observer().active(wait.first, now) == Duration{};
                });
            });
            witness.play();
        }));
}

TEST_CASE("law 9: once") {
    CHECK(holds(
        "every prompt and every session is closed once, or open at the end, and recorded at most once",
        [](const RandomDay& day) {
            const auto story = story_of(day);
            std::set<PromptId> shown;
            std::set<PromptId> gone;
            std::set<SessionId> opened;
            std::set<SessionId> closed;
            std::optional<PromptId> up;
            std::optional<SessionId> running;
            std::map<Outcome, int> records;
            std::set<std::string> to_record; // rules with a prompt whose outcome is not yet recorded
            int closed_for_rules = 0;
            int gave_up_or_answered = 0;
            for (const story::Seen& seen : effects_of(story)) {
                const auto& what = seen.effect.what;
                if (const auto* prompt = std::get_if<ShowPrompt>(&what)) {
                    RC_ASSERT(prompt->id != 0);
                    if (up == prompt->id) continue;
                    RC_ASSERT(!up.has_value());
                    RC_ASSERT(shown.insert(prompt->id).second);
                    up = prompt->id;
                    to_record.insert(prompt->break_id);
                } else if (const auto* withdraw = std::get_if<WithdrawPrompt>(&what)) {
                    RC_ASSERT(up == withdraw->id);
                    RC_ASSERT(gone.insert(withdraw->id).second);
                    up.reset();
                    gave_up_or_answered += withdraw->why == Why::snooze || withdraw->why == Why::skip ||
                                                   withdraw->why == Why::timeout ||
                                                   withdraw->why == Why::dismissed ||
                                                   withdraw->why == Why::lost
                                               ? 1
                                               : 0;
                } else if (const auto* open = std::get_if<OpenSession>(&what)) {
                    RC_ASSERT(!running.has_value());
                    RC_ASSERT(opened.insert(open->session.id).second);
                    running = open->session.id;
                } else if (const auto* close = std::get_if<CloseSession>(&what)) {
                    RC_ASSERT(running == close->id);
                    RC_ASSERT(closed.insert(close->id).second);
                    running.reset();
                    ++closed_for_rules;
                } else if (const auto* record = std::get_if<Record>(&what)) {
                    ++records[record->outcome];
                    const bool recorded_prompt = to_record.erase(record->break_id) == 1;
                    if (record->outcome == Outcome::snoozed || record->outcome == Outcome::skipped ||
                        record->outcome == Outcome::unanswered || record->outcome == Outcome::followed) {
                        RC_ASSERT(recorded_prompt);
                    }
                }
            }
            RC_ASSERT(records[Outcome::done] + records[Outcome::abandoned] <= closed_for_rules);
            RC_ASSERT(records[Outcome::snoozed] + records[Outcome::skipped] + records[Outcome::unanswered] <=
                      gave_up_or_answered);
            RC_ASSERT(shown.size() - gone.size() == (up ? 1U : 0U));
        }));
}

TEST_CASE("law 15: not a nag") {
    // Typing for some seconds and thinking for some milliseconds, over and over, never long enough to be a
    // rest.
    using Rhythm = std::vector<std::pair<int, int>>;
    const auto beat = rc::gen::pair(rc::gen::inRange(1, 900), rc::gen::inRange(0, 40'000));
    CHECK(holds("eight hours of typing without a rest or an answer bring at most 24 prompts", [&] {
        const auto rhythm = *rc::gen::nonEmpty(rc::gen::container<Rhythm>(beat));
        story::Story story;
        story.plan = story::story_plan();
        Duration now = 9h;
        for (std::size_t i = 0; now < 17h; i = (i + 1) % rhythm.size()) {
            const Duration typing = std::chrono::seconds{rhythm[i].first};
            story.deeds.push_back({now, story::Types{now + typing}});
            now += typing + std::chrono::milliseconds{rhythm[i].second};
        }
        story.deeds.push_back({now, story::Plain::ends});
        int prompts = 0;
        for (const story::Seen& seen : effects_of(story)) {
            prompts += std::holds_alternative<ShowPrompt>(seen.effect.what) && seen.at < 17h ? 1 : 0;
        }
        RC_ASSERT(prompts <= 24);
        RC_ASSERT(prompts >= 8);
    }));
    // What becomes of each prompt, and after how many half minutes.
    enum class End { nothing, dismissed, expired, failed };
    using Ends = std::vector<std::pair<End, int>>;
    const auto end = rc::gen::pair(
        rc::gen::element(End::nothing, End::dismissed, End::dismissed, End::expired, End::failed),
        rc::gen::inRange(0, 5));
    CHECK(holds("at most 26 however they end", [&] {
        const auto ends = *rc::gen::nonEmpty(rc::gen::container<Ends>(end));
        std::size_t prompts = 0;
        Desk desk(story::story_plan(), 1, DeskClock{.utc = {}, .zone = {}},
                  [&](const Event&, const auto& effects) {
                      for (const Effect& effect : effects)
                          prompts += std::holds_alternative<ShowPrompt>(effect.what) ? 1 : 0;
                  });
        desk.start();
        desk.type(8h);
        int waited = 0;
        for (Duration now{}; now < 8h; now += 30s) {
            desk.pass(now);
            const auto& up = desk.state().prompt;
            if (!up) {
                waited = 0;
                continue;
            }
            const auto& [how, after] = ends[prompts % ends.size()];
            if (waited++ != after) continue;
            if (how == End::dismissed) desk.tell(PromptClosed{up->id});
            if (how == End::expired) desk.tell(PromptExpired{up->id});
            if (how == End::failed) desk.tell(PromptFailed{up->id});
        }
        RC_ASSERT(prompts <= 26U);
        RC_ASSERT(prompts >= 8U);
    }));
}

TEST_CASE("law 17: asked often enough") {
    CHECK(holds(
        "at most max_prompts prompts for one break end by time-out, dismissal or loss",
        [](const RandomDay& day) {
            auto story = story_of(day, {.asking = false});
            for (BreakRule& rule : story.plan.breaks)
                rule.max_prompts = *rc::gen::inRange(1, 4);
            Witness witness(story);
            std::map<std::string, int> unheeded;
            const auto begin_anew = [&] {
                // Where `active` is zero again another break begins.
                std::erase_if(unheeded, [&](const auto& one) {
                    return witness.observer().active(one.first, witness.now()) == Duration{};
                });
            };
            witness.on_step([&](const Event&, const std::vector<Effect>& effects) {
                for (const Effect& effect : effects) {
                    const auto* gone = std::get_if<WithdrawPrompt>(&effect.what);
                    if (gone == nullptr) continue;
                    if (gone->why != Why::timeout && gone->why != Why::dismissed && gone->why != Why::lost)
                        continue;
                    const int count = ++unheeded[gone->break_id];
                    RC_ASSERT(count <= story.plan.breaks[*find_rule(story.plan, gone->break_id)].max_prompts);
                }
                begin_anew();
            });
            witness.play();
        }));
}
