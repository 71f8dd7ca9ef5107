// SPDX-License-Identifier: GPL-3.0-or-later
// What GLib hands out, given back by destructors. Only for the thread that speaks to the server.
#pragma once

#include <gio/gio.h>
#include <memory>
#include <string>

namespace limber::notify {

template <class T>
struct Unref {
    void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using Ref = std::unique_ptr<T, Unref<T>>;

struct FreeError {
    void operator()(GError* error) const { g_error_free(error); }
};

using Error = std::unique_ptr<GError, FreeError>;

struct FreeVariant {
    void operator()(GVariant* variant) const { g_variant_unref(variant); }
};

using Variant = std::unique_ptr<GVariant, FreeVariant>;

[[nodiscard]] inline std::string message_of(const Error& error) {
    return error == nullptr ? std::string("no reason given") : std::string(error->message);
}

} // namespace limber::notify
