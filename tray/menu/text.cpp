// SPDX-License-Identifier: GPL-3.0-or-later
#include "text.hpp"

#include <QChar>
#include <QString>

namespace limber::tray {

QString one_line(const QString& text, qsizetype most) {
    QString line;
    for (const QChar c : text.left(most * 4)) {
        line += c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
                        c.category() == QChar::Separator_Paragraph
                    ? QChar{u' '}
                    : c;
    }
    line = line.simplified();
    return line.size() > most ? line.left(most - 1) + u'…' : line;
}

QString inside_sentence(const QString& title) {
    //: How a break's title begins inside a sentence: "small" or "large".
    if (Tray::tr("small") != QStringLiteral("small")) return title;
    if (title.size() < 2 || !title[0].isUpper() || !title[1].isLower()) return title;
    return title[0].toLower() + title.mid(1);
}

} // namespace limber::tray
