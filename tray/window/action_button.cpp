// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/action_button.hpp"

#include "window/page.hpp"
#include "window/style.hpp"

#include <QFont>
#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>
#include <QPen>
#include <QPushButton>
#include <QRectF>
#include <QSize>
#include <Qt>
#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <utility>

namespace limber::window {
namespace {

/// A rectangle counted from where reading begins.
QRectF as_read(Qt::LayoutDirection direction, const QRectF& whole, const QRectF& part) {
    if (direction == Qt::LeftToRight) return part;
    return {whole.right() - (part.right() - whole.left()), part.top(), part.width(), part.height()};
}

} // namespace

ActionButton::ActionButton(QWidget* parent) : QPushButton(parent) {
    // a click leaves the focus, and with it what the space bar does, where it is
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void ActionButton::show_control(const Control& control) {
    if (control == control_) return;
    control_ = control;
    setText(control.label);
    setAccessibleDescription(tr("Key: %1").arg(control.key_name));
    update();
}

void ActionButton::set_look(Scheme scheme, const Sizes& sizes) {
    if (scheme == scheme_ && sizes == sizes_) return;
    scheme_ = scheme;
    sizes_ = sizes;
    update();
}

void ActionButton::set_tight(bool tight) {
    if (std::exchange(tight_, tight) != tight) update();
}

QFont ActionButton::words_font() const {
    return type(sizes_.button, QFont::DemiBold);
}

QFont ActionButton::key_font() const {
    return type(sizes_.key, QFont::Medium);
}

double ActionButton::key_width() const {
    return std::max<double>(QFontMetricsF{key_font()}.horizontalAdvance(control_.key_name) + sizes_.gap * 1.1,
                            sizes_.key * 1.7);
}

double ActionButton::edge(const Sizes& sizes) {
    return 1.6 * std::max(2.0, sizes.gap * 0.27);
}

QSize ActionButton::sizeHint() const {
    const double words = QFontMetricsF{words_font()}.size(Qt::TextShowMnemonic, text()).width();
    // at each end a gap and a half, and one between word and key
    const double width = words + key_width() + sizes_.gap * (tight_ ? 2.7 : 4.2);
    return {static_cast<int>(std::ceil(width)), static_cast<int>(std::lround(sizes_.button * 2.9))};
}

void ActionButton::paintEvent(QPaintEvent* /*event*/) {
    const Colours& colours = colours_of(scheme_);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const double room = edge(sizes_);
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
    if (with_contrast(scheme_) == scheme_ && !first) {
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
    const double end = sizes_.gap * (tight_ ? 0.65 : 1.5);
    const double key = key_width();
    const double key_height = sizes_.key * 1.7;
    const QRectF chip =
        as_read(layoutDirection(), whole,
                {whole.right() - end * 0.8 - key, whole.center().y() - key_height / 2, key, key_height});
    painter.setBrush(Qt::NoBrush);
    QColor edge = first ? colours.on_accent : colours.ink_soft;
    edge.setAlphaF(0.45F);
    painter.setPen(QPen{edge, std::max(1.0, sizes_.gap * 0.14)});
    painter.drawRoundedRect(chip, key_height * 0.28, key_height * 0.28);
    painter.setFont(key_font());
    painter.setPen(first ? colours.on_accent : colours.ink_soft);
    painter.drawText(chip, Qt::AlignCenter, control_.key_name);

    const QRectF words = as_read(layoutDirection(), whole,
                                 {whole.left() + end, whole.top(),
                                  whole.width() - end * 1.8 - key - sizes_.gap * 0.5, whole.height()});
    painter.setFont(words_font());
    painter.setPen(ink); // the mnemonic works unseen: the key beside it is shorter
    painter.drawText(words, Qt::AlignCenter | Qt::TextHideMnemonic, text());
}

} // namespace limber::window
