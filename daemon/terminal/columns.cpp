// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/columns.hpp"

#include <QChar>
#include <QString>
#include <QStringList>
#include <QtGlobal>

#include <algorithm>
#include <langinfo.h>
#include <locale.h> // NOLINT(modernize-deprecated-headers): newlocale is POSIX
#include <string>
#include <string_view>
#include <sys/ioctl.h>
#include <utility>
#include <wchar.h> // NOLINT(modernize-deprecated-headers): wcswidth is POSIX

namespace limber::terminal {

namespace {

QString without_codes(const QString& text) {
    QString bare;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'\033') {
            while (i < text.size() && text.at(i) != u'm')
                ++i;
        } else {
            bare += text.at(i);
        }
    }
    return bare;
}

/// How much of the text fits into so many columns; never half of a pair of surrogates, at least one letter.
qsizetype fitting(const QString& text, int columns) {
    qsizetype fits = 0;
    while (fits < text.size()) {
        const qsizetype letter = text.at(fits).isHighSurrogate() && fits + 1 < text.size() ? 2 : 1;
        if (fits > 0 && columns_of(text.left(fits + letter)) > columns) break;
        fits += letter;
    }
    return fits;
}

} // namespace

QString shown(std::string_view utf8) {
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    for (QChar& c : text) {
        if (c == u'\n' || c == u'\t') {
            c = u' ';
        } else if (c.category() == QChar::Other_Control) {
            c = u'?';
        }
    }
    return text;
}

int columns_of(const QString& text) {
    const std::wstring wide = (text.contains(u'\033') ? without_codes(text) : text).toStdWString();
    const int columns = wcswidth(wide.c_str(), wide.size());
    return columns >= 0 ? columns : static_cast<int>(wide.size()); // the C locale knows no widths
}

QStringList wrapped(const QString& text, int columns) {
    columns = std::max(columns, 1);
    QStringList lines;
    QString line;
    for (QString word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && columns_of(line) + 1 + columns_of(word) <= columns) {
            line += u' ' + word;
            continue;
        }
        if (!line.isEmpty()) lines.push_back(std::exchange(line, {}));
        while (columns_of(word) > columns) {
            const qsizetype fits = fitting(word, columns);
            lines.push_back(word.left(fits));
            word.remove(0, fits);
        }
        line = word;
    }
    if (!line.isEmpty() || lines.isEmpty()) lines.push_back(line);
    return lines;
}

QString clipped(const QString& text, int columns, bool utf8) {
    if (columns_of(text) <= columns) return text;
    const QString more = utf8 ? QStringLiteral("…") : QStringLiteral("...");
    const int room = columns - static_cast<int>(more.size());
    if (room < 1) return text.left(std::max(columns, 0));
    return text.left(fitting(text, room)).trimmed() + more;
}

QString in_ascii(const QString& text) {
    QString ascii;
    const QString parts = text.normalized(QString::NormalizationForm_KD); // … becomes three dots, ½ is 1⁄2
    for (const QChar c : parts) {
        if (c.unicode() < 0x80) {
            ascii += c;
        } else if (c == u'\u2044') {
            ascii += u'/';
        } else if (c == u'“' || c == u'”' || c == u'„') {
            ascii += u'"';
        } else if (c == u'‘' || c == u'’') {
            ascii += u'\'';
        } else if (c == u'–' || c == u'—' || c == u'‑') {
            ascii += u'-';
        } else if (!c.isMark() && !c.isLowSurrogate()) {
            ascii += u'?';
        }
    }
    return ascii;
}

TerminalSize size_of_terminal(int file) {
    constexpr int most = 1000;
    TerminalSize size;
    winsize there{};
    if (ioctl(file, TIOCGWINSZ, &there) == 0) {
        if (there.ws_col > 0) size.columns = there.ws_col;
        if (there.ws_row > 0) size.rows = there.ws_row;
    }
    bool given = false;
    const int columns = qEnvironmentVariableIntValue("COLUMNS", &given);
    if (given && columns > 0) size.columns = columns;
    size.columns = std::min(size.columns, most);
    return size;
}

bool draws_beyond_ascii() {
    // Not the locale in force: Qt puts a UTF-8 one in the place of any other.
    static const bool utf8 = [] {
        const locale_t own = newlocale(LC_CTYPE_MASK, "", nullptr);
        if (own == nullptr) return false;
        const bool is = std::string_view{nl_langinfo_l(CODESET, own)} == "UTF-8";
        freelocale(own);
        return is;
    }();
    return utf8;
}

} // namespace limber::terminal
