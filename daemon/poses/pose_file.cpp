// SPDX-License-Identifier: GPL-3.0-or-later
#include "poses/pose_file.hpp"

#include "poses/pose_format.hpp"
#include "settings/document.hpp"
#include "settings/field.hpp"
#include "settings/problem.hpp"
#include "settings/spot.hpp"
#include "translation/said.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace limber::poses {

using translation::said;

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
        spot.wrong(entry.at, said(QT_TRANSLATE_NOOP("said", "`{0}` needs two brackets: [[{0}]]"), entry.key));
        return;
    }
    if (list->size() > most_tables) {
        spot.wrong(entry.at, said(QT_TRANSLATE_NOOP("said", "more than {} [[{}]] in one file"), most_tables,
                                  entry.key));
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
        spot.wrong({},
                   said(QT_TRANSLATE_NOOP("said", "there is no [[figure]] and no [[posture]] in this file")));
    }
    return file;
}

PoseFile read_pose_file(const std::filesystem::path& path) {
    const auto text = settings::read_text(path, settings::Absent::refused);
    if (!text) return {.postures = {}, .figures = {}, .problems = {text.error()}};
    return read_poses(text->text, path.string());
}

} // namespace limber::poses
