// SPDX-License-Identifier: GPL-3.0-or-later
// limber_icon_maker FOLDER TABLE.cpp: the one drawing source of the tray's icons, on a grid of 16 × 16
// because that is how small they are seen. Writes the themed ones below FOLDER/hicolor, and the table that is
// compiled into the tray for hosts that want pixels. Runs while Limber is built.
#include "icons/look.hpp"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPainterPathStroker>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <QTransform>
#include <QtGlobal>

#include <cstdint>
#include <cstdio>
#include <vector>

namespace limber::tray {
namespace {

constexpr double grid = 16;

constexpr QPointF centre{grid / 2, grid / 2};
constexpr double ring_radius = 6.8;
constexpr double ring_width = 1.7;
constexpr double limb = 1.45;

QPainterPath stroked(const QPainterPath& path, double width, Qt::PenCapStyle cap = Qt::RoundCap) {
    QPainterPathStroker pen;
    pen.setWidth(width);
    pen.setCapStyle(cap);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCurveThreshold(0.02);
    return pen.createStroke(path);
}

QPainterPath line_through(const QPolygonF& points) {
    QPainterPath path;
    path.addPolygon(points);
    return path;
}

QPainterPath circle(QPointF at, double radius) {
    QPainterPath path;
    path.addEllipse(at, radius, radius);
    return path;
}

QRectF around(QPointF at, double radius) {
    return {at.x() - radius, at.y() - radius, 2 * radius, 2 * radius};
}

/// Somebody who reaches up and to the side, as on the icon of the program.
QPainterPath reaching() {
    return circle({7.5, 4.75}, 1.35)
        .united(stroked(line_through({{4.9, 8.6}, {7.8, 7.0}, {11.3, 4.9}}), limb))
        .united(stroked(line_through({{7.8, 7.0}, {7.6, 9.3}}), limb))
        .united(stroked(line_through({{5.9, 11.9}, {7.6, 9.3}, {9.9, 11.9}}), limb));
}

/// The same, close by: without a ring around, and so told from the other without colours, too.
QPainterPath reaching_large() {
    return QTransform{}
        .translate(centre.x(), centre.y())
        .scale(1.3, 1.3)
        .translate(-centre.x(), -centre.y())
        .map(reaching());
}

/// Somebody who stretches, both arms up.
QPainterPath stretching() {
    return circle({8, 5.3}, 1.35)
        .united(stroked(line_through({{4.7, 4.9}, {6.2, 7.5}, {9.8, 7.5}, {11.3, 4.9}}), limb))
        .united(stroked(line_through({{8, 7.5}, {8, 9.4}}), limb))
        .united(stroked(line_through({{6.2, 12}, {8, 9.4}, {9.8, 12}}), limb));
}

QPainterPath dots() {
    return circle({4.9, 8}, 1.15).united(circle({8, 8}, 1.15)).united(circle({11.1, 8}, 1.15));
}

QPainterPath bars() {
    return stroked(line_through({{6.3, 5.7}, {6.3, 10.3}}), 1.7)
        .united(stroked(line_through({{9.7, 5.7}, {9.7, 10.3}}), 1.7));
}

/// Nobody is there: somebody has gone to have a cup of something.
QPainterPath cup() {
    QPainterPath bowl;
    bowl.addRoundedRect(QRectF{4.6, 5.2, 5.2, 5.8}, 1.3, 1.3);
    return bowl.united(stroked(circle({9.9, 7.7}, 1.6), 1.1))
        .united(stroked(line_through({{4.6, 12.2}, {9.8, 12.2}}), 0.9));
}

QPainterPath moon() {
    QPainterPath crescent; // its tips at 75° and −15°
    crescent.arcMoveTo(around({7.7, 8.2}, 4), 75);
    crescent.arcTo(around({7.7, 8.2}, 4), 75, 270);
    crescent.arcTo(around({9.605, 7.1}, 2.9), -47.5, -205);
    crescent.closeSubpath();
    return crescent;
}

QPainterPath question() {
    QPainterPath hook;
    hook.arcMoveTo(around({8, 6.5}, 1.9), 170);
    hook.arcTo(around({8, 6.5}, 1.9), 170, -220);
    hook.quadTo({8, 8.5}, {8, 9.4});
    return stroked(hook, limb).united(circle({8, 11.6}, 0.95));
}

QPainterPath power() {
    QPainterPath open;
    open.arcMoveTo(around({8, 8.4}, 3.3), 130);
    open.arcTo(around({8, 8.4}, 3.3), 130, 280);
    return stroked(open, limb).united(stroked(line_through({{8, 4.6}, {8, 8.0}}), limb));
}

QPainterPath disc() {
    return circle(centre, grid / 2);
}

/// The whole ring along the disc's edge.
QPainterPath ring() {
    return stroked(circle(centre, ring_radius), ring_width);
}

/// The ring from the top clockwise, so many steps of it.
QPainterPath arc(int step) {
    if (step <= 0) return {};
    if (step >= icon_steps) return ring();
    QPainterPath part;
    part.arcMoveTo(around(centre, ring_radius), 90);
    part.arcTo(around(centre, ring_radius), 90, -360.0 * step / icon_steps);
    return stroked(part, ring_width, Qt::FlatCap);
}

/// What stands in the ring: somebody reaching up, two bars, a cup …
QPainterPath glyph(Look look) {
    switch (look) {
    case Look::working: return reaching();
    case Look::prompted: return reaching_large();
    case Look::resting: return stretching();
    case Look::waiting: return dots();
    case Look::paused: return bars();
    case Look::held: return stroked(line_through({{5.2, 8}, {10.8, 8}}), 2.0);
    case Look::away: return cup();
    case Look::off: return moon();
    case Look::absent: return power();
    case Look::unknown: break;
    }
    return question();
}

QString number(double value) {
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.')) text.chop(1);
    return text;
}

/// The outline as SVG writes it.
QString outline(const QPainterPath& path) {
    QString d;
    for (int i = 0; i < path.elementCount(); ++i) {
        const auto at = path.elementAt(i);
        const char* letter = at.isMoveTo() ? "M" : at.isLineTo() ? "L" : at.isCurveTo() ? "C" : " ";
        d += QLatin1String{letter} + number(at.x) + u' ' + number(at.y);
    }
    return d + u'Z';
}

QString colour(std::uint32_t rgb) {
    return QStringLiteral("#%1").arg(rgb, 6, 16, QLatin1Char{'0'});
}

QString shape(const QPainterPath& path, const QString& fill, double opacity = 1) {
    if (path.isEmpty()) return {};
    const QString rule =
        path.fillRule() == Qt::OddEvenFill ? QStringLiteral(" fill-rule=\"evenodd\"") : QString{};
    const QString faint = opacity < 1 ? QStringLiteral(" opacity=\"%1\"").arg(number(opacity)) : QString{};
    return QStringLiteral("  <path d=\"%1\" fill=\"%2\"%3%4/>\n").arg(outline(path), fill, rule, faint);
}

QString framed(const QString& shapes) {
    return QStringLiteral(
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\">\n"
               "%1</svg>\n")
        .arg(shapes);
}

/// On a disc of its own, and so readable on any panel.
QString coloured(const Icon& icon) {
    return framed(shape(disc(), colour(style_of(icon.look).ground)) +
                  shape(ring(), colour(glyph_colour), track_opacity) +
                  shape(arc(ring_of(icon)), colour(arc_colour)) +
                  shape(glyph(icon.look), colour(glyph_colour)));
}

/// In one colour, for panels that recolour. What asks for attention is a full disc.
QString symbolic(const Icon& icon) {
    const QString ink = QStringLiteral("#2e3436");
    if (icon.look == Look::prompted) return framed(shape(disc().subtracted(glyph(icon.look)), ink));
    return framed(shape(ring(), ink, 0.35) + shape(arc(ring_of(icon)), ink) + shape(glyph(icon.look), ink));
}

bool write(const QString& name, const QString& content) {
    QFile file(name);
    const QByteArray bytes = content.toUtf8();
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size() &&
        file.flush()) {
        return true;
    }
    std::fprintf(stderr, "%s: %s\n", qPrintable(name), qPrintable(file.errorString()));
    return false;
}

bool write_theme(const QString& folder) {
    const QString full = folder + QStringLiteral("/hicolor/scalable/status/");
    const QString plain = folder + QStringLiteral("/hicolor/symbolic/apps/");
    if (!QDir{}.mkpath(full) || !QDir{}.mkpath(plain)) return false;
    for (std::size_t i = 0; i < look_count; ++i) {
        const Look look{static_cast<Look>(i)};
        for (int step = 0; step <= (shows_arc(look) ? icon_steps : 0); ++step) {
            const Icon icon{look, step};
            if (!write(full + QString::fromStdString(icon_name(icon, false)) + QStringLiteral(".svg"),
                       coloured(icon)) ||
                !write(plain + QString::fromStdString(icon_name(icon, true)) + QStringLiteral(".svg"),
                       symbolic(icon))) {
                return false;
            }
        }
    }
    return true;
}

/// How much of each pixel the shape covers, 0 … 15: a byte a pixel, compressed.
QByteArray coverage(const QPainterPath& path, int size) {
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / grid, size / grid);
    painter.fillPath(path, Qt::white);
    painter.end();
    QByteArray levels;
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x)
            levels += static_cast<char>((qAlpha(image.pixel(x, y)) * 15 + 127) / 255);
    }
    return qCompress(levels, 9);
}

bool write_table(const QString& name) {
    std::vector<QPainterPath> layers{disc(), ring()};
    for (int step = 0; step <= icon_steps; ++step)
        layers.push_back(arc(step));
    for (std::size_t look = 0; look < look_count; ++look)
        layers.push_back(glyph(static_cast<Look>(look)));
    QString bytes;
    QString begins;
    int written = 0;
    for (const auto& layer : layers) {
        for (const int size : icon_sizes) {
            begins += QString::number(written) + u',';
            for (const char byte : coverage(layer, size)) {
                bytes +=
                    QString::number(static_cast<uchar>(byte)) + (++written % 32 == 0 ? u'\n' : u' ') + u',';
            }
        }
    }
    return write(name, QStringLiteral("// Made by limber_icon_maker.\n#include \"icons/pixmaps.hpp\"\n"
                                      "namespace limber::tray {\n"
                                      "const unsigned char layer_bytes[] = {\n%1};\n"
                                      "const unsigned layer_begins[] = {\n%2%3};\n"
                                      "} // namespace limber::tray\n")
                           .arg(bytes, begins)
                           .arg(written));
}

} // namespace
} // namespace limber::tray

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("limber_icon_maker FOLDER TABLE.cpp\n", stderr);
        return 2;
    }
    return limber::tray::write_theme(QString::fromLocal8Bit(argv[1])) &&
                   limber::tray::write_table(QString::fromLocal8Bit(argv[2]))
               ? 0
               : 1;
}
