// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer: no text may bring down the reader of journals, the replay or the telling of decisions. Seeds:
// tests/journal/corpus, the journals of a few stories.
#include "cli/why_view.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    std::istringstream text(std::string{reinterpret_cast<const char*>(bytes), size});
    limber::cli::Past past{std::chrono::local_days{std::chrono::January / 6 / 2025} +
                           std::chrono::minutes{575}};
    static_cast<void>(past.read(text));
    static_cast<void>(past.standing());
    return 0;
}
