// SPDX-License-Identifier: GPL-3.0-or-later
// Painting only what has moved: the same picture as all of it painted anew, and much less of it.
#include "core/exercise.hpp"
#include "figure/drawing.hpp"
#include "figure/figure.hpp"
#include "pictures.hpp"
#include "poses/moment.hpp"
#include "shelf.hpp"

#include <QImage>
#include <QPainter>
#include <QRect>
#include <QRectF>
#include <QRegion>
#include <doctest/doctest.h>

#include <chrono>
#include <utility>

using namespace limber;
using namespace limber::figure;
using namespace std::chrono_literals;

namespace {

constexpr int canvas_side = 240;
const QRectF canvas{0, 0, canvas_side, canvas_side};

/// A line may be where it was up to a tenth of a pixel ago.
constexpr int edge = 110;

/// A window that paints what it is told to, over what was there.
class Screen {
public:
    Screen() : image_{canvas_side, canvas_side, QImage::Format_RGB32} { image_.fill(Qt::white); }

    /// How much was painted, in parts of the whole.
    double show(const poses::FigureMoment& moment) {
        Drawing now = person_in(canvas, test::shipped_figures(), moment, FigureColours::light());
        const QRegion changed = now.follow(before_);
        double area = 0;
        for (const QRect& part : changed) {
            const QRect seen = part & image_.rect();
            area += double{1} * seen.width() * seen.height();
            QPainter painter{&image_};
            painter.setClipRect(seen);
            painter.fillRect(seen, Qt::white);
            paint_ground(painter, canvas, FigureColours::light());
            now.paint(painter, seen);
        }
        before_ = std::move(now);
        return area / (canvas_side * canvas_side);
    }

    [[nodiscard]] const QImage& image() const { return image_; }

private:
    QImage image_;
    Drawing before_;
};

void check_whole(const Screen& screen, const poses::FigureMoment& moment) {
    CHECK(test::differing(screen.image(), test::picture_of(moment, canvas_side), edge) == 0);
}

} // namespace

TEST_CASE("painting only what has moved gives the picture that painting all of it gives") {
    for (auto [name, moment] : test::every_phase()) {
        CAPTURE(name);
        Screen screen;
        for (const double progress : {0.0, 0.02, 0.04, 0.3, 0.33, 0.36, 0.6, 0.9, 0.95, 1.0}) {
            CAPTURE(progress);
            moment.progress = progress;
            screen.show(moment);
            check_whole(screen, moment);
        }
    }
}

TEST_CASE("going over from one side to the other, and to another exercise, leaves nothing behind") {
    Screen screen;
    poses::FigureMoment moment{.pose = "side/arm-reach",
                               .phase = "lower",
                               .kind = PhaseKind::move,
                               .side = Side::right,
                               .progress = 1,
                               .length = 2s};
    screen.show(moment);
    moment.phase = "reach";
    moment.side = Side::left;
    moment.side_before = Side::right;
    for (const double progress : {0.0, 0.05, 0.1, 0.17, 0.2, 0.5}) {
        moment.progress = progress;
        screen.show(moment);
        check_whole(screen, moment);
    }
    const poses::FigureMoment other{
        .pose = "front/butterfly", .phase = "hold", .kind = PhaseKind::hold, .length = 5s};
    screen.show(other);
    check_whole(screen, other);
}

TEST_CASE("what keeps still is not painted again") {
    Screen screen;
    poses::FigureMoment moment{.pose = "front/finger-fan",
                               .phase = "spread",
                               .kind = PhaseKind::move,
                               .side = Side::both,
                               .length = 5s};
    CHECK(screen.show(moment) == doctest::Approx(1).epsilon(0.02));
    CHECK(screen.show(moment) == 0);
    moment.progress = 0.1;
    const double fingers = screen.show(moment);
    CHECK(fingers > 0.02);
    CHECK(fingers < 0.35);
    poses::FigureMoment ankle{
        .pose = "seated/ankle-flex", .phase = "right", .side = Side::right, .length = 20s};
    screen.show(ankle);
    ankle.progress = 0.03;
    CHECK(screen.show(ankle) < 0.2);
}
