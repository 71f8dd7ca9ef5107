// SPDX-License-Identifier: GPL-3.0-or-later
#include "witness.hpp"

#include <rapidcheck.h>
#include <utility>
#include <variant>

namespace limber {

using observer::Fact;
using story::Plain;

std::vector<observer::Rule> observed_rules(const Plan& plan) {
    std::vector<observer::Rule> rules;
    rules.reserve(plan.breaks.size());
    for (const BreakRule& rule : plan.breaks)
        rules.push_back({rule.name, rule.interval, rule.rest});
    return rules;
}

Witness::Witness(const story::Story& story, story::PlayOptions options)
    : observer_(observed_rules(story.plan), story.plan.idle_after), player_(story, std::move(options)) {
    observer_.starts(story.deeds.front().at);
    player_.on_deed([this](const story::Dated& deed) { see(deed); });
    player_.on_step([this](const Event& event, const std::vector<Effect>& effects) {
        if (std::holds_alternative<Rested>(event.what)) observer_.zeroed({}, now());
        for (const Effect& effect : effects)
            see(effect);
        if (on_step_) on_step_(event, effects);
    });
}

void Witness::play() {
    const auto played = player_.play();
    if (!played) RC_FAIL(played.error());
}

void Witness::see(const story::Dated& deed) {
    if (const auto* types = std::get_if<story::Types>(&deed.what)) observer_.input(deed.at, types->until);
    if (const auto* restart = std::get_if<story::Restarts>(&deed.what)) {
        const Fact down = restart->kind == Gap::rest ? Fact::down_at_rest : Fact::down;
        observer_.begins(down, deed.at);
        observer_.ends(down, deed.at + restart->gap);
        observer_.ends(Fact::presence_unknown, deed.at + restart->gap);
        observer_.ends(Fact::session, deed.at);
        observer_.ends(Fact::paused, deed.at);
        observer_.starts(deed.at + restart->gap);
    }
    const auto* plain = std::get_if<Plain>(&deed.what);
    if (plain == nullptr) return;
    switch (*plain) {
    case Plain::presses_a_key: observer_.input(deed.at, deed.at); break;
    case Plain::locks: observer_.begins(Fact::locked, deed.at); break;
    case Plain::unlocks: observer_.ends(Fact::locked, deed.at); break;
    case Plain::leaves: observer_.begins(Fact::elsewhere, deed.at); break;
    case Plain::returns: observer_.ends(Fact::elsewhere, deed.at); break;
    case Plain::sleeps: observer_.begins(Fact::asleep, deed.at); break;
    case Plain::wakes: observer_.ends(Fact::asleep, deed.at); break;
    case Plain::source_lost: observer_.begins(Fact::presence_unknown, deed.at); break;
    case Plain::source_found: observer_.ends(Fact::presence_unknown, deed.at); break;
    default: break;
    }
}

void Witness::see(const Effect& effect) {
    const Duration at = player_.clock_of(effect.at);
    if (const auto* show = std::get_if<ShowPrompt>(&effect.what)) {
        const auto rule = find_rule(player_.desk().plan(), show->break_id);
        RC_ASSERT(rule.has_value());
        if (std::exchange(prompt_, show->id) != show->id)
            observer_.prompt_appears(player_.desk().plan().breaks[*rule].rest, at);
    } else if (std::holds_alternative<WithdrawPrompt>(effect.what)) {
        observer_.prompt_goes(at);
        prompt_ = 0;
    } else if (std::holds_alternative<OpenSession>(effect.what)) {
        observer_.begins(Fact::session, at);
    } else if (const auto* update = std::get_if<UpdateSession>(&effect.what)) {
        if (update->session.paused_at) {
            observer_.begins(Fact::paused, at);
        } else {
            observer_.ends(Fact::paused, at);
        }
    } else if (std::holds_alternative<CloseSession>(effect.what)) {
        observer_.ends(Fact::session, at);
        observer_.ends(Fact::paused, at);
    } else if (const auto* record = std::get_if<Record>(&effect.what)) {
        const bool zero = record->outcome == Outcome::skipped || record->outcome == Outcome::unanswered ||
                          record->outcome == Outcome::done;
        if (zero && !record->break_id.empty()) observer_.zeroed(record->break_id, at);
    }
}

} // namespace limber
