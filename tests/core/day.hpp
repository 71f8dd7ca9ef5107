// SPDX-License-Identifier: GPL-3.0-or-later
// A day in a test: a simulated desk whose effects are kept as dated lines ("09:30:30 prompt micro").
#pragma once

#include "simulate/tried_desk.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace limber::testing {

using namespace simulate;

using namespace std::chrono_literals;

/// micro 30 min / 40 s and long 60 min / 5 min, as in the law's examples, with four exercises.
[[nodiscard]] Plan office_plan();

/// The same without the long one.
[[nodiscard]] Plan micro_alone();

/// One exercise of one phase.
[[nodiscard]] Exercise exercise(const std::string& id, const std::string& area, Duration length);

/// Before an idle inhibitor such as a film this source does not see that input stops.
inline constexpr PresenceFound blind_source{.blind = true, .finest = 1s};

[[nodiscard]] QuietChanged film(Level level);

/// What a day brought, as dated lines.
class Lines {
public:
    [[nodiscard]] bool saw(const std::string& line) const;
    [[nodiscard]] int count(const std::string& part) const;
    /// Everything seen, for messages.
    [[nodiscard]] std::string all() const;

protected:
    /// `since_nine`: of an instant at which effects were told.
    void tell(const std::vector<Effect>& effects, const std::function<Duration(Instant)>& since_nine);

private:
    std::vector<std::string> lines_;
};

/// Begins at 09:00 UTC on a Monday; times are told from there.
class OfficeDay : public Lines {
public:
    explicit OfficeDay(Plan plan = office_plan(), std::uint64_t seed = 1);
    OfficeDay(const OfficeDay&) = delete;
    OfficeDay& operator=(const OfficeDay&) = delete;

    TriedDesk desk;

    [[nodiscard]] Duration active(const std::string& rule) const;
    [[nodiscard]] PromptId prompt_id() const;
};

/// The same Monday told event by event, without a desk in between: for reports that come late, or that no
/// well-behaved source would make. Until a BecameIdle somebody types.
class BareDay : public Lines {
public:
    explicit BareDay(Plan its_plan = office_plan(), PresenceFound source = {.finest = 1s});

    Plan plan;
    State state;
    std::vector<Note> notes;
    Duration clock_set{}; ///< the wall clock has been set forward by this so far
    Civil zone;           ///< offset and next change of the days to come

    /// `what` at `at`, after an alarm at every wake-up that was asked for: the shell's promise. `asleep`: all
    /// sleep so far; what is new of it ends at `at`.
    std::vector<Effect> happen(Duration at, Happening what, Duration asleep = 0s);

    /// The same without the alarms.
    std::vector<Effect> come_late(Duration at, Happening what, Duration asleep = 0s);

    [[nodiscard]] Duration active(std::size_t rule) const { return state.ledger.now.accounts[rule].active; }

    [[nodiscard]] Duration micro() const { return active(0); }

    [[nodiscard]] Duration long_break() const { return active(1); }

    [[nodiscard]] Status now() const { return status(plan, state); }

    [[nodiscard]] PromptId prompt_id() const { return state.prompt ? state.prompt->id : 0; }

    /// All notes of this kind.
    template <class What>
    [[nodiscard]] std::vector<What> noted() const {
        std::vector<What> found;
        for (const Note& note : notes) {
            if (const auto* what = std::get_if<What>(&note.what)) found.push_back(*what);
        }
        return found;
    }
};

} // namespace limber::testing
