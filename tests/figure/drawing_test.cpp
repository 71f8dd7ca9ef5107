// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures: inside their frame, mirrored exactly, still when said to be still, different in each phase.
#include "core/exercise.hpp"
#include "core/time.hpp"
#include "figure/drawing.hpp"
#include "figure/figure.hpp"
#include "pictures.hpp"
#include "poses/figure_book.hpp"
#include "poses/moment.hpp"
#include "poses/pose.hpp"
#include "shelf.hpp"

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QRectF>
#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::poses;
using namespace limber::figure;
using namespace std::chrono_literals;

namespace {

constexpr int frame_side = 200;
constexpr int margin = 24;
const QColor paper{"#ff00ff"};

QImage picture(const FigureMoment& moment, const FigureColours& colours = FigureColours::light()) {
    const int side = frame_side + 2 * margin;
    QImage image{side, side, QImage::Format_ARGB32_Premultiplied};
    image.fill(paper);
    QPainter painter{&image};
    paint_figure(painter, QRectF{margin, margin, frame_side, frame_side}, test::shipped_figures(), moment,
                 colours);
    return image;
}

int differing(const QImage& a, const QImage& b, int tolerance = 24) {
    return test::differing(a, b, tolerance);
}

int painted_outside(const QImage& image) {
    int count = 0;
    const QRect frame{margin, margin, frame_side, frame_side};
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (!frame.contains(x, y) && image.pixelColor(x, y) != paper) ++count;
        }
    }
    return count;
}

int of_colour(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            if (test::difference(image.pixel(x, y), colour.rgb()) < 6) ++count;
    }
    return count;
}

FigureMoment moment_of(const Exercise& exercise, const Phase& phase, double progress) {
    return {.pose = exercise.pose,
            .phase = phase.name,
            .kind = phase.kind,
            .side = phase.side,
            .progress = progress,
            .length = phase.length};
}

} // namespace

TEST_CASE("every phase draws a person with a head, a top and trousers inside the frame, light and dark") {
    for (const FigureColours& colours : {FigureColours::light(), FigureColours::dark()}) {
        for (const Exercise& exercise : test::shipped_exercises()) {
            for (const Phase& phase : test::played(exercise)) {
                CAPTURE(exercise.id);
                CAPTURE(phase.name);
                for (const bool reduced : {false, true}) {
                    FigureMoment moment = moment_of(exercise, phase, 0.6);
                    moment.reduced_motion = reduced;
                    const QImage image = picture(moment, colours);
                    CHECK(painted_outside(image) == 0);
                    CHECK(of_colour(image, colours.skin) > 150);
                    CHECK(of_colour(image, colours.hair) > 40);
                    CHECK(of_colour(image, colours.top) + of_colour(image, colours.sleeve) > 150);
                }
            }
        }
    }
}

TEST_CASE("nothing is cut off but what goes on below, at any time of any phase") {
    const QRectF frame{0, 0, 100, 100};
    for (auto [name, moment] : test::every_phase()) {
        CAPTURE(name);
        const Figure* const figure = test::shipped_figures().find(moment.pose);
        REQUIRE(figure != nullptr);
        const bool upper_body = figure->lookout.centre.y() - figure->lookout.height / 2 > 0;
        for (const double progress : {0.0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1.0}) {
            CAPTURE(progress);
            moment.progress = progress;
            const QRectF reach =
                person_in(frame, test::shipped_figures(), moment, FigureColours::light()).reach();
            CHECK(reach.top() >= 0);
            // shoulders may be wider than the disc that cuts them off
            CHECK(reach.left() >= (upper_body ? -2 : 0));
            CHECK(reach.right() <= (upper_body ? 102 : 100));
            if (!upper_body) CHECK(reach.bottom() <= 100);
        }
    }
}

TEST_CASE(
    "reduced motion: a ghost where it begins, the end or what is held, an arrow, and no movement between") {
    int with_ghost = 0;
    for (auto [name, moment] : test::every_phase()) {
        CAPTURE(name);
        moment.reduced_motion = true;
        const FigureColours colours = FigureColours::light();
        moment.progress = 0.15;
        const QImage early = picture(moment);
        moment.progress = 0.85;
        CHECK(differing(early, picture(moment), 0) == 0);
        const Figure* const figure = test::shipped_figures().find(moment.pose);
        REQUIRE(figure != nullptr);
        const Movement* const movement = find_motion(*figure, moment.phase);
        REQUIRE(movement != nullptr);
        if (!movement->arrows.empty()) CHECK(of_colour(early, colours.arrow) > 15);
        FigureMoment still = moment;
        still.reduced_motion = false;
        if (moment.kind == PhaseKind::hold) {
            still.progress = 0.6;
            const Shown shown = shown_in(test::shipped_figures(), moment);
            CHECK(pose_now(shown, moment).effort >= pose_now(shown, still).effort - 0.01F);
        }
        still.progress = 1;
        const bool ghost = of_colour(early, colours.ghost) > of_colour(picture(still), colours.ghost) + 15;
        if (movement->segments.empty()) CHECK_FALSE(ghost);
        if (ghost) ++with_ghost;
    }
    CHECK(with_ghost >= 30);
}

TEST_CASE("the left arm's picture is the right arm's, mirrored") {
    for (const char* const phase : {"reach", "hold", "lower"}) {
        FigureMoment moment{.pose = "side/arm-reach",
                            .phase = phase,
                            .kind = PhaseKind::move,
                            .side = Side::right,
                            .progress = 0.7,
                            .length = 3s};
        const QImage near = picture(moment);
        moment.side = Side::left;
        CHECK(differing(near, picture(moment)) > 1000);
        // the dashes around the head begin on the right in both
        CHECK(differing(near, picture(moment).mirrored(true, false), 120) < 90);
    }
}

TEST_CASE("a change of sides goes over from one picture to the other") {
    FigureMoment moment{.pose = "side/arm-reach",
                        .phase = "reach",
                        .kind = PhaseKind::move,
                        .side = Side::right,
                        .progress = 0,
                        .length = 3s,
                        .side_before = Side::left};
    FigureMoment before = moment;
    before.side = Side::left;
    before.side_before = Side::none;
    CHECK(differing(picture(moment), picture(before)) < 40);
    FigureMoment after = moment;
    after.side_before = Side::none;
    after.progress = moment.progress = 0.3;
    CHECK(differing(picture(moment), picture(after)) == 0);
}

TEST_CASE("liveliness tells the truth: still pictures do not change, moving and breathing ones do") {
    for (const Exercise& exercise : test::shipped_exercises()) {
        for (const Phase& phase : test::played(exercise)) {
            CAPTURE(exercise.id);
            CAPTURE(phase.name);
            for (const bool reduced : {false, true}) {
                FigureMoment now = moment_of(exercise, phase, 0.30);
                FigureMoment later = moment_of(exercise, phase, 0.553);
                now.reduced_motion = later.reduced_motion = reduced;
                const int changed = differing(picture(now), picture(later), 0);
                const bool lives = liveliness(test::shipped_figures(), now) != Liveliness::still;
                if (reduced) CHECK_FALSE(lives);
                CHECK((changed > 0) == lives);
            }
        }
    }
}

TEST_CASE("breathing begins and ends with the pose itself") {
    FigureMoment moment{.pose = "front/butterfly",
                        .phase = "hold",
                        .kind = PhaseKind::hold,
                        .side = Side::both,
                        .length = 5s};
    const QImage start = picture(moment);
    moment.progress = 1;
    CHECK(differing(start, picture(moment), 3) == 0);
    moment.progress = 0.25;
    CHECK(differing(start, picture(moment), 3) > 20);
    CHECK(liveliness(test::shipped_figures(), moment) == Liveliness::breathing);
}

TEST_CASE("an unknown pose is a calm person, the rest of a long break a walk, an empty book a disc") {
    const FigureMoment unknown{.pose = "no/such", .phase = "hold", .length = 5s};
    const FigureMoment walk{.phase = "leave-desk", .progress = 0.1, .length = 60s};
    CHECK(of_colour(picture(unknown), FigureColours::light().skin) > 100);
    CHECK(differing(picture(unknown), picture(walk)) > 500);
    CHECK(liveliness(test::shipped_figures(), walk) == Liveliness::moving);
    QImage image{100, 100, QImage::Format_ARGB32_Premultiplied};
    image.fill(paper);
    QPainter painter{&image};
    paint_figure(painter, QRectF{0, 0, 100, 100}, FigureBook{}, unknown, FigureColours::light());
    CHECK(image.pixelColor(50, 50) == FigureColours::light().disc);
}

TEST_CASE("nonsense from outside is drawn without harm") {
    for (const double progress : {-1.0, 7.0, std::numeric_limits<double>::quiet_NaN(), HUGE_VAL}) {
        for (const Duration length : {Duration{}, Duration{-5}, Duration::max()}) {
            const FigureMoment moment{.pose = "front/butterfly",
                                      .phase = "close",
                                      .kind = PhaseKind::move,
                                      .side = Side::both,
                                      .progress = progress,
                                      .length = length};
            CHECK(painted_outside(picture(moment)) == 0);
            FigureMoment walk = moment;
            walk.pose.clear();
            walk.phase = "leave-desk";
            CHECK(painted_outside(picture(walk)) == 0);
        }
    }
    QImage image{10, 10, QImage::Format_ARGB32_Premultiplied};
    image.fill(paper);
    QPainter painter{&image};
    paint_figure(painter, QRectF{0, 0, -5, 3}, test::shipped_figures(), {}, FigureColours::light());
    CHECK(image.pixelColor(1, 1) == paper);
}
