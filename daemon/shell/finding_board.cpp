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
    const bool told = !notified_.empty();
    std::erase_if(notified_, is_over);
    if (told && notified_.empty()) hooks_.withdraw();
    wait();
}

std::set<std::string> FindingBoard::lacking() const {
    std::set<std::string> ids;
    for (const Finding& finding : findings_) {
        if (finding.grade == Grade::lacking) ids.insert(finding.id);
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
    if (!lacking().contains("notifications")) {
        std::vector<Finding> news;
        std::ranges::copy_if(findings_, std::back_inserter(news),
                             [this](const Finding& finding) { return waiting_.contains(finding.id); });
        notified_.merge(waiting_);
        if (!news.empty()) hooks_.notify(news);
    }
    waiting_.clear();
    wait();
}

} // namespace limber::shell
