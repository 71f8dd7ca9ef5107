// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to say of settings and history, what is wrong at present, and whom it is told.
#pragma once

#include "bus/wire.hpp"
#include "core/finding.hpp"
#include "idle/display.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"

#include <QString>
#include <QTimer>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace limber::shell {

[[nodiscard]] Finding found(const char* id, Grade grade, const QString& sentence, const QString& remedy = {});

using Problems = std::vector<settings::Problem>;

[[nodiscard]] bool has_error(const Problems& problems);

/// Of the settings in force and the exercises in them, with what is wrong in the files, and of what they and
/// this display ask for in vain.
[[nodiscard]] std::vector<Finding> settings_findings(const settings::Loaded& loaded, const Problems& problems,
                                                     const idle::DisplayEnvironment& display);

/// A warning is what has happened and was dealt with; an error lasts.
[[nodiscard]] Finding history_finding(const std::filesystem::path& file, const Problems& problems);

/// Display, presence, notifications, settings, first break: all that was found at the start in five lines.
[[nodiscard]] std::vector<std::string> lines_of(const std::vector<Finding>& findings,
                                                const bus::StatusReport& report);

/// What is wrong at present, by where it comes from; the property Problems.
class ProblemBoard {
public:
    /// Instead of what `topic` had before; empty: mended. True if that changed anything.
    bool set(const std::string& topic, const Problems& problems) {
        return std::exchange(topics_[topic], problems) != problems;
    }

    [[nodiscard]] Problems all() const;

    [[nodiscard]] Problems of(const std::string& topic) const {
        const auto found = topics_.find(topic);
        return found == topics_.end() ? Problems{} : found->second;
    }

private:
    std::map<std::string, Problems> topics_;
};

/// What was found, and which of it one notification tells: what lacks and lasts.
class FindingBoard {
public:
    /// The notification says `told` from now on; none: it goes. `fresh`: the ids that are new to it.
    using Show = std::function<void(const std::vector<Finding>& told, const std::set<std::string>& fresh)>;

    /// What has ended after `passing` was no more than passing trouble.
    explicit FindingBoard(Show show, std::chrono::milliseconds passing = std::chrono::seconds{5});

    /// All there is to say now. True if that is another thing than before.
    bool set(std::vector<Finding> findings);

    [[nodiscard]] const std::vector<Finding>& all() const { return findings_; }

private:
    [[nodiscard]] std::set<std::string> lacking() const;
    void wait();
    void lasted();
    void show(const std::set<std::string>& fresh) const;

    Show show_;
    std::vector<Finding> findings_;
    std::set<std::string> waiting_;  ///< lacking since the timer began
    std::set<std::string> notified_; ///< and have not ended since
    QTimer lasting_;
};

} // namespace limber::shell
