// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer: whatever a pose file says, it is refused with its place or gives a body that is somewhere.
// Seeds: config/poses, tests/figure/bad_poses.
#include "core/exercise.hpp"
#include "poses/body.hpp"
#include "poses/pose.hpp"
#include "poses/pose_file.hpp"
#include "poses/space.hpp"
#include "settings/document.hpp"
#include "settings/problem.hpp"
#include "settings/spot.hpp"

#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace {

using namespace limber;
using namespace limber::poses;

void demand(bool met) {
    if (!met) std::abort();
}

void look_at(const Figure& figure) {
    for (const Movement& motion : figure.motions) {
        for (const double progress : {0.0, 0.3, 0.7, 1.0}) {
            const Body body = body_of(pose_at(motion, progress, std::chrono::seconds{4}));
            for (const std::string_view name : place_names()) {
                const Vector3 place = place_named(body, name);
                demand(std::isfinite(place.x()) && std::isfinite(place.y()) && std::isfinite(place.z()));
                demand(place.length() < 20);
            }
        }
    }
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    const PoseFile file = read_poses(text, "fuzz");
    Postures postures;
    for (const KeyDraft& posture : file.postures)
        postures.insert_or_assign(posture.name, posture);
    for (const FigureDraft& draft : file.figures) {
        std::vector<settings::Problem> problems;
        const auto figure = finished(
            draft, postures, settings::Spot{&problems, "fuzz", {}, settings::Problem::Severity::warning});
        demand(figure.has_value() == problems.empty());
        for (const settings::Problem& problem : problems)
            demand(!problem.message.empty() && !problem.key.empty());
        if (figure) look_at(*figure);
    }
    return 0;
}
