// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated stretch of time for people: day by day, lines as they come and a picture at each day's end.
#pragma once

#include "core/note.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/time.hpp"
#include "output.hpp"
#include "simulate/desk.hpp"
#include "simulate/reckoning.hpp"
#include "simulate/run.hpp"

#include <QStringList>

#include <chrono>
#include <cstddef>
#include <cstdint>
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

/// A simulated day as dated lines, each printed once it is known how it ended: prompts and what became of
/// them, rests that were taken unasked, and holds.
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

/// What a second of the day was. uncounted: nobody knows, or outside working hours.
enum class Scene : std::uint8_t { nothing, away, uncounted, desk, held, session };

/// One day as a picture of characters: a row for each hour, a place in it for each minute or so. Holds every
/// second of one day. Times are those of the local clock, from midnight on.
class DayPicture {
public:
    /// `begins`: the hour in the topmost row.
    explicit DayPicture(Duration begins);

    /// Both within one day; `until` may be a day's end.
    void paint(Duration from, Duration until, Scene scene);
    /// What was taken for presence in this time was none.
    void correct(Duration from, Duration until);

    /// There was a prompt at this time; or (`taken`) the break that it asked for was taken.
    void prompt(Duration at, bool taken);

    /// Nobody was there, and nothing was prompted.
    [[nodiscard]] bool empty() const;
    void clear();

    /// Rows from the first hour with somebody there to the last, and a legend of what occurs.
    [[nodiscard]] QString text(int columns, bool beyond_ascii) const;

private:
    enum class Prompt : std::uint8_t { none, open, taken };

    /// Of a second, or of what is drawn for several.
    struct Cell {
        Scene scene = Scene::nothing;
        Prompt prompt = Prompt::none;
    };

    [[nodiscard]] Cell cell(std::size_t from, std::size_t length) const;
    [[nodiscard]] bool lively(std::size_t hour) const;
    [[nodiscard]] QString legend(int columns, bool beyond_ascii) const;
    [[nodiscard]] static QString drawn(const std::vector<Cell>& cells, bool beyond_ascii);

    std::size_t first_hour_;
    std::vector<Cell> seconds_;
};

/// What the story is written on.
struct Page {
    int columns = 80;
    bool beyond_ascii = true;
    bool dated = false; ///< days have a date, not only a weekday
};

/// Takes constant memory: one day of seconds, and what is not over yet.
class DayStory {
public:
    using Print = std::function<void(const QString&)>;

    /// `plan` must outlive it.
    DayStory(const Plan& plan, Page page, Print print);

    // What run() calls.
    void tell(const simulate::Line& line);
    void watch(Duration at, const simulate::Desk& desk);

    /// Prints what is left of the last day, and what it all came to.
    void finish();

private:
    /// On the wall, as long as nobody sets that clock.
    [[nodiscard]] Moment moment(Duration at) const { return clock_ + (at - at_); }

    [[nodiscard]] Day day_of(Moment at) const;
    void pass(Duration at, const State& state);
    void paint(Moment from, Moment until, Scene scene);
    void correct(Moment began);
    void picture_prompt();
    void tell(const Note& note);
    void head();
    void end_day();

    const Plan& plan_;
    Page page_;
    Print print_;
    simulate::Reckoner reckoner_;
    DayLines lines_;
    DayPicture picture_;

    // As of the last step.
    Duration at_{};
    Moment clock_{};
    Duration asleep_{};
    Scene scene_ = Scene::nothing;
    bool begun_ = false;

    Day day_{};
    bool headed_ = false;
    Moment present_since_{}; ///< the latest time painted as presence …
    Moment present_until_{};
    Moment session_until_{};
    std::string prompted_; ///< the break of the last prompt, shown …
    Moment prompted_at_{}; ///< … then
    bool prompt_new_ = false;
    bool prompt_taken_ = false;
};

} // namespace limber::cli
