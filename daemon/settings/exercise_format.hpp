// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of an exercise file: [[exercise]] with [[exercise.block]] and phases.
#pragma once

#include "core/exercise.hpp"
#include "document.hpp"
#include "field.hpp"
#include "kinds.hpp"
#include "spot.hpp"

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

struct QuotaDraft : Quota {
    bool catch_up = false;
    Place at;
};

/// Of one language: [exercise.texts.de], as many or as few as there are.
struct PhaseTexts {
    std::string name; ///< which phase
    std::string title;
    std::string text;
    Place at;
};

struct ExerciseTexts {
    std::string language;
    std::string title;
    std::string summary;
    std::string caution;
    std::vector<PhaseTexts> phases;
    Place at;
};

/// One table for each language, called as the language is.
struct ByLanguage {
    using type = std::vector<ExerciseTexts>;
};

bool read(const ByLanguage& kind, const Value& value, ByLanguage::type& into, const Spot& spot);

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
    row("name", &PhaseDraft::name, TextLine{24}, "A word or two.", required),
    row("text", &PhaseDraft::text, TextLine{120},
        "The instruction: at most 90 characters. {side} becomes left or right, {one|other} the one word or "
        "the other.",
        required),
    row("s", &PhaseDraft::length, Unit<Whole>{{1, 180}, 1s}, "How long.", required),
    row("kind", &PhaseDraft::kind,
        one_of<PhaseKind>({{"move", PhaseKind::move},
                           {"hold", PhaseKind::hold},
                           {"rest", PhaseKind::rest},
                           {"switch", PhaseKind::switch_sides}}),
        "What the body does."),
    row("side", &PhaseDraft::side,
        one_of<Side>(
            {{"none", Side::none}, {"both", Side::both}, {"left", Side::left}, {"right", Side::right}}),
        "Which side does it."),
};

inline constexpr auto block = std::tuple{
    row("reps", &BlockDraft::reps, Whole{1, 50}, "How often the phases are done."),
    row("reps_range", &BlockDraft::reps_range, Maybe<Bounds>{{1, 50}, {}}, "What `reps` may be set to."),
    row("mirror", &BlockDraft::mirror, one_of<bool>({{"none", false}, {"switch", true}}),
        "\"switch\": played for its side, then for the other one."),
    row("phases", &BlockDraft::phases, Rows<phase, PhaseDraft>{40}, "What to do, in order.", required),
};

inline constexpr auto quota = std::tuple{
    row("per_day", &QuotaDraft::per_day, Whole{1, 100}, "So many a day.", required),
    row("min_gap_min", &QuotaDraft::min_gap, Unit<Whole>{{0, 240}, 1min},
        "Time at work between two, in minutes.", required),
    row("catch_up", &QuotaDraft::catch_up, Flag{},
        "Always false: what is missing at the end of the day is forgotten."),
};

inline constexpr auto phase_texts = std::tuple{
    row("name", &PhaseTexts::name, TextLine{24}, "Which phase, by its own name.", required),
    row("title", &PhaseTexts::title, TextLine{24}, "What it is called."),
    row("text", &PhaseTexts::text, TextLine{140}, "The instruction."),
};

inline constexpr auto texts = std::tuple{
    row("title", &ExerciseTexts::title, TextLine{40}, "What it is called."),
    row("summary", &ExerciseTexts::summary, TextLine{160}, "What to do, in short."),
    row("caution", &ExerciseTexts::caution, TextLine{140}, "Always shown with it."),
    row("phases", &ExerciseTexts::phases, Rows<phase_texts, PhaseTexts>{200},
        "The phases that have texts in it."),
};

inline constexpr auto exercise = std::tuple{
    row("id", &ExerciseDraft::id, Name{40, "-"}, "Unique. The id of a shipped exercise replaces that one.",
        required),
    row("title", &ExerciseDraft::title, TextLine{40}, "What it is called.", required),
    row("summary", &ExerciseDraft::summary, TextLine{140},
        "What to do, in one or two short sentences: the text of the notification.", required),
    row("area", &ExerciseDraft::area, Name{40, "_-"}, "Part of the body, such as \"neck\".", required),
    row("positions", &ExerciseDraft::positions,
        Words{.known = exercise_positions, .may_be_empty = false, .example = R"(["seated", "standing"])"},
        "How it is done.", required),
    row("places", &ExerciseDraft::places,
        Words{.known = exercise_places, .may_be_empty = false, .example = R"(["office", "private"])"},
        "Where it can be done.", required),
    row("caution", &ExerciseDraft::caution, TextLine{120}, "Always shown with it.", required),
    row("avoid_if", &ExerciseDraft::avoid_if, Words{.example = R"(["knee_pain"])"},
        "Health tags with which it is never suggested."),
    row("quota", &ExerciseDraft::quota_draft, Inner<quota, QuotaDraft>{}, "Several times a day, spread out."),
    row("ride_along", &ExerciseDraft::ride_along, Flag{}, "Short enough to be added to another exercise."),
    row("source", &ExerciseDraft::source, TextLine{120, true}, "Where it comes from."),
    row("pose", &ExerciseDraft::pose, TextLine{60, true}, "Name of its moving picture."),
    row("image", &ExerciseDraft::image, TextLine{250},
        "A picture to show instead: a .png, .jpg, .webp, .gif or .svg file of at most 10 MB, beside the "
        "exercise file."),
    row("enabled", &ExerciseDraft::enabled, Flag{},
        "false, with nothing but the id, switches a shipped exercise off."),
    row("block", &ExerciseDraft::block, Rows<block, BlockDraft>{20},
        "Phases with their repetitions, in order.", required),
    row("texts", &ExerciseDraft::texts, ByLanguage{}, "The texts in other languages."),
};

} // namespace exercise_format
} // namespace limber::settings
