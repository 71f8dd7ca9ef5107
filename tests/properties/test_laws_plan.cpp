// SPDX-License-Identifier: GPL-3.0-or-later
// LAW.md §9: the laws about reloads and quotas.
#include "laws.hpp"

#include <algorithm>
#include <map>
#include <optional>

using namespace limber;
using namespace std::chrono_literals;

TEST_CASE("law 12: reload") {
    CHECK(holds("replacing the plan by an equal plan does nothing", [](const RandomDay& day) {
        const auto story = story_of(day);
        std::vector<Duration> instants;
        instants.reserve(10);
        const Duration from = story.deeds.front().at;
        const auto length =
            std::chrono::duration_cast<std::chrono::milliseconds>(story.deeds.back().at - from);
        for (int i = 0; i < 10; ++i) {
            instants.push_back(from +
                               std::chrono::milliseconds{*rc::gen::inRange<long>(0, length.count() + 1)});
        }
        std::ranges::sort(instants);
        require_same(told_by(story), told_by(story, {.ticks = instants, .reload_at_ticks = true}));
    }));
    CHECK(holds("progress is carried over by rule name", [](const RandomDay& day) {
        const auto story = story_of(day, {.restarts = false});
        story::Player player(story);
        RC_ASSERT(player.play().has_value());
        TriedDesk desk = player.desk();
        const Status before = status(desk.plan(), desk.state());
        Plan turned = desk.plan();
        std::ranges::reverse(turned.breaks);
        turned.breaks.push_back(story::rule("new", 45min, 3min));
        desk.replace_plan(turned);
        const Status after = status(desk.plan(), desk.state());
        for (const RuleStatus& rule : before.rules) {
            const auto same = std::ranges::find(after.rules, rule.name, &RuleStatus::name);
            RC_ASSERT(same != after.rules.end());
            RC_ASSERT(same->active == rule.active);
            RC_ASSERT(same->prompts == rule.prompts);
            RC_ASSERT(same->snoozes == rule.snoozes);
            RC_ASSERT(same->waits_until == rule.waits_until);
        }
        RC_ASSERT(std::ranges::find(after.rules, "new", &RuleStatus::name) != after.rules.end());
    }));
}

TEST_CASE("law 13: quotas") {
    CHECK(holds("max_per_day holds across midnight, daylight saving and a clock set back",
                [](const RandomDay& day) {
                    auto story = story_of(day);
                    const int most = *rc::gen::inRange(0, 4);
                    for (BreakRule& rule : story.plan.breaks)
                        rule.max_per_day = most;
                    // Ten in the morning becomes eleven; the day begins while the story runs.
                    story.zone = {{story.date + 10h, 1h}};
                    story.plan.day_starts = *rc::gen::element<Duration>(4h, 10h, 11h, 12h);
                    std::map<std::pair<std::string, Day>, int> breaks;
                    story::Player player(story);
                    PromptId shown = 0;
                    std::optional<Day> counted_on; // the new break that is prompted for
                    Day today{};
                    player.on_step([&](const Event& event, const std::vector<Effect>& effects) {
                        // A clock set back begins no day anew: what is prompted for then belongs to the later
                        // day, which began also if nothing happened in it.
                        today = std::max(today, civil_day(event.stamp.civil, story.plan.day_starts));
                        for (const Effect& effect : effects) {
                            if (const auto* prompt = std::get_if<ShowPrompt>(&effect.what)) {
                                // A break that is prompted for again is no new one, nor is one with another
                                // exercise.
                                const Desk& desk = player.desk();
                                const std::size_t rule = *find_rule(desk.plan(), prompt->break_id);
                                const bool again = desk.state().progress[rule].prompts > 1;
                                if (std::exchange(shown, prompt->id) == prompt->id || again) continue;
                                counted_on = today;
                                const int count = ++breaks[{prompt->break_id, today}];
                                RC_ASSERT(count <= most);
                            } else if (const auto* gone = std::get_if<WithdrawPrompt>(&effect.what)) {
                                // A hold takes back the count of a new break, from the day it was counted on.
                                if (gone->why == Why::hold && counted_on)
                                    --breaks[{gone->break_id, *counted_on}];
                                counted_on.reset();
                            }
                        }
                    });
                    RC_ASSERT(player.play().has_value());
                }));
}
