// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated stretch of time for people: day by day, lines as they come and a picture at each day's end.
#pragma once

#include "core/note.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/time.hpp"
#include "day_lines.hpp"
#include "day_picture.hpp"
#include "simulate/desk.hpp"
#include "simulate/lines.hpp"
#include "simulate/reckoning.hpp"

#include <QString>

#include <functional>
#include <string>

namespace limber::cli {

/// What the story is written on.
struct Page {
    int columns = 80;
    bool beyond_ascii = true;
    bool dated = false; ///< days have a date, not only a weekday
};

/// Takes constant memory: one day of seconds, and what is not over yet.
class DayStory {
public:
    using Print = std::function<void(const QString&)>;

    /// `plan` must outlive it.
    DayStory(const Plan& plan, Page page, Print print);

    // What run() calls.
    void tell(const simulate::Line& line);
    void watch(Duration at, const simulate::Desk& desk);

    /// Prints what is left of the last day, and what it all came to.
    void finish();

private:
    /// On the wall, as long as nobody sets that clock.
    [[nodiscard]] Moment moment(Duration at) const { return clock_ + (at - at_); }

    [[nodiscard]] Day day_of(Moment at) const;
    void pass(Duration at, const State& state);
    void paint(Moment from, Moment until, Scene scene);
    void correct(Moment began);
    void picture_prompt();
    void tell(const Note& note);
    void head();
    void end_day();

    const Plan& plan_;
    Page page_;
    Print print_;
    simulate::Reckoner reckoner_;
    DayLines lines_;
    DayPicture picture_;

    // As of the last step.
    Duration at_{};
    Moment clock_{};
    Duration asleep_{};
    Scene scene_ = Scene::nothing;
    bool begun_ = false;

    Day day_{};
    bool headed_ = false;
    Moment present_since_{}; ///< the latest time painted as presence …
    Moment present_until_{};
    Moment session_until_{};
    std::string prompted_; ///< the break of the last prompt, shown …
    Moment prompted_at_{}; ///< … then
    bool prompt_new_ = false;
    bool prompt_taken_ = false;
};

} // namespace limber::cli
