// SPDX-License-Identifier: GPL-3.0-or-later
// One exercise file.
#include "catalogue.hpp"
#include "core/exercise.hpp"
#include "document.hpp"
#include "exercise_format.hpp"
#include "field.hpp"
#include "picture.hpp"
#include "problem.hpp"
#include "settings.hpp"
#include "spot.hpp"
#include "words/said.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace limber::settings {

namespace {

constexpr std::size_t most_exercises = 200; // in one file

bool is_one_side(Side side) {
    return side == Side::left || side == Side::right;
}

void judge_instruction(const std::string& text, const Phase& phase, Place at, const Spot& spot) {
    const std::string left = with_side(text, Side::left);
    const std::string right = with_side(text, Side::right);
    const std::size_t length = std::max(count_characters(left), count_characters(right));
    if (length > longest_instruction) {
        spot.wrong(at, said("the text of \"{}\" has {} characters; at most {} fit", phase.name, length,
                            longest_instruction));
    }
    if (left != text && !is_one_side(phase.side)) {
        spot.wrong(at,
                   said("the text of \"{}\" says {{side}}, but its side is not left or right", phase.name));
    }
    if ((left + right).find_first_of("{}") != std::string::npos) {
        spot.wrong(at,
                   said("the text of \"{}\" may only have {{side}} or {{one|other}} in braces", phase.name));
    }
}

void judge_texts(const ExerciseTexts& texts, const ExerciseDraft& draft, const Spot& spot) {
    for (const PhaseTexts& texts_of : texts.phases) {
        bool found = false;
        for (const BlockDraft& block : draft.block) {
            for (const PhaseDraft& phase : block.phases) {
                if (phase.name != texts_of.name) continue;
                found = true;
                judge_instruction(texts_of.text, phase, texts_of.at, spot.under("phases"));
            }
        }
        if (!found) {
            spot.wrong(texts_of.at, said("there is no phase \"{}\"", texts_of.name));
        }
    }
}

void judge_block(const BlockDraft& block, const Spot& spot) {
    if (block.phases.empty()) spot.wrong(block.at, said("a block needs at least one phase"));
    for (const PhaseDraft& phase : block.phases)
        judge_instruction(phase.text, phase, phase.at, spot.under("phases"));
    const auto same_side = [&](const PhaseDraft& phase) {
        return is_one_side(phase.side) && phase.side == block.phases.front().side;
    };
    if (block.mirror && !std::ranges::all_of(block.phases, same_side)) {
        spot.under("mirror").wrong(block.at, said("a mirrored block must hold one side only, left or right"));
    }
    if (block.reps_range && (block.reps < block.reps_range->first || block.reps > block.reps_range->second)) {
        spot.under("reps").wrong(block.at, said("`reps` = {} is outside `reps_range`", block.reps));
    }
}

void take(std::string& into, const std::string& text) {
    if (!text.empty()) into = text;
}

/// Puts what this language has in the place of what was there.
void say_in(const ExerciseTexts& texts, ExerciseDraft& draft) {
    take(draft.title, texts.title);
    take(draft.summary, texts.summary);
    take(draft.caution, texts.caution);
    for (BlockDraft& block : draft.block) {
        for (PhaseDraft& phase : block.phases) {
            const auto found = std::ranges::find(texts.phases, phase.name, &PhaseTexts::name);
            if (found == texts.phases.end()) continue;
            take(phase.title, found->title);
            take(phase.text, found->text);
        }
    }
}

Exercise finished(const ExerciseDraft& draft) {
    Exercise exercise = draft;
    if (draft.quota_draft) exercise.quota = *draft.quota_draft;
    for (const BlockDraft& block : draft.block) {
        exercise.blocks.push_back({.reps = block.reps,
                                   .mirror = block.mirror,
                                   .phases = {block.phases.begin(), block.phases.end()}});
    }
    return exercise;
}

std::optional<ExerciseEntry> read_exercise(const Value& value, const std::vector<std::string>& languages,
                                           const Spot& spot) {
    const auto* const table = std::get_if<Table>(&value.what);
    if (table == nullptr) {
        spot.wrong(value.at, said("`exercise` needs a table, not {}", kind_of(value)));
        return std::nullopt;
    }
    ExerciseDraft draft;
    draft.at = value.at;
    const std::size_t before = spot.problems->size();
    read_table(*table, exercise_format::exercise, draft, spot);
    const bool only_switch = !draft.enabled && !draft.id.empty();
    if (!only_switch) complain_missing(*table, exercise_format::exercise, value.at, spot);
    const auto wrong = std::any_of(spot.problems->begin() + static_cast<std::ptrdiff_t>(before),
                                   spot.problems->end(), is_error);
    if (wrong) return std::nullopt; // judging half an exercise would only repeat what is known
    ExerciseEntry entry{.exercise = {}, .enabled = draft.enabled, .at = value.at};
    entry.exercise.id = draft.id;
    if (only_switch) return entry;

    const Spot named = spot.under(draft.id);
    if (draft.block.empty()) {
        named.under("block").wrong(value.at, said("an exercise needs at least one block"));
    }
    for (const BlockDraft& block : draft.block)
        judge_block(block, named.under("block"));
    for (const ExerciseTexts& texts : draft.texts)
        judge_texts(texts, draft, named.under("texts").under(texts.language));
    if (draft.quota_draft && draft.quota_draft->catch_up) {
        named.under("quota").wrong(draft.quota_draft->at, said("`catch_up` can only be false"));
    }
    // the least wanted first, so that the others have the last word
    for (const std::string& language : languages | std::views::reverse) {
        const auto texts = std::ranges::find(draft.texts, language, &ExerciseTexts::language);
        if (texts != draft.texts.end()) say_in(*texts, draft);
    }
    entry.exercise = finished(draft);
    if (!draft.image.empty()) {
        const auto written = std::ranges::find(*table, "image", &Entry::key);
        const auto found = find_picture(std::filesystem::path{spot.file}.parent_path(), draft.image);
        // without it the exercise is still worth doing
        if (!found)
            named.under("image").complain(Problem::Severity::warning, written->value.at, found.error(), {});
        entry.exercise.image = found ? found->string() : std::string{};
    }
    const Duration length = length_of(entry.exercise);
    if (length != Duration{} && (length < shortest_exercise || length > longest_exercise_length)) {
        named.wrong(value.at,
                    said("`{}` takes {} in all; it must be from {} to {}", draft.id, format_duration(length),
                         format_duration(shortest_exercise), format_duration(longest_exercise_length)));
    }
    return entry;
}

} // namespace

bool read(const ByLanguage& /*kind*/, const Value& value, ByLanguage::type& into, const Spot& spot) {
    const auto* const table = std::get_if<Table>(&value.what);
    if (table == nullptr) {
        return spot.wrong(value.at,
                          said("`{}` needs a table for each language, not {}", spot.name(), kind_of(value)));
    }
    bool good = true;
    for (const Entry& entry : *table) {
        const Spot inner = spot.under(entry.key);
        const auto* const own = std::get_if<Table>(&entry.value.what);
        if (!is_language(entry.key)) {
            good =
                inner.wrong(entry.at, said("`{}` is no language", entry.key), said("such as: de, or pt_BR"));
        } else if (own == nullptr) {
            good = inner.wrong(entry.at, said("`{}` needs a table, not {}", entry.key, kind_of(entry.value)));
        } else {
            ExerciseTexts texts;
            texts.language = entry.key;
            texts.at = entry.at;
            read_table(*own, exercise_format::texts, texts, inner);
            into.push_back(std::move(texts));
        }
    }
    return good;
}

ExerciseFile read_exercise_file(const std::filesystem::path& path,
                                const std::vector<std::string>& languages) {
    ExerciseFile result;
    const auto text = read_text(path, Absent::refused);
    if (!text) {
        result.problems.push_back(text.error());
        return result;
    }
    const auto document = parse_document(text->text, path.string());
    if (!document) {
        result.problems.push_back(document.error());
        return result;
    }
    const Spot spot{&result.problems, path.string(), {}, Problem::Severity::warning};
    bool any = false;
    for (const Entry& entry : *document) {
        if (entry.key != "exercise") {
            complain_unknown(entry, {"exercise"}, spot);
            continue;
        }
        any = true;
        const Spot inner = spot.under("exercise");
        const auto* const list = std::get_if<List>(&entry.value.what);
        if (list == nullptr) {
            inner.wrong(entry.at, said("`exercise` needs two brackets: [[exercise]]"));
        } else if (list->size() > most_exercises) {
            inner.wrong(entry.at, said("more than {} exercises in one file", most_exercises));
        } else {
            for (const Value& value : *list) {
                auto read = read_exercise(value, languages, inner);
                if (read) result.entries.push_back(*std::move(read));
            }
        }
    }
    if (!any) spot.wrong({}, said("there is no [[exercise]] in this file"));
    return result;
}

} // namespace limber::settings
