// SPDX-License-Identifier: GPL-3.0-or-later
// Where configuration and state live: the XDG base directories, and the shipped files of this very
// installation.
#include "languages.hpp"
#include "settings.hpp"
#include "state_folder.hpp"

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <pwd.h>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace limber::settings {
namespace {

namespace fs = std::filesystem;

/// Empty when unset. Only absolute paths count (XDG base directory specification).
fs::path absolute_from(const char* variable) {
    const char* const value = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): read once, at the start
    fs::path path = value == nullptr ? fs::path{} : fs::path{value};
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

} // namespace

ConfigPaths config_paths() {
    ConfigPaths paths;
    const fs::path user = absolute_from("XDG_CONFIG_HOME");
    paths.user = (user.empty() ? home() / ".config" : user) / "limber";
    const char* const value = std::getenv("XDG_CONFIG_DIRS"); // NOLINT(concurrency-mt-unsafe): read once
    std::string_view list = value == nullptr || *value == '\0' ? "/etc/xdg" : value;
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
    const char* const own = std::getenv("LIMBER_STATE_DIR"); // NOLINT(concurrency-mt-unsafe): read once
    if (own != nullptr && *own != '\0') return own;
    const fs::path state = absolute_from("XDG_STATE_HOME");
    return (state.empty() ? home() / ".local" / "state" : state) / "limber";
}

} // namespace limber::settings
