// SPDX-License-Identifier: GPL-3.0-or-later
// Notes compared: only tests do.
#pragma once

#include "core/naming.hpp"
#include "core/note.hpp"

namespace limber::note {

template <has_members Kind>
[[nodiscard]] bool operator==(const Kind& one, const Kind& other) {
    return members_of(one) == members_of(other);
}

} // namespace limber::note

namespace limber {

[[nodiscard]] inline bool operator==(const Note& one, const Note& other) {
    return members_of(one) == members_of(other);
}

} // namespace limber
