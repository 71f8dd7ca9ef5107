// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_worker.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace limber::simulate {
namespace {

using namespace std::chrono_literals;

constexpr Duration one_day = 24h;

bool is_workday(int day) {
    return day % 7 < 5;
}

/// How one kind of person spends a day.
struct Style {
    Duration shortest_burst;
    Duration longest_burst;
    int reads; ///< percent of the pauses in which the person reads
};

constexpr Style style_of(Habit habit) {
    switch (habit) {
    case Habit::writer: return {20s, 9min, 10};
    case Habit::in_meetings: return {10s, 3min, 20};
    case Habit::restless: return {5s, 2min, 12};
    }
    return {};
}

} // namespace

// splitmix64
std::uint64_t Dice::next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
}

Duration Dice::between(Duration least, Duration most) {
    const auto span = static_cast<std::uint64_t>((most - least) / 1ms) + 1;
    return least + std::chrono::milliseconds{next() % span};
}

Duration Dice::mostly_short(Duration least, Duration most) {
    return between(least, between(least, most));
}

bool Dice::chance(int percent) {
    return next() % 100 < static_cast<std::uint64_t>(percent);
}

DeskWorker::DeskWorker(Habit habit, std::uint64_t seed, int days, FileClock monday)
    : habit_(habit), dice_(seed), days_(std::max(days, 1)), begins_(monday) {
    make_day();
}

std::expected<std::optional<Action>, ActivityProblem> DeskWorker::next() {
    while (given_ == today_.size() && day_ < days_)
        make_day();
    if (given_ == today_.size()) return std::optional<Action>{};
    return today_[given_++];
}

void DeskWorker::make_day() {
    given_ = 0;
    today_.clear();
    const int day = day_++;
    if (!is_workday(day)) return;
    const Duration arrival = dice_.between(8h + 42min, 9h + 18min);
    if (day == 0) {
        begins_.utc += arrival;
        midnight_ = -arrival;
    } else {
        midnight_ += one_day * (day % 7 == 0 ? 3 : 1);
    }
    const Duration leaving = dice_.between(16h + 55min, 17h + 50min);
    at_ = midnight_ + arrival;
    if (std::exchange(asleep_, false)) {
        add(Occurrence::wake);
        at_ += dice_.between(2s, 8s);
        add(Occurrence::unlock);
    }
    for (const Appointment& one : appointments(arrival, leaving)) {
        work_until(midnight_ + one.at);
        switch (one.what) {
        case Matter::coffee: leave_for(one.length, dice_.chance(40)); break;
        case Matter::errand: leave_for(one.length, false); break;
        case Matter::lunch: leave_for(one.length, dice_.chance(80)); break;
        case Matter::call: call_for(one.length); break;
        }
    }
    work_until(midnight_ + leaving);
    add(Occurrence::lock);
    int next_day = day_;
    while (!is_workday(next_day))
        ++next_day;
    if (next_day >= days_) {
        at_ += 10min;
        add(Occurrence::end);
        day_ = days_;
        return;
    }
    at_ += 20min;
    add(Occurrence::sleep);
    asleep_ = true;
}

std::vector<DeskWorker::Appointment> DeskWorker::appointments(Duration arrival, Duration leaving) {
    std::vector<Appointment> all;
    const auto about = [&](Duration at, Duration give_or_take, Duration least, Duration most, Matter what) {
        all.push_back(
            {dice_.between(at - give_or_take, at + give_or_take), dice_.between(least, most), what});
    };
    about(12h + 15min, 20min, 30min, 50min, Matter::lunch);
    about(10h + 20min, 20min, 4min, 9min, Matter::coffee);
    about(14h + 50min, 25min, 5min, 12min, Matter::coffee);
    switch (habit_) {
    case Habit::writer:
        about(11h, 10min, 15min, 35min, Matter::call);
        about(16h, 20min, 2min + 30s, 5min, Matter::errand);
        break;
    case Habit::in_meetings:
        about(9h + 30min, 5min, 15min, 30min, Matter::call);
        for (const Duration hour : {11h + 0min, 13h + 30min, 15h + 15min, 16h + 20min})
            if (dice_.chance(80)) about(hour, 5min, 25min, 55min, Matter::call);
        break;
    case Habit::restless:
        for (Duration at = arrival + dice_.between(10min, 25min); at < leaving;
             at += dice_.between(10min, 50min)) {
            about(at, 0s, 2min + 5s, 7min, Matter::errand);
        }
        break;
    }
    std::ranges::sort(all, {}, &Appointment::at);
    return all;
}

void DeskWorker::add(decltype(Action::what) what) {
    today_.push_back({at_, std::move(what)});
}

/// Types and reads until then; whoever is late for it begins at once.
void DeskWorker::work_until(Duration until) {
    const Style style = style_of(habit_);
    while (at_ < until) {
        const Duration stop =
            std::min(until, at_ + dice_.mostly_short(style.shortest_burst, style.longest_burst));
        add(Typing{stop});
        at_ = stop;
        if (dice_.chance(style.reads)) {
            read(std::min(dice_.mostly_short(40s, 6min), until - at_));
        } else {
            at_ += dice_.mostly_short(1s + 500ms, 50s);
        }
    }
    at_ = std::max(at_, until);
}

/// A hand on the mouse now and then.
void DeskWorker::read(Duration length) {
    const Duration until = at_ + length;
    for (;;) {
        at_ += dice_.mostly_short(8s, 100s);
        if (at_ >= until) break;
        add(SingleInput{});
    }
}

void DeskWorker::leave_for(Duration length, bool locks) {
    if (locks) add(Occurrence::lock);
    at_ += length;
    if (locks) add(Occurrence::unlock);
}

/// Talks, listens, looks something up; the microphone is in use all the while.
void DeskWorker::call_for(Duration length) {
    const Duration until = at_ + length;
    add(HoldChange{"microphone", true});
    while (at_ < until) {
        if (dice_.chance(30)) {
            const Duration stop = std::min(until, at_ + dice_.mostly_short(3s, 90s));
            add(Typing{stop});
            at_ = stop;
        }
        read(std::min(dice_.mostly_short(20s, 5min), std::max(until - at_, Duration{})));
    }
    at_ = std::max(at_, until);
    add(HoldChange{"microphone", false});
}

} // namespace limber::simulate
