// SPDX-License-Identifier: GPL-3.0-or-later
// The settings that limberd runs with: read at the start, followed while it runs (LAW.md §8).
#pragma once

#include "config_watch.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"

#include <QTimer>

#include <chrono>
#include <filesystem>
#include <functional>
#include <vector>

namespace limber::shell {

class SettingsInForce {
public:
    /// So long must a file that was there be away, or empty, before that is believed.
    static constexpr std::chrono::seconds patience{5};

    struct Hooks {
        std::function<void()> taken; ///< what is in force is what the files say, the same as before or not
        std::function<void(const std::vector<settings::Problem>&)> refused;  ///< what is in force stays
        std::function<void(const std::vector<settings::Problem>&)> watching; ///< why not; empty: it does
    };

    /// Reads them. What is not in order is left out until it is. `memory`: where is written which files there
    /// were.
    SettingsInForce(settings::ConfigPaths paths, std::filesystem::path memory);

    [[nodiscard]] const settings::Loaded& now() const { return now_; }

    /// Follows the files from here on. What was wrong at the start is told at once.
    void follow(Hooks hooks);

    /// Reads the files now and believes what it finds.
    void reload();

    /// Where the kernel's watches were used up: are there some now? Costs nothing otherwise.
    void try_to_watch();

private:
    void look(bool believe);
    void judge(settings::Reading reading, bool believe);
    void watch();
    void remember(std::vector<std::filesystem::path> present);

    settings::ConfigPaths paths_;
    std::filesystem::path memory_;
    std::vector<std::filesystem::path> known_;  ///< there was something in them
    std::vector<std::filesystem::path> missed_; ///< those of them that are waited for
    Hooks hooks_;
    ConfigWatch watch_;
    ConfigWatch::Shortage shortage_ = ConfigWatch::Shortage::none;
    QTimer wait_;
    settings::Reading first_; ///< until follow(); read when the files were watched already
    settings::Loaded now_;
};

} // namespace limber::shell
