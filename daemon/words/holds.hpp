// SPDX-License-Identifier: GPL-3.0-or-later
// What can hold a prompt back besides a pause and the working hours: here, and nowhere else. Its word in
// states and on the bus and its key in limber.toml are the enumerator's name; a source says it with
// word_of().
#pragma once

#include "core/words.hpp"
#include "words/said.hpp"

#include <array>
#include <cstddef>

namespace limber {

enum class Hold { do_not_disturb, fullscreen, microphone, camera, screen_share };

struct HoldRow {
    Hold hold;
    bool holds = true;     ///< where no file says otherwise
    const char* what = ""; ///< what a person reads where it holds; for _()
    const char* when = ""; ///< of its key, in limber.toml
};

/// By their values.
inline constexpr std::array hold_rows{
    HoldRow{Hold::do_not_disturb, true, N_("do not disturb"), "While the desktop's do-not-disturb is on."},
    HoldRow{Hold::fullscreen, false, N_("full screen"), "While a window fills the screen."},
    HoldRow{Hold::microphone, true, N_("microphone in use"), "While the microphone is in use."},
    HoldRow{Hold::camera, true, N_("camera in use"), "While the camera is in use."},
    HoldRow{Hold::screen_share, true, N_("screen shared"), "While the screen is shared or recorded."},
};

static_assert([] {
    for (std::size_t i = 0; i < hold_rows.size(); ++i)
        if (hold_rows[i].hold != static_cast<Hold>(i)) return false;
    return hold_rows.size() == enumerator_count<Hold>();
}());

} // namespace limber
