// SPDX-License-Identifier: GPL-3.0-or-later
// The present stretch without input, as far as it has been reported: each threshold once, one end.
#pragma once

#include "core/time.hpp"

#include <set>
#include <utility>

namespace limber::idle {

class Silence {
public:
    /// Something has been reported, so an `active` is owed.
    [[nodiscard]] bool open() const { return !reported_.empty(); }

    [[nodiscard]] bool reported(Duration threshold) const { return reported_.contains(threshold); }

    /// True when this threshold has not been reported in this silence; from now on it has.
    [[nodiscard]] bool report(Duration threshold) { return reported_.insert(threshold).second; }

    /// The first input. True when a silence ends by it.
    [[nodiscard]] bool end() { return !std::exchange(reported_, {}).empty(); }

private:
    std::set<Duration> reported_;
};

} // namespace limber::idle
