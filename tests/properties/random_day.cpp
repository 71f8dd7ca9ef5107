// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_day.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace limber {

using namespace simulate;

using namespace std::chrono_literals;
using story::Plain;

namespace {

// Around every bound of the default configuration, and the usual lengths of a day.
constexpr std::array<Duration, 32> pauses{0s,   1s,    2s,    3s,    5s,    10s,   20s,   27s,
                                          30s,  39s,   40s,   41s,   59s,   60s,   61s,   119s,
                                          120s, 121s,  150s,  3min,  4min,  299s,  5min,  5min + 1s,
                                          7min, 10min, 15min, 20min, 29min, 30min, 33min, 70min};
constexpr int kinds = 30;

BreakRule with_snoozes(BreakRule rule, int most) {
    rule.max_snoozes = most;
    return rule;
}

Plan plan_of(int number) {
    Plan plan = story::story_plan();
    switch (number) {
    case 1: plan.breaks = {story::rule("micro", 30min, 40s)}; break;
    case 2: plan.breaks = {story::rule("long", 60min, 5min)}; break;
    case 3:
        plan.breaks = {story::rule("blink", 20min, 20s), story::rule("walk", 50min, 10min),
                       story::rule("micro", 25min, 40s)};
        break;
    case 4:
        plan.breaks = {with_snoozes(story::rule("micro", 10min, 30s), 1), story::rule("long", 12min, 2min)};
        plan.typing_gap = 0s;
        break;
    case 5:
        plan.breaks = {story::rule("micro", 3min, 30s), story::rule("long", 5min, 150s)};
        plan.settle = 0s;
        plan.return_grace = 0s;
        break;
    case 6:
        plan.breaks = {story::rule("micro", 20min, 30s), story::rule("long", 45min, 4min)};
        plan.breaks[0].max_prompts = 1;
        plan.breaks[1].max_prompts = 3;
        plan.passive_screen = PassiveScreen::count;
        break;
    default: break;
    }
    return plan;
}

/// Turns items into deeds, keeping track of what can happen next.
class Writer {
public:
    Writer(const RandomDay& day, const Flavour& flavour) : flavour_(flavour) {
        story_.plan = plan_of(day.rules);
        for (const Item& item : day.items)
            write(item);
        add(Plain::ends);
    }

    [[nodiscard]] story::Story take() { return std::move(story_); }

private:
    void add(story::Deed deed) { story_.deeds.push_back({now_, std::move(deed)}); }

    void toggle(bool& state, Plain on, Plain off) {
        state = !state;
        add(state ? on : off);
    }

    void write(const Item& item) {
        const Duration pause =
            pauses[static_cast<std::size_t>(item.pause)] + std::chrono::milliseconds{item.fine};
        happen(item, pause);
        if (item.typing) add(story::Types{now_ + pause});
        now_ += pause;
    }

    void happen(const Item& item, Duration pause) {
        const int n = item.detail;
        switch (item.what) {
        case 1: add(Plain::presses_a_key); break;
        case 2:
            // the same word once more
            if (n == 7) return add(locked_ ? Plain::locks : Plain::unlocks);
            toggle(locked_, Plain::locks, Plain::unlocks);
            break;
        case 3: toggle(left_, Plain::leaves, Plain::returns); break;
        case 4:
            if (n % 2 == 0) add(Plain::announces_sleep);
            add(Plain::sleeps);
            now_ += pause;
            add(Plain::wakes);
            break;
        case 5:
        case 6: hold(n); break;
        case 7:
        case 8:
        case 9:
            if (flavour_.answers) answer(n);
            break;
        case 10:
            if (flavour_.answers) add(Plain::dismisses);
            break;
        case 11:
            // Whether input at the very instant at which sight comes back is seen is nobody's to say.
            if (lost_) now_ += 1ms;
            if (flavour_.presence) toggle(lost_, Plain::source_lost, Plain::source_found);
            break;
        case 12:
            if (flavour_.reloads) add(Plain::reloads);
            break;
        case 13:
            if (flavour_.restarts) restart(n, std::max(pause, Duration{1s})); // no daemon starts in no time
            break;
        case 14:
            if (flavour_.clock_steps) add(story::SetsClock{(n % 2 == 0 ? 1 : -1) * (n + 1) * 17min});
            break;
        case 15:
        case 16:
            if (flavour_.sessions) session(n);
            break;
        case 17:
            if (flavour_.pauses) pause_limber(n);
            break;
        case 18:
            if (flavour_.answers) add(Plain::rested);
            break;
        case 19: add(Plain::ticks); break;
        case 20:
            if (flavour_.answers && n < 3) add(Plain::prompt_fails);
            break;
        case 21:
            if (flavour_.answers) add(Plain::prompt_expires);
            break;
        case 22:
            if (flavour_.unwatched) leave_unwatched(n, std::max(pause, Duration{1s}));
            break;
        case 23:
        case 24:
            if (flavour_.films) add(story::Quiet{"inhibitor", (film_ = !film_) ? Level::on : Level::off});
            break;
        case 25:
            if (flavour_.films) toggle(blind_, Plain::source_blind, Plain::source_sees);
            break;
        case 26:
            if (flavour_.asking && n < 4)
                add(blind_ ? Plain::source_blind : n < 2 ? Plain::source_answers : Plain::source_sees);
            break;
        case 27:
            if (flavour_.requests) add(Plain::asked_to_lock);
            break;
        default: break; // nothing but time, so that most of a day is a day
        }
    }

    void hold(int n) {
        constexpr std::array names{"microphone", "fullscreen"};
        const auto which = static_cast<std::size_t>(n % 2);
        on_[which] = !on_[which];
        add(story::Quiet{names[which], on_[which] ? Level::on : n % 3 == 0 ? Level::unknown : Level::off});
    }

    void answer(int n) {
        constexpr std::array answers{Answer::start,  Answer::snooze, Answer::skip, Answer::another,
                                     Answer::snooze, Answer::start,  Answer::skip, Answer::never_again};
        const Answer chosen = answers[static_cast<std::size_t>(n % 8)];
        add(story::Answers{chosen, chosen == Answer::snooze && n % 3 == 0 ? Duration{15min} : Duration{},
                           n == 11});
    }

    void restart(int n, Duration gap) {
        const bool rest = locked_ || left_ || n % 2 == 0;
        add(story::Restarts{gap, rest ? Gap::rest : Gap::neither, rest && n % 3 == 0, Ending::orderly});
        now_ += gap;
    }

    /// Somebody types through it, or touches a key, or is not there; and the screen is locked or unlocked.
    void leave_unwatched(int n, Duration gap) {
        if (n % 4 == 0) gap += 3h;
        if (n % 3 == 0) add(story::Types{now_ + gap});
        const Duration from = now_;
        add(story::Unwatched{from + gap});
        now_ = from + std::chrono::floor<std::chrono::milliseconds>(gap / 3);
        if (n % 5 == 1) toggle(locked_, Plain::locks, Plain::unlocks);
        now_ = from + std::chrono::floor<std::chrono::milliseconds>(gap / 2);
        if (n % 3 == 1) add(Plain::presses_a_key);
        now_ = from + gap;
    }

    void session(int n) {
        constexpr std::array steerings{Steering::stop,   Steering::enough, Steering::next,
                                       Steering::repeat, Steering::pause,  Steering::resume};
        if (n < 5) {
            add(story::Begins{n < 2    ? story_.plan.breaks.front().name
                              : n == 2 ? story_.plan.breaks.back().name
                                       : "",
                              n == 3 ? "neck-turns" : "", n == 1});
            return;
        }
        const Steering how = steerings[static_cast<std::size_t>(n - 5) % steerings.size()];
        if (flavour_.pauses || how != Steering::pause) add(story::Steers{how});
    }

    void pause_limber(int n) {
        if (n % 3 == 0) {
            add(Plain::resumes);
        } else if (n % 3 == 1) {
            add(story::Pauses{ForDuration{(n + 1) * 5min}});
        } else {
            add(story::Pauses{UntilResumed{}});
        }
    }

    Flavour flavour_;
    story::Story story_;
    Duration now_ = 9h;
    bool locked_ = false;
    bool left_ = false;
    bool lost_ = false;
    bool film_ = false;
    bool blind_ = false;
    std::array<bool, 2> on_{};
};

} // namespace

story::Story story_of(const RandomDay& day, const Flavour& flavour) {
    return Writer(day, flavour).take();
}

std::ostream& operator<<(std::ostream& out, const RandomDay& day) {
    return out << '\n' << story_text(story_of(day));
}

} // namespace limber

namespace rc {

Gen<limber::Item> Arbitrary<limber::Item>::arbitrary() {
    using limber::Item;
    const auto fine = gen::weightedElement<int>({{12, 0}, {1, 1}, {1, 250}, {1, 999}});
    return gen::build<Item>(gen::set(&Item::what, gen::inRange(0, limber::kinds)),
                            gen::set(&Item::detail, gen::inRange(0, 12)),
                            gen::set(&Item::pause, gen::inRange(0, static_cast<int>(limber::pauses.size()))),
                            gen::set(&Item::fine, fine),
                            gen::set(&Item::typing, gen::weightedElement<bool>({{3, true}, {2, false}})));
}

Gen<limber::RandomDay> Arbitrary<limber::RandomDay>::arbitrary() {
    using limber::RandomDay;
    return gen::build<RandomDay>(gen::set(&RandomDay::rules, gen::inRange(0, 7)),
                                 gen::set(&RandomDay::items, gen::arbitrary<std::vector<limber::Item>>()));
}

} // namespace rc
