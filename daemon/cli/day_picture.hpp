// SPDX-License-Identifier: GPL-3.0-or-later
// One day as a picture of characters: a row for each hour, a place in it for each minute or so.
#pragma once

#include "core/time.hpp"

#include <QString>

#include <cstdint>
#include <vector>

namespace limber::cli {

/// What a second of the day was. uncounted: nobody knows, or outside working hours.
enum class Scene : std::uint8_t { nothing, away, uncounted, desk, held, session };

/// Holds every second of one day. Times are those of the local clock, from midnight on.
class DayPicture {
public:
    /// `begins`: the hour in the topmost row.
    explicit DayPicture(Duration begins);

    /// Both within one day; `until` may be a day's end.
    void paint(Duration from, Duration until, Scene scene);
    /// What was taken for presence in this time was none.
    void correct(Duration from, Duration until);

    void prompt(Duration at);
    /// The break that the prompt at this time asked for was taken.
    void taken(Duration at);

    /// Nobody was there, and nothing was prompted.
    [[nodiscard]] bool empty() const;
    void clear();

    /// Rows from the first hour with somebody there to the last, and a legend of what occurs.
    [[nodiscard]] QString text(int columns, bool beyond_ascii) const;

private:
    enum class Prompt : std::uint8_t { none, open, taken };

    struct Second {
        Scene scene = Scene::nothing;
        Prompt prompt = Prompt::none;
    };

    struct Cell {
        Scene scene = Scene::nothing;
        Prompt prompt = Prompt::none;
    };

    [[nodiscard]] Cell cell(std::size_t from, std::size_t length) const;
    [[nodiscard]] bool lively(std::size_t hour) const;
    [[nodiscard]] QString legend(int columns, bool beyond_ascii) const;
    [[nodiscard]] static QString drawn(const std::vector<Cell>& cells, bool beyond_ascii);

    std::size_t first_hour_;
    std::vector<Second> seconds_;
};

} // namespace limber::cli
