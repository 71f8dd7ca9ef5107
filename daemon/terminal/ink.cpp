// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/ink.hpp"

#include <QByteArray>
#include <QString>
#include <QtGlobal>

#include <unistd.h>

namespace limber::terminal {

namespace {

const char* code_of(Ink ink) {
    switch (ink) {
    case Ink::plain: break;
    case Ink::strong: return "1";
    case Ink::faint: return "2";
    case Ink::good: return "32";
    case Ink::warn: return "33";
    case Ink::bad: return "31";
    case Ink::calm: return "36";
    }
    return "0";
}

} // namespace

QString coloured(const QString& text, Ink ink) {
    if (ink == Ink::plain || text.isEmpty()) return text;
    return QStringLiteral("\033[%1m%2\033[0m").arg(QLatin1String(code_of(ink)), text);
}

bool wants_colour(int file) {
    return isatty(file) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

bool moves_cursor(int file) {
    const QByteArray kind = qgetenv("TERM");
    return isatty(file) == 1 && !kind.isEmpty() && kind != "dumb";
}

} // namespace limber::terminal
