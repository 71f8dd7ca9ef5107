// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer: no bytes may bring the reader of activity down, nor give it actions out of order.
// Seeds: tests/simulate/seeds.
#include "simulate/activity.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

namespace {

void demand(bool kept) {
    if (!kept) std::abort();
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    std::istringstream in{std::string{reinterpret_cast<const char*>(bytes), size}};
    const auto source = limber::simulate::open_activity(in);
    if (!source) {
        demand(source.error().line >= 1 && !source.error().message.empty());
        return 0;
    }
    limber::Duration latest{};
    limber::Duration typed{};
    limber::Duration deaf{};
    for (;;) {
        const auto action = (*source)->next();
        if (!action) {
            demand(action.error().line >= 1 && !action.error().message.empty());
            return 0;
        }
        if (!*action) return 0;
        demand((*action)->at >= latest);
        latest = (*action)->at;
        if (const auto* typing = std::get_if<limber::simulate::Typing>(&(*action)->what)) {
            demand(typing->until >= latest && latest >= typed);
            typed = typing->until;
        }
        if (const auto* unwatched = std::get_if<limber::simulate::NobodyWatches>(&(*action)->what)) {
            demand(unwatched->until >= latest && latest >= deaf);
            deaf = unwatched->until;
        }
        if (const auto* restart = std::get_if<limber::simulate::DaemonRestart>(&(*action)->what)) {
            demand(restart->gap >= limber::Duration{} && latest >= deaf);
            deaf = latest + restart->gap;
        }
    }
}
