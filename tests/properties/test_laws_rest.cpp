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
        const auto story = story_of(day);
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
            const auto story = story_of(day);
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
        const auto story = story_of(day);
        Witness witness(story);
        witness.on_step([&](const Event&, const std::vector<Effect>&) {
            const auto rested = witness.observer().resting_for(witness.now());
            const Desk& desk = witness.player().desk();
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
