// SPDX-License-Identifier: GPL-3.0-or-later
// A day in a test: a simulated desk whose effects are kept as dated lines ("09:30:30 prompt micro").
#pragma once

#include "simulate/desk.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace limber::testing {

using namespace std::chrono_literals;

/// micro 30 min / 40 s and long 60 min / 5 min, as in the law's examples, with four exercises.
[[nodiscard]] Plan office_plan();

/// One exercise of one phase.
[[nodiscard]] Exercise exercise(const std::string& id, const std::string& area, Duration length);

/// Begins at 09:00 UTC on a Monday; times are told from there.
class OfficeDay {
public:
    explicit OfficeDay(Plan plan = office_plan(), std::uint64_t seed = 1);
    OfficeDay(const OfficeDay&) = delete;
    OfficeDay& operator=(const OfficeDay&) = delete;

    Desk desk;

    [[nodiscard]] Duration active(const std::string& rule) const;
    [[nodiscard]] bool saw(const std::string& line) const;
    [[nodiscard]] int count(const std::string& part) const;
    /// Everything seen, for messages.
    [[nodiscard]] std::string all() const;
    [[nodiscard]] PromptId prompt_id() const;

private:
    void note(const Event& event, const std::vector<Effect>& effects);

    std::vector<std::string> lines_;
};

} // namespace limber::testing
