// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped poses as numbers: bodies stay whole, hands reach what they hold, movements have no jumps.
#include "core/exercise.hpp"
#include "core/time.hpp"
#include "poses/body.hpp"
#include "poses/figure_book.hpp"
#include "poses/lens.hpp"
#include "poses/pose.hpp"
#include "poses/space.hpp"
#include "shelf.hpp"

#include <QPointF>
#include <QRectF>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

using namespace limber;
using namespace limber::poses;
using namespace std::chrono_literals;

namespace {

constexpr Duration usual_length = 4s;

/// Calls `look` with every motion of every shipped figure.
template <class Look>
void for_each_motion(Look look) {
    for (const auto& [name, figure] : test::shipped_figures().figures()) {
        for (const Movement& motion : figure.motions) {
            CAPTURE(name);
            CAPTURE(motion.phase);
            look(figure, motion);
        }
    }
}

float distance(const Vector3& a, const Vector3& b) {
    return (a - b).length();
}

/// The farthest that any place of the body is from where it is in the other pose.
float farthest(const Pose& one, const Pose& other) {
    const Body a = body_of(one);
    const Body b = body_of(other);
    float most = 0;
    for (const std::string_view place : place_names())
        most = std::max(most, distance(place_named(a, place), place_named(b, place)));
    return most;
}

void check_lengths(const Body& body) {
    const auto is = [](float length, float wanted) { return std::fabs(length - wanted) <= 0.02F * wanted; };
    for (const int side : {left_side, right_side}) {
        const LimbJoints& arm = body.arm[side];
        const LimbJoints& leg = body.leg[side];
        CHECK(is(distance(arm.root, arm.middle), proportion::upper_arm));
        CHECK(is(distance(arm.middle, arm.end), proportion::forearm));
        CHECK(is(distance(leg.root, leg.middle), proportion::thigh));
        CHECK(is(distance(leg.middle, leg.end), proportion::shank));
        CHECK(is(distance(leg.root, body.pelvis), proportion::hip));
        CHECK(distance(arm.root, body.chest) < proportion::shoulder + 0.07F);
        CHECK(std::fabs(dot(arm.along, arm.aside)) < 1e-3F);
    }
    CHECK(is(distance(body.pelvis, body.waist), proportion::loin));
    CHECK(is(distance(body.waist, body.chest), proportion::ribs));
}

Vector3 anchored_at(const Body& body, const Limb& limb, int side) {
    const Vector3 own{side == left_side ? limb.reach.x() : -limb.reach.x(), limb.reach.y(), limb.reach.z()};
    switch (limb.on) {
    case Anchor::chest: return body.chest + body.chest_turned.turned(own);
    case Anchor::pelvis: return body.pelvis + body.pelvis_turned.turned(own);
    case Anchor::head: return body.head + body.head_turned.turned(own);
    default: return own;
    }
}

} // namespace

TEST_CASE("the shipped pose files have no problems, and every phase of every exercise has its picture") {
    const FigureBook& book = test::shipped_figures();
    CHECK(test::lines_of(book, test::shipped_folder()).empty());
    CHECK(book.find(calm_figure) != nullptr);
    REQUIRE(book.find(leave_desk_figure) != nullptr);
    CHECK(find_motion(*book.find(leave_desk_figure), "leave-desk") != nullptr);
    const std::vector<Exercise> exercises = test::shipped_exercises();
    CHECK(exercises.size() >= 5);
    for (const Exercise& exercise : exercises) {
        const Figure* const figure = book.find(exercise.pose);
        REQUIRE_MESSAGE(figure != nullptr, exercise.id);
        for (const Phase& phase : test::played(exercise))
            CHECK_MESSAGE(find_motion(*figure, phase.name) != nullptr, exercise.id << ": " << phase.name);
    }
}

TEST_CASE("limbs keep their lengths in every pose and on every way between two") {
    for_each_motion([](const Figure&, const Movement& motion) {
        for (int i = 0; i <= 24; ++i)
            check_lengths(body_of(pose_at(motion, i / 24.0, usual_length)));
    });
}

TEST_CASE("hands and feet reach the places they are said to be at") {
    for_each_motion([](const Figure&, const Movement& motion) {
        for (const Segment& segment : motion.segments) {
            for (const Pose* const pose : {&segment.from, &segment.to}) {
                const Body body = body_of(*pose);
                for (const int side : {left_side, right_side}) {
                    const Limb& arm = pose->arm[side];
                    const Limb& leg = pose->leg[side];
                    if (arm.on != Anchor::none)
                        CHECK(distance(body.arm[side].end, anchored_at(body, arm, side)) < 0.012F);
                    if (leg.on != Anchor::none)
                        CHECK(distance(body.leg[side].end, anchored_at(body, leg, side)) < 0.012F);
                }
            }
        }
    });
}

TEST_CASE("nothing jumps within a phase: a frame at 30 a second moves no joint far") {
    for_each_motion([](const Figure&, const Movement& motion) {
        constexpr int frames = 120; // of 4 s
        Pose before = pose_at(motion, 0, usual_length);
        for (int i = 1; i <= frames; ++i) {
            const Pose pose = pose_at(motion, static_cast<double>(i) / frames * 0.99999, usual_length);
            CHECK(farthest(before, pose) < 0.035F);
            before = pose;
        }
    });
}

TEST_CASE("each phase begins where the one before ended") {
    for (const Exercise& exercise : test::shipped_exercises()) {
        const Figure* const figure = test::shipped_figures().find(exercise.pose);
        REQUIRE(figure != nullptr);
        const Movement* before = nullptr;
        Duration before_length{};
        for (const Phase& phase : test::played(exercise)) {
            const Movement* const motion = find_motion(*figure, phase.name);
            REQUIRE(motion != nullptr);
            if (before != nullptr) {
                const float jump =
                    farthest(pose_at(*before, 1, before_length), pose_at(*motion, 0, phase.length));
                CHECK_MESSAGE(jump < 0.002F, exercise.id << ": " << before->phase << " -> " << phase.name);
            }
            before = motion;
            before_length = phase.length;
        }
    }
}

TEST_CASE("the person stays in the picture") {
    for_each_motion([](const Figure& figure, const Movement& motion) {
        const QRectF frame{0, 0, 1, 1};
        const Lens lens{figure.lookout, frame, false};
        // an upper body is cut off by the lower rim on purpose
        const bool cut = figure.lookout.centre.y() - figure.lookout.height / 2 > 0.05;
        for (int i = 0; i <= 24; ++i) {
            const Body body = body_of(pose_at(motion, i / 24.0, usual_length));
            for (const std::string_view place : place_names()) {
                const QPointF point = lens.point(place_named(body, place));
                CAPTURE(place);
                if (cut && point.y() > 0.75) continue;
                CHECK(point.x() > 0.02);
                CHECK(point.x() < 0.98);
                CHECK(point.y() > 0.02);
                CHECK(point.y() < 0.98);
            }
            const QPointF crown = lens.point(body.head + body.head_turned.turned(Vector3{0, 0.09F, 0}));
            CHECK(crown.y() > 0.01);
        }
    });
}

TEST_CASE("a reflected pose is the same body with left and right exchanged") {
    for_each_motion([](const Figure&, const Movement& motion) {
        const Pose pose = pose_at(motion, 0.4, usual_length);
        const Body one = body_of(pose);
        const Body other = body_of(reflected(pose));
        const auto flipped = [](const Vector3& place) { return Vector3{-place.x(), place.y(), place.z()}; };
        for (const int side : {left_side, right_side}) {
            CHECK(distance(one.arm[side].end, flipped(other.arm[1 - side].end)) < 1e-4F);
            CHECK(distance(one.leg[side].end, flipped(other.leg[1 - side].end)) < 1e-4F);
        }
        CHECK(distance(one.head, flipped(other.head)) < 1e-4F);
    });
}

TEST_CASE("the mirrored picture is exact") {
    const QRectF frame{40, 10, 300, 300};
    const Lookout lookout{.turn = 76, .tilt = 8, .centre = {0.06, 0.3}, .height = 1.2};
    const Lens lens{lookout, frame, false};
    const Lens mirror{lookout, frame, true};
    for (const Vector3& place : {Vector3{0, 0, 0}, Vector3{0.3F, 1, -0.4F}, Vector3{-0.2F, 0.5F, 0.9F}}) {
        CHECK(lens.point(place).x() + mirror.point(place).x() == doctest::Approx(2 * frame.center().x()));
        CHECK(lens.point(place).y() == doctest::Approx(mirror.point(place).y()));
        CHECK(lens.nearness(place) == doctest::Approx(mirror.nearness(place)));
    }
}

TEST_CASE("smoothstep starts and ends without speed") {
    CHECK(smoothstep(-1) == 0);
    CHECK(smoothstep(0.5) == doctest::Approx(0.5));
    CHECK(smoothstep(2) == 1);
    CHECK(smoothstep(0.01) < 0.001);
    CHECK(smoothstep(0.99) > 0.999);
}

TEST_CASE("in the arm reach the head does not move, and the blades come together in the squeeze") {
    const Figure* const reach = test::shipped_figures().find("side/arm-reach");
    REQUIRE(reach != nullptr);
    const Movement* const motion = find_motion(*reach, "reach");
    REQUIRE(motion != nullptr);
    const Body before = body_of(pose_at(*motion, 0, 3s));
    const Body after = body_of(pose_at(*motion, 1, 3s));
    CHECK(distance(before.head, after.head) < 0.002F);
    CHECK(after.arm[right_side].end.y() > after.arm[right_side].root.y() - 0.02F);

    const Figure* const squeeze = test::shipped_figures().find("back/squeeze");
    REQUIRE(squeeze != nullptr);
    const Movement* const hold = find_motion(*squeeze, "hold");
    REQUIRE(hold != nullptr);
    const Body rest = body_of(squeeze->still);
    const Body full = body_of(pose_at(*hold, 1, 10s));
    CHECK(full.arm[left_side].root.x() < rest.arm[left_side].root.x() - 0.01F);
    CHECK(full.arm[left_side].root.z() < rest.arm[left_side].root.z() - 0.015F);
    CHECK(distance(full.head, rest.head) < 1e-4F);
}

TEST_CASE("shoulders roll up, then back, and the other way round") {
    const Figure* const figure = test::shipped_figures().find("side/shoulder-roll");
    REQUIRE(figure != nullptr);
    const Movement* const back = find_motion(*figure, "roll back");
    const Movement* const forward = find_motion(*figure, "roll forward");
    REQUIRE(back != nullptr);
    REQUIRE(forward != nullptr);
    const auto shoulder = [](const Movement& motion, double progress) {
        return body_of(pose_at(motion, progress, usual_length)).arm[right_side].root;
    };
    const Vector3 rest = shoulder(*back, 0);
    CHECK(distance(rest, shoulder(*back, 1)) < 1e-3F);
    CHECK(shoulder(*back, 0.36).y() > rest.y() + 0.05F);
    CHECK(shoulder(*back, 0.18).z() > rest.z() + 0.02F);
    CHECK(shoulder(*back, 0.68).z() < rest.z() - 0.02F);
    CHECK(shoulder(*forward, 0.25).z() < rest.z() - 0.02F);
    CHECK(shoulder(*forward, 0.75).z() > rest.z() + 0.02F);
}
