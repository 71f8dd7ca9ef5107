// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a pose file: [[figure]] with its keys and motions, and [[posture]], which every figure can be
// built on; and the kinds of values that only pose files have. Lengths are in body heights, angles in
// degrees.
#pragma once

#include "core/exercise.hpp"
#include "poses/pose.hpp"
#include "poses/space.hpp"
#include "settings/document.hpp"
#include "settings/field.hpp"
#include "settings/kinds.hpp"
#include "settings/spot.hpp"

#include <QPointF>

#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace limber::poses {

/// A number with or without a fraction; never infinite.
struct Real {
    using type = std::optional<double>;
    double low = 0;
    double high = 0;
};

/// Numbers, such as the times of keys.
struct Reals {
    using type = std::vector<double>;
    double low = 0;
    double high = 0;
    std::size_t most = 1;
};

/// [x, y]
struct Flat {
    using type = std::optional<QPointF>;
    double limit = 0;
};

/// [[x, y], [x, y]]
struct Flats {
    using type = std::vector<QPointF>;
    double limit = 0;
    std::size_t most = 1;
};

/// [out, up, forward], or three angles
struct Triple {
    using type = std::optional<Vector3>;
    double limit = 0;
    bool may_be_zero = true; ///< false for a direction
};

/// Names in order; one may come again.
struct Names {
    using type = std::vector<std::string>;
    std::size_t most = 1;
};

bool read(const Real& kind, const settings::Value& value, Real::type& into, const settings::Spot& spot);
bool read(const Reals& kind, const settings::Value& value, Reals::type& into, const settings::Spot& spot);
bool read(const Flat& kind, const settings::Value& value, Flat::type& into, const settings::Spot& spot);
bool read(const Flats& kind, const settings::Value& value, Flats::type& into, const settings::Spot& spot);
bool read(const Triple& kind, const settings::Value& value, Triple::type& into, const settings::Spot& spot);
bool read(const Names& kind, const settings::Value& value, Names::type& into, const settings::Spot& spot);

struct SideDraft {
    Triple::type shoulder, upper_arm, forearm, hand, thumb, wrist, elbow;
    Triple::type hip, thigh, shank, foot, sole, ankle, knee;
    Real::type spread, curl;
    Anchor wrist_on = Anchor::none;
    Anchor ankle_on = Anchor::none;
    settings::Place at;
};

struct KeyDraft {
    std::string name, like;
    Triple::type pelvis, pelvis_turn, trunk, head, glide;
    Real::type roll, effort, lids;
    std::optional<SideDraft> both, left, right;
    settings::Place at;
};

struct LookoutDraft {
    Real::type turn, tilt, height;
    Flat::type centre;
    settings::Place at;
};

struct GlowDraft {
    std::string where;
    Real::type size;
    settings::Place at;
};

struct ArrowDraft {
    std::string follow;
    Flats::type points;
    Flat::type shift;
    Real::type stretch;
    settings::Place at;
};

struct MovementDraft {
    std::string phase;
    Names::type keys;
    Reals::type times;
    Ease ease = Ease::each;
    bool reflected = false;
    Real::type cycle;
    std::vector<ArrowDraft> arrows;
    settings::Place at;
};

struct FigureDraft {
    std::string name;
    std::optional<LookoutDraft> view, inset;
    Side drawn_for = Side::none;
    Real::type seat;
    bool blades = false;
    bool steady_head = false;
    std::vector<GlowDraft> glows;
    std::vector<KeyDraft> keys;
    std::vector<MovementDraft> motions;
    settings::Place at;
};

namespace pose_format {

using settings::Field;
using settings::Inner;
using settings::OneOf;
using settings::Place;
using settings::TextLine;

using enum settings::Presence;

inline constexpr Triple point{2};
inline constexpr Triple direction{100, false};
inline constexpr Triple angles{180};
inline constexpr OneOf<Anchor, 5> anchors{{{{"none", Anchor::none},
                                            {"floor", Anchor::floor},
                                            {"chest", Anchor::chest},
                                            {"pelvis", Anchor::pelvis},
                                            {"head", Anchor::head}}}};

inline constexpr auto side = std::tuple{
    Field<SideDraft, Triple>{"shoulder", &SideDraft::shoulder, point, "From where it rests."},
    Field<SideDraft, Triple>{"upper_arm", &SideDraft::upper_arm, direction, "Where it points."},
    Field<SideDraft, Triple>{"forearm", &SideDraft::forearm, direction, "Where it points."},
    Field<SideDraft, Triple>{"hand", &SideDraft::hand, direction, "Where it points."},
    Field<SideDraft, Triple>{"thumb", &SideDraft::thumb, direction, "Where it points."},
    Field<SideDraft, Triple>{"wrist", &SideDraft::wrist, point,
                             "Where the wrist stays, instead of directions."},
    Field<SideDraft, OneOf<Anchor, 5>>{"wrist_on", &SideDraft::wrist_on, anchors,
                                       "What `wrist` is seen from."},
    Field<SideDraft, Triple>{"elbow", &SideDraft::elbow, direction, "Where it points, with `wrist`."},
    Field<SideDraft, Real>{"spread", &SideDraft::spread, {0, 1}, "Fingers apart."},
    Field<SideDraft, Real>{"curl", &SideDraft::curl, {0, 1}, "Fingers bent."},
    Field<SideDraft, Triple>{"hip", &SideDraft::hip, point, "From where it rests."},
    Field<SideDraft, Triple>{"thigh", &SideDraft::thigh, direction, "Where it points."},
    Field<SideDraft, Triple>{"shank", &SideDraft::shank, direction, "Where it points."},
    Field<SideDraft, Triple>{"foot", &SideDraft::foot, direction, "Where it points."},
    Field<SideDraft, Triple>{"sole", &SideDraft::sole, direction, "Where it looks."},
    Field<SideDraft, Triple>{"ankle", &SideDraft::ankle, point,
                             "Where the ankle stays, instead of directions."},
    Field<SideDraft, OneOf<Anchor, 5>>{"ankle_on", &SideDraft::ankle_on, anchors,
                                       "What `ankle` is seen from."},
    Field<SideDraft, Triple>{"knee", &SideDraft::knee, direction, "Where it points, with `ankle`."},
};

inline constexpr auto key = std::tuple{
    Field<KeyDraft, TextLine>{"name", &KeyDraft::name, {40}, "What motions call it.", required},
    Field<KeyDraft, TextLine>{"like", &KeyDraft::like, {40}, "Another key or posture it begins as."},
    Field<KeyDraft, Triple>{"pelvis", &KeyDraft::pelvis, point, "Its place: to the left, up, forward."},
    Field<KeyDraft, Triple>{"pelvis_turn", &KeyDraft::pelvis_turn, angles, "Forward, leftward, turned left."},
    Field<KeyDraft, Triple>{"trunk", &KeyDraft::trunk, angles, "Of the chest, as `pelvis_turn`."},
    Field<KeyDraft, Triple>{"head", &KeyDraft::head, angles,
                            "Against the chest: chin down, tilted left, turned left."},
    Field<KeyDraft, Triple>{"glide", &KeyDraft::glide, {0.2}, "Of the head: to the left, up, forward."},
    Field<KeyDraft, Real>{"roll", &KeyDraft::roll, {-720, 720}, "Shoulders on their circle; -90 at rest."},
    Field<KeyDraft, Real>{"effort", &KeyDraft::effort, {0, 1}, "How strongly the glow shines."},
    Field<KeyDraft, Real>{"lids", &KeyDraft::lids, {0, 1}, "1: eyes closed."},
    Field<KeyDraft, Inner<side, SideDraft>>{"both", &KeyDraft::both, {}, "Both sides."},
    Field<KeyDraft, Inner<side, SideDraft>>{"left", &KeyDraft::left, {}, "After `both`."},
    Field<KeyDraft, Inner<side, SideDraft>>{"right", &KeyDraft::right, {}, "After `both`."},
};

inline constexpr auto view = std::tuple{
    Field<LookoutDraft, Real>{
        "turn", &LookoutDraft::turn, {-360, 360}, "0 front, 90 facing right, 180 back."},
    Field<LookoutDraft, Real>{"tilt", &LookoutDraft::tilt, {-90, 90}, "From above."},
    Field<LookoutDraft, Flat>{"centre", &LookoutDraft::centre, {2}, "Middle of the picture: right, up."},
    Field<LookoutDraft, Real>{"height", &LookoutDraft::height, {0.1, 3}, "Of the picture."},
};

inline constexpr auto glow = std::tuple{
    Field<GlowDraft, TextLine>{"at", &GlowDraft::where, {40}, "A place of the body.", required},
    Field<GlowDraft, Real>{"size", &GlowDraft::size, {0.01, 0.5}, "Its radius."},
};

inline constexpr auto arrow = std::tuple{
    Field<ArrowDraft, TextLine>{"follow", &ArrowDraft::follow, {40, true}, "A place of the body that moves."},
    Field<ArrowDraft, Flats>{"points", &ArrowDraft::points, {1.5, 12}, "Instead: from the picture's middle."},
    Field<ArrowDraft, Flat>{"shift", &ArrowDraft::shift, {1}, "Beside the path: right, up."},
    Field<ArrowDraft, Real>{"stretch", &ArrowDraft::stretch, {0.1, 10}, "Longer than the path."},
};

inline constexpr auto motion = std::tuple{
    Field<MovementDraft, TextLine>{"phase", &MovementDraft::phase, {24}, "Name of the phase.", required},
    Field<MovementDraft, Names>{
        "keys", &MovementDraft::keys, {60}, "Keys, from the first to the last.", required},
    Field<MovementDraft, Reals>{"at", &MovementDraft::times, {0, 1, 60}, "When each is reached: 0 to 1."},
    Field<MovementDraft, OneOf<Ease, 3>>{
        "ease",
        &MovementDraft::ease,
        {{{{"each", Ease::each}, {"through", Ease::through}, {"swing", Ease::swing}}}},
        "Stops at each key, or at the ends, or nowhere."},
    Field<MovementDraft, settings::Flag>{
        "reflected", &MovementDraft::reflected, {}, "Left and right exchanged."},
    Field<MovementDraft, Real>{
        "cycle", &MovementDraft::cycle, {0.4, 60}, "Seconds after which it begins again."},
    Field<MovementDraft, settings::Rows<arrow, ArrowDraft>>{
        "arrow", &MovementDraft::arrows, {4}, "Where the movement goes."},
};

inline constexpr auto figure = std::tuple{
    Field<FigureDraft, TextLine>{"name", &FigureDraft::name, {60}, "What exercises call it.", required},
    Field<FigureDraft, Inner<view, LookoutDraft>>{"view", &FigureDraft::view, {}, "From where it is seen."},
    Field<FigureDraft, Inner<view, LookoutDraft>>{
        "inset", &FigureDraft::inset, {}, "A second, small picture."},
    Field<FigureDraft, OneOf<Side, 3>>{
        "drawn_for",
        &FigureDraft::drawn_for,
        {{{{"none", Side::none}, {"left", Side::left}, {"right", Side::right}}}},
        "Phases for the other side show the whole picture mirrored."},
    Field<FigureDraft, Real>{"seat", &FigureDraft::seat, {0, 1}, "Height of a stool."},
    Field<FigureDraft, settings::Flag>{"blades", &FigureDraft::blades, {}, "Shows the shoulder blades."},
    Field<FigureDraft, settings::Flag>{
        "steady_head", &FigureDraft::steady_head, {}, "Marks that the head stays."},
    Field<FigureDraft, settings::Rows<glow, GlowDraft>>{
        "glow", &FigureDraft::glows, {6}, "Where the work is felt."},
    Field<FigureDraft, settings::Rows<key, KeyDraft>>{"key", &FigureDraft::keys, {100}, "Poses.", required},
    Field<FigureDraft, settings::Rows<motion, MovementDraft>>{
        "motion", &FigureDraft::motions, {60}, "Phases.", required},
};

} // namespace pose_format

} // namespace limber::poses
