// SPDX-License-Identifier: GPL-3.0-or-later
// A home with configuration folders of its own, taken away at the end.
#pragma once

#include "settings/settings.hpp"

#include <cstddef>
#include <cstdlib>
#include <expected>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace limber::test {

namespace fs = std::filesystem;

inline fs::path source_dir() {
    return LIMBER_SOURCE_DIR;
}

inline std::string content_of(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

inline void write(const fs::path& file, std::string_view text) {
    fs::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary | std::ios::trunc} << text;
}

/// LIMBER_REWRITE=1 writes what is expected instead of comparing.
inline bool rewriting() {
    return std::getenv("LIMBER_REWRITE") != nullptr; // NOLINT(concurrency-mt-unsafe): no other thread
}

class Desk {
public:
    Desk() {
        std::string pattern = (fs::temp_directory_path() / "limber-settings-XXXXXX").string();
        home_ = ::mkdtemp(pattern.data());
        paths = {home_ / "user", {home_ / "near", home_ / "far"}, source_dir() / "config"};
    }

    ~Desk() {
        std::error_code ignored;
        fs::remove_all(home_, ignored);
    }

    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    Desk(Desk&&) = delete;
    Desk& operator=(Desk&&) = delete;

    [[nodiscard]] fs::path home() const { return home_; }

    [[nodiscard]] fs::path user_file() const { return paths.user / "limber.toml"; }

    void user(std::string_view text) const { write(user_file(), text); }

    void near(std::string_view text) const { write(paths.system[0] / "limber.toml", text); }

    void far(std::string_view text) const { write(paths.system[1] / "limber.toml", text); }

    void exercise(std::string_view name, std::string_view text) const {
        write(paths.user / "exercises" / name, text);
    }

    /// All problems, one a line, with the desk's own folder left out.
    [[nodiscard]] std::string problems() const { return problems_of(settings::load_settings(paths)); }

    [[nodiscard]] std::string
    problems_of(const std::expected<settings::Loaded, std::vector<settings::Problem>>& loaded) const {
        std::string text;
        for (const settings::Problem& problem : loaded ? loaded->warnings : loaded.error()) {
            text += problem.severity == settings::Problem::Severity::warning ? "warning: " : "";
            text += shortened(settings::to_string(problem)) + "\n";
        }
        return text;
    }

    [[nodiscard]] std::string shortened(std::string text) const {
        const std::string folder = home_.string() + "/";
        for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at)) {
            text.erase(at, folder.size());
        }
        return text;
    }

    settings::ConfigPaths paths;

private:
    fs::path home_;
};

} // namespace limber::test
