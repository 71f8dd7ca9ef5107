// SPDX-License-Identifier: GPL-3.0-or-later
// Takes libcanberra's place and notes down in $FAKE_CANBERRA_LOG which sounds it was asked for.
// With $FAKE_CANBERRA_HANGS it waits for a sound server that never answers.
#include <chrono>
#include <cstdarg>
#include <cstdlib>
#include <fstream>
#include <string_view>
#include <thread>

extern "C" {

struct ca_context {
    int unused;
};

int ca_context_create(ca_context** context) {
    static ca_context one{};
    *context = &one;
    return 0;
}

int ca_context_change_props(ca_context* /*context*/, ...) {
    return 0;
}

int ca_context_destroy(ca_context* /*context*/) {
    return 0;
}

int ca_context_play(ca_context* /*context*/, unsigned id, ...) {
    const char* const file = std::getenv("FAKE_CANBERRA_LOG");
    while (std::getenv("FAKE_CANBERRA_HANGS") != nullptr)
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    std::va_list list;
    va_start(list, id);
    while (const char* const key = va_arg(list, const char*)) {
        const char* const value = va_arg(list, const char*);
        if (file != nullptr && std::string_view{key} == "event.id")
            std::ofstream{file, std::ios::app} << value << '\n';
    }
    va_end(list);
    return 0;
}
}
