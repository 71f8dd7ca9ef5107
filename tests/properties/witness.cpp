// SPDX-License-Identifier: GPL-3.0-or-later
#include "witness.hpp"

#include "core/overloaded.hpp"

#include <algorithm>
#include <rapidcheck.h>
#include <utility>
#include <variant>

namespace limber {

using namespace simulate;

using namespace std::chrono_literals;
using observer::Word;
using story::Plain;

namespace {

/// Somebody is there who wants something (LAW.md §12, certain input).
bool is_certain(const Happening& what) {
    return std::visit(
        Overloaded{[](const PromptAnswered&) { return true; }, [](const StartRequested&) { return true; },
                   [](const SessionSteered&) { return true; }, [](const PauseRequested&) { return true; },
                   [](const ResumeRequested&) { return true; }, [](const Rested&) { return true; },
                   [](const ExerciseAllowed&) { return true; }, [](const auto&) { return false; }},
        what);
}

bool refused(const std::vector<Effect>& effects) {
    return std::ranges::any_of(
        effects, [](const Effect& effect) { return std::holds_alternative<Ignored>(effect.what); });
}

} // namespace

std::vector<observer::Rule> observed_rules(const Plan& plan) {
    std::vector<observer::Rule> rules;
    rules.reserve(plan.breaks.size());
    for (const BreakRule& rule : plan.breaks)
        rules.push_back({rule.name, rule.interval, rule.rest});
    return rules;
}

Witness::Witness(const story::Story& story, story::PlayOptions options)
    : observer_(observed_rules(story.plan), story.plan.idle_after,
                story.plan.passive_screen == PassiveScreen::count),
      player_(story, std::move(options)) {
    player_.on_deed([this](const story::Dated& deed) { see(deed); });
    player_.on_done([this](const story::Dated& deed) { see_done(deed); });
    player_.on_step([this](const Event& event, const std::vector<Effect>& effects) {
        hear(event, effects);
        if (on_step_) on_step_(event, effects);
    });
}

void Witness::play() {
    const auto played = player_.play();
    if (!played) RC_FAIL(played.error());
}

void Witness::see(const story::Dated& deed) {
    if (const auto* types = std::get_if<story::Types>(&deed.what)) observer_.input(deed.at, types->until);
    if (const auto* restart = std::get_if<story::Restarts>(&deed.what))
        observer_.ends(deed.at, restart->kind == Gap::rest);
    const auto* plain = std::get_if<Plain>(&deed.what);
    if (plain == nullptr) return;
    switch (*plain) {
    case Plain::presses_a_key: observer_.input(deed.at, deed.at); break;
    case Plain::sleeps: observer_.sleeps(deed.at); break;
    case Plain::wakes: observer_.wakes(deed.at); break;
    default: break;
    }
}

/// What is asked for is known when the last step before the silence is over.
void Witness::see_done(const story::Dated& deed) {
    const auto* unwatched = std::get_if<story::Unwatched>(&deed.what);
    if (unwatched == nullptr || unwatched->until <= deed.at) return;
    deaf_ = Deaf{deed.at, unwatched->until, {}};
    const Instant asked = next_change(player_.desk().plan(), player_.desk().state());
    if (asked != never && unwatched->until - player_.clock_of(asked) > 1min)
        deaf_->asked_for = player_.clock_of(asked);
    observer_.hears_nothing(deaf_->from, deaf_->until, deaf_->asked_for);
}

void Witness::notice_clock(const Event& event) {
    gained_ = {};
    const std::optional<Stamp> before = std::exchange(last_, event.stamp);
    if (const auto* started = std::get_if<Started>(&event.what)) {
        const bool longer = started->other_boot && started->kind == Gap::rest;
        booted_ = longer ? std::optional{event.stamp.at} : std::nullopt;
        return;
    }
    if (!before) return;
    gained_ = (event.stamp.civil.utc - before->civil.utc) - (event.stamp.at - before->at);
    if (booted_ && gained_ > 1min && event.stamp.at <= *booted_ + 10min)
        observer_.gap_was_longer(gained_, now());
}

void Witness::hear(const Event& event, const std::vector<Effect>& effects) {
    const Duration at = now();
    const bool slept = last_ && event.stamp.asleep > last_->asleep;
    unheard_since_.reset();
    late_ = false;
    if (deaf_ && at >= deaf_->until) {
        late_ = deaf_->asked_for.has_value();
        unheard_since_ = deaf_->asked_for.value_or(deaf_->from);
        deaf_.reset();
    }
    // What a rest took away while nobody heard was gone before anything is told.
    if (slept || unheard_since_) {
        for (const Effect& effect : effects) {
            const auto* gone = std::get_if<WithdrawPrompt>(&effect.what);
            if (gone != nullptr && gone->why != Why::replaced) observer_.prompt_goes(at, true);
        }
    }
    notice_clock(event);
    std::visit(Overloaded{[&](const Started&) { observer_.starts(at); },
                          [&](const PresenceLost&) { observer_.source({}, at); },
                          [&](const PresenceFound& found) {
                              observer_.source(observer::Sight{found.blind, found.finest}, at);
                          },
                          [&](const Locked& lock) {
                              observer_.says(lock.requested ? Word::lock_request : Word::lock, at);
                          },
                          [&](const Unlocked&) { observer_.says(Word::unlock, at); },
                          [&](const SessionLeft&) { observer_.says(Word::leave, at); },
                          [&](const SessionReturned&) { observer_.says(Word::come_back, at); },
                          [&](const QuietChanged& quiet) {
                              if (quiet.what == "inhibitor") observer_.film(quiet.level == Level::on, at);
                          },
                          [&](const Rested&) { observer_.zeroed({}, at); }, [](const auto&) {}},
               event.what);
    if (is_certain(event.what) && !refused(effects)) observer_.certain(at);
    for (const Effect& effect : effects)
        see(effect, at);
    observer_.asks_for(idle_watches(player_.desk().plan(), player_.desk().state()), at);
}

void Witness::see(const Effect& effect, Duration at) {
    const auto session = [&](const Session& one) {
        const Instant until = one.paused_at ? *one.paused_at + 10min : end_of(one);
        observer_.session(one.paused_at.has_value(), player_.clock_of(until), at);
    };
    std::visit(Overloaded{[&](const ShowPrompt& show) {
                              const auto rule = find_rule(player_.desk().plan(), show.break_id);
                              RC_ASSERT(rule.has_value());
                              if (std::exchange(prompt_, show.id) != show.id)
                                  observer_.prompt_appears(player_.desk().plan().breaks[*rule].rest, at);
                          },
                          [&](const WithdrawPrompt&) {
                              observer_.prompt_goes(at);
                              prompt_ = 0;
                          },
                          [&](const OpenSession& open) { session(open.session); },
                          [&](const UpdateSession& update) { session(update.session); },
                          [&](const CloseSession&) { observer_.session_closes(at); },
                          [&](const Record& record) {
                              const bool zero = record.outcome == Outcome::skipped ||
                                                record.outcome == Outcome::unanswered ||
                                                record.outcome == Outcome::done;
                              // what a step brings is told at its end, and became true when the record says
                              const Duration ago = player_.desk().state().now.civil.utc - record.when.utc;
                              const Duration when = ago >= 0s && ago < 1h ? at - ago : at;
                              if (zero && !record.break_id.empty()) observer_.zeroed(record.break_id, when);
                          },
                          [](const auto&) {}},
               effect.what);
}

} // namespace limber
