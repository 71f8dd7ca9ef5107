// SPDX-License-Identifier: GPL-3.0-or-later
#include "lines.hpp"

#include "core/overloaded.hpp"
#include "core/words.hpp"

#include <nlohmann/json.hpp>

namespace limber::simulate {

namespace {

std::string quoted(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// Rounded to the nearest millisecond.
std::string seconds(Duration time) {
    constexpr Duration::rep milli = 1'000'000;
    const bool below_zero = time < Duration::zero();
    const Duration::rep size = below_zero ? -time.count() : time.count();
    const Duration::rep millis = (size + milli / 2) / milli;
    std::string decimals = std::to_string(millis % 1000);
    decimals.insert(0, 3 - decimals.size(), '0');
    return (below_zero && millis != 0 ? "-" : "") + std::to_string(millis / 1000) + '.' + decimals;
}

std::string length_text(Duration length) {
    const auto whole = std::chrono::duration_cast<std::chrono::seconds>(length);
    return whole == length ? std::to_string(whole.count()) : seconds(length);
}

std::string number_field(std::string_view key, const std::string& number) {
    return ", \"" + std::string(key) + "\": " + number;
}

std::string field(std::string_view key, std::string_view text) {
    return number_field(key, quoted(std::string(text)));
}

} // namespace

std::optional<Line> line_of(const Effect& effect, Instant start) {
    using Told = std::optional<decltype(Line::what)>;
    const Told told = std::visit(
        Overloaded{
            [&](const ShowPrompt& show) -> Told {
                return Prompted{show.break_id, show.exercise, show.reason, show.due_since - start,
                                show.held_by};
            },
            [](const WithdrawPrompt& withdraw) -> Told { return Withdrawn{withdraw.break_id, withdraw.why}; },
            [](const Record& record) -> Told { return Recorded{record.break_id, record.outcome}; },
            [](const OpenSession& open) -> Told {
                const Session& session = open.session;
                return SessionOpened{session.break_id,
                                     session.exercises.empty() ? std::string{} : session.exercises.front(),
                                     length_of(session)};
            },
            [](const auto&) -> Told { return {}; }},
        effect.what);
    if (!told) return {};
    return Line{effect.at - start, *told};
}

std::string json_text(const Line& line) {
    std::string text = "{\"at\": " + seconds(line.at);
    std::visit(Overloaded{[&](const Prompted& one) {
                              text += field("effect", "prompt") + field("break", one.break_id) +
                                      field("exercise", one.exercise) + field("reason", word_of(one.reason)) +
                                      number_field("due_since", seconds(one.due_since));
                          },
                          [&](const Withdrawn& one) {
                              text += field("effect", "withdraw") + field("break", one.break_id) +
                                      field("why", word_of(one.why));
                          },
                          [&](const Recorded& one) {
                              text += field("effect", "record") + field("break", one.break_id) +
                                      field("outcome", word_of(one.outcome));
                          },
                          [&](const SessionOpened& one) {
                              text += field("effect", "session") + field("break", one.break_id) +
                                      field("exercise", one.exercise) +
                                      number_field("length", length_text(one.length));
                          },
                          [&](const DayEnded& one) {
                              text += field("effect", "end") + ", \"breaks\": {";
                              std::string_view between;
                              for (const auto& [name, active] : one.active) {
                                  text += between;
                                  text += quoted(name) + ": {\"active\": " + seconds(active) + '}';
                                  between = ", ";
                              }
                              text += '}';
                          }},
               line.what);
    return text + '}';
}

} // namespace limber::simulate
