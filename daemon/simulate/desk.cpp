// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.hpp"

#include "record/record.hpp"

#include <algorithm>
#include <utility>

namespace limber::simulate {

Desk::Desk(Plan plan, std::uint64_t seed, DeskClock clock, Heard heard)
    : plan_(std::move(plan)), state_(fresh_state(plan_, seed)), saved_(state_), clock_(std::move(clock)),
      heard_(std::move(heard)), boot_(clock_.boot) {}

Stamp Desk::stamp() const {
    const Utc utc = clock_.utc + now_ + wall_steps_;
    const LocalOffset local = clock_.zone ? clock_.zone(utc) : LocalOffset{};
    return {
        .at = instant(now_),
        .asleep = asleep_so_far_,
        .civil = {.utc = utc, .offset = local.offset, .next_change = local.until, .next_offset = local.next}};
}

void Desk::deliver(Happening what) {
    const Event event{stamp(), std::move(what)};
    const bool saw = sees_silence();
    if (const auto* found = std::get_if<PresenceFound>(&event.what)) {
        if (!told_) forget_reports();
        told_ = *found;
    } else if (std::holds_alternative<PresenceLost>(event.what)) {
        forget_reports();
        told_.reset();
    } else if (const auto* quiet = std::get_if<QuietChanged>(&event.what);
               quiet && quiet->what == "inhibitor") {
        told_inhibited_ = quiet->level == Level::on;
    }
    effects_.clear();
    notes_.clear();
    step(plan_, state_, event, effects_, wants_notes_ ? &notes_ : nullptr);
    if (saw != sees_silence()) begin_silence_anew();
    obey();
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
    remember(what);
    if (deaf_) return;
    if (asleep_) {
        told_asleep_.push_back(std::move(what));
    } else if (delivering_) {
        to_tell_.push_back(std::move(what));
    } else {
        deliver(std::move(what));
        follow_up();
    }
}

void Desk::remember(const Happening& what) {
    if (const auto* locked = std::get_if<Locked>(&what)) locked_ = locked_ || !locked->requested;
    if (std::holds_alternative<Unlocked>(what)) locked_ = false;
    if (std::holds_alternative<SessionLeft>(what)) left_ = true;
    if (std::holds_alternative<SessionReturned>(what)) left_ = false;
    if (std::holds_alternative<PresenceLost>(what)) source_ = false;
    if (const auto* found = std::get_if<PresenceFound>(&what)) {
        source_ = true;
        sight_ = *found;
    }
    if (const auto* quiet = std::get_if<QuietChanged>(&what)) levels_[quiet->what] = quiet->level;
}

void Desk::change_sight(PresenceFound sight) {
    if (source_) return tell(sight);
    sight_ = sight;
}

/// What follows at this instant: silences that have grown long enough, what the core asks, then what `heard_`
/// asked for.
void Desk::follow_up() {
    for (;;) {
        const auto report = next_report();
        if (report && *report <= now_) {
            report_silence();
        } else if (asked()) {
            answered_ = idle_question(state_);
            if (!typing_) report_silence();
        } else if (!to_tell_.empty()) {
            Happening next = std::move(to_tell_.front());
            to_tell_.pop_front();
            deliver(std::move(next));
        } else {
            return;
        }
    }
}

/// An alarm that is not in the future never rings.
void Desk::obey() {
    watches_ = idle_watches(plan_, state_);
    alarm_ = next_wakeup(plan_, state_);
    if (alarm_ <= instant(now_)) alarm_ = never;
}

void Desk::start() {
    deliver(Started{Duration{}, Gap::first});
    note_input();
    tell(sight_);
}

void Desk::pass(Duration until) {
    for (;;) {
        follow_up();
        if (asleep_) {
            now_ = std::max(now_, until);
            return;
        }
        const auto ring = alarm_ == never ? std::nullopt : std::optional{since_start(alarm_)};
        const auto edge = next_edge();
        if (deaf_ && deaf_->until <= now_) {
            hear_again();
            continue;
        }
        if (ring && *ring <= now_) {
            deliver(AlarmRang{});
            continue;
        }
        if (edge && *edge <= now_) {
            turn_edge();
            continue;
        }
        const auto hears = deaf_ ? std::optional{deaf_->until} : std::nullopt;
        Duration next = Duration::max();
        for (const auto& one : {next_report(), ring, edge, hears})
            if (one) next = std::min(next, *one);
        if (next > until) {
            now_ = std::max(now_, until);
            return;
        }
        now_ = next;
    }
}

/// A source that is blind, or has to be asked, does not report silence while an inhibitor is on.
bool Desk::reports_silence(const PresenceFound& source, bool inhibited) {
    return !inhibited || !(source.blind || source.can_be_asked);
}

/// Whether it does, as the core knows it.
bool Desk::sees_silence() const {
    return !told_ || reports_silence(*told_, told_inhibited_);
}

/// Time awake without input, which is what input timers count.
Duration Desk::silence() const {
    return now_ - silent_since_ - (asleep_so_far_ - asleep_before_silence_);
}

std::optional<Duration> Desk::next_report() const {
    if (!told_ || !sees_silence() || !hears() || typing_) return {};
    for (const Duration threshold : watches_) {
        if (std::ranges::find(reported_, threshold) == reported_.end())
            return now_ + std::max(Duration{}, threshold - silence());
    }
    return {};
}

void Desk::report_silence() {
    for (const Duration threshold : watches_)
        if (threshold <= silence()) reported_.push_back(threshold);
    reported_idle_ = true;
    deliver(BecameIdle{.silence = silence(), .watched_since = the_past});
}

bool Desk::asked() const {
    return hears() && told_ && told_->can_be_asked && idle_question(state_) != answered_;
}

void Desk::forget_reports() {
    reported_.clear();
    reported_idle_ = false;
}

void Desk::begin_silence() {
    silent_since_ = now_;
    asleep_before_silence_ = asleep_so_far_;
}

/// The source's timers begin anew, but idleness that was reported lasts until the next input.
void Desk::begin_silence_anew() {
    if (idle_now(state_.ledger)) return;
    begin_silence();
    forget_reports();
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
    last_input_ = now_;
    begin_silence();
    reported_.clear();
    if (deaf_) {
        deaf_->input = true;
    } else if (std::exchange(reported_idle_, false)) {
        deliver(BecameActive{});
    }
}

void Desk::begin_typing() {
    typing_ = true;
    note_input();
}

void Desk::end_typing() {
    typing_ = false;
    last_input_ = now_;
    begin_silence();
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

void Desk::step_clock(Duration by) {
    wall_steps_ += by;
    if (!hears()) return;
    deliver(AlarmRang{});
    follow_up();
}

std::expected<State, std::string> Desk::through_text(const State& state) {
    return record::read_state(record::write_state(state));
}

} // namespace limber::simulate
