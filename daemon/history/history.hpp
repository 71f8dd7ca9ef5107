// SPDX-License-Identifier: GPL-3.0-or-later
// Port: what was done, and where the daemon left off.
#pragma once

#include "core/effect.hpp"
#include "core/time.hpp"

#include <expected>
#include <filesystem>
#include <memory>
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

/// The history in an SQLite file that may be locked, deleted, damaged, from another version, on a full disk,
/// or in use by another limberd.
///
/// Makes the file and its folder where they are missing. While the file cannot be opened for writing, what
/// can still be read of it is saved(), and each write tries again. Up to 10,000 records of this run are kept,
/// written or not: a file that has been deleted or damaged meanwhile is begun anew with them and the state.
///
/// A file that is damaged, not Limber's, unreadable, or a directory is moved aside under a dated name. One of
/// a newer Limber, and one that another limberd writes (also on another host), is left alone. A state that
/// this run has not read, or not understood, is kept in the table kept_state before it is replaced.
[[nodiscard]] std::unique_ptr<History> open_history(const std::filesystem::path& file);

/// Whether programs beside the daemon can read it, also while the daemon writes; never makes or moves a file.
[[nodiscard]] std::expected<void, std::string> try_history(const std::filesystem::path& file);

} // namespace limber::history
