// SPDX-License-Identifier: GPL-3.0-or-later
// Where translators find the sentences of the tray: Tray::tr("…"). And texts from elsewhere, made fit for a
// menu.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace limber::tray {

class Tray {
    Q_DECLARE_TR_FUNCTIONS(limber::Tray)
};

/// One line of at most `most` characters, without control characters: what files and other versions of the
/// daemon say is shown, but must not break the menu.
[[nodiscard]] QString one_line(const QString& text, qsizetype most = 120);

/// A title inside a sentence: "Micro-break" → "micro-break", but "UFO" and "I" stay.
[[nodiscard]] QString inside_sentence(const QString& title);

} // namespace limber::tray
