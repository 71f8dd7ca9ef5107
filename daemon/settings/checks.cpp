// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.hpp"

#include "catalogue.hpp"
#include "core/choosing.hpp"
#include "core/plan.hpp"
#include "core/time.hpp"
#include "exercise_format.hpp"
#include "field.hpp"
#include "foresight.hpp"
#include "hint.hpp"
#include "problem.hpp"
#include "schema.hpp"
#include "settings.hpp"
#include "spot.hpp"
#include "translation/said.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limber::settings {

using translation::said;

namespace {

const Written* written(const Merged& merged, std::string_view key) {
    const auto found = merged.written.find(key);
    return found == merged.written.end() ? nullptr : &found->second;
}

std::string key_of(const BreakDraft& rule, std::string_view key) {
    return fmt::format("break.{}.{}", rule.name, key);
}

/// Of two keys that do not fit together, the one that was written last: that is what the person changed.
const Written& later(const Written& a, const Written& b) {
    return b.file > a.file ? b : a;
}

const BreakDraft* shipped_rule(const std::vector<BreakDraft>& shipped, std::string_view name) {
    const auto found = std::ranges::find(shipped, name, &BreakDraft::name);
    return found == shipped.end() ? nullptr : &*found;
}

void rules_are_complete(const Merged& merged, std::vector<Problem>& problems) {
    const std::vector<BreakDraft> shipped = shipped_rules();
    for (const BreakDraft& rule : merged.draft.breaks) {
        const Spot spot{&problems, merged.files[rule.file], key_of(rule, "")};
        const bool interval = written(merged, key_of(rule, "interval")) != nullptr;
        const bool rest = written(merged, key_of(rule, "rest")) != nullptr;
        const BreakDraft* const model = shipped_rule(shipped, rule.name);
        if (!interval && !rest && !rule.enabled) {
            Spot{&problems, merged.files[rule.file], key_of(rule, "enabled")}.wrong(
                rule.at,
                said(QT_TRANSLATE_NOOP("said", "no file defines the rule `{}` that is switched off here"),
                     rule.name),
                model == nullptr ? ""
                                 : said(QT_TRANSLATE_NOOP(
                                       "said", "the shipped rules apply only while no file has a [[break]] "
                                               "table; define those you want to keep instead")));
            continue;
        }
        const auto missing = [&](std::string_view key, Duration usual) {
            Spot{&problems, merged.files[rule.file], key_of(rule, key)}.wrong(
                rule.at, said(QT_TRANSLATE_NOOP("said", "the rule `{}` lacks `{}`"), rule.name, key),
                model == nullptr
                    ? ""
                    : said(QT_TRANSLATE_NOOP("said", "the shipped rule has {} = \"{}\", but shipped rules "
                                                     "apply only while no file has a [[break]] table"),
                           key, format_duration(usual)));
        };
        if (!interval) missing("interval", model == nullptr ? Duration{} : model->interval);
        if (!rest) missing("rest", model == nullptr ? Duration{} : model->rest);
    }
}

void rest_is_shorter(const Merged& merged, std::vector<Problem>& problems) {
    for (const BreakDraft& rule : merged.draft.breaks) {
        const Written* const interval = written(merged, key_of(rule, "interval"));
        const Written* const rest = written(merged, key_of(rule, "rest"));
        if (interval == nullptr || rest == nullptr || !interval->good || !rest->good) continue;
        if (rule.rest < rule.interval) continue;
        const Written& blamed = later(*rest, *interval);
        Spot spot = blamed.spot;
        spot.problems = &problems;
        spot.wrong(
            blamed.at,
            said(QT_TRANSLATE_NOOP(
                     "said", "the rule `{}` has a rest of {}, which must be shorter than its interval of {}"),
                 rule.name, format_duration(rule.rest), format_duration(rule.interval)));
    }
}

void snoozing_has_a_length(const Merged& merged, std::vector<Problem>& problems) {
    for (const BreakDraft& rule : merged.draft.breaks) {
        const Written* const snooze = written(merged, key_of(rule, "snooze"));
        if (!rule.snooze.empty() || rule.max_snoozes == 0 || snooze == nullptr || !snooze->good) continue;
        Spot spot = snooze->spot;
        spot.problems = &problems;
        spot.wrong(
            snooze->at,
            said(QT_TRANSLATE_NOOP("said", "the rule `{}` may be snoozed, but `snooze` names no length"),
                 rule.name),
            said(QT_TRANSLATE_NOOP("said", "max_snoozes = 0 switches snoozing off")));
    }
}

/// A word may belong to an exercise whose file is broken: then it is only worth a warning.
Problem::Severity severity_of_unknown(const Catalogue& catalogue) {
    return catalogue.complete ? Problem::Severity::error : Problem::Severity::warning;
}

void exercises_exist(const Merged& merged, std::vector<Problem>& problems) {
    std::vector<std::string_view> known = known_ids(merged.catalogue);
    const std::vector<std::string_view> areas = areas_in_use(merged.catalogue);
    known.insert(known.end(), areas.begin(), areas.end());
    for (const BreakDraft& rule : merged.draft.breaks) {
        const Written* const key = written(merged, key_of(rule, "exercises"));
        if (key == nullptr || !key->good) continue;
        for (const std::string& word : rule.exercises.from) {
            if (lists(known, word)) continue;
            Spot spot = key->spot;
            spot.problems = &problems;
            std::string hint = did_you_mean(word, known);
            if (hint.empty()) hint = said(QT_TRANSLATE_NOOP("said", "`limber exercises` lists them"));
            spot.complain(severity_of_unknown(merged.catalogue), key->at,
                          said(QT_TRANSLATE_NOOP("said", "there is no exercise and no area `{}`"), word),
                          std::move(hint));
        }
    }
}

void exclusions_exist(const Merged& merged, std::vector<Problem>& problems) {
    const Written* const key = written(merged, "person.exclude");
    if (key == nullptr || !key->good) return;
    std::vector<std::string_view> known = known_ids(merged.catalogue);
    const std::vector<std::string_view> areas = areas_in_use(merged.catalogue);
    known.insert(known.end(), areas.begin(), areas.end());
    known.insert(known.end(), usual_areas.begin(), usual_areas.end());
    for (const std::string& word : merged.draft.person.exclude) {
        if (lists(known, word)) continue;
        Spot spot = key->spot;
        spot.problems = &problems;
        std::string hint = did_you_mean(word, known);
        if (hint.empty()) hint = said(QT_TRANSLATE_NOOP("said", "`limber exercises` lists them"));
        spot.complain(severity_of_unknown(merged.catalogue), key->at,
                      said(QT_TRANSLATE_NOOP("said", "there is no exercise and no area `{}`"), word),
                      std::move(hint));
    }
}

/// A mistyped tag would let through what the person must not do. The tag itself is never repeated.
void health_is_understood(const Merged& merged, std::vector<Problem>& problems) {
    const Written* const key = written(merged, "person.health");
    if (key == nullptr || !key->good) return;
    const std::vector<std::string_view> known = known_health_tags(merged.catalogue);
    for (std::size_t i = 0; i < merged.draft.person.health.size(); ++i) {
        if (lists(known, merged.draft.person.health[i])) continue;
        Spot spot = key->spot;
        spot.problems = &problems;
        spot.complain(
            severity_of_unknown(merged.catalogue), key->at,
            said(QT_TRANSLATE_NOOP(
                     "said", "no exercise knows entry {} of `health`, so it would protect you from nothing"),
                 i + 1),
            said(QT_TRANSLATE_NOOP("said", "tags look like \"shoulder_injury\"; the manual lists them")));
    }
}

struct Check {
    std::string_view rule;
    void (*judge)(const Merged& merged, std::vector<Problem>& problems);
};

constexpr std::array checks{
    Check{"every rule has an interval and a rest", rules_are_complete},
    Check{"a rest is shorter than its interval", rest_is_shorter},
    Check{"what can be snoozed names a length", snoozing_has_a_length},
    Check{"rules draw from exercises that exist", exercises_exist},
    Check{"exclusions exclude something", exclusions_exist},
    Check{"every health tag means something", health_is_understood},
};

} // namespace

void run_checks(const Merged& merged, std::vector<Problem>& problems) {
    for (const Check& check : checks)
        check.judge(merged, problems);
}

void warn_of_never_due(const Merged& merged, const Plan& plan, std::vector<Problem>& problems) {
    for (const NeverDue& found : never_due(plan)) {
        const BreakRule& rule = plan.breaks[found.rule];
        const BreakRule& other = plan.breaks[found.kept_away_by];
        const std::string key = fmt::format("break.{}.interval", rule.name);
        const Written* place = written(merged, key);
        if (place == nullptr) place = written(merged, "merge_within"); // a shipped rule
        const Duration length = longest_session(plan, other);
        std::string hint =
            other.rest > rule.rest || found.no_time_left
                ? said(QT_TRANSLATE_NOOP("said", "leave one of them out, or give `{0}` a shorter interval"),
                       rule.name)
                : said(QT_TRANSLATE_NOOP("said", "breaks of `{0}` last up to {1}; a rest of {2} or more is "
                                                 "not put off by them"),
                       other.name, format_duration(length), format_duration(2 * length));
        Spot spot = place == nullptr ? Spot{&problems, {}, key} : place->spot;
        spot.problems = &problems;
        spot.key = key;
        spot.complain(
            Problem::Severity::warning, place == nullptr ? Place{} : place->at,
            found.no_time_left
                ? said(QT_TRANSLATE_NOOP("said", "the rule `{0}` never comes due: the breaks of `{1}` "
                                                 "leave too little time for work"),
                       rule.name, other.name)
                : said(QT_TRANSLATE_NOOP("said", "the rule `{0}` never comes due: whoever takes the "
                                                 "breaks of `{1}` has rested enough for it each time"),
                       rule.name, other.name),
            std::move(hint));
    }
}

} // namespace limber::settings
