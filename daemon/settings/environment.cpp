// SPDX-License-Identifier: GPL-3.0-or-later
// What the environment says: where configuration and state live (the XDG base directories, and the shipped
// files of this very installation), and which languages the person reads.
#include "settings.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <pwd.h>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace limber::settings {
namespace {

namespace fs = std::filesystem;

// Whoever lists more reads one of these.
constexpr std::size_t most_languages = 16;

/// Empty when unset.
std::string_view variable(const char* name) {
    const char* const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): read once, at the start
    return value == nullptr ? std::string_view{} : std::string_view{value};
}

/// Only absolute paths count (XDG base directory specification).
fs::path absolute_from(const char* name) {
    fs::path path{variable(name)};
    return path.is_absolute() ? path : fs::path{};
}

fs::path home() {
    fs::path path = absolute_from("HOME");
    if (!path.empty()) return path;
    const passwd* const entry =
        ::getpwuid(::getuid()); // NOLINT(concurrency-mt-unsafe): read once, at the start
    return entry != nullptr && entry->pw_dir != nullptr ? fs::path{entry->pw_dir} : fs::path{"/"};
}

bool has_exercises(const fs::path& folder) {
    std::error_code error;
    return fs::is_directory(folder / "exercises", error);
}

fs::path shipped() {
    if (fs::path chosen = absolute_from("LIMBER_SHIPPED_DIR"); !chosen.empty()) return chosen;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    // a program that is run where it was built must not read an older installation
    if (!error && program.string().starts_with(LIMBER_BUILD_DIR "/") && has_exercises(LIMBER_SOURCE_CONFIG)) {
        return LIMBER_SOURCE_CONFIG;
    }
    if (!error) {
        const fs::path beside = (program.parent_path() / ".." / "share" / "limber").lexically_normal();
        if (has_exercises(beside)) return beside;
    }
    if (!has_exercises(LIMBER_INSTALLED_CONFIG) && has_exercises(LIMBER_SOURCE_CONFIG))
        return LIMBER_SOURCE_CONFIG;
    return LIMBER_INSTALLED_CONFIG;
}

bool all_between(std::string_view text, char first, char last) {
    return std::ranges::all_of(text, [&](char c) { return c >= first && c <= last; });
}

} // namespace

ConfigPaths config_paths() {
    ConfigPaths paths;
    const fs::path user = absolute_from("XDG_CONFIG_HOME");
    paths.user = (user.empty() ? home() / ".config" : user) / "limber";
    std::string_view list = variable("XDG_CONFIG_DIRS");
    if (list.empty()) list = "/etc/xdg";
    while (!list.empty()) {
        const std::size_t colon = list.find(':');
        const fs::path folder{list.substr(0, colon)};
        if (folder.is_absolute()) paths.system.push_back(folder / "limber");
        list.remove_prefix(colon == std::string_view::npos ? list.size() : colon + 1);
    }
    paths.shipped = shipped();
    paths.languages = wanted_languages();
    return paths;
}

fs::path state_folder() {
    if (const std::string_view own = variable("LIMBER_STATE_DIR"); !own.empty()) return own;
    const fs::path state = absolute_from("XDG_STATE_HOME");
    return (state.empty() ? home() / ".local" / "state" : state) / "limber";
}

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
    for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const std::string_view locale = variable(name); !locale.empty())
            return wanted_languages(variable("LANGUAGE"), locale);
    }
    return {};
}

} // namespace limber::settings
