// SPDX-License-Identifier: GPL-3.0-or-later
// Follows a story as it is played and tells the observer what truly happened.
#pragma once

#include "observer.hpp"
#include "scenarios/player.hpp"

#include <functional>
#include <string>

namespace limber {

/// The observer sees deeds as they are told; of the core's effects only those that LAW.md makes facts:
/// prompts that come and go, sessions, and what was set to zero.
class Witness {
public:
    explicit Witness(const story::Story& story, story::PlayOptions options = {});

    /// Called after each step, when the observer knows of it.
    void on_step(story::Player::OnStep on_step) { on_step_ = std::move(on_step); }

    /// Plays it; fails the property on a state that cannot be read.
    void play();

    [[nodiscard]] const observer::Observer& observer() const { return observer_; }

    [[nodiscard]] const story::Player& player() const { return player_; }

    [[nodiscard]] Duration now() const { return player_.now(); }

private:
    void see(const story::Dated& deed);
    void see(const Effect& effect);

    observer::Observer observer_;
    story::Player player_;
    story::Player::OnStep on_step_;
    PromptId prompt_ = 0;
};

[[nodiscard]] std::vector<observer::Rule> observed_rules(const Plan& plan);

} // namespace limber
