// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated day as dated lines, each printed once it is known how it ended: prompts and what became of
// them, rests that were taken unasked, and holds.
#pragma once

#include "core/plan.hpp"
#include "core/time.hpp"
#include "output.hpp"
#include "simulate/lines.hpp"

#include <QString>
#include <QStringList>

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <string>

namespace limber::cli {

/// A clock on the wall.
using Moment = std::chrono::local_time<Duration>;

/// "09:30".
[[nodiscard]] QString clock_of(Moment at);

/// "48s", "1h 5min": whole minutes from a minute on.
[[nodiscard]] QString rounded_length(Duration length);

class DayLines {
public:
    using Print = std::function<void(const QString&)>;

    DayLines(const Plan& plan, int columns, bool beyond_ascii, Print print);

    /// `due_since` as the wall clock tells it.
    void prompted(Moment at, const simulate::Prompted& prompt, Moment due_since);
    void withdrawn(const simulate::Withdrawn& prompt);
    void recorded(const simulate::Recorded& record);

    void hold_began(Moment at, const std::string& hold);
    void hold_ended(Moment at, const std::string& hold);

    /// Away since; who is away already is so since the earlier one.
    void left(Moment since);
    void came_back(Moment at);
    [[nodiscard]] bool away() const;

    /// What else is to be known.
    void remark(Moment at, const QString& sentence);

    /// Prints what is settled.
    void print_settled();
    /// The day is over: prints everything.
    void finish();

private:
    enum class Kind { prompt, away, hold, remark };

    struct Entry {
        Kind kind = Kind::prompt;
        Moment at{};
        std::string name;         ///< of the break or the hold
        std::optional<Why> ended; ///< how a prompt was withdrawn
        QString text;
        QString outcome;
        QString reason;
        QStringList counts; ///< breaks that a rest counts as
        bool taken = false;
        bool settled = false;
        bool worth_telling = true;
    };

    Entry* open(Kind kind, const std::string& name = {});
    void add(Entry entry);
    void print(const Entry& entry) const;
    [[nodiscard]] QString title_of(const std::string& rule) const;
    [[nodiscard]] QString reason_of(const simulate::Prompted& prompt, Moment at, Moment due_since) const;

    const Plan& plan_;
    int columns_;
    bool beyond_ascii_;
    int text_width_ = 0;
    Print print_;
    std::deque<Entry> entries_;
    Duration followed_{}; ///< the rest that was asked for, if the present one was
    QStringList counted_; ///< rests on record whose absence is not known yet
};

} // namespace limber::cli
