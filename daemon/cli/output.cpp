// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.hpp"

#include "text.hpp"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <langinfo.h>
#include <locale.h> // NOLINT(modernize-deprecated-headers): newlocale is POSIX
#include <string>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>
#include <vector>
#include <wchar.h> // NOLINT(modernize-deprecated-headers): wcswidth is POSIX

namespace limber::cli {
namespace {

bool colours() {
    static const bool wanted =
        isatty(STDOUT_FILENO) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
    return wanted;
}

const char* code(Ink ink) {
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

void write(std::FILE* file, const QString& text) {
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
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

QString inked(const QString& text, Ink ink) {
    if (ink == Ink::plain || text.isEmpty() || !colours()) {
        return text;
    }
    return QStringLiteral("\033[%1m%2\033[0m").arg(QLatin1String(code(ink)), text);
}

int columns_of(const QString& text) {
    const std::wstring wide = text.toStdWString();
    const int columns = wcswidth(wide.c_str(), wide.size());
    return columns >= 0 ? columns : static_cast<int>(text.size()); // the C locale knows no widths
}

int columns_there() {
    constexpr int usual = 80;
    constexpr int most = 1000;
    bool given = false;
    int columns = qEnvironmentVariableIntValue("COLUMNS", &given);
    if (!given || columns <= 0) {
        winsize size{};
        columns = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
    }
    return columns > 0 ? std::min(columns, most) : usual;
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

void Table::row(std::vector<Cell> cells) {
    rows_.push_back(std::move(cells));
}

QString Table::lines(const QString& indent) const {
    std::vector<int> widths;
    for (const auto& cells : rows_) {
        widths.resize(std::max(widths.size(), cells.size()));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths[i] = std::max(widths[i], columns_of(cells[i].text));
        }
    }
    QString all;
    for (const auto& cells : rows_) {
        all += indent;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            all += inked(cells[i].text, cells[i].ink);
            if (i + 1 < cells.size()) {
                all += QString(widths[i] - columns_of(cells[i].text) + 2, u' ');
            }
        }
        while (all.endsWith(u' ')) {
            all.chop(1);
        }
        all += u'\n';
    }
    return all;
}

void print(const QString& text) {
    write(stdout, text);
}

void print_line(const QString& line) {
    write(stdout, line + u'\n');
}

void print_json(const QJsonObject& object, bool one_line) {
    const QJsonDocument document{object};
    QString text =
        QString::fromUtf8(document.toJson(one_line ? QJsonDocument::Compact : QJsonDocument::Indented));
    if (one_line) {
        text += u'\n';
    }
    write(stdout, text);
}

void complain(const QString& line) {
    write(stderr, QStringLiteral("limber: %1\n").arg(line));
}

bool flush_output() {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) {
        return true;
    }
    complain(Cli::tr("The output could not be written. Is the disk full?"));
    return false;
}

} // namespace limber::cli
