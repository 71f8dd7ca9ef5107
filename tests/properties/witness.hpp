// SPDX-License-Identifier: GPL-3.0-or-later
// Follows a story as it is played and tells the observer what truly happened.
#pragma once

#include "observer.hpp"
#include "scenarios/player.hpp"

#include <functional>
#include <optional>
#include <string>

namespace limber {

using namespace simulate;

/// The observer sees input, sleeps and gaps as the story tells them, and what others say as it is told; of
/// the core's effects only those that LAW.md makes facts: prompts that come and go, sessions, what was set to
/// zero, and the silences that are asked for.
class Witness {
public:
    explicit Witness(const story::Story& story, story::PlayOptions options = {});

    /// Called after each step, when the observer knows of it.
    void on_step(story::Player::OnStep on_step) { on_step_ = std::move(on_step); }

    /// Plays it; fails the property on a state that cannot be read.
    void play();

    [[nodiscard]] observer::Observer& observer() { return observer_; }

    [[nodiscard]] const story::Player& player() const { return player_; }

    [[nodiscard]] Duration now() const { return player_.now(); }

    /// In the first step after a time in which nothing was heard: when that began, or from when on nobody
    /// watched.
    [[nodiscard]] std::optional<Duration> unheard_since() const { return unheard_since_; }

    /// That step was late: nobody watched.
    [[nodiscard]] bool late() const { return late_; }

    /// UTC was set forward by so much since the step before.
    [[nodiscard]] Duration clock_gained() const { return gained_; }

private:
    struct Deaf {
        Duration from{};
        Duration until{};
        std::optional<Duration> asked_for;
    };

    void see(const story::Dated& deed);
    void see_done(const story::Dated& deed);
    void hear(const Event& event, const std::vector<Effect>& effects);
    void see(const Effect& effect, Duration at);
    void notice_clock(const Event& event);

    observer::Observer observer_;
    story::Player player_;
    story::Player::OnStep on_step_;
    PromptId prompt_ = 0;
    std::optional<Deaf> deaf_;
    std::optional<Duration> unheard_since_;
    bool late_ = false;
    std::optional<Stamp> last_;
    std::optional<Instant> booted_;
    Duration gained_{};
};

[[nodiscard]] std::vector<observer::Rule> observed_rules(const Plan& plan);

} // namespace limber
