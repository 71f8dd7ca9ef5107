// SPDX-License-Identifier: GPL-3.0-or-later
// An exercise's texts in other languages: [exercise.texts.de], as many or as few of them as there are.
#pragma once

#include "document.hpp"
#include "field.hpp"
#include "kinds.hpp"
#include "languages.hpp"
#include "spot.hpp"

#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace limber::settings {

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

namespace exercise_format {

inline constexpr auto phase_texts = std::tuple{
    Field<PhaseTexts, TextLine>{
        "name", &PhaseTexts::name, {24}, "Which phase, by its own name.", Presence::required},
    Field<PhaseTexts, TextLine>{"title", &PhaseTexts::title, {24}, "What it is called.", Presence::unset},
    Field<PhaseTexts, TextLine>{"text", &PhaseTexts::text, {140}, "The instruction.", Presence::unset},
};

inline constexpr auto texts = std::tuple{
    Field<ExerciseTexts, TextLine>{
        "title", &ExerciseTexts::title, {40}, "What it is called.", Presence::unset},
    Field<ExerciseTexts, TextLine>{
        "summary", &ExerciseTexts::summary, {160}, "What to do, in short.", Presence::unset},
    Field<ExerciseTexts, TextLine>{
        "caution", &ExerciseTexts::caution, {140}, "Always shown with it.", Presence::unset},
    Field<ExerciseTexts, Rows<phase_texts, PhaseTexts>>{
        "phases", &ExerciseTexts::phases, {200}, "The phases that have texts in it.", Presence::unset},
};

} // namespace exercise_format

/// One table for each language, called as the language is.
struct ByLanguage {
    using type = std::vector<ExerciseTexts>;
};

inline bool read(const ByLanguage& /*kind*/, const Value& value, ByLanguage::type& into, const Spot& spot) {
    const auto* const table = std::get_if<Table>(&value.what);
    if (table == nullptr) {
        return spot.wrong(
            value.at,
            translation::said(QT_TRANSLATE_NOOP("said", "`{}` needs a table for each language, not {}"),
                              spot.name(), kind_of(value)));
    }
    bool good = true;
    for (const Entry& entry : *table) {
        const Spot inner = spot.under(entry.key);
        const auto* const own = std::get_if<Table>(&entry.value.what);
        if (!is_language(entry.key)) {
            good = inner.wrong(entry.at,
                               translation::said(QT_TRANSLATE_NOOP("said", "`{}` is no language"), entry.key),
                               translation::said(QT_TRANSLATE_NOOP("said", "such as: de, or pt_BR")));
        } else if (own == nullptr) {
            good = inner.wrong(entry.at,
                               translation::said(QT_TRANSLATE_NOOP("said", "`{}` needs a table, not {}"),
                                                 entry.key, kind_of(entry.value)));
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

inline std::string show(const ByLanguage& /*kind*/, const ByLanguage::type& /*value*/) {
    return {};
}

inline std::string accepts(const ByLanguage& /*kind*/) {
    return "a table for each language";
}

} // namespace limber::settings
