// SPDX-License-Identifier: GPL-3.0-or-later
// When the core hears nothing: the machine sleeps, nobody watches, the daemon is away. What is true goes on,
// and afterwards the core learns of it.
#include "desk.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace limber::simulate {

void Desk::sleep() {
    if (asleep_) return;
    if (!deaf_) {
        deliver(AlarmRang{}); // the core knows the state of things when the machine fell asleep
        follow_up();
    }
    if (typing_) end_typing();
    asleep_ = true;
    sleeps_since_ = now_;
}

void Desk::wake() {
    if (!asleep_) return;
    asleep_ = false;
    asleep_so_far_ += now_ - sleeps_since_;
    if (deaf_) return pass(now_);
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

void Desk::leave_unwatched(Duration until) {
    if (hears()) {
        deliver(SleepAnnounced{});
        follow_up();
    }
    if (until > now_) go_deaf({.until = until});
}

void Desk::go_deaf(Deaf deaf) {
    deaf_ = deaf;
    alarm_ = never;
    to_tell_.clear();
    told_asleep_.clear();
}

void Desk::hear_again() {
    const Deaf was = *std::exchange(deaf_, {});
    if (was.starting) {
        start_again(*was.starting);
    } else {
        see_again(was.input);
    }
    learn();
}

/// Nobody watched until now; what is known of the input comes first.
void Desk::see_again(bool input) {
    if (told_ && !source_) deliver(PresenceLost{});
    const auto inhibitor = levels_.find("inhibitor");
    const bool sees = reports_silence(sight_, inhibitor != levels_.end() && inhibitor->second == Level::on);
    if (input && std::exchange(reported_idle_, false)) {
        deliver(BecameActive{});
        // the return was earlier, and this says when
        if (!typing_ && sees && sees_silence()) report_silence();
    }
    if (!sees) begin_silence_anew();
    follow_up();
    deliver(AlarmRang{});
    follow_up();
}

/// Whatever differs from what the core believes; what holds before what lets go.
void Desk::learn() {
    if (locked_ && (!state_.locked || state_.lock_requested)) tell(Locked{});
    if (!locked_ && state_.locked) tell(Unlocked{});
    if (left_ && !state_.elsewhere) tell(SessionLeft{});
    if (!left_ && state_.elsewhere) tell(SessionReturned{});
    std::vector<QuietChanged> changed;
    changed.reserve(levels_.size());
    for (const auto& [what, level] : levels_) {
        const auto known = std::ranges::find(state_.levels, what, &QuietLevel::what);
        const bool differs = known == state_.levels.end() ? level == Level::on : known->level != level;
        if (differs) changed.push_back({what, level});
    }
    std::ranges::sort(changed, {}, [](const QuietChanged& one) {
        return std::tuple{one.what == "inhibitor", one.level != Level::on, std::string_view{one.what}};
    });
    for (QuietChanged& level : changed)
        tell(std::move(level));
    if (source_) tell(sight_);
}

std::expected<void, std::string> Desk::stop(Duration gap, Gap kind, bool boots, Ending ending) {
    if (asleep_) wake();
    if (ending == Ending::orderly && !deaf_) {
        deliver(AlarmRang{}); // the state that is saved is that of the end
        follow_up();
        saved_ = state_;
        saved_at_ = now_;
    }
    auto read = through_text(saved_);
    if (!read) return std::unexpected(read.error());
    state_ = std::move(*read);
    go_deaf({.until = now_ + gap, .starting = Starting{kind, boots}});
    return {};
}

void Desk::start_again(const Starting& starting) {
    if (starting.boots) {
        boot_ = Instant{std::chrono::seconds{20}} - now_;
        asleep_so_far_ = {};
    }
    told_.reset();
    told_inhibited_ = false;
    forget_reports();
    deliver(Started{now_ - saved_at_, starting.kind, starting.boots});
    answered_ = idle_question(state_);
    note_input();
}

void Desk::look_up() {
    if (std::exchange(asleep_, false)) asleep_so_far_ += now_ - sleeps_since_;
    const auto was = std::exchange(deaf_, {});
    if (was && was->starting)
        return deliver(Started{now_ - saved_at_, was->starting->kind, was->starting->boots});
    deliver(AlarmRang{});
    if (!was) follow_up();
}

} // namespace limber::simulate
