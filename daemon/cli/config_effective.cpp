// SPDX-License-Identifier: GPL-3.0-or-later
// Folds over the table of keys, so that a new key appears here by itself.
#include "config_effective.hpp"

#include "core/plan.hpp"
#include "settings/kinds.hpp"
#include "settings/schema.hpp"
#include "settings/settings.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace limber::cli {

using settings::WeekDraft;

namespace {

template <class Value>
bool is_set(const Value& /*value*/) {
    return true;
}

template <class Value>
bool is_set(const std::optional<Value>& value) {
    return value.has_value();
}

bool is_set(const std::string& value) {
    return !value.empty();
}

template <class Fields, class Owner>
std::string lines_of(const Fields& fields, const Owner& owner) {
    std::string lines;
    const auto add = [&](const auto& field) {
        if (const auto& value = owner.*field.member; is_set(value)) {
            lines.append(field.key).append(" = ").append(show(field.kind, value)).append("\n");
        }
    };
    std::apply([&](const auto&... field) { (add(field), ...); }, fields);
    return lines;
}

settings::HoldChoice hold_of(const Plan& plan) {
    const auto on = [&](std::string_view level) {
        return std::ranges::find(plan.holds, level) != plan.holds.end();
    };
    return {.do_not_disturb = on("do-not-disturb"),
            .fullscreen = on("fullscreen"),
            .microphone = on("microphone"),
            .camera = on("camera"),
            .screen_share = on("screen-share")};
}

WeekDraft week_of(const Plan& plan) {
    constexpr std::array days{&WeekDraft::monday,   &WeekDraft::tuesday, &WeekDraft::wednesday,
                              &WeekDraft::thursday, &WeekDraft::friday,  &WeekDraft::saturday,
                              &WeekDraft::sunday};
    WeekDraft week;
    if (plan.hours) {
        for (std::size_t i = 0; i < days.size(); ++i) {
            week.*days[i] = plan.hours->days[i];
        }
    }
    return week;
}

} // namespace

std::string effective_text(const settings::Settings& settings) {
    settings::Draft draft;
    draft.person = settings.plan.person;
    draft.hold = hold_of(settings.plan);
    draft.week = week_of(settings.plan);
    draft.log.level = settings.log_level;
    draft.guide = settings.guide;

    std::string all = lines_of(settings::schema::globals, settings.plan);
    for (const BreakRule& rule : settings.plan.breaks) {
        settings::BreakDraft as_written;
        static_cast<BreakRule&>(as_written) = rule;
        all += "\n[[break]]\n" + lines_of(settings::schema::break_rule, as_written);
    }
    const auto add = [&](const auto& section) {
        if (const std::string lines = lines_of(section.fields, draft.*section.member); !lines.empty()) {
            all.append("\n[").append(section.name).append("]\n").append(lines);
        }
    };
    std::apply([&](const auto&... section) { (add(section), ...); }, settings::schema::sections);
    return all;
}

} // namespace limber::cli
