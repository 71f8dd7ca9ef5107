// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/memory_history.hpp"

#include "core/effect.hpp"
#include "core/time.hpp"
#include "history/history.hpp"
#include "history/tally.hpp"

#include <cstddef>
#include <deque>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limber {

namespace {

constexpr std::size_t most_records = 10'000;

class MemoryHistory final : public History {
public:
    explicit MemoryHistory(std::optional<SavedState> saved) : saved_(std::move(saved)) {}

    std::expected<void, std::string> append(const Record& record) override {
        records_.push_back(record);
        if (records_.size() > most_records) {
            records_.pop_front();
        }
        return {};
    }

    std::expected<void, std::string> save(const SavedState& saved) override {
        saved_ = saved;
        return {};
    }

    std::expected<std::optional<SavedState>, std::string> saved() override { return saved_; }

    std::expected<std::vector<DaySummary>, std::string> summary(Day from, Day to) override {
        Tally tally;
        for (const Record& record : records_) {
            add(tally, record, from, to);
        }
        return days_of(std::move(tally));
    }

private:
    std::optional<SavedState> saved_;
    std::deque<Record> records_;
};

} // namespace

std::unique_ptr<History> memory_history(std::optional<SavedState> saved) {
    return std::make_unique<MemoryHistory>(std::move(saved));
}

} // namespace limber
