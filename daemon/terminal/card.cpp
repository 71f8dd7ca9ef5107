// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/card.hpp"

#include "words/text.hpp"

#include <algorithm>
#include <utility>

namespace limber::terminal {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int widest = 72;
constexpr int narrowest = 20;

struct Strokes {
    QChar upper_left, upper_right, lower_left, lower_right, along, down, done, open;
};

constexpr Strokes drawn_strokes{u'╭', u'╮', u'╰', u'╯', u'─', u'│', u'━', u'─'};
constexpr Strokes ascii_strokes{u'+', u'+', u'+', u'+', u'-', u'|', u'#', u'-'};

Card spelled_in_ascii(Card card) {
    for (QString* text : {&card.title, &card.corner, &card.next, &card.footer})
        *text = in_ascii(*text);
    for (QStringList* texts : {&card.text, &card.notes}) {
        for (QString& text : *texts)
            text = in_ascii(text);
    }
    for (auto& [key, label] : card.keys) {
        key = in_ascii(key);
        label = in_ascii(label);
    }
    return card;
}

class Drawing {
public:
    Drawing(const Card& card, const Pen& pen)
        : card_(pen.utf8 ? card : spelled_in_ascii(card)), pen_(pen),
          strokes_(pen.utf8 ? drawn_strokes : ascii_strokes),
          width_(std::clamp(pen.columns - 1, narrowest, widest)) {}

    QStringList lines() {
        border(strokes_.upper_left, strokes_.upper_right, card_.title, card_.corner);
        if (roomy()) row({});
        paragraphs(card_.text, Ink::strong);
        if (card_.course) {
            row({});
            bar(*card_.course);
        }
        if (!card_.next.isEmpty()) row(faint(clipped(card_.next, inner(), pen_.utf8)));
        if (!card_.notes.isEmpty()) {
            row({});
            paragraphs(card_.notes, Ink::plain);
        }
        if (!card_.keys.empty()) {
            row({});
            keys();
        }
        border(strokes_.lower_left, strokes_.lower_right, {}, card_.footer);
        return std::move(lines_);
    }

private:
    [[nodiscard]] bool roomy() const { return width_ >= 50; }

    [[nodiscard]] QString margin() const { return {roomy() ? 2 : 1, u' '}; }

    [[nodiscard]] int inner() const { return width_ - 2 - 2 * static_cast<int>(margin().size()); }

    void border(QChar left, QChar right, const QString& title, const QString& corner) {
        constexpr int least_title = 8;
        const int most = title.isEmpty() ? width_ - 6 : width_ - 8 - least_title;
        const QString aside = corner.isEmpty() ? QString{} : u' ' + clipped(corner, most, pen_.utf8) + u' ';
        const int room = width_ - 6 - columns_of(aside);
        const QString head = title.isEmpty() ? QString{} : u' ' + clipped(title, room, pen_.utf8) + u' ';
        const int rest = width_ - 4 - columns_of(head) - columns_of(aside);
        const QString before = QString{left} + strokes_.along;
        const QString after = QString(std::max(rest, 0), strokes_.along) + aside + strokes_.along + right;
        lines_.push_back(head.isEmpty() ? faint(before + after)
                                        : faint(before) + pen_.ink(head, Ink::calm) + faint(after));
    }

    /// `text` may be coloured.
    void row(const QString& text) {
        const int rest = std::max(inner() - columns_of(text), 0);
        lines_.push_back(faint(QString{strokes_.down}) + margin() + text + QString(rest, u' ') + margin() +
                         faint(QString{strokes_.down}));
    }

    void paragraphs(const QStringList& texts, Ink ink) {
        for (const QString& text : texts) {
            for (const QString& line : wrapped(text, inner()))
                row(pen_.ink(line, ink));
        }
    }

    void bar(const Card::Course& course) {
        QString clock = countdown(course.left);
        if (course.paused) clock = _("paused, %1").arg(clock);
        // as wide as it will be at its widest, so that the bar does not grow when 10 become 9
        const int beside = std::max(columns_of(clock), columns_of(countdown(course.length)));
        const int long_bar = std::max(inner() - beside - 2, 4);
        const int all = seconds_shown(course.length);
        const int over = all - std::min(seconds_shown(course.left), all);
        const int done = all == 0 ? long_bar : long_bar * over / all;
        row(pen_.ink(QString(done, strokes_.done), course.paused ? Ink::warn : Ink::good) +
            faint(QString(long_bar - done, strokes_.open)) + QString(2 + beside - columns_of(clock), u' ') +
            pen_.ink(clock, Ink::strong));
    }

    void keys() {
        QString line;
        for (const auto& [key, label] : card_.keys) {
            const QString one = pen_.ink(u'[' + key + u']', Ink::calm) + u' ' + label;
            if (!line.isEmpty() && columns_of(line) + 3 + columns_of(one) > inner())
                row(std::exchange(line, {}));
            line += (line.isEmpty() ? QString{} : QStringLiteral("   ")) + one;
        }
        row(line);
    }

    [[nodiscard]] QString faint(const QString& text) const { return pen_.ink(text, Ink::faint); }

    Card card_;
    Pen pen_;
    Strokes strokes_;
    int width_;
    QStringList lines_;
};

} // namespace

QStringList drawn(const Card& card, const Pen& pen) {
    return Drawing{card, pen}.lines();
}

int seconds_shown(milliseconds left) {
    return static_cast<int>(std::chrono::ceil<seconds>(std::max(left, milliseconds{0})).count());
}

QString countdown(milliseconds left) {
    const int all = seconds_shown(left);
    if (all < 60) return _("%1 s").arg(all);
    return _("%1:%2 min").arg(all / 60).arg(all % 60, 2, 10, QChar{u'0'});
}

std::optional<milliseconds> until_change(const Card::Course& course) {
    if (course.paused || course.left <= milliseconds{0}) return std::nullopt;
    return course.left - seconds{seconds_shown(course.left) - 1};
}

} // namespace limber::terminal
