// SPDX-License-Identifier: GPL-3.0-or-later
// What the core did and why, in sentences: the same in `limber why`, in a simulated day and in the log.
#pragma once

#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/note.hpp"
#include "core/plan.hpp"
#include "core/time.hpp"

#include <QString>

#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace limber {

using StoryPart = std::variant<Note, Effect>;

/// What belongs together, as one sentence without its end: "Long break is due · held: microphone in use since
/// 09:20". The first part is what the line is about.
struct StoryLine {
    Instant at{};
    Civil when{}; ///< the same, on the wall
    std::vector<StoryPart> parts;
    QString text; ///< translated
};

/// The lines of one step, in the order of time. What changes nothing for anybody is left out.
[[nodiscard]] std::vector<StoryLine> story_of(const Plan& plan, const Event& event,
                                              const std::vector<Effect>& effects,
                                              const std::vector<Note>& notes);

/// The text of a line whose parts are known, in the step of this event.
[[nodiscard]] QString story_sentence(const Plan& plan, const Event& event, const StoryLine& line);

/// The sentence for a note by itself.
[[nodiscard]] QString sentence_of(const Plan& plan, const Note& note);

/// What people call a rule: its name if it has no title, or is none of this plan.
[[nodiscard]] QString title_of(const Plan& plan, const std::string& rule);

/// What people call an exercise, likewise.
[[nodiscard]] QString exercise_title(const Plan& plan, const std::string& id);

/// "09:30"-like amounts of time: to the second, and to the minute where it is many minutes.
[[nodiscard]] QString amount_text(Duration duration);

template <class What, class... Whats>
const What* one_of(const std::variant<Whats...>& what) {
    if constexpr ((std::is_same_v<What, Whats> || ...)) {
        return std::get_if<What>(&what);
    } else {
        return nullptr;
    }
}

/// The note or effect of this kind; null for another one.
template <class What>
const What* part_as(const StoryPart& part) {
    return std::visit([](const auto& one) { return one_of<What>(one.what); }, part);
}

/// The first part of this kind; null if there is none.
template <class What>
const What* part_of(const StoryLine& line) {
    for (const StoryPart& part : line.parts) {
        if (const What* found = part_as<What>(part)) return found;
    }
    return nullptr;
}

} // namespace limber
