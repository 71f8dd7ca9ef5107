// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of modules that know no Qt. Their English stands where they are said, marked for lupdate; a
// program that speaks another language lends its translator.
#pragma once

#include <fmt/format.h>

#include <string>

#ifndef QT_TRANSLATE_NOOP // the same as Qt's
#    define QT_TRANSLATE_NOOP(scope, x) x
#endif

namespace limber::translation {

using Translator = std::string (*)(const char* english);

/// From here on sentences are said through it; null: in English. To be called before there are threads.
void lend_translator(Translator translator);

/// A text that is marked with QT_TRANSLATE_NOOP("said", …), in the person's language.
[[nodiscard]] std::string in_persons_language(const char* english);

/// The same with its places filled in. A translation that does not fit the parts leaves it English.
[[nodiscard]] std::string filled_in(const char* english, fmt::format_args parts);

/// said(QT_TRANSLATE_NOOP("said", "`{}` must be from {} to {}"), key, 1, 5)
template <class... Parts>
[[nodiscard]] std::string said(fmt::format_string<const Parts&...> english, const Parts&... parts) {
    return filled_in(fmt::string_view{english}.data(), fmt::make_format_args(parts...));
}

} // namespace limber::translation
