// SPDX-License-Identifier: GPL-3.0-or-later
// From drafts to a figure: keys built on keys and postures, motions through keys.
#include "pose_file.hpp"

#include "poses/body.hpp"
#include "poses/pose_file.hpp"
#include "settings/document.hpp"
#include "settings/field.hpp"
#include "settings/hint.hpp"
#include "settings/spot.hpp"
#include "words/said.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <utility>
#include <variant>

namespace limber::poses {

using settings::Spot;

namespace {

constexpr std::size_t longest_chain = 20;

template <class Draft, class Into>
void put(const std::optional<Draft>& draft, Into& into) {
    if (draft) into = static_cast<Into>(*draft);
}

/// Half a limb by directions and half by a place would be a riddle.
bool put_limb(const Triple::type& upper, const Triple::type& lower, const Triple::type& reach,
              const Triple::type& bend, Anchor on, Anchor usual, Limb& limb) {
    if ((upper || lower) && reach) return false;
    if (upper || lower) limb.on = Anchor::none;
    if (reach) limb.on = on != Anchor::none ? on : limb.on != Anchor::none ? limb.on : usual;
    put(upper, limb.upper);
    put(lower, limb.lower);
    put(reach, limb.reach);
    put(bend, limb.bend);
    return true;
}

void put_side(const std::optional<SideDraft>& draft, int side, Pose& pose, const Spot& spot) {
    if (!draft) return;
    Limb& arm = pose.arm[side];
    Limb& leg = pose.leg[side];
    if (!put_limb(draft->upper_arm, draft->forearm, draft->wrist, draft->elbow, draft->wrist_on,
                  Anchor::chest, arm)) {
        spot.wrong(draft->at, said("an arm has either `wrist` or `upper_arm` and `forearm`"));
    }
    if (!put_limb(draft->thigh, draft->shank, draft->ankle, draft->knee, draft->ankle_on, Anchor::floor,
                  leg)) {
        spot.wrong(draft->at, said("a leg has either `ankle` or `thigh` and `shank`"));
    }
    // a hand that is not told where to point goes on with its forearm
    if ((draft->upper_arm || draft->forearm || draft->wrist) && !draft->hand) arm.end = {};
    put(draft->shoulder, arm.shift);
    put(draft->hand, arm.end);
    put(draft->thumb, arm.aside);
    put(draft->spread, arm.spread);
    put(draft->curl, arm.curl);
    put(draft->hip, leg.shift);
    put(draft->foot, leg.end);
    put(draft->sole, leg.aside);
}

void put_key(const KeyDraft& draft, Pose& pose, const Spot& spot) {
    put(draft.pelvis, pose.pelvis);
    put(draft.pelvis_turn, pose.pelvis_turn);
    put(draft.trunk, pose.trunk_turn);
    put(draft.head, pose.head_turn);
    put(draft.glide, pose.head_glide);
    put(draft.roll, pose.roll);
    put(draft.effort, pose.effort);
    put(draft.lids, pose.lids);
    for (const int side : {left_side, right_side}) {
        put_side(draft.both, side, pose, spot);
        put_side(side == left_side ? draft.left : draft.right, side, pose, spot);
    }
}

/// Finds what a name stands for: a key of the figure, or a posture.
class Resolver {
public:
    Resolver(const FigureDraft& figure, const Postures& postures, const Spot& spot)
        : figure_{figure}, postures_{postures}, spot_{spot} {}

    /// Nothing and a complaint, if a name is not known or leads back to itself.
    std::optional<Pose> pose(std::string_view name, settings::Place at) {
        std::vector<const KeyDraft*> chain;
        const KeyDraft* key = find(name);
        if (key == nullptr) return unknown(name, at);
        for (;;) {
            if (std::ranges::find(chain, key) != chain.end()) {
                spot_.under("key").wrong(key->at, said("key `{}` is built on itself", key->name));
                return std::nullopt;
            }
            chain.push_back(key);
            if (chain.size() > longest_chain) {
                spot_.under("key").wrong(
                    at, said("key `{}` is built on more than {} others", name, longest_chain));
                return std::nullopt;
            }
            if (key->like.empty()) break;
            const KeyDraft* const base = find(key->like);
            if (base == nullptr) return unknown(key->like, key->at);
            key = base;
        }
        Pose pose;
        std::ranges::for_each(chain.rbegin(), chain.rend(),
                              [&](const KeyDraft* part) { put_key(*part, pose, spot_.under("key")); });
        return pose;
    }

private:
    [[nodiscard]] const KeyDraft* find(std::string_view name) const {
        const auto own = std::ranges::find(figure_.keys, name, &KeyDraft::name);
        if (own != figure_.keys.end()) return &*own;
        const auto shared = postures_.find(name);
        return shared == postures_.end() ? nullptr : &shared->second;
    }

    [[nodiscard]] std::optional<Pose> unknown(std::string_view name, settings::Place at) const {
        std::vector<std::string_view> names;
        names.reserve(figure_.keys.size() + postures_.size());
        for (const KeyDraft& key : figure_.keys)
            names.emplace_back(key.name);
        for (const auto& [posture, draft] : postures_)
            names.emplace_back(posture);
        spot_.under("key").wrong(at, said("there is no key or posture `{}`", name),
                                 settings::did_you_mean(name, names));
        return std::nullopt;
    }

    const FigureDraft& figure_;
    const Postures& postures_;
    const Spot& spot_;
};

bool is_place(std::string_view name, settings::Place at, const Spot& spot) {
    const auto names = place_names();
    if (std::ranges::find(names, name) != names.end()) return true;
    return spot.wrong(at, said("`{}` is no place of the body", name),
                      settings::did_you_mean(name, {names.begin(), names.end()}));
}

Lookout finished_view(const LookoutDraft& draft, Lookout lookout) {
    put(draft.turn, lookout.turn);
    put(draft.tilt, lookout.tilt);
    put(draft.centre, lookout.centre);
    put(draft.height, lookout.height);
    return lookout;
}

std::optional<Arrow> finished_arrow(const ArrowDraft& draft, const Spot& spot) {
    if (draft.follow.empty() == draft.points.empty()) {
        spot.wrong(draft.at, said("an arrow needs either `follow` or `points`"));
        return std::nullopt;
    }
    if (!draft.follow.empty() && !is_place(draft.follow, draft.at, spot)) return std::nullopt;
    Arrow arrow{.follow = draft.follow, .points = draft.points};
    put(draft.shift, arrow.shift);
    put(draft.stretch, arrow.stretch);
    return arrow;
}

std::vector<double> even_times(std::size_t count) {
    std::vector<double> times;
    times.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        times.push_back(static_cast<double>(i) / static_cast<double>(count - 1));
    return times;
}

bool are_times(const std::vector<double>& times, std::size_t count) {
    return times.size() == count && times.front() == 0 && times.back() == 1 &&
           std::ranges::adjacent_find(times, std::ranges::greater_equal{}) == times.end();
}

std::optional<Movement> finished_motion(const MovementDraft& draft, Resolver& resolver, const Spot& spot) {
    std::vector<Pose> poses;
    for (const std::string& name : draft.keys) {
        auto pose = resolver.pose(name, draft.at);
        if (!pose) return std::nullopt;
        poses.push_back(draft.reflected ? reflected(*pose) : *std::move(pose));
    }
    if (!draft.times.empty() && !are_times(draft.times, poses.size())) {
        spot.under("at").wrong(draft.at, said("`at` needs one time for each key, growing from 0 to 1"));
        return std::nullopt;
    }
    Movement motion{.phase = draft.phase,
                    .still = poses.front(),
                    .times = draft.times,
                    .ease = draft.ease,
                    .reflected = draft.reflected,
                    .round_trip = poses.size() > 1 && draft.keys.front() == draft.keys.back()};
    if (draft.cycle) {
        motion.cycle = std::chrono::duration_cast<Duration>(std::chrono::duration<double>(*draft.cycle));
    }
    if (motion.times.empty() && poses.size() > 1) motion.times = even_times(poses.size());
    for (std::size_t i = 0; i + 1 < poses.size(); ++i) {
        Segment segment{poses[i], poses[i + 1], draft.keys[i] == draft.keys[i + 1]};
        made_alike(segment.from, segment.to);
        motion.segments.push_back(segment);
    }
    for (const ArrowDraft& arrow : draft.arrows) {
        if (auto made = finished_arrow(arrow, spot.under("arrow"))) motion.arrows.push_back(*std::move(made));
    }
    return motion;
}

} // namespace

std::optional<Figure> finished(const FigureDraft& draft, const Postures& postures, const Spot& spot) {
    const std::size_t before = spot.problems->size();
    Figure figure;
    figure.name = draft.name;
    if (draft.view) figure.lookout = finished_view(*draft.view, figure.lookout);
    if (draft.inset) figure.inset = finished_view(*draft.inset, figure.lookout);
    figure.drawn_for = draft.drawn_for;
    put(draft.seat, figure.seat);
    figure.blades = draft.blades;
    figure.steady_head = draft.steady_head;
    for (const GlowDraft& glow : draft.glows) {
        if (!is_place(glow.where, glow.at, spot.under("glow"))) continue;
        figure.glows.push_back({glow.where, glow.size.value_or(0.1)});
    }
    for (std::size_t i = 0; i < draft.keys.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (draft.keys[j].name != draft.keys[i].name) continue;
            spot.under("key").wrong(draft.keys[i].at, said("key `{}` is there twice", draft.keys[i].name));
        }
    }
    Resolver resolver{draft, postures, spot};
    if (draft.keys.empty()) spot.wrong(draft.at, said("a figure needs at least one [[figure.key]]"));
    for (const KeyDraft& key : draft.keys) {
        const auto pose = resolver.pose(key.name, key.at);
        if (!pose) return std::nullopt;
        if (&key == &draft.keys.front()) figure.still = *pose;
    }
    for (const MovementDraft& motion : draft.motions) {
        if (find_motion(figure, motion.phase) != nullptr) {
            spot.under("motion").wrong(motion.at, said("phase `{}` is there twice", motion.phase));
            continue;
        }
        if (auto made = finished_motion(motion, resolver, spot.under("motion"))) {
            figure.motions.push_back(*std::move(made));
        }
    }
    if (spot.problems->size() != before) return std::nullopt;
    return figure;
}

namespace {

constexpr std::size_t most_tables = 100; // of one kind in one file

bool has_errors(const std::vector<settings::Problem>& problems, std::size_t from) {
    return std::any_of(problems.begin() + static_cast<std::ptrdiff_t>(from), problems.end(),
                       [](const settings::Problem& problem) {
                           return problem.severity == settings::Problem::Severity::error;
                       });
}

/// Every table of the list that has no mistake in it.
template <const auto& fields, class Draft>
void read_drafts(const settings::Entry& entry, std::vector<Draft>& into, const settings::Spot& top) {
    const settings::Spot spot = top.under(entry.key);
    const auto* const list = std::get_if<settings::List>(&entry.value.what);
    if (list == nullptr) {
        spot.wrong(entry.at, said("`{0}` needs two brackets: [[{0}]]", entry.key));
        return;
    }
    if (list->size() > most_tables) {
        spot.wrong(entry.at, said("more than {} [[{}]] in one file", most_tables, entry.key));
        return;
    }
    for (const settings::Value& value : *list) {
        const std::size_t before = spot.problems->size();
        std::optional<Draft> draft;
        read(settings::Inner<fields, Draft>{}, value, draft, spot);
        if (draft && !has_errors(*spot.problems, before)) into.push_back(*std::move(draft));
    }
}

} // namespace

PoseFile read_poses(std::string_view text, const std::string& path) {
    PoseFile file;
    const auto document = settings::parse_document(text, path);
    if (!document) {
        file.problems.push_back(document.error());
        return file;
    }
    const settings::Spot spot{&file.problems, path, {}, settings::Problem::Severity::warning};
    for (const settings::Entry& entry : *document) {
        if (entry.key == "posture") {
            read_drafts<pose_format::key>(entry, file.postures, spot);
        } else if (entry.key == "figure") {
            read_drafts<pose_format::figure>(entry, file.figures, spot);
        } else {
            settings::complain_unknown(entry, {"figure", "posture"}, spot);
        }
    }
    if (file.figures.empty() && file.postures.empty() && file.problems.empty()) {
        spot.wrong({}, said("there is no [[figure]] and no [[posture]] in this file"));
    }
    return file;
}

PoseFile read_pose_file(const std::filesystem::path& path) {
    const auto text = settings::read_text(path, settings::Absent::refused);
    if (!text) return {.problems = {text.error()}};
    return read_poses(text->text, path.string());
}

} // namespace limber::poses
