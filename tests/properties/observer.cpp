// SPDX-License-Identifier: GPL-3.0-or-later
#include "observer.hpp"

#include <algorithm>

namespace limber::observer {

using namespace std::chrono_literals;

namespace {

constexpr Duration never = Duration::max();

} // namespace

// What is told

void Observer::input(Duration from, Duration until) {
    advance(from);
    if (from == until && types_on()) return;
    typing_until_ = until;
    input_at(from);
}

void Observer::sleeps(Duration at) {
    advance(at);
    asleep_ = true;
    asleep_since_ = at;
}

void Observer::wakes(Duration at) {
    advance(at);
    if (!asleep_) return;
    asleep_ = false;
    slept_ += at - asleep_since_;
    if (at > asleep_since_) typing_since_ = seeing_since_ = at;
    if (typing_until_ >= at) input_at(at);
}

void Observer::hears_nothing(Duration from, Duration until, std::optional<Duration> asked_for) {
    advance(from);
    deaf_ = Deaf{until, asked_for, {}};
}

void Observer::ends(Duration at, bool at_rest) {
    advance(at);
    end_idle();
    session_.reset();
    source_.reset();
    down_ = at_rest;
}

void Observer::starts(Duration at) {
    if (!begun_) began_ = now_ = at;
    begun_ = true;
    advance(at);
    down_.reset();
    source_.reset();
    locked_ = elsewhere_ = sits_ = film_ = false;
    request_.reset();
    film_began_.reset();
    begin_silence();
    started_ = said_ = certain_ = typing_since_ = seeing_since_ = at;
}

void Observer::gap_was_longer(Duration by, Duration at) {
    advance(at);
    longer_.emplace_back(started_, by);
}

void Observer::says(Word word, Duration at) {
    advance(at);
    if (word == Word::lock_request && locked_ && !request_ && !sits_) return;
    if (word == Word::unlock) {
        if (locked_) certain_ = at;
        unlocked_ = at;
    }
    if (word == Word::leave || word == Word::come_back) {
        elsewhere_ = word == Word::leave;
    } else {
        locked_ = word != Word::unlock;
        request_ = word == Word::lock_request ? std::optional{at} : std::nullopt;
    }
    said_ = at;
    sits_ = false;
}

void Observer::source(std::optional<Sight> sight, Duration at) {
    advance(at);
    const bool saw = !behind_film();
    const bool found = sight && !source_;
    const bool lost = !sight;
    source_ = sight;
    if (found || lost) {
        end_idle();
        told_ = false;
        told_up_to_ = {};
        typing_since_ = seeing_since_ = at;
    }
    see_anew(saw);
}

void Observer::film(bool on, Duration at) {
    advance(at);
    if (on == film_) return;
    const bool saw = !behind_film();
    if (on && (!film_began_ || at - film_since_ > idle_after_)) film_began_ = at;
    film_ = on;
    film_since_ = at;
    see_anew(saw);
}

void Observer::certain(Duration at) {
    advance(at);
    certain_ = at;
}

void Observer::asks_for(std::vector<Duration> silences, Duration at) {
    advance(at);
    asked_ = std::move(silences);
}

void Observer::prompt_appears(Duration rest, Duration at) {
    advance(at);
    prompt_ = Prompt{at, rest};
}

void Observer::prompt_goes(Duration at, bool unseen) {
    advance(unseen ? std::max(now_, at - 1ns) : at);
    prompt_.reset();
    advance(at);
}

void Observer::session(bool paused, Duration until, Duration at) {
    advance(at);
    session_ = Session{paused, until};
}

void Observer::session_closes(Duration at) {
    advance(at);
    session_.reset();
}

void Observer::zeroed(std::optional<std::string> rule, Duration at) {
    advance(at);
    zeros_.push_back({at, std::move(rule)});
}

// What is known of the input

/// Silence counts from here.
void Observer::begin_silence() {
    last_ = now_;
    slept_before_ = slept_;
    told_ = false;
    told_up_to_ = {};
}

void Observer::end_idle() {
    if (idle_) idles_.push_back({*idle_, now_});
    idle_.reset();
}

/// A source that begins or ceases to see behind a film knows of no silence before; but idleness that was told
/// lasts until the next input.
void Observer::see_anew(bool saw) {
    if (saw == !behind_film()) return;
    typing_since_ = seeing_since_ = now_;
    if (!idle_) begin_silence();
}

/// True input at this instant, as far as anybody sees it.
void Observer::input_at(Duration at) {
    if (asleep_ || down_) return;
    if (deaf_) {
        deaf_->input = at;
        if (!told_ && sees()) begin_silence();
        return;
    }
    if (behind_film() && !told_) return;
    if (source_ && told_up_to_ > 0s) notice_return(at);
    begin_silence();
}

/// A silence that was told of ends, as is told at `at`.
void Observer::notice_return(Duration at) {
    if (at - last_ >= 10s) typing_since_ = at;
    if (idle_) certain_ = at;
    end_idle();
    told_ = false;
    if (request_ && at > *request_ + 2s) unlock();
}

void Observer::unlock() {
    locked_ = sits_ = false;
    request_.reset();
    said_ = certain_ = now_;
    unlocked_ = now_;
}

/// After time in which nothing was heard: a return in between is one now; since when there has been no input
/// is known.
void Observer::hear_again() {
    const Deaf was = *std::exchange(deaf_, {});
    if (was.asked_for) typing_since_ = seeing_since_ = now_;
    if (!was.input || !source_) return;
    if (told_up_to_ > 0s) notice_return(now_);
    last_ = types_on() ? now_ : *was.input;
    slept_before_ = slept_;
    told_up_to_ = {};
}

// What comes by itself

Duration Observer::belief_ends() const {
    if (!behind_film() || prompt_ || idle_) return never;
    Duration shortest = never;
    for (const Rule& rule : rules_)
        shortest = std::min(shortest, rule.interval);
    return std::max(*film_began_, certain_) + (film_counts_ ? Duration{2h} : shortest);
}

/// When the source tells of the silence for the first time, if it goes on.
Duration Observer::told_at() const {
    if (told_ || !hears() || !sees() || types_on()) return never;
    const auto asked =
        std::ranges::find_if(asked_, [this](Duration silence) { return silence > told_up_to_; });
    if (asked == asked_.end()) return never;
    const Duration silence = now_ - last_ - (slept_ - slept_before_);
    return now_ + std::max(Duration{}, *asked - silence);
}

std::optional<Observer::Crossing> Observer::idle_crossing() const {
    if (!told_ || !source_ || nobody_watches()) return {};
    const bool watching = film_counts_ && film_ && *film_began_ - last_ < idle_after_;
    if (watching) {
        if (idle_) return {};
        return Crossing{std::max(now_, last_ + 2h), last_ + 2h};
    }
    const Duration since = film_counts_ && !film_ && film_began_ ? std::max(last_, film_since_) : last_;
    const Crossing whole{std::max(now_, since + idle_after_), since};
    if (idle_) return *idle_ > since ? std::optional{whole} : std::nullopt;
    if (prompt_ && prompt_->rest < idle_after_) {
        const Duration from = std::max(since, prompt_->shown);
        if (from + prompt_->rest < whole.at) return Crossing{std::max(now_, from + prompt_->rest), from};
    }
    return whole;
}

Duration Observer::sits_at() const {
    if (!away() || request_ || !sees() || source_->finest > 10s || asleep_ || nobody_watches()) return never;
    const Duration at = std::max(said_, typing_since_) + 2min;
    return told_ && at >= last_ + 10s ? never : std::max(now_, at);
}

Duration Observer::request_ends_at() const {
    if (!request_ || !sees() || source_->finest > 1s || told_ || asleep_ || nobody_watches()) return never;
    return std::max(now_, std::max(*request_ + 2s, seeing_since_) + 1s);
}

Duration Observer::next_change() const {
    Duration next = std::min({told_at(), sits_at(), request_ends_at()});
    const auto later = [&](Duration at) {
        if (at > now_) next = std::min(next, at);
    };
    if (const auto crossing = idle_crossing()) next = std::min(next, crossing->at);
    later(typing_until_);
    later(belief_ends());
    if (session_) later(session_->until);
    if (deaf_) {
        next = std::min(next, std::max(now_, deaf_->until));
        if (deaf_->asked_for) later(*deaf_->asked_for);
    }
    return next;
}

/// Time passes, and nothing changes before `next`.
void Observer::pass_to(Duration next) {
    if (next <= now_) return;
    const Kind kind = base();
    if (!base_.empty() && base_.back().kind == kind) {
        base_.back().until = next;
    } else {
        base_.push_back({now_, next, kind});
    }
    const bool seen = types_on() && !down_ && (!source_ || !behind_film());
    now_ = next;
    if (!seen) return;
    if (deaf_) {
        deaf_->input = std::min(next, typing_until_);
        if (!told_) begin_silence();
    } else if (!told_) {
        begin_silence();
    }
}

/// What has come true at this instant, in the order of §1.
void Observer::notice() {
    if (deaf_ && deaf_->until <= now_) hear_again();
    if (deaf_ && deaf_->asked_for == now_ && !idle_)
        told_ = false; // a pause says nothing of what follows unseen
    if (told_at() <= now_) {
        told_ = true;
        told_up_to_ = now_ - last_ - (slept_ - slept_before_);
    }
    for (auto crossing = idle_crossing(); crossing && crossing->at <= now_; crossing = idle_crossing())
        idle_ = crossing->from;
    if (sits_at() <= now_) sits_ = true;
    if (request_ends_at() <= now_) unlock();
    if (session_ && session_->until <= now_) session_.reset();
}

void Observer::advance(Duration now) {
    if (!begun_) return;
    notice();
    for (Duration next = next_change(); now_ < next && next <= now; next = next_change()) {
        pass_to(next);
        notice();
    }
    pass_to(now);
    notice();
}

Kind Observer::base() const {
    if (down_) return *down_ ? Kind::rest : Kind::neither;
    if (asleep_ || away()) return Kind::rest;
    if (session_) return session_->paused ? Kind::still : Kind::rest;
    if (nobody_watches() || !source_ || belief_ends() <= now_) return Kind::neither;
    return Kind::work;
}

} // namespace limber::observer
