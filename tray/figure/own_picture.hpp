// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of the person's own, shown instead of the figure: whatever the file holds, reading it is safe.
#pragma once

#include <QImage>
#include <QSize>
#include <QString>

#include <expected>

namespace limber::figure {

/// More pixels than that are no picture for a break.
inline constexpr qint64 most_pixels = 20'000'000;

/// The picture in this file, made small enough for `room` (in pixels). The error says what is wrong with it.
[[nodiscard]] std::expected<QImage, QString> read_own_picture(const QString& file, const QSize& room);

} // namespace limber::figure
