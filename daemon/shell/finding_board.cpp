// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding_board.hpp"

#include "core/finding.hpp"

#include <QObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace limber::shell {

FindingBoard::FindingBoard(Hooks hooks, std::chrono::milliseconds passing) : hooks_(std::move(hooks)) {
    lasting_.setSingleShot(true);
    lasting_.setInterval(passing);
    QObject::connect(&lasting_, &QTimer::timeout, &lasting_, [this] { lasted(); });
}

void FindingBoard::set(std::vector<Finding> findings) {
    if (findings == findings_) return;
    findings_ = std::move(findings);
    hooks_.publish(findings_);
    const auto now = lacking();
    const auto is_over = [&](const std::string& id) { return !now.contains(id); };
    std::erase_if(waiting_, is_over);
    if (std::erase_if(notified_, is_over) > 0) show(false);
    wait();
}

std::set<std::string> FindingBoard::lacking() const {
    std::set<std::string> ids;
    for (const Finding& finding : findings_) {
        // mistakes in the settings have a notification of their own
        if (finding.grade == Grade::lacking && finding.id != "settings") ids.insert(finding.id);
    }
    return ids;
}

void FindingBoard::wait() {
    if (lasting_.isActive()) return;
    waiting_ = lacking();
    // what could not be said while nothing showed it is said as soon as something does
    if (waiting_.contains("notifications")) return waiting_.clear();
    std::erase_if(waiting_, [this](const std::string& id) { return notified_.contains(id); });
    if (!waiting_.empty()) lasting_.start();
}

void FindingBoard::lasted() {
    if (!waiting_.empty() && !lacking().contains("notifications")) {
        for (const Finding& finding : findings_) {
            if (waiting_.contains(finding.id)) hooks_.lasts(finding);
        }
        notified_.merge(waiting_);
        show(true);
    }
    waiting_.clear();
    wait();
}

void FindingBoard::show(bool news) const {
    std::vector<Finding> told;
    std::ranges::copy_if(findings_, std::back_inserter(told),
                         [this](const Finding& finding) { return notified_.contains(finding.id); });
    hooks_.show(told, news);
}

} // namespace limber::shell
