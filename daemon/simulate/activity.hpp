// SPDX-License-Identifier: GPL-3.0-or-later
// What a person did at a desk, read line by line from the format of LAW.md §11 or from an ActivityWatch
// export.
#pragma once

#include "core/event.hpp"
#include "core/time.hpp"

#include <cstdint>
#include <expected>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace limber::simulate {

/// Input at every instant from the action's time to `until`, both included.
struct Typing {
    Duration until{};

    bool operator==(const Typing&) const = default;
};

/// A single input of no length.
struct SingleInput {
    bool operator==(const SingleInput&) const = default;
};

enum class Occurrence {
    lock,
    unlock,
    lock_request,
    sleep,
    wake,
    leave_session,
    return_session,
    presence_unknown,
    presence_known,
    dismiss, ///< this and the next two: of the prompt that is up
    expire,
    fail,
    pause_session,
    resume_session,
    end
};

struct HoldChange {
    std::string what;
    bool on = false;

    bool operator==(const HoldChange&) const = default;
};

/// An idle inhibitor (a film, a call) comes or goes.
struct InhibitorChange {
    bool on = false;

    bool operator==(const InhibitorChange&) const = default;
};

/// The idle source cannot see that input stops while an inhibitor is on; or it can.
struct BlindnessChange {
    bool on = false;

    bool operator==(const BlindnessChange&) const = default;
};

/// No event reaches the core from here to `until`.
struct NobodyWatches {
    Duration until{};

    bool operator==(const NobodyWatches&) const = default;
};

/// The daemon ends and starts again after `gap`, all of which is of this kind.
struct DaemonRestart {
    Duration gap{};
    Gap kind = Gap::neither;

    bool operator==(const DaemonRestart&) const = default;
};

/// The wall clock alone jumps; `by` may be negative.
struct ClockStep {
    Duration by{};

    bool operator==(const ClockStep&) const = default;
};

/// One line: what happened, `at` counted from the start.
struct Action {
    Duration at{};
    std::variant<Typing, SingleInput, Occurrence, HoldChange, ClockStep, InhibitorChange, BlindnessChange,
                 NobodyWatches, DaemonRestart>
        what;

    bool operator==(const Action&) const = default;
};

/// Where and why reading stopped. Line and column count from 1; column 0: the line as a whole.
struct ActivityProblem {
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::string message;
};

/// A moment, such as the start of a file whose times are dates, and the offset of the local time it was
/// written in.
struct FileClock {
    Utc utc{};
    std::chrono::seconds offset{};
};

/// Gives actions in order of time, nothing at the end. After a problem it must not be asked again.
class ActivitySource {
public:
    virtual ~ActivitySource() = default;
    [[nodiscard]] virtual std::expected<std::optional<Action>, ActivityProblem> next() = 0;

    /// Known from the beginning; nothing if times are seconds from the start.
    [[nodiscard]] virtual std::optional<FileClock> clock() const = 0;
};

/// Looks at the beginning of `text` and chooses the reader. Lines are read as they are asked for, in constant
/// memory; of an ActivityWatch export the `not-afk` times are kept. `text` must outlive the source.
[[nodiscard]] std::expected<std::unique_ptr<ActivitySource>, ActivityProblem>
open_activity(std::istream& text);

/// The reader of ActivityWatch exports. `not-afk` events are continuous input; what overlaps or touches is
/// one stretch. Exports put the newest first, so all of them are read before the first action.
[[nodiscard]] std::expected<std::unique_ptr<ActivitySource>, ActivityProblem>
open_activity_watch(std::istream& text);

/// "2025-01-06T09:00:00.5+01:00"; "Z", lower case and a space instead of the T are read too. Years 1970 …
/// 2200.
[[nodiscard]] std::optional<FileClock> parse_rfc3339(std::string_view text);

} // namespace limber::simulate
