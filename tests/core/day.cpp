// SPDX-License-Identifier: GPL-3.0-or-later
#include "day.hpp"

#include "core/words.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace limber::testing {

using namespace simulate;

namespace {

struct Describe {
    std::string operator()(const ShowPrompt& e) const { return "prompt " + e.break_id; }

    std::string operator()(const WithdrawPrompt& e) const {
        return "withdraw " + e.break_id + " " + std::string{word_of(e.why)};
    }

    std::string operator()(const OpenSession& e) const { return "session " + e.session.break_id; }

    std::string operator()(const UpdateSession& /*e*/) const { return "session moves"; }

    std::string operator()(const CloseSession& e) const {
        return std::string{"session "} + (e.outcome ? "over " + std::string{word_of(*e.outcome)} : "cut");
    }

    std::string operator()(const Record& e) const {
        return "record " + e.break_id + " " + std::string{word_of(e.outcome)};
    }

    std::string operator()(const Save& /*e*/) const { return {}; }

    std::string operator()(const Ignored& /*e*/) const { return "refused"; }
};

std::string clock(Duration since_nine) {
    const auto s = std::chrono::duration_cast<std::chrono::seconds>(since_nine).count() + 9 * 3600L;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", static_cast<int>(s / 3600),
                  static_cast<int>(s / 60 % 60), static_cast<int>(s % 60));
    return text.data();
}

DeskClock monday() {
    DeskClock clock;
    clock.utc = std::chrono::sys_days{std::chrono::January / 6 / 2025} + 9h;
    return clock;
}

} // namespace

QuietChanged film(Level level) {
    return {"inhibitor", level};
}

Exercise exercise(const std::string& id, const std::string& area, Duration length) {
    Exercise e;
    e.id = id;
    e.title = id;
    e.area = area;
    e.positions = {"seated"};
    e.places = {"office", "private"};
    e.blocks = {Block{1, false, {Phase{"move", "Move.", PhaseKind::move, Side::both, length}}}};
    return e;
}

Plan office_plan() {
    Plan plan;
    BreakRule micro;
    micro.name = "micro";
    micro.interval = 30min;
    micro.rest = 40s;
    BreakRule long_break = micro;
    long_break.name = "long";
    long_break.interval = 60min;
    long_break.rest = 5min;
    plan.breaks = {micro, long_break};
    plan.exercises = {exercise("rolls", "shoulders", 42s), exercise("squeeze", "upper_back", 15s),
                      exercise("turn", "trunk", 43s), exercise("look", "eyes", 20s)};
    plan.holds = {"microphone"};
    return plan;
}

Plan micro_alone() {
    Plan plan = office_plan();
    plan.breaks.resize(1);
    return plan;
}

void Lines::tell(const std::vector<Effect>& effects, const std::function<Duration(Instant)>& since_nine) {
    for (const Effect& effect : effects) {
        const std::string what = std::visit(Describe{}, effect.what);
        if (!what.empty()) {
            lines_.push_back(clock(since_nine(effect.at)) + " " + what);
        }
    }
}

bool Lines::saw(const std::string& line) const {
    return std::ranges::find(lines_, line) != lines_.end();
}

int Lines::count(const std::string& part) const {
    return static_cast<int>(std::ranges::count_if(
        lines_, [&](const std::string& line) { return line.find(part) != std::string::npos; }));
}

std::string Lines::all() const {
    std::string text = "\n";
    for (const std::string& line : lines_) {
        text += line + "\n";
    }
    return text;
}

OfficeDay::OfficeDay(Plan plan, std::uint64_t seed)
    : desk(std::move(plan), seed, monday(),
           [this](const Event& /*event*/, const std::vector<Effect>& effects) {
               tell(effects, [this](Instant at) { return desk.since_start(at); });
           }) {
    desk.start();
}

Duration OfficeDay::active(const std::string& rule) const {
    return desk.state().ledger.now.accounts[find_rule(desk.plan(), rule).value()].active;
}

PromptId OfficeDay::prompt_id() const {
    return desk.state().prompt ? desk.state().prompt->id : 0;
}

BareDay::BareDay(Plan its_plan, PresenceFound source)
    : plan{std::move(its_plan)}, state{fresh_state(plan, 1)} {
    come_late(0s, Started{});
    come_late(0s, source);
}

std::vector<Effect> BareDay::happen(Duration at, Happening what, Duration asleep) {
    std::vector<Effect> effects;
    const Duration slept = asleep - state.now.asleep;
    for (Instant next = next_wakeup(plan, state); next < Instant{at - slept};
         next = next_wakeup(plan, state)) {
        const auto more = come_late(next.time_since_epoch(), AlarmRang{}, state.now.asleep);
        effects.insert(effects.end(), more.begin(), more.end());
    }
    const auto more = come_late(at, std::move(what), asleep);
    effects.insert(effects.end(), more.begin(), more.end());
    return effects;
}

std::vector<Effect> BareDay::come_late(Duration at, Happening what, Duration asleep) {
    Event event{.stamp = {.at = Instant{at}, .asleep = asleep, .civil = zone}, .what = std::move(what)};
    event.stamp.civil.utc = monday().utc + at + clock_set;
    std::vector<Effect> effects;
    step(plan, state, event, effects, &notes);
    tell(effects, [](Instant then) { return then.time_since_epoch(); });
    return effects;
}

} // namespace limber::testing
