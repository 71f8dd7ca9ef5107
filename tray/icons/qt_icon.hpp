// SPDX-License-Identifier: GPL-3.0-or-later
// The compiled-in pixels as an icon of Qt's: an SVG of the theme needs a plug-in that may be missing.
#pragma once

#include "icons/look.hpp"
#include "icons/pixmaps.hpp"

#include <QIcon>
#include <QImage>
#include <QPixmap>

#include <cstdint>
#include <cstring>
#include <vector>

namespace limber::tray {

/// In each of icon_sizes.
[[nodiscard]] inline QIcon drawn_icon(const Icon& icon) {
    QIcon all;
    for (const int size : icon_sizes) {
        const std::vector<std::uint32_t> pixels = icon_pixels(icon, size);
        QImage image{size, size, QImage::Format_ARGB32};
        // its lines are as long as theirs: four bytes a pixel need no padding
        std::memcpy(image.bits(), pixels.data(), pixels.size() * sizeof(std::uint32_t));
        all.addPixmap(QPixmap::fromImage(image));
    }
    return all;
}

} // namespace limber::tray
