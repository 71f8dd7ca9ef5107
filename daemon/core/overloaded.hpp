// SPDX-License-Identifier: GPL-3.0-or-later
// One function object out of several, so that std::visit reads like a switch over the alternatives.
#pragma once

namespace limber {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};

} // namespace limber
