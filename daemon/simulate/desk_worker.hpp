// SPDX-License-Identifier: GPL-3.0-or-later
// A model of a person at a desk: bursts of typing, reading, calls, coffee, lunch, evenings and weekends. Made
// up day by day from a seed, so that years take no more memory than one day.
#pragma once

#include "activity.hpp"

#include <cstddef>
#include <vector>

namespace limber::simulate {

/// writer: long hours of typing, one call a day, coffee and lunch. in_meetings: four or five calls a day.
/// restless: gets up every half hour or so.
enum class Habit { writer, in_meetings, restless };

/// The same numbers from the same seed on every machine, which the standard's distributions do not promise.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    /// Whole milliseconds, both ends included.
    [[nodiscard]] Duration between(Duration least, Duration most);
    /// The same, short ones far more often than long ones.
    [[nodiscard]] Duration mostly_short(Duration least, Duration most);
    [[nodiscard]] bool chance(int percent);

private:
    std::uint64_t next();

    std::uint64_t state_;
};

/// Times count from the moment the person first sits down, about nine o'clock on the first day. Ends ten
/// minutes after the last day's work.
class DeskWorker final : public ActivitySource {
public:
    /// `monday` is midnight of the first day, and `days` counts weekends too; at least 1.
    DeskWorker(Habit habit, std::uint64_t seed, int days, FileClock monday);

    [[nodiscard]] std::expected<std::optional<Action>, ActivityProblem> next() override;

    [[nodiscard]] std::optional<FileClock> clock() const override { return begins_; }

private:
    enum class Matter { coffee, errand, lunch, call };

    /// What interrupts the typing; `at` is a time of day.
    struct Appointment {
        Duration at{};
        Duration length{};
        Matter what = Matter::coffee;
    };

    void make_day();
    [[nodiscard]] std::vector<Appointment> appointments(Duration arrival, Duration leaving);
    void add(decltype(Action::what) what);
    void work_until(Duration until);
    void read(Duration length);
    void leave_for(Duration length, bool locks);
    void call_for(Duration length);

    Habit habit_;
    Dice dice_;
    int days_;
    FileClock begins_;
    int day_ = 0;
    Duration midnight_{}; ///< of the day being made; negative for the first
    Duration at_{};       ///< how far the day is made
    bool asleep_ = false;
    std::vector<Action> today_;
    std::size_t given_ = 0;
};

} // namespace limber::simulate
