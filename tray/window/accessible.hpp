// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt cannot know by itself: that the break's window is one, and that its stage is a picture.
#pragma once

namespace limber {

/// For all windows made from here on; more than once does no harm.
void teach_roles();

} // namespace limber
