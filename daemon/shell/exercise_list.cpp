// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/wire_values.hpp"
#include "core/choosing.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "service.hpp"
#include "text.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace limber::shell {
namespace {

QString why_not(Unfit unfit) {
    switch (unfit) {
    case Unfit::no: return {};
    case Unfit::place: return Limberd::tr("not for the place you work in (place)");
    case Unfit::position: return Limberd::tr("needs a position you left out (positions)");
    case Unfit::excluded:
    case Unfit::health: return Limberd::tr("not for you, as your settings say");
    case Unfit::never_again: return Limberd::tr("you asked not to see it again (limber allow)");
    }
    return {};
}

int done_today(const Bag& bag, const std::string& id) {
    const ExerciseMemory* const memory = memory_of(bag, id);
    return memory == nullptr ? 0 : memory->done_today;
}

} // namespace

std::vector<QVariantMap> exercise_list(const Plan& plan, const State& state) {
    std::vector<QVariantMap> list;
    for (const auto& exercise : plan.exercises) {
        const Unfit reason = unfit(plan, state.bag, exercise);
        list.push_back({
            {"id", bus::text(exercise.id)},
            {"title", bus::text(exercise.title)},
            {"area", bus::text(exercise.area)},
            {"summary", bus::text(exercise.summary)},
            {"caution", bus::text(exercise.caution)},
            {"pose", bus::text(exercise.pose)},
            {"image", bus::text(exercise.image)},
            {"per_day", exercise.quota ? exercise.quota->per_day : 0},
            {"done_today", done_today(state.bag, exercise.id)},
            {"seconds",
             static_cast<qlonglong>(std::chrono::ceil<std::chrono::seconds>(length_of(exercise)).count())},
            {"allowed", reason == Unfit::no},
            {"why_not", why_not(reason)},
        });
    }
    return list;
}

} // namespace limber::shell
