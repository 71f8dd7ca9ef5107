// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets.hpp"

#include "words/text.hpp"

#include <QColor>
#include <QFont>
#include <QFontMetrics>
#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>
#include <QPen>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QSize>
#include <QStringView>
#include <Qt>
#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <utility>

namespace limber::window {
WrappedLabel::WrappedLabel(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
}

int WrappedLabel::height_at(int width) const {
    return text().isEmpty() ? 0 : heightForWidth(width);
}

bool WrappedLabel::words_fit(int width) const {
    const QMargins margins = contentsMargins();
    const QFontMetrics metrics{font()};
    const QString all = text().simplified();
    const auto words = QStringView{all}.split(QLatin1Char{' '});
    return std::ranges::all_of(words, [&](QStringView word) {
        return metrics.horizontalAdvance(word.toString()) + margins.left() + margins.right() <= width;
    });
}

void CautionLabel::make_room() {
    const int edge = qRound(look_.sizes.gap * 1.25);
    const int sign = qRound(look_.sizes.gap * 1.5 + look_.sizes.note * 1.5);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setContentsMargins(mirrored ? edge : sign, edge, mirrored ? sign : edge, edge);
}

void CautionLabel::paintEvent(QPaintEvent* event) {
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(look_.colours().caution);
        const double edge = look_.sizes.gap * 1.25;
        painter.drawRoundedRect(QRectF{rect()}, edge, edge);
        // a rounded triangle with its mark, beside the first line
        const double size = QFontMetrics{font()}.height();
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const double left = mirrored ? width() - edge - size : edge;
        const double top = edge;
        const QPolygonF triangle{{left + size * 0.5, top + size * 0.14},
                                 {left + size * 0.9, top + size * 0.84},
                                 {left + size * 0.1, top + size * 0.84}};
        painter.setBrush(Qt::NoBrush);
        painter.setPen({look_.colours().on_caution, size * 0.1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.drawPolygon(triangle);
        painter.drawLine(QPointF{left + size * 0.5, top + size * 0.4},
                         QPointF{left + size * 0.5, top + size * 0.56});
        painter.drawPoint(QPointF{left + size * 0.5, top + size * 0.72});
    }
    QLabel::paintEvent(event);
}

void Pill::make_room() {
    const int side = qRound(look_.sizes.gap * 1.5);
    const int edge = qRound(look_.sizes.gap * 0.4);
    setContentsMargins(side, edge, side, edge);
}

void Pill::paintEvent(QPaintEvent* event) {
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(look_.colours().accent_soft);
        painter.drawRoundedRect(QRectF{rect()}, height() / 2.0, height() / 2.0);
    }
    QLabel::paintEvent(event);
}

void RepetitionDots::show_repetition(int rep, int reps) {
    if (rep == rep_ && reps == reps_) return;
    rep_ = rep;
    reps_ = reps;
    update();
}

QSize RepetitionDots::sizeHint() const {
    if (reps_ < 2 || reps_ > most) return {0, 0};
    return {static_cast<int>(std::ceil(dot() * (reps_ * 1.65 - 0.65))),
            static_cast<int>(std::ceil(dot() + 2))};
}

void RepetitionDots::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double size = dot();
    for (int i = 0; i < reps_; ++i) {
        const double from_start = i * size * 1.65;
        const double x = layoutDirection() == Qt::RightToLeft ? width() - from_start - size : from_start;
        painter.setBrush(i < rep_ ? look_.colours().accent : look_.colours().track);
        painter.drawEllipse(QRectF{x, (height() - size) / 2, size, size});
    }
}

BreakProgress::BreakProgress(const Look& look, QWidget* parent) : QWidget(parent), look_(look) {
    // its role is asked for when it gets its name
    teach_roles();
    setAccessibleName(_("Progress of the break"));
}

void BreakProgress::set_value(int value) {
    const int within = std::clamp(value, 0, most);
    if (std::exchange(value_, within) != within) update();
}

void BreakProgress::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double round = height() / 2.0;
    painter.setBrush(look_.colours().track);
    painter.drawRoundedRect(QRectF{rect()}, round, round);
    if (value_ == 0) return;
    const double filled = std::max<double>(height(), width() * value_ / static_cast<double>(most));
    painter.setBrush(look_.colours().accent);
    const double left = layoutDirection() == Qt::RightToLeft ? width() - filled : 0;
    painter.drawRoundedRect(QRectF{left, 0, filled, static_cast<double>(height())}, round, round);
}

namespace {

/// A rectangle counted from where reading begins.
QRectF as_read(Qt::LayoutDirection direction, const QRectF& whole, const QRectF& part) {
    if (direction == Qt::LeftToRight) return part;
    return {whole.right() - (part.right() - whole.left()), part.top(), part.width(), part.height()};
}

} // namespace

ActionButton::ActionButton(const Look& look, QWidget* parent) : QPushButton(parent), look_(look) {
    // a click leaves the focus, and with it what the space bar does, where it is
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void ActionButton::show_control(const Control& control) {
    if (control == control_) return;
    control_ = control;
    setText(control.label);
    setAccessibleDescription(_("Key: %1").arg(control.key_name));
    update();
}

void ActionButton::set_tight(bool tight) {
    if (std::exchange(tight_, tight) != tight) update();
}

double ActionButton::key_width() const {
    return std::max<double>(QFontMetricsF{key_font()}.horizontalAdvance(control_.key_name) +
                                look_.sizes.gap * 1.1,
                            look_.sizes.key * 1.7);
}

double ActionButton::edge(const Sizes& sizes) {
    return 1.6 * std::max(2.0, sizes.gap * 0.27);
}

QSize ActionButton::sizeHint() const {
    const double words = QFontMetricsF{words_font()}.size(Qt::TextShowMnemonic, text()).width();
    // at each end a gap and a half, and one between word and key
    const double width = words + key_width() + look_.sizes.gap * (tight_ ? 2.7 : 4.2);
    return {static_cast<int>(std::ceil(width)), static_cast<int>(std::lround(look_.sizes.button * 2.9))};
}

void ActionButton::paintEvent(QPaintEvent* /*event*/) {
    const Colours& colours = look_.colours();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const double room = edge(look_.sizes);
    const double ring = room / 1.6;
    const QRectF whole = QRectF{rect()}.adjusted(room, room, -room, -room);
    const double round = whole.height() * 0.32;

    const bool first = control_.first;
    QColor ground = first ? colours.accent : colours.button;
    if (isDown()) {
        ground = first ? colours.accent.darker(115) : colours.button_pressed;
    } else if (underMouse()) {
        ground = first ? colours.accent.lighter(108) : colours.button_hover;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(whole, round, round);
    // who asked for contrast sees where a button ends
    if (with_contrast(look_.scheme) == look_.scheme && !first) {
        const double line = ring * 0.75;
        const double in = line / 2;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{colours.key, line});
        painter.drawRoundedRect(whole.adjusted(in, in, -in, -in), round - in, round - in);
    }
    if (hasFocus()) {
        const double out = ring * 1.05;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{colours.focus, ring});
        painter.drawRoundedRect(whole.adjusted(-out, -out, out, out), round + out, round + out);
    }

    const QColor ink = first ? colours.on_accent : colours.ink;
    const double end = look_.sizes.gap * (tight_ ? 0.65 : 1.5);
    const double key = key_width();
    const double key_height = look_.sizes.key * 1.7;
    const QRectF chip =
        as_read(layoutDirection(), whole,
                {whole.right() - end * 0.8 - key, whole.center().y() - key_height / 2, key, key_height});
    painter.setBrush(Qt::NoBrush);
    QColor edge = first ? colours.on_accent : colours.ink_soft;
    edge.setAlphaF(0.45F);
    painter.setPen(QPen{edge, std::max(1.0, look_.sizes.gap * 0.14)});
    painter.drawRoundedRect(chip, key_height * 0.28, key_height * 0.28);
    painter.setFont(key_font());
    painter.setPen(first ? colours.on_accent : colours.ink_soft);
    painter.drawText(chip, Qt::AlignCenter, control_.key_name);

    const QRectF words = as_read(layoutDirection(), whole,
                                 {whole.left() + end, whole.top(),
                                  whole.width() - end * 1.8 - key - look_.sizes.gap * 0.5, whole.height()});
    painter.setFont(words_font());
    painter.setPen(ink); // the mnemonic works unseen: the key beside it is shorter
    painter.drawText(words, Qt::AlignCenter | Qt::TextHideMnemonic, text());
}

} // namespace limber::window
