// SPDX-License-Identifier: GPL-3.0-or-later
// Port: what was done, and where the daemon left off.
#pragma once

#include "core/effect.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace limber::history {

/// Where and when a state was saved, so that the gap until the next start can be measured:
/// CLOCK_BOOTTIME begins anew at each boot.
struct SavedState {
    std::string text; ///< write_state()
    std::string boot_id;
    Stamp stamp;

    bool operator==(const SavedState&) const = default;
};

/// What a person must know of the history, in a sentence.
struct HistoryProblem {
    std::string sentence;
    bool mended = false; ///< it has happened, and was dealt with; else it lasts

    bool operator==(const HistoryProblem&) const = default;
};

/// Only the daemon writes. Nothing here fails: what cannot be written is kept in memory and written with the
/// next write that can be, and problems() says so meanwhile.
class History {
public:
    virtual ~History() = default;

    /// What one step decided, in one transaction: after kill -9 at any instant there is all of it or nothing.
    virtual void write(const std::vector<Record>& records, const std::optional<SavedState>& state) = 0;

    /// What was written last, by this run or the one before; nothing, if there is none that can be read.
    [[nodiscard]] virtual std::optional<SavedState> saved() = 0;

    /// saved() was not understood in all its parts, for this `reason`: it is kept when the next state takes
    /// its place, so that who understands it will find it.
    virtual void keep_saved(const std::string& reason, bool nothing_taken) = 0;

    /// What lasts, and what has happened since the start.
    [[nodiscard]] virtual std::vector<HistoryProblem> problems() const = 0;
};

} // namespace limber::history
