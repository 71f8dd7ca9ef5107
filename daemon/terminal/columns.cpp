// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/columns.hpp"

#include <QByteArray>
#include <QChar>
#include <QtGlobal>

#include <algorithm>
#include <langinfo.h>
#include <locale.h> // NOLINT(modernize-deprecated-headers): newlocale is POSIX
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>
#include <wchar.h> // NOLINT(modernize-deprecated-headers): wcswidth is POSIX

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

namespace {

/// Empty but for a frame, perhaps.
bool says_nothing(const QString& line) {
    return std::ranges::none_of(line, [](QChar c) { return c.isLetterOrNumber(); });
}

QStringList fitted(QStringList lines, int rows) {
    const qsizetype room = std::max(rows - 1, 1);
    // the first and the last line are the frame
    for (qsizetype i = lines.size() - 2; i > 0 && lines.size() > room; --i)
        if (says_nothing(lines.at(i))) lines.removeAt(i);
    return lines.mid(0, room);
}

} // namespace

QString LiveBlock::show(QStringList lines, TerminalSize size) {
    lines = fitted(std::move(lines), size.rows);
    QString out;
    if (columns_ != size.columns) out = clear(size);
    columns_ = size.columns;
    if (lines == lines_) return out;
    if (!lines_.isEmpty()) out += QStringLiteral("\033[%1A").arg(lines_.size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool same = i < lines_.size() && lines.at(i) == lines_.at(i);
        out += same ? QStringLiteral("\n") : u'\r' + lines.at(i) + QStringLiteral("\033[K\n");
    }
    if (lines.size() < lines_.size()) out += QStringLiteral("\033[J");
    lines_ = std::move(lines);
    return out;
}

QString LiveBlock::clear(TerminalSize size) {
    if (lines_.isEmpty()) return {};
    const int up = std::min(rows(size.columns), std::max(size.rows - 1, 1));
    lines_.clear();
    return QStringLiteral("\033[%1A\r\033[J").arg(up);
}

int LiveBlock::rows(int columns) const {
    int rows = 0;
    for (const QString& line : lines_)
        rows += std::max((columns_of(line) + columns - 1) / std::max(columns, 1), 1);
    return rows;
}

} // namespace limber::terminal
