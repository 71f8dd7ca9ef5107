// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/figure.hpp"

namespace limber {

FigureColours FigureColours::light() {
    return {.disc = "#dcefe9",
            .floor = "#c3e0d7",
            .shadow = "#a5ccc1",
            .skin = "#e3a583",
            .skin_far = "#c98b6c",
            .hair = "#4a342f",
            .face = "#4a2f2a",
            .top = "#23867f",
            .top_far = "#1a6a66",
            .trousers = "#3d4a6b",
            .trousers_far = "#303b57",
            .shoes = "#f7f3ea",
            .seat = "#f2c879",
            .seat_side = "#dcab56",
            .glow = "#ffb52e",
            .arrow = "#e2582f",
            .ghost = "#b7d8ce"};
}

FigureColours FigureColours::dark() {
    return {.disc = "#1f3b3b",
            .floor = "#2a4d4b",
            .shadow = "#162c2d",
            .skin = "#dba07f",
            .skin_far = "#b27f63",
            .hair = "#6e4a3c",
            .face = "#3a2521",
            .top = "#4fb8a8",
            .top_far = "#3a9387",
            .trousers = "#6c7fae",
            .trousers_far = "#55668f",
            .shoes = "#efe9dc",
            .seat = "#c99d52",
            .seat_side = "#a57e3d",
            .glow = "#ffcf5e",
            .arrow = "#ff8a5c",
            .ghost = "#35585a"};
}

} // namespace limber
