// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity_line.hpp"

#include "translation/said.hpp"

#include <algorithm>
#include <vector>

namespace limber::simulate {

using translation::said;

namespace {

using Json = nlohmann::json;

std::string printable(std::string text) {
    std::ranges::replace_if(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '?');
    return text.substr(0, 40);
}

} // namespace

std::optional<ActivityProblem> ActivityLine::parse() {
    std::vector<std::string> seen;
    std::string repeated;
    const auto notice = [&](int depth, Json::parse_event_t event, Json& parsed) {
        if (event == Json::parse_event_t::key && depth == 1) {
            auto key = parsed.get<std::string>();
            if (std::ranges::find(seen, key) != seen.end()) repeated = key;
            seen.push_back(std::move(key));
        }
        return true;
    };
    try {
        fields_ = Json::parse(text_, notice);
    } catch (const Json::parse_error& wrong) {
        return ActivityProblem{number_, wrong.byte, said(QT_TRANSLATE_NOOP("said", "this is not JSON"))};
    } catch (const Json::exception&) {
        return ActivityProblem{number_, 1, said(QT_TRANSLATE_NOOP("said", "a number here is too large"))};
    }
    if (!fields_.is_object()) {
        return ActivityProblem{number_, 1,
                               said(QT_TRANSLATE_NOOP("said", "each line is one object: {}"), "{\"at\": …}")};
    }
    if (!repeated.empty()) {
        return problem(repeated,
                       said(QT_TRANSLATE_NOOP("said", "the field \"{}\" is given twice"), repeated));
    }
    return {};
}

const Json* ActivityLine::find(std::string_view key) const {
    const auto found = fields_.find(key);
    return found == fields_.end() ? nullptr : &*found;
}

std::optional<ActivityProblem> ActivityLine::only(std::initializer_list<std::string_view> allowed) const {
    for (const auto& [key, value] : fields_.items()) {
        if (std::ranges::find(allowed, key) == allowed.end()) {
            return problem(key, said(QT_TRANSLATE_NOOP("said", "unknown field \"{}\" in this kind of line"),
                                     printable(key)));
        }
    }
    return {};
}

ActivityProblem ActivityLine::problem(std::string_view key, std::string message) const {
    const auto at = text_.find('"' + std::string(key) + '"');
    return {number_, at == std::string::npos ? 1 : at + 1, std::move(message)};
}

} // namespace limber::simulate
