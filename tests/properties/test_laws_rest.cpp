// SPDX-License-Identifier: GPL-3.0-or-later
// LAW.md §9: the laws about active time and rest.
#include "laws.hpp"

using namespace limber;
using namespace std::chrono_literals;

namespace {

Duration active_of(const Desk& desk, const std::string& name) {
    for (const RuleStatus& rule : status(desk.plan(), desk.state()).rules) {
        if (rule.name == name) return rule.active;
    }
    return {};
}

} // namespace

TEST_CASE("law 2: observer") {
    CHECK(holds("active equals a brute-force observer, to the millisecond", [](const RandomDay& day) {
        const auto story = story_of(day, {.asking = false});
        Witness witness(story);
        witness.on_step([&](const Event&, const std::vector<Effect>&) {
            if (!witness.player().desk().settled()) return;
            for (const BreakRule& rule : story.plan.breaks) {
                const Duration seen = witness.observer().active(rule.name, witness.now());
                const Duration told = active_of(witness.player().desk(), rule.name);
                if (seen - told > 1ms || told - seen > 1ms) {
                    std::string log;
                    for (const std::string& line : witness.player().told())
                        log += "\n  " + line;
                    RC_FAIL(story::clock_text(witness.now()) + " " + rule.name + ": observer " +
                            story::length_text(seen) + ", core " + story::length_text(told) + log);
                }
            }
        });
        witness.play();
    }));
}

TEST_CASE("law 5: not too early") {
    CHECK(holds(
        "no unasked prompt before interval − merge_within of unpaid active time", [](const RandomDay& day) {
            const auto story = story_of(day, {.asking = false});
            Witness witness(story);
            PromptId shown = 0;
            witness.on_step([&](const Event&, const std::vector<Effect>& effects) {
                for (const Effect& effect : effects) {
                    const auto* prompt = std::get_if<ShowPrompt>(&effect.what);
                    if (prompt == nullptr || std::exchange(shown, prompt->id) == prompt->id) continue;
                    const auto rule = find_rule(story.plan, prompt->break_id);
                    RC_ASSERT(rule.has_value());
                    if (!witness.player().desk().settled()) continue; // the observer knows more already
                    const Duration active = witness.observer().active(prompt->break_id, witness.now());
                    RC_ASSERT(active + 1ms >= story.plan.breaks[*rule].interval - story.plan.merge_within);
                    RC_ASSERT(prompt->reason == Reason::merged ||
                              active + 1ms >= story.plan.breaks[*rule].interval);
                }
            });
            witness.play();
        }));
}

TEST_CASE("law 7: rested is rested") {
    CHECK(holds("after a rest spell of L no rule with rest ≤ L is due", [](const RandomDay& day) {
        const auto story = story_of(day, {.asking = false});
        Witness witness(story);
        witness.on_step([&](const Event&, const std::vector<Effect>&) {
            const auto rested = witness.observer().resting_for(witness.now());
            const TriedDesk& desk = witness.player().desk();
            if (!rested || !desk.settled()) return;
            for (const RuleStatus& rule : status(desk.plan(), desk.state()).rules) {
                if (*rested < rule.rest) continue;
                RC_ASSERT(!rule.due);
                RC_ASSERT(rule.active == Duration{});
            }
        });
        witness.play();
    }));
}

TEST_CASE("law 16: long ones come") {
    CHECK(
        holds("with every short break taken, the long one is due after the same active time as without", [] {
            const Duration small_interval = std::chrono::seconds{*rc::gen::inRange(60, 3600)};
            const Duration small_rest = std::chrono::seconds{*rc::gen::inRange(5, 600)};
            RC_PRE(small_rest < small_interval);
            const Duration large_rest = 2 * small_rest + std::chrono::seconds{*rc::gen::inRange(0, 1800)};
            const Duration large_interval =
                std::max(small_interval, large_rest) + std::chrono::seconds{*rc::gen::inRange(1, 5400)};
            story::Story story;
            story.plan = story::story_plan();
            story.plan.merge_within = 0s; // what is asked for early does not come due
            story.plan.breaks = {story::rule("short", small_interval, small_rest),
                                 story::rule("long", large_interval, large_rest)};
            story.answers = AnswerPolicy::follow;
            story.deeds = {{9h, story::Types{9h + 12h}}, {9h + 12h, story::Plain::ends}};
            Duration rested{};
            std::optional<Duration> due;
            story::Player player(story);
            player.on_step([&](const Event&, const std::vector<Effect>& effects) {
                for (const Effect& effect : effects) {
                    if (due) break;
                    const auto* record = std::get_if<Record>(&effect.what);
                    if (record != nullptr && record->outcome == Outcome::followed) rested += small_rest;
                    const auto* prompt = std::get_if<ShowPrompt>(&effect.what);
                    if (prompt != nullptr && prompt->break_id == "long")
                        due = player.clock_of(prompt->due_since) - 9h - rested;
                }
            });
            RC_ASSERT(player.play().has_value());
            RC_ASSERT(due == large_interval);
        }));
}
