// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.hpp"

#include "catalogue.hpp"
#include "core/choosing.hpp"
#include "core/plan.hpp"
#include "core/time.hpp"
#include "exercise_format.hpp"
#include "field.hpp"
#include "hint.hpp"
#include "problem.hpp"
#include "schema.hpp"
#include "settings.hpp"
#include "spot.hpp"
#include "words/said.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace limber::settings {

namespace {

const Written* find(const WrittenKeys& written, std::string_view key) {
    const auto found = written.find(key);
    return found == written.end() ? nullptr : &found->second;
}

/// Null where it could not be read as well.
const Written* good(const Merged& merged, std::string_view key) {
    const Written* const found = find(merged.written, key);
    return found != nullptr && found->good ? found : nullptr;
}

std::string key_of(const BreakRule& rule, std::string_view key) {
    return fmt::format("break.{}.{}", rule.name, key);
}

void rules_are_complete(const Merged& merged, std::vector<Problem>& problems) {
    const std::vector<BreakDraft> shipped = shipped_rules();
    for (const BreakDraft& rule : merged.draft.breaks) {
        const auto model = std::ranges::find(shipped, rule.name, &BreakDraft::name);
        const bool interval = find(merged.written, key_of(rule, "interval")) != nullptr;
        const bool rest = find(merged.written, key_of(rule, "rest")) != nullptr;
        const auto wrong = [&](std::string_view key, std::string message, std::string hint) {
            Spot{&problems, merged.files[rule.file].string(), key_of(rule, key)}.wrong(
                rule.at, std::move(message), model == shipped.end() ? std::string{} : std::move(hint));
        };
        if (!interval && !rest && !rule.enabled) {
            wrong("enabled", said("no file defines the rule `{}` that is switched off here", rule.name),
                  said("the shipped rules apply only while no file has a [[break]] "
                       "table; define those you want to keep instead"));
            continue;
        }
        const auto missing = [&](std::string_view key, Duration BreakRule::* usual) {
            const Duration length = model == shipped.end() ? Duration{} : (*model).*usual;
            wrong(key, said("the rule `{}` lacks `{}`", rule.name, key),
                  said("the shipped rule has {} = \"{}\", but shipped rules "
                       "apply only while no file has a [[break]] table",
                       key, format_duration(length)));
        };
        if (!interval) missing("interval", &BreakRule::interval);
        if (!rest) missing("rest", &BreakRule::rest);
    }
}

void rest_is_shorter(const Merged& merged) {
    for (const BreakDraft& rule : merged.draft.breaks) {
        const Written* const interval = good(merged, key_of(rule, "interval"));
        const Written* const rest = good(merged, key_of(rule, "rest"));
        if (interval == nullptr || rest == nullptr || rule.rest < rule.interval) continue;
        // the one that was written last: that is what the person changed
        const Written& blamed = interval->file > rest->file ? *interval : *rest;
        blamed.spot.wrong(
            blamed.at, said("the rule `{}` has a rest of {}, which must be shorter than its interval of {}",
                            rule.name, format_duration(rule.rest), format_duration(rule.interval)));
    }
}

void snoozing_has_a_length(const Merged& merged) {
    for (const BreakDraft& rule : merged.draft.breaks) {
        const Written* const snooze = good(merged, key_of(rule, "snooze"));
        if (snooze == nullptr || !rule.snooze.empty() || rule.max_snoozes == 0) continue;
        snooze->spot.wrong(snooze->at,
                           said("the rule `{}` may be snoozed, but `snooze` names no length", rule.name),
                           said("max_snoozes = 0 switches snoozing off"));
    }
}

/// A word may belong to an exercise whose file is broken: then it is only worth a warning.
Problem::Severity severity_of_unknown(const Catalogue& catalogue) {
    return catalogue.complete ? Problem::Severity::error : Problem::Severity::warning;
}

void words_exist(const Merged& merged, const Written* key, const std::vector<std::string>& words,
                 const std::vector<std::string_view>& known) {
    if (key == nullptr) return;
    for (const std::string& word : words) {
        if (lists(known, word)) continue;
        std::string hint = did_you_mean(word, known);
        if (hint.empty()) hint = said("`limber exercises` lists them");
        key->spot.complain(severity_of_unknown(merged.catalogue), key->at,
                           said("there is no exercise and no area `{}`", word), std::move(hint));
    }
}

/// What rules draw from, and what is excluded.
void exercises_exist(const Merged& merged) {
    std::vector<std::string_view> known = known_ids(merged.catalogue);
    const std::vector<std::string_view> areas = areas_in_use(merged.catalogue);
    known.insert(known.end(), areas.begin(), areas.end());
    for (const BreakDraft& rule : merged.draft.breaks)
        words_exist(merged, good(merged, key_of(rule, "exercises")), rule.exercises.from, known);
    known.insert(known.end(), usual_areas.begin(), usual_areas.end());
    words_exist(merged, good(merged, "person.exclude"), merged.draft.person.exclude, known);
}

/// A mistyped tag would let through what the person must not do. The tag itself is never repeated.
void health_is_understood(const Merged& merged) {
    const Written* const key = good(merged, "person.health");
    if (key == nullptr) return;
    const std::vector<std::string_view> known = known_health_tags(merged.catalogue);
    for (std::size_t i = 0; i < merged.draft.person.health.size(); ++i) {
        if (lists(known, merged.draft.person.health[i])) continue;
        key->spot.complain(
            severity_of_unknown(merged.catalogue), key->at,
            said("no exercise knows entry {} of `health`, so it would protect you from nothing", i + 1),
            said("tags look like \"shoulder_injury\"; the manual lists them"));
    }
}

} // namespace

void run_checks(const Merged& merged, std::vector<Problem>& problems) {
    rules_are_complete(merged, problems);
    rest_is_shorter(merged);
    snoozing_has_a_length(merged);
    exercises_exist(merged);
    health_is_understood(merged);
}

void warn_of_never_due(const WrittenKeys& written, const Plan& plan, std::vector<Problem>& problems) {
    for (const NeverDue& found : never_due(plan)) {
        const BreakRule& rule = plan.breaks[found.rule];
        const BreakRule& other = plan.breaks[found.kept_away_by];
        const std::string key = key_of(rule, "interval");
        const Written* place = find(written, key);
        if (place == nullptr) place = find(written, "merge_within"); // a shipped rule
        const Duration length = longest_session(plan, other);
        std::string hint = other.rest > rule.rest || found.no_time_left
                               ? said("leave one of them out, or give `{0}` a shorter interval", rule.name)
                               : said("breaks of `{0}` last up to {1}; a rest of {2} or more is "
                                      "not put off by them",
                                      other.name, format_duration(length), format_duration(2 * length));
        Spot spot = place == nullptr ? Spot{&problems, {}, key} : place->spot;
        spot.key = key;
        spot.complain(Problem::Severity::warning, place == nullptr ? Place{} : place->at,
                      found.no_time_left ? said("the rule `{0}` never comes due: the breaks of `{1}` "
                                                "leave too little time for work",
                                                rule.name, other.name)
                                         : said("the rule `{0}` never comes due: whoever takes the "
                                                "breaks of `{1}` has rested enough for it each time",
                                                rule.name, other.name),
                      std::move(hint));
    }
}

} // namespace limber::settings
