// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_in_force.hpp"

#include "words/text.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>

namespace limber::shell {
namespace {

namespace fs = std::filesystem;

bool contains(const std::vector<fs::path>& paths, const fs::path& path) {
    return std::ranges::find(paths, path) != paths.end();
}

std::vector<fs::path> without(std::vector<fs::path> paths, const std::vector<fs::path>& others) {
    std::erase_if(paths, [&](const fs::path& path) { return contains(others, path); });
    return paths;
}

/// A path a line.
std::vector<fs::path> read_lines(const fs::path& file) {
    std::vector<fs::path> lines;
    std::ifstream text{file};
    for (std::string line; std::getline(text, line);)
        lines.emplace_back(line);
    return lines;
}

/// Whole, or not at all. Without it a file that is away at the next start is taken to be gone.
void write_lines(const fs::path& file, const std::vector<fs::path>& lines) {
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    const fs::path fresh = file.string() + ".new";
    std::ofstream text{fresh, std::ios::trunc};
    for (const fs::path& line : lines)
        text << line.string() << '\n';
    text.close();
    if (text) fs::rename(fresh, file, ignored);
}

std::vector<settings::Problem> words_for(ConfigWatch::Shortage shortage) {
    const auto problem = [](const QString& what) {
        return std::vector{settings::Problem{
            .severity = settings::Problem::Severity::warning,
            .message = _("Changes of the settings are not noticed: too many programs watch files (%1).")
                           .arg(what)
                           .toStdString(),
            .hint = _("After a change: limber reload. To allow more: sudo sysctl -w %1=%2")
                        .arg(what)
                        .arg(what.endsWith(QLatin1String{"instances"}) ? 1024 : 524288)
                        .toStdString()}};
    };
    switch (shortage) {
    case ConfigWatch::Shortage::none: break;
    case ConfigWatch::Shortage::instances: return problem(QStringLiteral("fs.inotify.max_user_instances"));
    case ConfigWatch::Shortage::watches: return problem(QStringLiteral("fs.inotify.max_user_watches"));
    }
    return {};
}

} // namespace

SettingsInForce::SettingsInForce(settings::ConfigPaths paths, fs::path memory)
    : paths_(std::move(paths)), memory_(std::move(memory)), known_(read_lines(memory_)),
      watch_([this] { look(false); }) {
    watch();
    first_ = settings::read_settings(paths_);
    wait_.setSingleShot(true);
    wait_.setInterval(patience);
    wait_.setTimerType(Qt::PreciseTimer); // not a moment less
    QObject::connect(&wait_, &QTimer::timeout, &wait_, [this] { look(false); });
    if (first_.loaded && without(known_, first_.present).empty()) {
        now_ = *first_.loaded;
    } else {
        now_ = settings::load_what_is_in_order(paths_, contains(known_, settings::own_file(paths_)));
    }
}

void SettingsInForce::follow(Hooks hooks) {
    hooks_ = std::move(hooks);
    if (shortage_ != ConfigWatch::Shortage::none) hooks_.watching(words_for(shortage_));
    judge(std::exchange(first_, {}), false);
}

void SettingsInForce::reload() {
    look(true);
}

void SettingsInForce::try_to_watch() {
    if (shortage_ == ConfigWatch::Shortage::none) return;
    look(false);
}

/// Watches before it reads, so that no change falls between the two.
void SettingsInForce::look(bool believe) {
    watch();
    judge(settings::read_settings(paths_), believe);
}

/// `believe`: also that files are away. Otherwise the wait for those that are missed decides.
void SettingsInForce::judge(settings::Reading reading, bool believe) {
    const std::vector<fs::path> missing = without(known_, reading.present);
    if (!believe && !missing.empty()) {
        if (wait_.isActive()) {
            std::erase_if(missed_, [&](const fs::path& path) { return !contains(missing, path); });
            return;
        }
        if (!without(missing, missed_).empty()) {
            missed_ = missing;
            wait_.start();
            return;
        }
    }
    wait_.stop();
    missed_.clear();
    if (reading.loaded) {
        now_ = *std::move(reading.loaded);
        remember(std::move(reading.present));
        hooks_.taken();
    } else {
        std::ranges::copy(without(known_, reading.present), std::back_inserter(reading.present));
        remember(std::move(reading.present));
        hooks_.refused(reading.loaded.error());
    }
}

void SettingsInForce::watch() {
    watch_.watch(settings::to_watch(paths_));
    const auto before = std::exchange(shortage_, watch_.shortage());
    if (shortage_ != before && hooks_.watching) hooks_.watching(words_for(shortage_));
}

void SettingsInForce::remember(std::vector<fs::path> present) {
    if (present == known_) return;
    known_ = std::move(present);
    write_lines(memory_, known_);
}

} // namespace limber::shell
