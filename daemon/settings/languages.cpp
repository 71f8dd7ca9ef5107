// SPDX-License-Identifier: GPL-3.0-or-later
#include "languages.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace limber::settings {
namespace {

// Whoever lists more reads one of these.
constexpr std::size_t most_languages = 16;

std::string_view environment(const char* variable) {
    const char* const value = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): read once, at the start
    return value == nullptr ? std::string_view{} : std::string_view{value};
}

bool all_between(std::string_view text, char first, char last) {
    return std::ranges::all_of(text, [&](char c) { return c >= first && c <= last; });
}

} // namespace

bool is_language(std::string_view name) {
    const std::size_t joint = name.find('_');
    const std::string_view language = name.substr(0, joint);
    if (language.size() < 2 || language.size() > 3 || !all_between(language, 'a', 'z')) return false;
    if (joint == std::string_view::npos) return true;
    const std::string_view country = name.substr(joint + 1);
    return country.size() == 2 && all_between(country, 'A', 'Z');
}

std::vector<std::string> wanted_languages(std::string_view list, std::string_view locale) {
    std::vector<std::string> languages;
    const auto bare = [](std::string_view name) { return name.substr(0, name.find_first_of(".@")); };
    const auto plain = [](std::string_view name) { return name == "C" || name == "POSIX" || name.empty(); };
    // LANGUAGE does not count where nobody has chosen a locale
    if (plain(bare(locale))) return languages;
    if (list.empty()) list = locale;
    const auto add = [&](std::string_view name) {
        if (std::ranges::find(languages, name) == languages.end()) languages.emplace_back(name);
    };
    while (!list.empty() && languages.size() < most_languages) {
        const std::size_t colon = list.find(':');
        const std::string_view name = bare(list.substr(0, colon));
        list.remove_prefix(colon == std::string_view::npos ? list.size() : colon + 1);
        const std::string_view language = name.substr(0, name.find('_'));
        if (language == "en" || name == "C" || name == "POSIX") break;
        if (!is_language(name)) continue;
        add(name);
        add(language);
    }
    return languages;
}

std::vector<std::string> wanted_languages() {
    for (const char* const variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const std::string_view locale = environment(variable); !locale.empty())
            return wanted_languages(environment("LANGUAGE"), locale);
    }
    return {};
}

} // namespace limber::settings
