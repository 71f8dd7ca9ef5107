// SPDX-License-Identifier: GPL-3.0-or-later
// LAW.md §9: the laws about time itself.
#include "laws.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

using namespace limber;
using namespace std::chrono_literals;

namespace {

/// Instants between the first and the last deed.
std::vector<Duration> instants_within(const story::Story& story, int count) {
    const Duration from = story.deeds.front().at;
    const auto length = std::chrono::duration_cast<std::chrono::milliseconds>(story.deeds.back().at - from);
    std::vector<Duration> instants;
    instants.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        instants.push_back(from + std::chrono::milliseconds{*rc::gen::inRange<long>(0, length.count() + 1)});
    }
    std::ranges::sort(instants);
    return instants;
}

/// What a person can see of a status without reading a clock.
struct Visible {
    Activity doing{};
    std::vector<std::string> holds;
    WaitCause cause{};
    std::string next;
    int arc = 0;
    bool prompt = false;
    bool session = false;
    bool blind = false;
    bool locked = false;
    bool idle = false; ///< known, whatever is shown of it
    std::optional<Absence> contradiction;
    std::optional<Instant> asked;
    std::vector<bool> due;

    bool operator==(const Visible&) const = default;
};

Visible visible(const Plan& plan, const State& state) {
    const Status now = status(plan, state);
    Visible seen{now.doing,
                 now.holds,
                 now.wait_cause,
                 now.next_break,
                 now.arc,
                 now.prompt.has_value(),
                 now.session.has_value(),
                 now.blind,
                 now.locked,
                 idle_now(state.ledger),
                 now.contradiction,
                 idle_question(state),
                 {}};
    for (const RuleStatus& rule : now.rules)
        seen.due.push_back(rule.due);
    return seen;
}

} // namespace

TEST_CASE("law 1: tick insensitivity") {
    // An event comes at every wake-up that is asked for, but for time that nobody watches.
    CHECK(holds("extra alarms at any instants change no effect and no outcome", [](const RandomDay& day) {
        const auto story = story_of(day);
        const auto ticks = instants_within(story, *rc::gen::inRange(1, 40));
        require_same(told_by(story), told_by(story, {.ticks = ticks}));
    }));
}

TEST_CASE("law 3: no spinning") {
    CHECK(holds("the next wake-up is later than now, and an alarm then changes something",
                [](const RandomDay& day) {
                    const auto story = story_of(day);
                    story::Player player(story);
                    Visible before;
                    std::vector<Duration> watches;
                    std::optional<Duration> wanted;
                    Duration asleep{};
                    int idle_rings = 0;
                    player.on_step([&](const Event& event, const std::vector<Effect>& effects) {
                        const Desk& desk = player.desk();
                        const Visible after = visible(desk.plan(), desk.state());
                        const auto watched = idle_watches(desk.plan(), desk.state());
                        // An alarm that was wanted for an instant in a sleep rings at the wake, when all is
                        // different.
                        const bool slept = std::exchange(asleep, event.stamp.asleep) != event.stamp.asleep;
                        const bool rang =
                            std::holds_alternative<AlarmRang>(event.what) && wanted == desk.now() && !slept;
                        if (rang && effects.empty() && after == before && watched == watches) ++idle_rings;
                        before = after;
                        watches = watched;
                        const Instant next = next_wakeup(desk.plan(), desk.state());
                        wanted = next == never ? std::nullopt : std::optional{desk.since_start(next)};
                        RC_ASSERT(next > event.stamp.at);
                        RC_ASSERT(idle_rings == 0);
                    });
                    RC_ASSERT(player.play().has_value());
                }));
}

TEST_CASE("law 10: shift") {
    CHECK(holds("adding a constant to all instants changes nothing else", [](const RandomDay& day) {
        const auto story = story_of(day);
        const auto boot = Instant{std::chrono::seconds{*rc::gen::inRange(1, 100'000'000)}};
        require_same(told_by(story), told_by(story, {.boot = boot}));
    }));
    CHECK(holds("a wall-clock step changes only civil fields and what its return_grace puts off",
                [](const RandomDay& day) {
                    auto story = story_of(day, {.restarts = false});
                    story.plan.return_grace = 0s;
                    const auto stepped = told_by(story);
                    // The day begins with its first deed, which therefore stays: a step by nothing.
                    if (auto* const first = std::get_if<story::SetsClock>(&story.deeds.front().what))
                        first->by = {};
                    const auto rest = std::ranges::remove_if(
                        std::next(story.deeds.begin()), story.deeds.end(), [](const story::Dated& deed) {
                            return std::holds_alternative<story::SetsClock>(deed.what);
                        });
                    story.deeds.erase(rest.begin(), rest.end());
                    require_same(told_by(story), stepped);
                }));
    CHECK(holds("a step of less than an hour changes nothing else, either", [](const RandomDay& day) {
        auto story = story_of(day, {.restarts = false, .clock_steps = false});
        const auto untouched = told_by(story);
        const auto by = std::chrono::seconds{*rc::gen::inRange(-90'000, 3600)};
        const auto where = *rc::gen::inRange<std::ptrdiff_t>(1, std::ssize(story.deeds) + 1);
        const auto before = std::next(story.deeds.begin(), where - 1);
        story.deeds.insert(std::next(before), {before->at, story::SetsClock{by}});
        require_same(told_by(story), untouched);
    }));
}

TEST_CASE("law 11: replay") {
    CHECK(holds("recording and replaying gives the same effects", [](const RandomDay& day) {
        const auto story = story_of(day, {.restarts = false, .reloads = false});
        std::vector<Event> journal;
        std::vector<Effect> effects;
        story::Player player(story);
        player.on_step([&](const Event& event, const std::vector<Effect>& happened) {
            journal.push_back(event);
            effects.insert(effects.end(), happened.begin(), happened.end());
        });
        RC_ASSERT(player.play().has_value());
        State state = fresh_state(story.plan, 1);
        std::vector<Effect> again;
        for (const Event& event : journal) {
            Step done = step(story.plan, std::move(state), event);
            state = std::move(done.state);
            again.insert(again.end(), done.effects.begin(), done.effects.end());
        }
        RC_ASSERT(again == effects);
    }));
    CHECK(holds("saving and loading between any two events changes nothing", [](const RandomDay& day) {
        const auto story = story_of(day);
        require_same(told_by(story), told_by(story, {.save_and_load = true}));
        RC_ASSERT(effects_of(story) == effects_of(story, {.save_and_load = true}));
    }));
}

TEST_CASE("law 14: quiet machine") {
    CHECK(holds("wake-ups are input edges, visible changes and saves", [](const RandomDay& day) {
        const auto story = story_of(day);
        story::Player player(story);
        Visible before;
        int wakeups = 0;
        int edges = 0;
        int changes = 0;
        int saves = 0;
        player.on_step([&](const Event& event, const std::vector<Effect>& effects) {
            const Desk& desk = player.desk();
            wakeups += std::holds_alternative<AlarmRang>(event.what) ? 1 : 0;
            const bool edge = std::holds_alternative<BecameIdle>(event.what) ||
                              std::holds_alternative<BecameActive>(event.what);
            edges += edge ? 1 : 0;
            wakeups += edge ? 1 : 0;
            for (const Effect& effect : effects)
                saves += std::holds_alternative<Save>(effect.what) ? 1 : 0;
            const Visible after = visible(desk.plan(), desk.state());
            changes += after == before ? 0 : 1;
            before = after;
        });
        RC_ASSERT(player.play().has_value());
        // The deeds themselves may ring, except typing: a sleep, a wake, a clock step, a reload, the end.
        const auto told =
            2 * static_cast<int>(std::ranges::count_if(story.deeds, [](const story::Dated& deed) {
                return !std::holds_alternative<story::Types>(deed.what);
            }));
        RC_ASSERT(wakeups <= edges + changes + saves + told);
    }));
}

TEST_CASE("law 18: nobody watched") {
    CHECK(holds(
        "a step late by hours: one prompt at most, not before return_grace, and five minutes of work at most",
        [](const RandomDay& day) {
            const auto story = story_of(day);
            story::Player player(story);
            RC_ASSERT(player.play().has_value());
            RC_PRE(player.desk().hears());
            const Plan& plan = player.desk().plan();
            State state = player.desk().state();
            const Duration late = std::chrono::seconds{*rc::gen::inRange(400, 50'000)};
            const Status before = status(plan, state);
            const auto happen = [&](Stamp stamp, Happening what) {
                std::vector<Effect> effects;
                stamp.civil.utc += stamp.at - state.now.at;
                step(plan, state, Event{stamp, std::move(what)}, effects);
                return static_cast<int>(std::ranges::count_if(effects, [](const Effect& effect) {
                    return std::holds_alternative<ShowPrompt>(effect.what);
                }));
            };
            const bool asked = next_change(plan, state) <= state.now.at + late - 1min - 1ms;
            Stamp then = state.now;
            then.at += late;
            RC_ASSERT(happen(then, *rc::gen::element<Happening>(AlarmRang{}, BecameActive{},
                                                                BecameIdle{3s, the_past}, Unlocked{})) == 0 ||
                      !asked || plan.return_grace == 0s);
            const Status after = status(plan, state);
            for (std::size_t r = 0; asked && r < before.rules.size(); ++r)
                RC_ASSERT(after.rules[r].active <= before.rules[r].active + 5min);
            RC_PRE(asked);
            // Whoever was there goes on typing: alarms as they are asked for, and no pause.
            int prompts = 0;
            const Instant end = then.at + plan.return_grace + plan.typing_patience + 1s;
            for (Instant next = next_wakeup(plan, state); next <= end; next = next_wakeup(plan, state)) {
                Stamp stamp = state.now;
                stamp.at = next;
                const int shown = happen(stamp, AlarmRang{});
                RC_ASSERT(shown == 0 || next >= then.at + plan.return_grace);
                prompts += shown;
            }
            RC_ASSERT(prompts <= 1);
        }));
}
