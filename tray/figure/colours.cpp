// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/figure.hpp"

namespace limber::figure {

FigureColours FigureColours::light() {
    return {.disc = "#dcefe9",
            .shadow = "#a5ccc1",
            .skin = "#e3a583",
            .skin_far = "#c98b6c",
            .blush = "#ee8f7c",
            .hair = "#4a342f",
            .face = "#3d2723",
            .mouth = "#a4503f",
            .top = "#23867f",
            .sleeve = "#2b948b",
            .top_far = "#1a6a66",
            .trousers = "#3d4a6b",
            .trousers_far = "#303b57",
            .shoes = "#e8704a",
            .shoes_far = "#c65b3a",
            .seat = "#f2c879",
            .seat_side = "#dcab56",
            .glow = "#ffb52e",
            .arrow = "#e2582f",
            .ghost = "#b7d8ce"};
}

FigureColours FigureColours::dark() {
    return {.disc = "#1f3b3b",
            .shadow = "#162c2d",
            .skin = "#dba07f",
            .skin_far = "#b27f63",
            .blush = "#ea8a78",
            .hair = "#6e4a3c",
            .face = "#2f1d1a",
            .mouth = "#93452f",
            .top = "#45ad9d",
            .sleeve = "#55bcab",
            .top_far = "#3a9387",
            .trousers = "#6c7fae",
            .trousers_far = "#55668f",
            .shoes = "#e8805c",
            .shoes_far = "#bd6546",
            .seat = "#c99d52",
            .seat_side = "#a57e3d",
            .glow = "#ffcf5e",
            .arrow = "#ff8a5c",
            .ghost = "#35585a"};
}

} // namespace limber::figure
