// SPDX-License-Identifier: GPL-3.0-or-later
// What was found, told where people look: the property Findings at each change, and one notification of what
// lacks and lasts.
#pragma once

#include "core/finding.hpp"

#include <QTimer>

#include <chrono>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace limber::shell {

class FindingBoard {
public:
    struct Hooks {
        std::function<void(const std::vector<Finding>&)> publish; ///< all of them
        std::function<void(const Finding&)> lasts;                ///< this one lacks, and for long enough
        /// The one notification says these from now on; none: it goes. `news`: one of them is new to it.
        std::function<void(const std::vector<Finding>&, bool news)> show;
    };

    /// What has ended after `passing` was no more than passing trouble.
    explicit FindingBoard(Hooks hooks, std::chrono::milliseconds passing = std::chrono::seconds{5});

    /// All there is to say now.
    void set(std::vector<Finding> findings);

    [[nodiscard]] const std::vector<Finding>& all() const { return findings_; }

private:
    [[nodiscard]] std::set<std::string> lacking() const;
    void wait();
    void lasted();
    void show(bool news) const;

    Hooks hooks_;
    std::vector<Finding> findings_;
    std::set<std::string> waiting_;  ///< lacking since the timer began
    std::set<std::string> notified_; ///< and have not ended since
    QTimer lasting_;
};

} // namespace limber::shell
