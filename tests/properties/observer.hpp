// SPDX-License-Identifier: GPL-3.0-or-later
// An all-seeing observer of law 2: it is told what truly happened and when, and computes `active` from LAW.md
// §3 and §4 alone, one segment of time after the other, from the beginning, every time it is asked.
#pragma once

#include "core/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace limber::observer {

struct Rule {
    std::string name;
    Duration interval{};
    Duration rest{};
};

/// What can be the case for a while.
enum class Fact {
    locked,
    elsewhere,
    asleep,
    presence_unknown,
    outside_hours,
    down,
    down_at_rest,
    session,
    paused
};

struct Span {
    Duration from{};
    Duration until = Duration::max(); ///< not over yet

    [[nodiscard]] bool holds(Duration at) const { return from <= at && at < until; }
};

/// Times are counted from any one origin. What is told later may not lie before what was told earlier.
class Observer {
public:
    Observer(std::vector<Rule> rules, Duration idle_after)
        : rules_(std::move(rules)), idle_after_(idle_after), facts_(9) {}

    /// The daemon begins to run, which counts as an input.
    void starts(Duration at) { input(at, at); }

    /// Input at every instant, both ends included; only what happens while the machine is awake counts.
    void input(Duration from, Duration until) { inputs_.push_back({from, until}); }

    void begins(Fact fact, Duration at);
    void ends(Fact fact, Duration at);

    void prompt_appears(Duration rest, Duration at) { prompts_.push_back({{at}, rest}); }

    void prompt_goes(Duration at);

    /// `active` is set to zero by an answer, by giving up, by a session done; no name: every rule.
    void zeroed(std::optional<std::string> rule, Duration at) { zeros_.push_back({at, std::move(rule)}); }

    /// As known at `now`, with hindsight.
    [[nodiscard]] Duration active(const std::string& rule, Duration now) const;

    /// The rest spell that runs at `now`, as known then: how long it has lasted.
    [[nodiscard]] std::optional<Duration> resting_for(Duration now) const;

    /// At the desk as known at `now`, just after it.
    [[nodiscard]] bool at_desk(Duration now) const;

private:
    enum class Kind { work, rest, neither };

    struct Prompt {
        Span up;
        Duration rest{};
    };

    struct Zero {
        Duration at{};
        std::optional<std::string> rule;
    };

    struct Segment {
        Duration from{};
        Duration until{};
        Kind kind = Kind::work;
    };

    [[nodiscard]] const std::vector<Span>& spans(Fact fact) const {
        return facts_[static_cast<std::size_t>(fact)];
    }

    [[nodiscard]] bool is(Fact fact, Duration at) const;
    [[nodiscard]] std::vector<Span> true_inputs(Duration now) const;
    [[nodiscard]] std::vector<Span> idle_times(Duration now) const;
    void known_idle(std::vector<Span>& idle, Duration from, Duration threshold, Duration latest,
                    Duration end) const;
    [[nodiscard]] std::vector<Segment> segments(Duration now) const;

    std::vector<Rule> rules_;
    Duration idle_after_;
    std::vector<Span> inputs_;
    std::vector<std::vector<Span>> facts_;
    std::vector<Prompt> prompts_;
    std::vector<Zero> zeros_;
};

} // namespace limber::observer
