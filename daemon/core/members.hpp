// SPDX-License-Identifier: GPL-3.0-or-later
// The members of every value, named once: written, read, sent and shifted by the same lists. A member that is
// forgotten here does not compile.
#pragma once

#include "effect.hpp"
#include "event.hpp"
#include "naming.hpp"
#include "note.hpp"
#include "plan.hpp"
#include "state.hpp"
#include "status.hpp"

#include <cstddef>

namespace limber {

// Time

template <>
inline constexpr auto members<Civil> =
    these<&Civil::utc, &Civil::offset, &Civil::next_change, &Civil::next_offset>;

template <>
inline constexpr auto members<Stamp> = these<&Stamp::at, &Stamp::asleep, &Stamp::civil>;

// Plan

template <>
inline constexpr auto members<Phase> =
    these<&Phase::name, &Phase::text, &Phase::kind, &Phase::side, &Phase::length, &Phase::title>;

template <>
inline constexpr auto members<Block> =
    these<&Block::reps, &Block::reps_range, &Block::mirror, &Block::phases>;

template <>
inline constexpr auto members<Quota> = these<&Quota::per_day, &Quota::min_gap>;

template <>
inline constexpr auto members<Exercise> =
    these<&Exercise::id, &Exercise::title, &Exercise::summary, &Exercise::area, &Exercise::positions,
          &Exercise::places, &Exercise::caution, &Exercise::avoid_if, &Exercise::quota, &Exercise::ride_along,
          &Exercise::source, &Exercise::pose, &Exercise::image, &Exercise::blocks>;

template <>
inline constexpr auto members<Selection> = these<&Selection::count, &Selection::from>;

template <>
inline constexpr auto members<BreakRule> =
    these<&BreakRule::name, &BreakRule::title, &BreakRule::interval, &BreakRule::rest, &BreakRule::snooze,
          &BreakRule::max_snoozes, &BreakRule::prompt_timeout, &BreakRule::repeat_after,
          &BreakRule::max_prompts, &BreakRule::max_per_day, &BreakRule::exercises>;

template <>
inline constexpr auto members<HoursRange> = these<&HoursRange::from, &HoursRange::until>;

template <>
inline constexpr auto members<Hours> = these<&Hours::days>;

template <>
inline constexpr auto members<Person> =
    these<&Person::place, &Person::positions, &Person::health, &Person::exclude>;

template <>
inline constexpr auto members<Plan> =
    these<&Plan::breaks, &Plan::exercises, &Plan::idle_after, &Plan::merge_within, &Plan::typing_gap,
          &Plan::typing_patience, &Plan::settle, &Plan::return_grace, &Plan::day_starts,
          &Plan::passive_screen, &Plan::hours, &Plan::holds, &Plan::person>;

// Events

template <>
inline constexpr auto members<Started> = these<&Started::gap, &Started::kind, &Started::other_boot>;

// the token is handed on, never written down: it names programs and hosts
template <>
inline constexpr std::size_t left_out_of<ShownBy> = 1;

template <>
inline constexpr auto members<ShownBy> = these<&ShownBy::caller>;

template <>
inline constexpr auto members<BecameIdle> = these<&BecameIdle::silence, &BecameIdle::watched_since>;

template <>
inline constexpr auto members<QuietChanged> = these<&QuietChanged::what, &QuietChanged::level>;

template <>
inline constexpr auto members<PromptAnswered> =
    these<&PromptAnswered::id, &PromptAnswered::answer, &PromptAnswered::snooze, &PromptAnswered::by>;

template <>
inline constexpr auto members<PromptClosed> = these<&PromptClosed::id>;

template <>
inline constexpr auto members<PromptExpired> = these<&PromptExpired::id>;

template <>
inline constexpr auto members<PromptFailed> = these<&PromptFailed::id>;

template <>
inline constexpr auto members<StartRequested> =
    these<&StartRequested::rule, &StartRequested::exercise, &StartRequested::replace, &StartRequested::by>;

template <>
inline constexpr auto members<SessionSteered> = these<&SessionSteered::how>;

template <>
inline constexpr auto members<ForDuration> = these<&ForDuration::length>;

template <>
inline constexpr auto members<UntilClock> = these<&UntilClock::time_of_day>;

template <>
inline constexpr auto members<PauseRequested> = these<&PauseRequested::until>;

template <>
inline constexpr auto members<ExerciseAllowed> = these<&ExerciseAllowed::exercise>;

template <>
inline constexpr auto members<PresenceFound> =
    these<&PresenceFound::blind, &PresenceFound::can_be_asked, &PresenceFound::finest>;

template <>
inline constexpr auto members<Locked> = these<&Locked::requested>;

template <>
inline constexpr auto members<Event> = these<&Event::stamp, &Event::what>;

// Effects

template <>
inline constexpr auto members<SessionPhase> =
    these<&SessionPhase::exercise, &SessionPhase::name, &SessionPhase::text, &SessionPhase::kind,
          &SessionPhase::side, &SessionPhase::rep, &SessionPhase::reps, &SessionPhase::length,
          &SessionPhase::title>;

template <>
inline constexpr auto members<Session> =
    these<&Session::id, &Session::break_id, &Session::exercises, &Session::phases, &Session::began,
          &Session::paused_for, &Session::paused_at, &Session::skipped, &Session::rest>;

template <>
inline constexpr auto members<ShowPrompt> =
    these<&ShowPrompt::id, &ShowPrompt::break_id, &ShowPrompt::exercise, &ShowPrompt::reason, &ShowPrompt::at,
          &ShowPrompt::due_since, &ShowPrompt::held_by, &ShowPrompt::snooze, &ShowPrompt::on_screen>;

template <>
inline constexpr auto members<WithdrawPrompt> =
    these<&WithdrawPrompt::id, &WithdrawPrompt::break_id, &WithdrawPrompt::why>;

template <>
inline constexpr auto members<OpenSession> = these<&OpenSession::session, &OpenSession::by>;

template <>
inline constexpr auto members<UpdateSession> = these<&UpdateSession::session>;

template <>
inline constexpr auto members<CloseSession> = these<&CloseSession::id, &CloseSession::outcome>;

template <>
inline constexpr auto members<Record> = these<&Record::break_id, &Record::outcome, &Record::exercises,
                                              &Record::when, &Record::day, &Record::length>;

template <>
inline constexpr auto members<Ignored> = these<&Ignored::reason>;

template <>
inline constexpr auto members<Effect> = these<&Effect::at, &Effect::what>;

// Notes

template <>
inline constexpr auto members<note::Began> = these<&note::Began::kind, &note::Began::gap>;

template <>
inline constexpr auto members<note::Presence> = these<&note::Presence::known>;

template <>
inline constexpr auto members<note::Blind> =
    these<&note::Blind::since, &note::Blind::until, &note::Blind::over>;

template <>
inline constexpr auto members<note::Left> = these<&note::Left::since>;

template <>
inline constexpr auto members<note::Away> = these<&note::Away::cause>;

template <>
inline constexpr auto members<note::Contradiction> = these<&note::Contradiction::cause>;

template <>
inline constexpr auto members<note::Slept> = these<&note::Slept::length, &note::Slept::paid>;

template <>
inline constexpr auto members<note::Returned> = these<&note::Returned::length, &note::Returned::paid>;

template <>
inline constexpr auto members<note::NobodyWatched> =
    these<&note::NobodyWatched::since, &note::NobodyWatched::length>;

template <>
inline constexpr auto members<note::ClockForward> = these<&note::ClockForward::by>;

template <>
inline constexpr auto members<note::GapLonger> = these<&note::GapLonger::by, &note::GapLonger::paid>;

template <>
inline constexpr auto members<note::Due> = these<&note::Due::break_id, &note::Due::since>;

template <>
inline constexpr auto members<note::TooManyToday> =
    these<&note::TooManyToday::break_id, &note::TooManyToday::count, &note::TooManyToday::over>;

template <>
inline constexpr auto members<note::Wait> =
    these<&note::Wait::break_id, &note::Wait::cause, &note::Wait::until>;

template <>
inline constexpr auto members<note::Held> = these<&note::Held::hold, &note::Held::since, &note::Held::until>;

template <>
inline constexpr auto members<note::HoldOver> = these<&note::HoldOver::hold, &note::HoldOver::since>;

template <>
inline constexpr auto members<note::Waits> = these<&note::Waits::what>;

template <>
inline constexpr auto members<note::TypingGap> = these<&note::TypingGap::found>;

template <>
inline constexpr auto members<note::OffScreen> = these<&note::OffScreen::break_id, &note::OffScreen::failed>;

template <>
inline constexpr auto members<note::GivenUp> = these<&note::GivenUp::break_id, &note::GivenUp::prompts>;

template <>
inline constexpr auto members<note::Cut> = these<&note::Cut::break_id>;

template <>
inline constexpr auto members<note::Allowed> = these<&note::Allowed::exercise>;

template <>
inline constexpr auto members<Waiting> =
    these<&Waiting::break_id, &Waiting::hold, &Waiting::since, &Waiting::cause, &Waiting::until>;

template <>
inline constexpr auto members<Paid> = these<&Paid::break_id, &Paid::before, &Paid::after>;

template <>
inline constexpr auto members<Note> = these<&Note::at, &Note::when, &Note::what, &Note::effects>;

// State

template <>
inline constexpr auto members<Account> = these<&Account::active, &Account::due_since>;

template <>
inline constexpr auto members<Spell> =
    these<&Spell::began, &Spell::rested_until, &Spell::stood_still, &Spell::at_start, &Spell::base>;

template <>
inline constexpr auto members<Books> = these<&Books::at, &Books::accounts, &Books::spell, &Books::clock>;

template <>
inline constexpr auto members<Stretch> = these<&Stretch::from, &Stretch::ground>;

template <>
inline constexpr auto members<IdleStretch> = these<&IdleStretch::from, &IdleStretch::until>;

template <>
inline constexpr auto members<Zeroing> = these<&Zeroing::at, &Zeroing::rule>;

template <>
inline constexpr auto members<Ledger> = these<&Ledger::now, &Ledger::footing, &Ledger::stretches,
                                              &Ledger::idles, &Ledger::zeroings, &Ledger::clock_from>;

template <>
inline constexpr auto members<Input> = these<&Input::last, &Input::seen, &Input::seen_before, &Input::silent,
                                             &Input::certain, &Input::typing_since>;

template <>
inline constexpr auto members<Progress> =
    these<&Progress::break_id, &Progress::wait_until, &Progress::wait_cause, &Progress::prompts,
          &Progress::snoozes, &Progress::given_up, &Progress::due, &Progress::day_full,
          &Progress::same_exercise, &Progress::accounted_at, &Progress::prompted_until>;

template <>
inline constexpr auto members<Prompt> =
    these<&Prompt::id, &Prompt::rule, &Prompt::exercise, &Prompt::reason, &Prompt::shown, &Prompt::due_since,
          &Prompt::held_by, &Prompt::value, &Prompt::counted_on, &Prompt::on_screen, &Prompt::tried>;

template <>
inline constexpr auto members<QuietLevel> =
    these<&QuietLevel::what, &QuietLevel::level, &QuietLevel::since, &QuietLevel::began>;

template <>
inline constexpr auto members<Pause> = these<&Pause::since, &Pause::until>;

template <>
inline constexpr auto members<Tally> = these<&Tally::day, &Tally::breaks_prompted, &Tally::outcomes>;

template <>
inline constexpr auto members<ExerciseMemory> =
    these<&ExerciseMemory::id, &ExerciseMemory::skipped_today, &ExerciseMemory::done_today,
          &ExerciseMemory::last_done>;

template <>
inline constexpr auto members<Bag> = these<&Bag::ids, &Bag::last_areas, &Bag::last_shown, &Bag::memory,
                                           &Bag::never, &Bag::dice, &Bag::day_began, &Bag::workdays>;

template <>
inline constexpr auto members<Sleep> = these<&Sleep::from, &Sleep::until>;

template <>
inline constexpr auto members<Sight> = these<&Sight::blind, &Sight::can_be_asked, &Sight::finest>;

template <>
inline constexpr auto members<CutSession> =
    these<&CutSession::break_id, &CutSession::exercises, &CutSession::enough>;

template <>
inline constexpr auto members<KeptRule> = these<&KeptRule::progress, &KeptRule::active>;

template <>
inline constexpr auto members<Unwatched> = these<&Unwatched::from, &Unwatched::until>;

// `asleep` and `unwitnessed` are set only inside a step
template <>
inline constexpr std::size_t left_out_of<State> = 2;

template <>
inline constexpr auto members<State> =
    these<&State::started, &State::started_at, &State::now, &State::ledger, &State::input, &State::sleeps,
          &State::presence_known, &State::locked, &State::sight, &State::lock_requested, &State::elsewhere,
          &State::others_said, &State::sits_here, &State::trust, &State::away, &State::unseen,
          &State::unwatched, &State::booted, &State::ask_at, &State::outside_hours, &State::outside_since,
          &State::levels, &State::pause, &State::held, &State::last_hold, &State::last_hold_end,
          &State::settle_until, &State::grace_until, &State::open_since, &State::waiting, &State::progress,
          &State::prompt, &State::session, &State::cut, &State::kept, &State::next_prompt_id,
          &State::next_session_id, &State::unsaved, &State::desk_time, &State::tally, &State::bag>;

// Status

template <>
inline constexpr auto members<RuleStatus> =
    these<&RuleStatus::name, &RuleStatus::title, &RuleStatus::interval, &RuleStatus::rest,
          &RuleStatus::active, &RuleStatus::due, &RuleStatus::due_since, &RuleStatus::waits_until,
          &RuleStatus::prompts, &RuleStatus::snoozes, &RuleStatus::snoozes_left, &RuleStatus::prompted_today>;

template <>
inline constexpr auto members<Status> =
    these<&Status::doing, &Status::holds, &Status::held_since, &Status::paused_until, &Status::wait_cause,
          &Status::waits_until, &Status::presence_known, &Status::blind, &Status::locked,
          &Status::contradiction, &Status::away_since, &Status::next_break, &Status::next_left,
          &Status::next_at, &Status::arc, &Status::prompt, &Status::session, &Status::rules, &Status::today,
          &Status::never>;

} // namespace limber
