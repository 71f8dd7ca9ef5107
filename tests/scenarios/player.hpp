// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a story at a simulated desk and writes down what happened, in the words of the stories.
#pragma once

#include "simulate/tried_desk.hpp"
#include "story.hpp"

#include <functional>
#include <string>
#include <vector>

namespace limber::story {

using namespace simulate;

/// An effect, and when: counted from midnight like everything in a story.
struct Seen {
    Duration at{};
    Effect effect;

    bool operator==(const Seen&) const = default;
};

struct PlayOptions {
    std::uint64_t seed = 1;
    Instant boot{std::chrono::hours{1}};
    std::vector<Duration> ticks;  ///< extra alarms, ascending, counted from midnight
    bool reload_at_ticks = false; ///< reload the same plan there as well
    bool save_and_load = false;   ///< after every deed
};

class Player {
public:
    using OnStep = std::function<void(const Event&, const std::vector<Effect>&)>;
    using OnDeed = std::function<void(const Dated&)>;

    explicit Player(const Story& story, PlayOptions options = {});

    /// Called after each step of the core.
    void on_step(OnStep on_step) { on_step_ = std::move(on_step); }

    /// Called just before each deed, when time has passed up to it.
    void on_deed(OnDeed on_deed) { on_deed_ = std::move(on_deed); }

    /// The error is a sentence about a state that could not be read.
    [[nodiscard]] std::expected<void, std::string> play();

    [[nodiscard]] const TriedDesk& desk() const { return desk_; }

    /// Called just after each deed.
    void on_done(OnDeed on_done) { on_done_ = std::move(on_done); }

    /// Now, counted from midnight.
    [[nodiscard]] Duration now() const { return start_ + desk_.now(); }

    [[nodiscard]] Duration clock_of(Instant at) const { return start_ + desk_.since_start(at); }

    [[nodiscard]] const std::vector<Seen>& seen() const { return seen_; }

    /// What happened, one line each.
    [[nodiscard]] const std::vector<std::string>& told() const { return told_; }

private:
    void hear(const Event& event, const std::vector<Effect>& effects);
    void tell(Duration at, const Effect& effect);
    void look();
    void tell_who_is_there();
    void change_sight(bool blind, bool can_be_asked);
    [[nodiscard]] std::expected<void, std::string> perform(const Deed& deed);
    void perform_plain(Plain deed);
    void pass(Duration until);

    const Story& story_;
    PlayOptions options_;
    Duration start_;
    OnStep on_step_;
    OnDeed on_deed_;
    OnDeed on_done_;
    std::vector<Seen> seen_;
    std::vector<std::string> told_;
    PromptId prompt_ = 0;
    PromptId prompt_before_ = 0;
    std::size_t ticked_ = 0;
    TriedDesk desk_;
};

} // namespace limber::story
