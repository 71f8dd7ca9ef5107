// SPDX-License-Identifier: GPL-3.0-or-later
// Translation in the context "notify". Mark the texts with QT_TRANSLATE_NOOP so that lupdate finds them.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace limber::translation {

[[nodiscard]] inline QString translated(const char* text) {
    return QCoreApplication::translate("notify", text);
}

/// "%n" in the text becomes `number`, with the plural form of the person's language.
[[nodiscard]] inline QString translated(const char* text, int number) {
    return QCoreApplication::translate("notify", text, nullptr, number);
}

} // namespace limber::translation
