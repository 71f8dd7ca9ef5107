// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/labels.hpp"

#include "window/accessible.hpp"
#include "window/style.hpp"

#include <QColor>
#include <QFont>
#include <QFontMetrics>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>
#include <QPalette>
#include <QPen>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QSize>
#include <QString>
#include <QStringView>
#include <QWidget>
#include <Qt>
#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <utility>

namespace limber::window {
namespace {

void set_label_ink(QLabel& label, const QColor& colour) {
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, colour);
    label.setPalette(palette);
}

} // namespace

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

void WrappedLabel::set_ink(const QColor& colour) {
    set_label_ink(*this, colour);
}

void CautionLabel::set_look(const Colours& colours, const Sizes& sizes) {
    ground_ = colours.caution;
    ink_ = colours.on_caution;
    gap_ = sizes.gap;
    set_ink(ink_);
    setFont(type(sizes.note, QFont::Medium));
    const int edge = qRound(gap_ * 1.25);
    const int sign = qRound(gap_ * 1.5 + sizes.note * 1.5);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setContentsMargins(mirrored ? edge : sign, edge, mirrored ? sign : edge, edge);
    update();
}

void CautionLabel::paintEvent(QPaintEvent* event) {
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground_);
        painter.drawRoundedRect(QRectF{rect()}, gap_ * 1.25, gap_ * 1.25);
        // a rounded triangle with its mark, beside the first line
        const double size = QFontMetrics{font()}.height();
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const double left = mirrored ? width() - gap_ * 1.25 - size : gap_ * 1.25;
        const double top = gap_ * 1.25;
        const QPolygonF triangle{{left + size * 0.5, top + size * 0.14},
                                 {left + size * 0.9, top + size * 0.84},
                                 {left + size * 0.1, top + size * 0.84}};
        painter.setBrush(Qt::NoBrush);
        painter.setPen({ink_, size * 0.1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.drawPolygon(triangle);
        painter.drawLine(QPointF{left + size * 0.5, top + size * 0.4},
                         QPointF{left + size * 0.5, top + size * 0.56});
        painter.drawPoint(QPointF{left + size * 0.5, top + size * 0.72});
    }
    QLabel::paintEvent(event);
}

void Pill::set_look(const Colours& colours, const Sizes& sizes) {
    ground_ = colours.accent_soft;
    set_label_ink(*this, colours.ink);
    setFont(type(sizes.body, QFont::DemiBold));
    setAlignment(Qt::AlignCenter);
    const int side = qRound(sizes.gap * 1.5);
    const int edge = qRound(sizes.gap * 0.4);
    setContentsMargins(side, edge, side, edge);
    update();
}

void Pill::paintEvent(QPaintEvent* event) {
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground_);
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

void RepetitionDots::set_look(const Colours& colours, const Sizes& sizes) {
    dot_ = sizes.body * 0.62;
    done_ = colours.accent;
    ahead_ = colours.track;
    update();
}

QSize RepetitionDots::sizeHint() const {
    if (reps_ < 2 || reps_ > most) return {0, 0};
    return {static_cast<int>(std::ceil(dot_ * (reps_ * 1.65 - 0.65))), static_cast<int>(std::ceil(dot_ + 2))};
}

void RepetitionDots::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < reps_; ++i) {
        const double from_start = i * dot_ * 1.65;
        const double x = layoutDirection() == Qt::RightToLeft ? width() - from_start - dot_ : from_start;
        painter.setBrush(i < rep_ ? done_ : ahead_);
        painter.drawEllipse(QRectF{x, (height() - dot_) / 2, dot_, dot_});
    }
}

BreakProgress::BreakProgress(QWidget* parent) : QWidget(parent) {
    // its role is asked for when it gets its name
    teach_roles();
    setAccessibleName(tr("Progress of the break"));
}

void BreakProgress::set_value(int value) {
    const int within = std::clamp(value, 0, most);
    if (std::exchange(value_, within) != within) update();
}

void BreakProgress::set_look(const Colours& colours) {
    done_ = colours.accent;
    track_ = colours.track;
    update();
}

void BreakProgress::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double round = height() / 2.0;
    painter.setBrush(track_);
    painter.drawRoundedRect(QRectF{rect()}, round, round);
    if (value_ == 0) return;
    const double filled = std::max<double>(height(), width() * value_ / static_cast<double>(most));
    painter.setBrush(done_);
    const double left = layoutDirection() == Qt::RightToLeft ? width() - filled : 0;
    painter.drawRoundedRect(QRectF{left, 0, filled, static_cast<double>(height())}, round, round);
}

} // namespace limber::window
