// SPDX-License-Identifier: GPL-3.0-or-later
// What simulated time amounts to: how often the person was asked, what became of it, and how long they sat.
#pragma once

#include "core/time.hpp"
#include "desk.hpp"
#include "lines.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace limber::simulate {

struct Reckoning {
    std::int64_t prompts = 0; ///< shown, repeated ones included
    std::int64_t breaks = 0;  ///< prompted for, each counted once
    std::int64_t done = 0;    ///< records, from here on
    std::int64_t followed = 0;
    std::int64_t natural = 0;
    std::int64_t covered = 0; ///< natural ones in a guided break of another rule
    std::int64_t snoozed = 0;
    std::int64_t skipped = 0;
    std::int64_t abandoned = 0;
    std::int64_t unanswered = 0;
    /// Prompts that stood in front of an empty chair for longer than it takes to know that it is empty, and
    /// that no rest took away.
    std::int64_t stayed = 0;
    Duration at_desk{};
    /// At the desk between two rests. A rest is a session that was done, or as long as the shortest break.
    Duration longest{};
};

/// Listens to a run: both functions belong to run()'s `tell` and `watch`.
class Reckoner {
public:
    void tell(const Line& line);
    void watch(Duration at, const Desk& desk);

    /// As known now; also in the middle.
    [[nodiscard]] Reckoning result() const;

private:
    void note_chair(Duration at, const Desk& desk);

    struct Prompt {
        Duration shown{};
        bool first = false; ///< of its break
        bool alone = false; ///< for longer than idle_after
    };

    Reckoning so_far_;
    bool guided_ = false;
    std::string guided_break_;
    Duration last_{};
    Duration input_{}; ///< the last input known to have happened
    bool at_desk_ = false;
    Duration desk_since_{}; ///< the latest unbroken time at the desk …
    Duration desk_until_{}; ///< … and until when it has been counted
    Duration stretch_{};
    bool rested_ = false;
    std::optional<Prompt> prompt_;
    std::optional<Why> gone_; ///< said, but not yet reckoned
};

} // namespace limber::simulate
