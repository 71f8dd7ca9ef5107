// SPDX-License-Identifier: GPL-3.0-or-later
// The words of one line of the story (story_text.hpp).
#pragma once

#include "core/event.hpp"
#include "core/plan.hpp"
#include "words/story_text.hpp"

#include <QString>

namespace limber {

/// Of a line whose parts are known, in the step of this event.
[[nodiscard]] QString story_sentence(const Plan& plan, const Event& event, const StoryLine& line);

} // namespace limber
