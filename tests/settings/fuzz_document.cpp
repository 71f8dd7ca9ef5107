// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer: no text may bring toml++ down. Seeds: tests/settings/bad, config.
#include "settings/document.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    static_cast<void>(limber::settings::parse_document(text, "fuzz"));
    return 0;
}
