// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/own_picture.hpp"

#include <QFileInfo>
#include <QImage>
#include <QImageIOHandler>
#include <QImageReader>
#include <QSize>
#include <QString>
#include <Qt>

#include <expected>

namespace limber::figure {

std::expected<QImage, QString> read_own_picture(const QString& file, const QSize& room) {
    // a pipe would be waited for, a device never ends
    if (!QFileInfo{file}.isFile()) return std::unexpected(QStringLiteral("is not an ordinary file"));
    QImageReader reader{file};
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    if (!reader.canRead()) {
        return std::unexpected(QStringLiteral("cannot be read: %1").arg(reader.errorString()));
    }
    const QSize size = reader.size();
    if (qint64{size.width()} * size.height() > most_pixels) {
        return std::unexpected(QStringLiteral("has %1 × %2 pixels; at most %3 million can be shown")
                                   .arg(size.width())
                                   .arg(size.height())
                                   .arg(most_pixels / 1'000'000));
    }
    if (!size.isEmpty() && !room.isEmpty()) {
        // the room is for the picture as it is turned
        const bool lying = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
        const QSize fitted = size.scaled(lying ? room.transposed() : room, Qt::KeepAspectRatio);
        const bool scales_well = reader.supportsOption(QImageIOHandler::ScaledSize);
        if (scales_well || fitted.width() < size.width()) reader.setScaledSize(fitted);
    }
    QImage image = reader.read();
    if (image.isNull())
        return std::unexpected(QStringLiteral("cannot be read: %1").arg(reader.errorString()));
    return image;
}

} // namespace limber::figure
