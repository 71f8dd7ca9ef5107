// SPDX-License-Identifier: GPL-3.0-or-later
// What simulated time amounts to: how often the person was asked, what became of it, and how long they sat.
#pragma once

#include "desk.hpp"
#include "run.hpp"

namespace limber::simulate {

struct Reckoning {
    std::int64_t breaks = 0;  ///< prompted for, each counted once
    std::int64_t taken = 0;   ///< of these: done, or followed by resting
    std::int64_t natural = 0; ///< rests unasked, but for those in a guided break of another rule
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
    Reckoning so_far_;
    bool first_ = false; ///< the last prompt was the first one for its break
    bool guided_ = false;
    std::string guided_break_;
    Duration last_{};
    bool at_desk_ = false;
    Duration desk_since_{}; ///< the latest unbroken time at the desk …
    Duration desk_until_{}; ///< … and until when it has been counted
    Duration stretch_{};
    bool rested_ = false;
};

} // namespace limber::simulate
