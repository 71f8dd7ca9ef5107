// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.hpp"

#include <algorithm>
#include <utility>

namespace limber {

Desk::Desk(Plan plan, std::uint64_t seed, DeskClock clock, Heard heard)
    : plan_(std::move(plan)), state_(fresh_state(plan_, seed)), saved_(state_), clock_(std::move(clock)),
      heard_(std::move(heard)), boot_(clock_.boot) {}

Stamp Desk::stamp() const {
    const Utc utc = clock_.utc + now_ + wall_steps_;
    const LocalOffset local = clock_.zone ? clock_.zone(utc) : LocalOffset{};
    return {.at = instant(now_),
            .asleep = asleep_so_far_,
            .civil = {.utc = utc, .offset = local.offset, .next_change = local.until}};
}

std::optional<Duration> Desk::alarm() const {
    if (alarm_ == never) return {};
    return since_start(alarm_);
}

void Desk::deliver(Happening what) {
    const Event event{stamp(), std::move(what)};
    // A source that went away takes its watches along, and a new one looks at the silence anew.
    const bool found = std::holds_alternative<PresenceFound>(event.what);
    if (found || std::holds_alternative<PresenceLost>(event.what)) {
        presence_ = found;
        reported_idle_ = false;
        reported_.clear();
    }
    effects_.clear();
    step(plan_, state_, event, effects_);
    watches_ = idle_watches(plan_, state_);
    alarm_ = next_wakeup(plan_, state_);
    if (alarm_ <= event.stamp.at) {
        ++late_alarms_;
        alarm_ = never;
    }
    const bool save = std::ranges::any_of(
        effects_, [](const Effect& effect) { return std::holds_alternative<Save>(effect.what); });
    if (save) {
        saved_ = state_;
        saved_at_ = now_;
    }
    if (!heard_) return;
    delivering_ = true;
    heard_(event, effects_);
    delivering_ = false;
}

void Desk::tell(Happening what) {
    if (std::holds_alternative<Locked>(what)) locked_ = true;
    if (std::holds_alternative<Unlocked>(what)) locked_ = false;
    if (std::holds_alternative<SessionLeft>(what)) left_ = true;
    if (std::holds_alternative<SessionReturned>(what)) left_ = false;
    if (const auto* quiet = std::get_if<QuietChanged>(&what)) levels_[quiet->what] = quiet->level;
    if (asleep_) {
        told_asleep_.push_back(std::move(what));
    } else if (delivering_) {
        to_tell_.push_back(std::move(what));
    } else {
        deliver(std::move(what));
        follow_up();
    }
}

/// What follows at this instant: silences that have grown long enough, then what `heard_` asked for.
void Desk::follow_up() {
    for (;;) {
        const auto report = next_report();
        if (report && *report <= now_) {
            report_silence();
        } else if (!to_tell_.empty()) {
            Happening next = std::move(to_tell_.front());
            to_tell_.pop_front();
            deliver(std::move(next));
        } else {
            return;
        }
    }
}

bool Desk::settled() const {
    const auto report = next_report();
    return to_tell_.empty() && !(report && *report <= now_);
}

void Desk::start() {
    deliver(Started{Duration{}, Gap::first});
    note_input();
    tell(PresenceFound{});
}

void Desk::pass(Duration until) {
    for (;;) {
        follow_up();
        if (asleep_) {
            now_ = std::max(now_, until);
            return;
        }
        const auto ring = alarm();
        const auto edge = next_edge();
        if (ring && *ring <= now_) {
            deliver(AlarmRang{});
            continue;
        }
        if (edge && *edge <= now_) {
            turn_edge();
            continue;
        }
        Duration next = Duration::max();
        for (const auto& one : {next_report(), ring, edge}) {
            if (one) next = std::min(next, *one);
        }
        if (next > until) {
            now_ = std::max(now_, until);
            return;
        }
        now_ = next;
    }
}

std::optional<Duration> Desk::next_report() const {
    if (!presence_ || asleep_ || typing_) return {};
    for (const Duration threshold : watches_) {
        if (std::ranges::find(reported_, threshold) == reported_.end()) {
            return std::max(now_, silent_since_ + threshold);
        }
    }
    return {};
}

void Desk::report_silence() {
    const Duration silence = now_ - silent_since_;
    for (const Duration threshold : watches_) {
        if (threshold <= silence) reported_.push_back(threshold);
    }
    reported_idle_ = true;
    const Duration slept = asleep_so_far_ - asleep_before_silence_;
    deliver(BecameIdle{.silence = silence - slept, .watched_since = the_past});
}

/// Where typing stops or resumes next.
std::optional<Duration> Desk::next_edge() {
    if (!stretch_until_ || asleep_) return {};
    if (typing_) return stretch_until_;
    const Duration resumes = std::max(now_, ignored_until_);
    if (resumes > *stretch_until_) {
        stretch_until_.reset();
        return {};
    }
    return resumes;
}

void Desk::turn_edge() {
    if (typing_) {
        end_typing();
        stretch_until_.reset();
    } else {
        begin_typing();
    }
}

void Desk::note_input() {
    silent_since_ = now_;
    asleep_before_silence_ = asleep_so_far_;
    reported_.clear();
    if (std::exchange(reported_idle_, false)) deliver(BecameActive{});
}

void Desk::begin_typing() {
    typing_ = true;
    note_input();
}

void Desk::end_typing() {
    typing_ = false;
    silent_since_ = now_;
    asleep_before_silence_ = asleep_so_far_;
}

void Desk::type(Duration until) {
    if (typing_) end_typing();
    stretch_until_ = until;
    if (const auto edge = next_edge(); edge && *edge <= now_) begin_typing();
    follow_up();
}

void Desk::touch() {
    if (asleep_ || typing_ || now_ < ignored_until_) return;
    note_input();
    follow_up();
}

void Desk::ignore_input_until(Duration until) {
    ignored_until_ = std::max(ignored_until_, until);
    if (typing_ && now_ < ignored_until_) end_typing();
}

void Desk::sleep() {
    if (asleep_) return;
    deliver(AlarmRang{}); // the core knows the state of things when the machine fell asleep
    follow_up();
    if (typing_) end_typing();
    asleep_ = true;
    sleeps_since_ = now_;
}

void Desk::wake() {
    if (!asleep_) return;
    asleep_ = false;
    asleep_so_far_ += now_ - sleeps_since_;
    follow_up();
    deliver(AlarmRang{});
    follow_up();
    for (Happening& one : std::exchange(told_asleep_, {})) {
        deliver(std::move(one));
        follow_up();
    }
    if (const auto edge = next_edge(); edge && *edge <= now_) begin_typing();
    follow_up();
}

void Desk::step_clock(Duration by) {
    wall_steps_ += by;
    if (asleep_) return;
    deliver(AlarmRang{});
    follow_up();
}

void Desk::replace_plan(Plan plan) {
    deliver(AlarmRang{});
    follow_up();
    plan_ = std::move(plan);
    deliver(PlanReplaced{});
    follow_up();
}

std::expected<void, std::string> Desk::restart(Duration gap, Gap kind, bool boots, Ending ending) {
    if (asleep_) wake();
    if (ending == Ending::orderly) {
        deliver(AlarmRang{}); // the state that is saved is that of the end
        follow_up();
        saved_ = state_;
        saved_at_ = now_;
    }
    auto read = read_state(write_state(saved_));
    if (!read) return std::unexpected(read.error());
    state_ = std::move(*read);
    if (typing_) end_typing();
    now_ += gap;
    if (boots) {
        boot_ = Instant{std::chrono::seconds{20}} - now_;
        asleep_so_far_ = {};
    }
    presence_ = false;
    reported_idle_ = false;
    to_tell_.clear();
    deliver(Started{now_ - saved_at_, kind});
    note_input();
    retell();
    tell(PresenceFound{});
    if (const auto edge = next_edge(); edge && *edge <= now_) begin_typing();
    follow_up();
    return {};
}

/// A daemon that starts is told at once of whatever is on.
void Desk::retell() {
    if (locked_) tell(Locked{});
    if (left_) tell(SessionLeft{});
    for (const auto& [what, level] : std::map(levels_)) {
        if (level != Level::unknown) tell(QuietChanged{what, level});
    }
}

std::expected<void, std::string> Desk::save_and_load() {
    auto read = read_state(write_state(state_));
    if (!read) return std::unexpected(read.error());
    state_ = std::move(*read);
    watches_ = idle_watches(plan_, state_);
    const Instant alarm = next_wakeup(plan_, state_);
    alarm_ = alarm <= instant(now_) ? never : alarm;
    return {};
}

} // namespace limber
