// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of an exercise file: [[exercise]] with [[exercise.block]] and phases.
#pragma once

#include "core/exercise.hpp"
#include "document.hpp"
#include "exercise_texts.hpp"
#include "field.hpp"
#include "kinds.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace limber::settings {

struct PhaseDraft : Phase {
    Place at;
};

struct BlockDraft {
    int reps = 1;
    std::optional<std::pair<int, int>> reps_range;
    bool mirror = false;
    std::vector<PhaseDraft> phases;
    Place at;
};

struct QuotaDraft {
    int per_day = 0;
    Duration min_gap{};
    bool catch_up = false;
    Place at;
};

struct ExerciseDraft : Exercise {
    bool enabled = true;
    std::optional<QuotaDraft> quota_draft;
    std::vector<BlockDraft> block;
    std::vector<ExerciseTexts> texts;
    Place at;
};

inline constexpr std::size_t longest_instruction = 90;
inline constexpr Duration shortest_exercise = std::chrono::seconds{10};
inline constexpr Duration longest_exercise_length = std::chrono::minutes{3};
inline constexpr std::array<std::string_view, 4> exercise_positions{"seated", "standing", "floor", "any"};
inline constexpr std::array<std::string_view, 2> exercise_places{"office", "private"};

/// Areas a person may exclude although no exercise of theirs has been loaded.
inline constexpr std::array<std::string_view, 11> usual_areas{
    "upper_back", "trunk", "shoulders", "neck",       "chest",      "wrists",
    "eyes",       "hips",  "ankles",    "whole_body", "lower_back",
};

/// Health tags that mean something although no exercise that is loaded names them.
inline constexpr std::array<std::string_view, 23> usual_health_tags{
    "ankle_injury",
    "arm_tingling",
    "calf_pain_swelling",
    "cannot_stand",
    "carpal_tunnel_flare",
    "disc_problem",
    "dizziness",
    "eye_surgery_recent",
    "hand_injury",
    "hip_pain",
    "hip_replacement",
    "jaw_pain",
    "knee_pain",
    "low_back_acute",
    "neck_injury",
    "osteoporosis",
    "pregnancy_late",
    "rib_injury",
    "shoulder_dislocation_past",
    "shoulder_injury",
    "shoulder_surgery_recent",
    "spinal_stenosis",
    "wrist_injury",
};

namespace exercise_format {

using namespace std::chrono_literals;
using enum Presence;

inline constexpr auto phase = std::tuple{
    Field<PhaseDraft, TextLine>{"name", &PhaseDraft::name, {24}, "A word or two.", required},
    Field<PhaseDraft, TextLine>{"text",
                                &PhaseDraft::text,
                                {120},
                                "The instruction: at most 90 characters. {side} becomes left or right, "
                                "{one|other} the one word or the "
                                "other.",
                                required},
    Field<PhaseDraft, Count>{"s", &PhaseDraft::length, {1, 180, 1s}, "How long.", required},
    Field<PhaseDraft, OneOf<PhaseKind, 4>>{"kind",
                                           &PhaseDraft::kind,
                                           {{{{"move", PhaseKind::move},
                                              {"hold", PhaseKind::hold},
                                              {"rest", PhaseKind::rest},
                                              {"switch", PhaseKind::switch_sides}}}},
                                           "What the body does."},
    Field<PhaseDraft, OneOf<Side, 4>>{
        "side",
        &PhaseDraft::side,
        {{{{"none", Side::none}, {"both", Side::both}, {"left", Side::left}, {"right", Side::right}}}},
        "Which side does it."},
};

inline constexpr auto block = std::tuple{
    Field<BlockDraft, Whole>{"reps", &BlockDraft::reps, {1, 50}, "How often the phases are done."},
    Field<BlockDraft, Bounds>{
        "reps_range", &BlockDraft::reps_range, {1, 50}, "What `reps` may be set to.", unset},
    Field<BlockDraft, OneOf<bool, 2>>{"mirror",
                                      &BlockDraft::mirror,
                                      {{{{"none", false}, {"switch", true}}}},
                                      "\"switch\": played for its side, then for the other one."},
    Field<BlockDraft, Rows<phase, PhaseDraft>>{
        "phases", &BlockDraft::phases, {40}, "What to do, in order.", required},
};

inline constexpr auto quota = std::tuple{
    Field<QuotaDraft, Whole>{"per_day", &QuotaDraft::per_day, {1, 100}, "So many a day.", required},
    Field<QuotaDraft, Count>{"min_gap_min",
                             &QuotaDraft::min_gap,
                             {0, 240, 1min},
                             "Time at work between two, in minutes.",
                             required},
    Field<QuotaDraft, Flag>{"catch_up",
                            &QuotaDraft::catch_up,
                            {},
                            "Always false: what is missing at the end of the day is forgotten."},
};

inline constexpr auto exercise = std::tuple{
    Field<ExerciseDraft, Name>{"id",
                               &ExerciseDraft::id,
                               {40, "-"},
                               "Unique. The id of a shipped exercise replaces that one.",
                               required},
    Field<ExerciseDraft, TextLine>{"title", &ExerciseDraft::title, {40}, "What it is called.", required},
    Field<ExerciseDraft, TextLine>{"summary",
                                   &ExerciseDraft::summary,
                                   {140},
                                   "What to do, in one or two short sentences: the text of the notification.",
                                   required},
    Field<ExerciseDraft, Name>{
        "area", &ExerciseDraft::area, {40, "_-"}, "Part of the body, such as \"neck\".", required},
    Field<ExerciseDraft, Words>{
        "positions",
        &ExerciseDraft::positions,
        {.known = exercise_positions, .may_be_empty = false, .example = R"(["seated", "standing"])"},
        "How it is done.",
        required},
    Field<ExerciseDraft, Words>{
        "places",
        &ExerciseDraft::places,
        {.known = exercise_places, .may_be_empty = false, .example = R"(["office", "private"])"},
        "Where it can be done.",
        required},
    Field<ExerciseDraft, TextLine>{
        "caution", &ExerciseDraft::caution, {120}, "Always shown with it.", required},
    Field<ExerciseDraft, Words>{"avoid_if",
                                &ExerciseDraft::avoid_if,
                                {.example = R"(["knee_pain"])"},
                                "Health tags with which it is never suggested."},
    Field<ExerciseDraft, Inner<quota, QuotaDraft>>{
        "quota", &ExerciseDraft::quota_draft, {}, "Several times a day, spread out.", unset},
    Field<ExerciseDraft, Flag>{
        "ride_along", &ExerciseDraft::ride_along, {}, "Short enough to be added to another exercise."},
    Field<ExerciseDraft, TextLine>{"source", &ExerciseDraft::source, {120, true}, "Where it comes from."},
    Field<ExerciseDraft, TextLine>{"pose", &ExerciseDraft::pose, {60, true}, "Name of its moving picture."},
    Field<ExerciseDraft, TextLine>{"image",
                                   &ExerciseDraft::image,
                                   {250},
                                   "A picture to show instead: a .png, .jpg, .webp, .gif or .svg file of at "
                                   "most 10 MB, beside the exercise file."},
    Field<ExerciseDraft, Flag>{"enabled",
                               &ExerciseDraft::enabled,
                               {},
                               "false, with nothing but the id, switches a shipped exercise off."},
    Field<ExerciseDraft, Rows<block, BlockDraft>>{
        "block", &ExerciseDraft::block, {20}, "Phases with their repetitions, in order.", required},
    Field<ExerciseDraft, ByLanguage>{
        "texts", &ExerciseDraft::texts, {}, "The texts in other languages.", unset},
};

} // namespace exercise_format
} // namespace limber::settings
