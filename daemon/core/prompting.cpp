// SPDX-License-Identifier: GPL-3.0-or-later
// Prompts and their answers (LAW.md §5.6, §6).
#include "choosing.hpp"
#include "turn.hpp"

#include <algorithm>

namespace limber {

namespace {

/// Shows the prompt that is up with this exercise.
void show_exercise(Turn& turn, const std::string& id) {
    turn.state.prompt->exercise = id;
    exercise_shown(turn.plan, turn.state, id);
    turn.emit(prompt_shown(turn.plan, turn.state));
    turn.save = true;
}

std::string exercise_for(Turn& turn, std::size_t rule) {
    Progress& progress = turn.state.progress[rule];
    std::string kept = std::exchange(progress.same_exercise, {});
    if (suits(turn.plan, turn.state.bag, kept)) return kept;
    return choose(turn.plan, turn.state, turn.plan.breaks[rule], {});
}

/// Not now means not now: what else is due waits as well.
void let_others_wait(Turn& turn, std::size_t answered, Duration length) {
    for (std::size_t r = 0; r < turn.plan.breaks.size(); ++r) {
        if (r != answered && is_due(turn.plan, turn.state, r))
            wait(turn, r, length, WaitCause::other_answered);
    }
}

void snooze(Turn& turn, Duration wish) {
    const std::vector<Duration> offered = prompt_shown(turn.plan, turn.state).snooze;
    if (offered.empty()) return turn.refuse(Refusal::no_snooze_left);
    const Duration length = wish == Duration::zero() ? std::ranges::min(offered) : wish;
    if (length <= Duration::zero() || length > std::ranges::max(offered))
        return turn.refuse(Refusal::snooze_out_of_range);
    const Prompt prompt = withdraw_prompt(turn, Why::snooze);
    Progress& progress = turn.state.progress[prompt.rule];
    somebody_reacted(turn.state);
    let_others_wait(turn, prompt.rule, length);
    ++progress.snoozes;
    progress.same_exercise = prompt.exercise;
    progress.accounted_at = turn.state.now.at;
    wait(turn, prompt.rule, length, WaitCause::snoozed);
    turn.record(progress.break_id, Outcome::snoozed, {prompt.exercise}, length);
}

void skip(Turn& turn) {
    const Prompt prompt = withdraw_prompt(turn, Why::skip);
    somebody_reacted(turn.state);
    let_others_wait(turn, prompt.rule, turn.plan.breaks[prompt.rule].repeat_after);
    exercise_skipped(turn.state, prompt.exercise);
    turn.state.progress[prompt.rule].accounted_at = turn.state.now.at;
    clear_rule(turn, prompt.rule);
    turn.record(turn.plan.breaks[prompt.rule].name, Outcome::skipped, {prompt.exercise}, Duration::zero());
}

void another(Turn& turn, bool never_again) {
    Prompt& prompt = *turn.state.prompt;
    std::vector<std::string> without = prompt.tried;
    without.push_back(prompt.exercise);
    std::string next = choose(turn.plan, turn.state, turn.plan.breaks[prompt.rule], without);
    if (next.empty() && prompt.tried.size() > 1) {
        // every other one was turned down at this prompt: begin anew
        prompt.tried.clear();
        next = choose(turn.plan, turn.state, turn.plan.breaks[prompt.rule], {prompt.exercise});
    }
    if (next.empty() && !never_again) return turn.refuse(Refusal::no_other_exercise);
    somebody_reacted(turn.state);
    if (never_again) {
        exercise_never(turn.state, prompt.exercise);
    } else {
        exercise_passed_over(turn.state, prompt.exercise);
    }
    prompt.tried.push_back(prompt.exercise);
    show_exercise(turn, next);
}

bool is_up(const State& state, PromptId id) {
    return state.prompt && state.prompt->id == id;
}

/// The prompt has left the screen, or never came there: it stays up in tray and command line.
void leave_screen(Turn& turn, PromptId id, bool failed) {
    if (!is_up(turn.state, id)) return turn.refuse(Refusal::stale_prompt);
    if (std::exchange(turn.state.prompt->on_screen, false)) {
        turn.note(note::OffScreen{turn.state.progress[turn.state.prompt->rule].break_id, failed});
        turn.save = true;
    }
}

} // namespace

void show_prompt(Turn& turn, const Choice& choice) {
    State& state = turn.state;
    const BreakRule& rule = turn.plan.breaks[choice.rule];
    Progress& progress = state.progress[choice.rule];
    Prompt prompt;
    prompt.id = state.next_prompt_id++;
    prompt.rule = choice.rule;
    prompt.reason = choice.reason;
    prompt.shown = state.now.at;
    prompt.due_since = choice.due_since;
    if (state.last_hold_end > choice.due_since) prompt.held_by = state.last_hold;
    prompt.value = state.ledger.now.accounts[choice.rule].active;
    if (progress.prompts == 0) prompt.counted_on = state.tally.day;
    ++progress.prompts;
    if (prompt.counted_on) ++state.tally.breaks_prompted[rule.name];
    stop_waiting(progress);
    state.prompt = std::move(prompt);
    state.open_since.reset();
    start_clock(state.ledger);
    show_exercise(turn, exercise_for(turn, choice.rule));
}

Prompt withdraw_prompt(Turn& turn, Why why) {
    State& state = turn.state;
    Prompt prompt = *std::exchange(state.prompt, std::nullopt);
    Progress& progress = state.progress[prompt.rule];
    progress.prompted_until = state.now.at;
    turn.emit(WithdrawPrompt{prompt.id, progress.break_id, why});
    stop_clock(state.ledger);
    turn.save = true;
    return prompt;
}

void withdraw_for_hold(Turn& turn) {
    const Prompt prompt = withdraw_prompt(turn, Why::hold);
    Progress& progress = turn.state.progress[prompt.rule];
    --progress.prompts;
    if (prompt.counted_on == turn.state.tally.day) --turn.state.tally.breaks_prompted[progress.break_id];
    progress.same_exercise = prompt.exercise;
}

void put_off_prompt(Turn& turn, Why why) {
    const Prompt prompt = withdraw_prompt(turn, why);
    const BreakRule& rule = turn.plan.breaks[prompt.rule];
    Progress& progress = turn.state.progress[prompt.rule];
    let_others_wait(turn, prompt.rule, rule.repeat_after);
    exercise_passed_over(turn.state, prompt.exercise);
    if (progress.prompts < (progress.given_up ? 1 : rule.max_prompts))
        return wait(turn, prompt.rule, rule.repeat_after, WaitCause::repeat_after);
    turn.note(note::GivenUp{rule.name, progress.prompts});
    progress.accounted_at = turn.state.now.at;
    clear_rule(turn, prompt.rule);
    progress.given_up = true;
    turn.record(rule.name, Outcome::unanswered, {prompt.exercise}, Duration::zero());
}

void apply(Turn& turn, const PromptAnswered& answer) {
    if (!turn.state.prompt)
        return turn.refuse(answer.id == 0 ? Refusal::nothing_prompted : Refusal::stale_prompt);
    if (answer.id != 0 && !is_up(turn.state, answer.id)) return turn.refuse(Refusal::stale_prompt);
    switch (answer.answer) {
    case Answer::start: return start_session(turn, turn.state.prompt->rule, {}, answer.by);
    case Answer::snooze: return snooze(turn, answer.snooze);
    case Answer::skip: return skip(turn);
    case Answer::another: return another(turn, false);
    case Answer::never_again: return another(turn, true);
    }
}

void apply(Turn& turn, const PromptClosed& closed) {
    if (!is_up(turn.state, closed.id)) return turn.refuse(Refusal::stale_prompt);
    put_off_prompt(turn, Why::dismissed);
}

void apply(Turn& turn, const PromptExpired& expired) {
    leave_screen(turn, expired.id, false);
}

void apply(Turn& turn, const PromptFailed& failed) {
    leave_screen(turn, failed.id, true);
}

void refresh_prompt(Turn& turn) {
    Prompt& prompt = *turn.state.prompt;
    const bool none_at_all = prompt.exercise.empty() && turn.plan.exercises.empty();
    if (none_at_all || suits(turn.plan, turn.state.bag, prompt.exercise)) return;
    const std::string next = choose(turn.plan, turn.state, turn.plan.breaks[prompt.rule], {});
    if (next != prompt.exercise) show_exercise(turn, next);
}

void somebody_reacted(State& state) {
    for (Progress& progress : state.progress)
        progress.given_up = false;
}

void stop_waiting(Progress& progress) {
    progress.wait_until.reset();
    progress.wait_cause = WaitCause::none;
}

void begin_break(Progress& progress) {
    progress.prompts = 0;
    progress.snoozes = 0;
    stop_waiting(progress);
}

void wait(Turn& turn, std::size_t rule, Duration length, WaitCause cause) {
    Progress& progress = turn.state.progress[rule];
    progress.wait_until = turn.state.now.at + length;
    progress.wait_cause = cause;
    turn.note(note::Wait{progress.break_id, cause, progress.wait_until});
    turn.save = true;
}

void clear_rule(Turn& turn, std::size_t rule) {
    begin_break(turn.state.progress[rule]);
    turn.state.progress[rule].same_exercise.clear();
    set_to_zero(turn.state.ledger, rule);
    turn.save = true;
}

void Turn::record(const std::string& break_id, Outcome outcome, std::vector<std::string> exercises,
                  Duration length) {
    std::erase(exercises, std::string{});
    ++state.tally.outcomes[break_id][outcome];
    emit(Record{break_id, outcome, std::move(exercises), state.now.civil,
                civil_day(state.now.civil, plan.day_starts), length});
    save = true;
}

} // namespace limber
