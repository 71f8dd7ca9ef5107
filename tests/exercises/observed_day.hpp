// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated desk where every exercise that a person gets to see is written down, whichever way it came.
#pragma once

#include "simulate/tried_desk.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace limber::testing {

using namespace simulate;

/// A session as it was opened.
struct Opened {
    Duration desk_time{};         ///< time at the desk so far
    std::vector<std::string> bag; ///< the turns left, this one's included
    Session session;
};

class ObservedDay {
public:
    /// What to do about a prompt; called once for each that is shown.
    using Answering = std::function<void(ObservedDay& day, const ShowPrompt& prompt)>;

    /// Nine o'clock on a Monday.
    ObservedDay(Plan plan, std::uint64_t seed, Answering answering);
    ObservedDay(const ObservedDay&) = delete;
    ObservedDay& operator=(const ObservedDay&) = delete;
    ObservedDay(ObservedDay&&) = delete;
    ObservedDay& operator=(ObservedDay&&) = delete;
    ~ObservedDay() = default;

    TriedDesk desk;
    std::vector<std::string> shown; ///< ids in prompts, sessions, their phases, and records
    std::vector<ShowPrompt> prompts;
    std::vector<Opened> sessions;
    int refusals = 0;

    void answer(const ShowPrompt& prompt, Answer answer);
    /// Types until so much more time was spent at the desk.
    void work(Duration time);

private:
    void note(const std::vector<Effect>& effects);

    Answering answering_;
};

/// Every prompt is answered with start, and the session runs to its end.
void does_it(ObservedDay& day, const ShowPrompt& prompt);

} // namespace limber::testing
