// SPDX-License-Identifier: GPL-3.0-or-later
#include "problem_board.hpp"

#include "settings/problem.hpp"

#include <string>
#include <utility>
#include <vector>

namespace limber::shell {

bool ProblemBoard::set(const std::string& topic, std::vector<settings::Problem> problems) {
    const auto found = topics_.find(topic);
    if (found == topics_.end() ? problems.empty() : found->second == problems) return false;
    if (problems.empty()) {
        topics_.erase(found);
    } else {
        topics_[topic] = std::move(problems);
    }
    if (changed_) changed_();
    return true;
}

std::vector<settings::Problem> ProblemBoard::all() const {
    std::vector<settings::Problem> all;
    for (const auto& [topic, problems] : topics_) {
        all.insert(all.end(), problems.begin(), problems.end());
    }
    return all;
}

std::vector<settings::Problem> ProblemBoard::of(const std::string& topic) const {
    const auto found = topics_.find(topic);
    return found == topics_.end() ? std::vector<settings::Problem>{} : found->second;
}

} // namespace limber::shell
