// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace limber::bus {

/// Some seconds from now, once, gives the memory back that only the start needed: for programs that stay for
/// the whole session. What is needed later comes back by itself, a page at a time. To be called in the event
/// loop's thread.
void give_back_what_the_start_needed();

} // namespace limber::bus
