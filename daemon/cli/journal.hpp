// SPDX-License-Identifier: GPL-3.0-or-later
// Journals: their files, and what they tell: the story, and how things stood at a time.
#pragma once

#include "bus/wire.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/time.hpp"
#include "record/replay.hpp"
#include "words/story_text.hpp"

#include <chrono>
#include <expected>
#include <filesystem>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace limber::cli {

/// The older file first, if it is there: limberd keeps `journal` and `journal.old`. A folder stands for the
/// journal in it, "-" for standard input. Empty if there is none.
[[nodiscard]] std::vector<std::filesystem::path> journal_parts(const std::filesystem::path& journal);

/// Calls `read`; if the file cannot be opened, says so and returns false.
[[nodiscard]] bool with_journal(const std::filesystem::path& part,
                                const std::function<void(std::istream&)>& read);

using LocalTime = std::chrono::local_time<Duration>;

/// Reads one journal after the other, the older ones first.
class Past {
public:
    /// `at`: the local time whose standing is wanted. Without one it is that of the end.
    explicit Past(std::optional<LocalTime> at = {}) : at_(at) {}

    [[nodiscard]] std::expected<record::Replayed, record::JournalProblem> read(std::istream& journal);

    [[nodiscard]] const std::vector<StoryLine>& lines() const { return lines_; }

    /// How things stood at the wanted time; the last one it passed, if the clock was set back. Nothing if
    /// that is before the first event, or while Limber was not running. After the last event: as that left
    /// them.
    [[nodiscard]] std::optional<bus::StatusReport> standing() const;

    /// Local times of the first and the last event; nothing without any.
    [[nodiscard]] std::optional<LocalTime> begins() const { return begins_; }

    [[nodiscard]] std::optional<LocalTime> ends() const { return ends_; }

private:
    void see(const record::ReplayedStep& step);

    std::optional<LocalTime> at_;
    std::vector<StoryLine> lines_;
    std::optional<bus::StatusReport> now_;  ///< after the last step
    std::optional<bus::StatusReport> then_; ///< at the wanted time
    std::optional<LocalTime> begins_;
    std::optional<LocalTime> ends_;
};

} // namespace limber::cli
