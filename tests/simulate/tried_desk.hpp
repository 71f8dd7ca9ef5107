// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated desk with what only tests do to one, or ask of it.
#pragma once

#include "simulate/desk.hpp"

#include <expected>
#include <string>
#include <utility>

namespace limber::simulate {

class TriedDesk : public Desk {
public:
    using Desk::Desk;

    void replace_plan(Plan plan) {
        deliver(AlarmRang{});
        follow_up();
        plan_ = std::move(plan);
        deliver(PlanReplaced{});
        follow_up();
    }

    /// As stop(), and the gap is over.
    [[nodiscard]] std::expected<void, std::string> restart(Duration gap, Gap kind, bool boots,
                                                           Ending ending) {
        auto stopped = stop(gap, kind, boots, ending);
        if (stopped) pass(now() + gap);
        return stopped;
    }

    /// State and text and state again, as a restart does it; nothing else happens.
    /// The error is what read_state() says.
    [[nodiscard]] std::expected<void, std::string> save_and_load() {
        auto read = through_text(state_);
        if (!read) return std::unexpected(read.error());
        state_ = std::move(*read);
        if (hears()) obey();
        return {};
    }

    /// Whether everything that belongs to this instant has been told.
    [[nodiscard]] bool settled() const {
        const auto report = next_report();
        return told_all() && !(report && *report <= now());
    }
};

} // namespace limber::simulate
