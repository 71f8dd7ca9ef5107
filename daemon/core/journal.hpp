// SPDX-License-Identifier: GPL-3.0-or-later
// What happened and what was decided, as lines of text and back. A journal begins with a plan and the state
// before its first event, so that every run can be run again: a bug report is a journal. Nothing private is
// in it: no titles, no keys, no health tags.
#pragma once

#include "effect.hpp"
#include "event.hpp"
#include "plan.hpp"
#include "state.hpp"

#include <expected>
#include <string>
#include <string_view>
#include <variant>

namespace limber {

/// A plan without the person's health: exercises that are not for this person are left out instead.
[[nodiscard]] Plan without_health(Plan plan);

/// One line each, without the newline.
[[nodiscard]] std::string journal_line(const Plan& plan);
[[nodiscard]] std::string journal_line(const State& state);
[[nodiscard]] std::string journal_line(const Event& event);
[[nodiscard]] std::string journal_line(const Effect& effect);

using JournalEntry = std::variant<Plan, State, Event, Effect>;

/// The error says what is wrong with the line.
[[nodiscard]] std::expected<JournalEntry, std::string> read_journal_line(std::string_view line);

} // namespace limber
