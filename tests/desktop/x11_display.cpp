// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded into GNOME Shell before it begins (LD_PRELOAD): its XWayland gets the X11 display
// $LIMBER_X11_DISPLAY. By itself it would look for one from 0 on, and take that of somebody's session for
// abandoned: whose it is is not to be seen from within a private desktop.
#include <cstdlib>
#include <dlfcn.h>

namespace {

[[gnu::constructor]] void choose_display() {
    using Choose = void (*)(int);
    // of libmutter; not in the programs that the shell starts
    const auto choose =
        reinterpret_cast<Choose>(dlsym(RTLD_DEFAULT, "meta_xwayland_override_display_number"));
    const char* const number = std::getenv("LIMBER_X11_DISPLAY");
    if (choose != nullptr && number != nullptr) choose(std::atoi(number));
}

} // namespace
