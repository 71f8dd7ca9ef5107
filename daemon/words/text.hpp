// SPDX-License-Identifier: GPL-3.0-or-later
// Texts in the person's language, for modules with Qt: _("Due for %1.").arg(length).
#pragma once

#include "words/said.hpp"

#include <QString>

#include <libintl.h>

namespace limber {

/// As it is where nobody has translated it.
[[nodiscard]] inline QString _(const char* english) {
    return QString::fromStdString(in_persons_language(english));
}

/// The form that the person's language has for so many; "%n" in it becomes the number.
[[nodiscard]] inline QString n_(const char* one, const char* many, int number) {
    const auto count = static_cast<unsigned long>(number); // never below zero
    return QString::fromUtf8(dngettext("limber", one, many, count))
        .replace(QLatin1String{"%n"}, QString::number(number));
}

} // namespace limber
