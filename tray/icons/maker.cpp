// SPDX-License-Identifier: GPL-3.0-or-later
// limber_icon_maker FOLDER TABLE.cpp: writes the themed icons below FOLDER/hicolor, and the table that is
// compiled into the tray for hosts that want pixels. Runs while Limber is built.
#include "icons/drawing.hpp"
#include "icons/look.hpp"
#include "icons/runs.hpp"

#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QString>
#include <QtGlobal>

#include <cstdint>
#include <cstdio>
#include <vector>

namespace limber::tray {
namespace {

constexpr auto every_look = [] {
    std::array<Look, look_count> looks{};
    for (std::size_t i = 0; i < look_count; ++i)
        looks[i] = static_cast<Look>(i);
    return looks;
}();

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
    for (const Look look : every_look) {
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

/// How much of each pixel the shape covers, 0 … 15.
std::vector<std::uint8_t> coverage(const QPainterPath& path, int size) {
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / grid, size / grid);
    painter.fillPath(path, Qt::white);
    painter.end();
    std::vector<std::uint8_t> levels;
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            levels.push_back(static_cast<std::uint8_t>((qAlpha(image.pixel(x, y)) * 15 + 127) / 255));
        }
    }
    return levels;
}

bool write_table(const QString& name) {
    std::vector<QPainterPath> layers{disc(), ring()};
    for (int step = 0; step <= icon_steps; ++step)
        layers.push_back(arc(step));
    for (const Look look : every_look)
        layers.push_back(glyph(look));
    QString bytes;
    QString begins;
    std::size_t written = 0;
    for (const auto& layer : layers) {
        for (const int size : icon_sizes) {
            begins += QString::number(written) + u',';
            for (const auto byte : runs_of(coverage(layer, size))) {
                bytes += QString::number(byte) +
                         (++written % 32 == 0 ? QStringLiteral(",\n") : QStringLiteral(","));
            }
        }
        begins += u'\n';
    }
    return write(name, QStringLiteral("// Made by limber_icon_maker.\n#include \"icons/table.hpp\"\n"
                                      "namespace limber::tray {\n"
                                      "const unsigned char layer_runs[] = {\n%1};\n"
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
