// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can happen to the core. Adapters make these; the runner stamps them.
#pragma once

#include "naming.hpp"
#include "time.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace limber {

using PromptId = std::uint32_t; ///< never 0

enum class Gap { first, rest, neither };
enum class Level { unknown, off, on };
enum class Answer { start, snooze, skip, another, never_again };
enum class Steering { pause, resume, repeat, next, enough, stop };

/// The daemon runs again after `gap`. rest: the machine was off or asleep, or the session locked or gone.
struct Started {
    Duration gap{};
    Gap kind = Gap::first;
    bool other_boot = false; ///< the machine was started anew meanwhile
};

/// Time passed; also the right event for "the clocks changed" and "something may have slept".
struct AlarmRang {};

/// No input for `silence` as of the stamp, in time awake (what input timers count). A source that cannot
/// see input from before its watch began says since when it has watched; one that can leaves the_past.
struct BecameIdle {
    Duration silence{};
    Instant watched_since = the_past;
};

/// The first input after a BecameIdle, whatever thresholds are asked for now.
struct BecameActive {};

/// No source tells of input any more; nothing is known until PresenceFound.
struct PresenceLost {};

/// A source tells of input; also said by one that tells already, when one of these has changed.
struct PresenceFound {
    bool blind = false;        ///< it cannot see that input stops while an idle inhibitor is on
    bool can_be_asked = false; ///< how long there has been no input; then it is not blind
    Duration finest{};         ///< the shortest silence it can tell
};

/// The screen is locked; or (`requested`) somebody has asked the locker to do so.
struct Locked {
    bool requested = false;
};

struct Unlocked {};

struct SessionLeft {}; ///< another session or virtual terminal is in front

struct SessionReturned {};

/// The machine announced that it will sleep: the state is saved. The sleep itself is seen in the stamps.
struct SleepAnnounced {};

/// A quiet level changed: one of those that can hold a prompt back (words/holds.hpp), or
/// "inhibitor" (an idle inhibitor such as a video), which matters to `passive_screen` alone.
struct QuietChanged {
    std::string what;
    Level level = Level::unknown;
};

/// Who shows a session: the window, or the program that asked for it (`caller`). The token lets the window
/// take the focus; it is handed on, never written down.
struct ShownBy {
    bool caller = false;
    std::string token;
};

/// It names programs and hosts.
template <>
inline constexpr std::array<std::string_view, 1> unwritten<ShownBy>{"token"};

/// An answer to the prompt `id`. `snooze` is the length wished for; 0: the shortest offered.
struct PromptAnswered {
    PromptId id = 0;
    Answer answer = Answer::start;
    Duration snooze{};
    ShownBy by; ///< for `start`
};

/// Closed by the person without an answer.
struct PromptClosed {
    PromptId id = 0;
};

/// The server took it off the screen by itself.
struct PromptExpired {
    PromptId id = 0;
};

/// The prompt could not be shown, or its server went away.
struct PromptFailed {
    PromptId id = 0;
};

/// Start a session for a rule, or for one exercise (rule empty), or for both. Both empty: the rule that is
/// prompted for, else the first one. `replace`: stop a running session first.
struct StartRequested {
    std::string rule;
    std::string exercise;
    bool replace = false;
    ShownBy by;
};

struct SessionSteered {
    Steering how = Steering::stop;
};

/// How long a pause lasts.
struct UntilResumed {};

struct ForDuration {
    Duration length{};
};

/// Until the next local time of day, as a distance from midnight.
struct UntilClock {
    Duration time_of_day{};
};

/// Until the next civil day begins (`day_starts`).
struct UntilTomorrow {};

struct PauseRequested {
    std::variant<UntilResumed, ForDuration, UntilClock, UntilTomorrow> until;
};

struct ResumeRequested {};

/// "I have rested."
struct Rested {};

/// Suggest this exercise again after `never`. Empty: all of them.
struct ExerciseAllowed {
    std::string exercise;
};

/// The plan given to this step is a new one. The runner first lets the old plan see an AlarmRang at the
/// same stamp.
struct PlanReplaced {};

using Happening =
    std::variant<Started, AlarmRang, BecameIdle, BecameActive, PresenceLost, PresenceFound, Locked, Unlocked,
                 SessionLeft, SessionReturned, SleepAnnounced, QuietChanged, PromptAnswered, PromptClosed,
                 PromptExpired, PromptFailed, StartRequested, SessionSteered, PauseRequested, ResumeRequested,
                 Rested, ExerciseAllowed, PlanReplaced>;

struct Event {
    Stamp stamp;
    Happening what;
};

} // namespace limber
