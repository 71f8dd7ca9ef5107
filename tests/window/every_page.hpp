// SPDX-License-Identifier: GPL-3.0-or-later
// Every page the window has, as it is with the shipped exercises, and pictures of them.
#pragma once

#include "bus/wire_values.hpp"
#include "core/plan.hpp"
#include "core/session.hpp"
#include "core/status.hpp"
#include "core/time.hpp"
#include "desk.hpp"
#include "poses/figure_book.hpp"
#include "window/break_view.hpp"
#include "window/page.hpp"
#include "window/style.hpp"

#include <QImage>
#include <QString>

#include <array>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace limber::test {

struct ShownPage {
    std::string name;
    window::Page page;
    std::vector<QString> headlines;
};

inline constexpr std::array every_look{std::pair{window::Scheme::light, "light"},
                                       std::pair{window::Scheme::dark, "dark"},
                                       std::pair{window::Scheme::light_contrast, "light-contrast"},
                                       std::pair{window::Scheme::dark_contrast, "dark-contrast"}};

inline Session session_of(const Plan& plan, const std::vector<std::string>& exercises, Duration rest) {
    Session session;
    session.id = 1;
    session.exercises = exercises;
    session.phases = phases_of(plan, exercises, rest);
    session.began = Instant{1h};
    return session;
}

inline std::vector<ShownPage> every_page(const Plan& plan) {
    window::ExerciseBook book;
    for (const Exercise& exercise : plan.exercises) {
        book[exercise.id] = {.title = bus::text(exercise.title),
                             .caution = bus::text(exercise.caution),
                             .pose = exercise.pose};
    }
    std::vector<ShownPage> all;
    const auto add = [&](const char* name, const Session& session, Duration since) {
        all.push_back({name, window::guide_page(session, book, session.began + since),
                       window::instructions_of(session)});
    };
    add("move", session_of(plan, {"butterfly"}, 0s), 7s);
    add("hold", session_of(plan, {"butterfly"}, 0s), 10s);
    add("rest", session_of(plan, {"butterfly"}, 0s), 29s);
    add("side", session_of(plan, {"arm-reach"}, 0s), 22s);
    add("twist", session_of(plan, {"trunk-rotation"}, 0s), 12s);
    add("switch", session_of(plan, {"shoulder-rolls", "blade-squeeze"}, 5min), 20s);
    add("leave-desk", session_of(plan, {"blade-squeeze"}, 5min), 40s);
    Session paused = session_of(plan, {"butterfly"}, 0s);
    paused.paused_at = paused.began + 7s;
    add("paused", paused, 7s);
    all.push_back({"farewell", window::farewell_page(3), {}});
    all.push_back({"at-rest", window::rest_page(working(), book), {}});
    bus::StatusReport suggested = offered();
    suggested.status.prompt->exercise = "shoulder-rolls";
    all.push_back({"offered", window::rest_page(suggested, book), {}});
    bus::StatusReport never = working();
    never.status.never = {"arm-reach", "chin-glide"};
    all.push_back({"never", window::never_page(never, book), {}});
    all.push_back({"lost", window::lost_page(true), {}});
    return all;
}

/// The window's inside on a screen of 100 % (ratio 1), 200 % …
inline QImage page_picture(const ShownPage& shown, window::Scheme scheme, int ratio,
                           const poses::FigureBook& book = figures()) {
    window::BreakView view{book};
    view.set_look(scheme, false);
    view.resize(window::default_size);
    view.set_headlines(shown.headlines);
    view.show_page(shown.page);
    view.grab(); // lets the resize happen
    QImage picture{window::default_size * ratio, QImage::Format_RGB32};
    picture.setDevicePixelRatio(ratio);
    view.render(&picture);
    return picture;
}

} // namespace limber::test
