// SPDX-License-Identifier: GPL-3.0-or-later
// All that can be counted in simulated time: what became of each prompt as well, and which were left to an
// empty chair.
#pragma once

#include "simulate/reckoning.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <variant>

namespace limber::simulate {

struct FullReckoning : Reckoning {
    std::int64_t prompts = 0; ///< shown, repeated ones included
    std::map<Outcome, std::int64_t> records;
    /// Prompts that stood in front of an empty chair for longer than it takes to know that it is empty, and
    /// that no rest took away.
    std::int64_t stayed = 0;
};

/// `natural` is not among the records: those in a guided break of another rule do not count.
class FullReckoner {
public:
    void tell(const Line& line) {
        reckoner_.tell(line);
        if (std::holds_alternative<Prompted>(line.what)) {
            ++so_far_.prompts;
            prompt_ = Prompt{line.at};
            gone_.reset();
        } else if (const auto* withdrawn = std::get_if<Withdrawn>(&line.what)) {
            gone_ = withdrawn->why;
        } else if (const auto* record = std::get_if<Recorded>(&line.what)) {
            if (record->outcome != Outcome::natural) ++so_far_.records[record->outcome];
        }
    }

    /// A prompt in front of nobody is unavoidable until a silence is long enough to be known for one.
    void watch(Duration at, const Desk& desk) {
        reckoner_.watch(at, desk);
        const Duration left = std::exchange(input_, desk.last_input());
        if (!prompt_) return;
        // Until the input that ended the silence, or until now.
        const Duration silent_until = desk.last_input() > left ? desk.last_input() : at;
        const Duration alone = silent_until - std::max(prompt_->shown, left);
        if (alone > desk.plan().idle_after) prompt_->alone = true;
        if (!gone_) return;
        if (prompt_->alone && gone_ != Why::followed && gone_ != Why::rested) ++so_far_.stayed;
        prompt_.reset();
    }

    /// As known now; also in the middle.
    [[nodiscard]] FullReckoning result() const {
        FullReckoning result = so_far_;
        static_cast<Reckoning&>(result) = reckoner_.result();
        return result;
    }

private:
    struct Prompt {
        Duration shown{};
        bool alone = false; ///< for longer than idle_after
    };

    Reckoner reckoner_;
    FullReckoning so_far_;
    Duration input_{}; ///< the last input known to have happened
    std::optional<Prompt> prompt_;
    std::optional<Why> gone_; ///< said, but not yet reckoned
};

} // namespace limber::simulate
