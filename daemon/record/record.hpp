// SPDX-License-Identifier: GPL-3.0-or-later
// Saved states and journals as text, and back. A journal says what happened, what was decided and why, a line
// of JSON each; it begins with a plan and the state before its first event, so that every run can be run
// again: a bug report is a journal. Nothing private is in it: no titles, no keys, no health tags.
#pragma once

#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/note.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"

#include <expected>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace limber::record {

[[nodiscard]] std::string write_state(const State& state);

/// A state of this version or an earlier one; of a later one what is known of it. `left_out` gets the parts
/// that were not understood, each with the reason; the error says why there is no state at all.
[[nodiscard]] std::expected<State, std::string> read_state(std::string_view text,
                                                           std::vector<std::string>* left_out = nullptr);

/// A plan without the person's health: what it bars is excluded, as if the person did not like it.
[[nodiscard]] Plan without_health(Plan plan);

using JournalEntry = std::variant<Plan, State, Event, Effect, Note>;

/// Without its end.
[[nodiscard]] std::string journal_line(const JournalEntry& entry);

/// A line of this version or an earlier one, understood as a whole. The error says what is wrong with it.
[[nodiscard]] std::expected<JournalEntry, std::string> read_journal_line(std::string_view line);

} // namespace limber::record
