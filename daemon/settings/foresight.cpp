// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan comes to before it is used.
#include "checks.hpp"
#include "core/choosing.hpp"
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/state.hpp"
#include "core/step.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace limber::settings {

namespace {

constexpr Duration workday = std::chrono::hours{16};
constexpr int intervals = 3;

/// Who works without a pause of their own and takes every break that is asked for.
class UnbrokenWork {
public:
    explicit UnbrokenWork(const Plan& plan) : plan_(plan) {
        for (const BreakRule& rule : plan.breaks) {
            lengths_.push_back(longest_session(plan, rule));
            horizons_.push_back(begin_ + std::max(workday, intervals * rule.interval));
        }
        for (BreakRule& rule : plan_.breaks) {
            rule.max_per_day.reset();
        }
        plan_.hours.reset();
        plan_.exercises.clear(); // which one is shown makes no difference to when
        state_ = fresh_state(plan_, 0);
        prompted_.resize(plan.breaks.size());
        spent_.resize(plan.breaks.size());
        taken_.resize(plan.breaks.size(), std::vector<Duration>(plan.breaks.size()));
    }

    std::vector<NeverDue> play() {
        happen(begin_, Started{});
        happen(begin_, PresenceFound{.finest = std::chrono::seconds{1}});
        while (waits_for_any()) {
            go_on();
        }
        std::vector<NeverDue> found;
        for (std::size_t r = 0; r < prompted_.size(); ++r) {
            if (!prompted_[r]) {
                const auto place = [](const std::vector<Duration>& of) {
                    return static_cast<std::size_t>(std::ranges::max_element(of) - of.begin());
                };
                const bool untouched = taken_[r][place(taken_[r])] == Duration::zero();
                found.push_back({r, place(untouched ? spent_ : taken_[r]), untouched});
            }
        }
        return found;
    }

private:
    /// A break that is being taken.
    struct Rest {
        std::size_t rule = 0;
        Instant left{};
        Instant back{};
        Duration told{}; ///< the silence that was reported last
        std::vector<Account> before;
    };

    [[nodiscard]] bool waits_for_any() const {
        for (std::size_t r = 0; r < prompted_.size(); ++r) {
            if (!prompted_[r] && state_.now.at < horizons_[r]) {
                return true;
            }
        }
        return false;
    }

    /// To whatever comes next: an alarm, a report of the idle source, or the end of a break.
    void go_on() {
        const Instant alarm = next_wakeup(plan_, state_);
        if (!rest_) {
            return happen(alarm, AlarmRang{});
        }
        const Instant back = rest_->back;
        for (const Duration silence : idle_watches(plan_, state_)) {
            // a threshold may be asked for when so much silence is over already
            const Instant at = std::max(rest_->left + silence, state_.now.at);
            if (silence > rest_->told && at <= std::min(alarm, back)) {
                rest_->told = at - rest_->left;
                return happen(at, BecameIdle{.silence = rest_->told});
            }
        }
        if (alarm < back) {
            return happen(alarm, AlarmRang{});
        }
        const Rest over = *std::exchange(rest_, std::nullopt);
        happen(back, BecameActive{});
        settle_accounts(over);
    }

    void happen(Instant at, const Happening& what) {
        effects_.clear();
        step(plan_, state_, {.stamp = {.at = at}, .what = what}, effects_);
        for (const Effect& effect : effects_) {
            const auto* const prompt = std::get_if<ShowPrompt>(&effect.what);
            const auto rule = prompt == nullptr ? std::nullopt : find_rule(plan_, prompt->break_id);
            if (rule) {
                take_break(*rule);
            }
        }
    }

    void take_break(std::size_t rule) {
        prompted_[rule] = true;
        spent_[rule] += lengths_[rule];
        const Instant now = state_.now.at;
        if (!rest_) {
            rest_ = Rest{.left = now};
        } else {
            settle_accounts(*rest_);
        }
        rest_->rule = rule;
        rest_->back = std::max(rest_->back, now + lengths_[rule]);
        rest_->before = state_.ledger.now.accounts;
    }

    /// What this break, as far as it has come, took away from each rule.
    void settle_accounts(const Rest& rest) {
        for (std::size_t r = 0; r < prompted_.size(); ++r) {
            const Duration after = state_.ledger.now.accounts[r].active;
            taken_[r][rest.rule] += std::max(rest.before[r].active - after, Duration::zero());
        }
    }

    static constexpr Instant begin_{};
    Plan plan_;
    std::vector<Duration> lengths_; ///< of the breaks as they are taken
    std::vector<Instant> horizons_;
    State state_;
    std::vector<Effect> effects_;
    std::optional<Rest> rest_;
    std::vector<bool> prompted_;
    std::vector<Duration> spent_;              ///< on the breaks of each rule
    std::vector<std::vector<Duration>> taken_; ///< active time, from each rule by each rule
};

} // namespace

std::vector<NeverDue> never_due(const Plan& plan) {
    return UnbrokenWork{plan}.play();
}

} // namespace limber::settings
