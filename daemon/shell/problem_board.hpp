// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong at present, by where it comes from; the property Problems.
#pragma once

#include "settings/problem.hpp"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace limber::shell {

class ProblemBoard {
public:
    /// Called after each real change.
    void on_change(std::function<void()> changed) { changed_ = std::move(changed); }

    /// Instead of what `topic` had before; empty: mended. True if that changed anything.
    bool set(const std::string& topic, std::vector<settings::Problem> problems);

    [[nodiscard]] std::vector<settings::Problem> all() const;
    [[nodiscard]] std::vector<settings::Problem> of(const std::string& topic) const;

private:
    std::map<std::string, std::vector<settings::Problem>> topics_;
    std::function<void()> changed_;
};

} // namespace limber::shell
