// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/pipe_lines.hpp"

#include "core/words.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace limber::notify {

namespace {

using nlohmann::json;

/// Throws if there is no such word.
template <class Enum>
Enum value_in(const json& word) {
    if (const auto value = value_of<Enum>(word.get<std::string>())) return *value;
    throw json::other_error::create(500, "unknown word", nullptr);
}

template <class Read>
auto read_line(std::string_view line, Read read) -> std::optional<decltype(read(json{}))> {
    try {
        return read(json::parse(line));
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

std::string written(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace

std::string line_of(const PromptView& view) {
    json actions = json::array();
    for (const auto& action : view.actions) {
        actions.push_back({action.key, action.label});
    }
    return written({{"title", view.title},
                    {"body", view.body},
                    {"body_without_actions", view.body_without_actions},
                    {"actions", std::move(actions)},
                    {"icon", view.icon},
                    {"picture", view.picture},
                    {"pose", view.pose}});
}

std::optional<PromptView> view_of(std::string_view line) {
    return read_line(line, [](const json& from) {
        PromptView view{.title = from.at("title"),
                        .body = from.at("body"),
                        .body_without_actions = from.at("body_without_actions"),
                        .actions = {},
                        .course = {},
                        .icon = from.at("icon"),
                        .picture = from.at("picture"),
                        .pose = from.at("pose")};
        for (const json& action : from.at("actions")) {
            view.actions.push_back({action.at(0), action.at(1)});
        }
        return view;
    });
}

std::string line_of(const Report& report) {
    return written({{"kind", word_of(report.reply.kind)},
                    {"view", report.view},
                    {"number", report.number},
                    {"action", report.reply.action},
                    {"token", report.reply.activation_token},
                    {"cause", word_of(report.reply.cause)},
                    {"error", report.reply.error}});
}

std::optional<Report> report_of(std::string_view line) {
    return read_line(line, [](const json& from) {
        return Report{.reply = {.kind = value_in<NotifierReply::Kind>(from.at("kind")),
                                .id = 0,
                                .action = from.at("action"),
                                .activation_token = from.at("token"),
                                .cause = value_in<NotifierReply::Cause>(from.at("cause")),
                                .error = from.at("error")},
                      .view = from.at("view"),
                      .number = from.at("number")};
    });
}

} // namespace limber::notify
