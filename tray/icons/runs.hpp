// SPDX-License-Identifier: GPL-3.0-or-later
// Layers of pixels as runs: a byte is one to sixteen pixels (high half) of a level from 0 to 15 (low half).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace limber::tray {

[[nodiscard]] inline std::vector<std::uint8_t> runs_of(std::span<const std::uint8_t> levels) {
    std::vector<std::uint8_t> runs;
    for (std::size_t at = 0; at < levels.size();) {
        std::size_t length = 1;
        while (length < 16 && at + length < levels.size() && levels[at + length] == levels[at])
            ++length;
        runs.push_back(static_cast<std::uint8_t>(((length - 1) << 4U) | levels[at]));
        at += length;
    }
    return runs;
}

/// Calls `put(index, level)` for each pixel.
template <class Put>
void play_runs(std::span<const std::uint8_t> runs, Put put) {
    std::size_t at = 0;
    for (const std::uint8_t run : runs) {
        for (unsigned length = (run >> 4U) + 1U; length > 0; --length)
            put(at++, run & 15U);
    }
}

} // namespace limber::tray
