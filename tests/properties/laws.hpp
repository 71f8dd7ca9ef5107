// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the laws share.
#pragma once

#include "random_day.hpp"
#include "witness.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <rapidcheck.h>
#include <string>
#include <utility>
#include <vector>

namespace limber {

using namespace simulate;

/// Checks `law` for random days; LIMBER_STREAMS says for how many, RC_PARAMS may name a seed.
template <typename Law>
bool holds(const std::string& name, const Law& law) {
    static const bool configured = [] {
        const char* wanted = std::getenv("LIMBER_STREAMS"); // NOLINT(concurrency-mt-unsafe)
        const std::string streams = wanted != nullptr ? wanted : "1000";
        const char* given = std::getenv("RC_PARAMS"); // NOLINT(concurrency-mt-unsafe)
        const std::string params =
            "max_success=" + streams + (given != nullptr ? " " + std::string(given) : "");
        return setenv("RC_PARAMS", params.c_str(), 1) == 0; // NOLINT(concurrency-mt-unsafe)
    }();
    return configured && rc::check(name, law);
}

/// The effects of a story, as they were told and as they are, saves included.
inline std::vector<story::Seen> effects_of(const story::Story& story,
                                           const story::PlayOptions& options = {}) {
    story::Player player(story, options);
    const auto played = player.play();
    if (!played) RC_FAIL(played.error());
    return player.seen();
}

/// One line per effect that a person can notice.
inline std::vector<std::string> told_by(const story::Story& story, const story::PlayOptions& options = {}) {
    story::Player player(story, options);
    const auto played = player.play();
    if (!played) RC_FAIL(played.error());
    return player.told();
}

/// The first difference of two tellings, for the failure's message.
inline std::string difference(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    for (std::size_t i = 0; i < std::max(one.size(), other.size()); ++i) {
        const std::string first = i < one.size() ? one[i] : "(nothing)";
        const std::string second = i < other.size() ? other[i] : "(nothing)";
        if (first != second)
            return std::string("first difference:\n  ").append(first).append("\n  ").append(second);
    }
    return {};
}

inline void require_same(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    if (one != other) RC_FAIL(difference(one, other));
}

} // namespace limber
