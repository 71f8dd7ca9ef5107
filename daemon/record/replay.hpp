// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a journal again, step by step, and compares what comes of it with what the journal says.
#pragma once

#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/note.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace limber::record {

using limber::operator==;

/// Why a journal cannot be read further. Lines count from 1.
struct JournalProblem {
    std::uint64_t line = 0;
    std::string message;
};

/// The first line that says something else than the step. `expected` is the journal's line, `got` what the
/// step brought instead; empty: nothing.
struct JournalDifference {
    std::uint64_t line = 0;
    std::string expected;
    std::string got;
};

/// One step that was run again. References hold until the next one.
struct ReplayedStep {
    std::uint64_t line = 0; ///< of the event
    const Plan& plan;
    const State& before;
    const State& after;
    const Event& event;
    const std::vector<Effect>& effects;
    const std::vector<Note>& notes; ///< as the journal has them, or an earlier one would have
};

struct Replayed {
    std::uint64_t events = 0;
    std::uint64_t effects = 0;
    bool cut = false; ///< the text ends within a line or within a step; all that was there has been compared
    std::optional<JournalDifference> difference; ///< the first one; the text was read to its end all the same
};

/// Reads line by line, in constant memory. A journal may consist of several ones, each with its own state to
/// begin with.
[[nodiscard]] std::expected<Replayed, JournalProblem>
replay(std::istream& text, const std::function<void(const ReplayedStep&)>& see = {});

} // namespace limber::record
