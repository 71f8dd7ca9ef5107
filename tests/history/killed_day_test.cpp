// SPDX-License-Identifier: GPL-3.0-or-later
// `kill -9` at random instants of working days in fast motion: the real core, runner, performer and history
// in a process that is killed. What each step decides is noted in memory that outlives it, and the next
// process compares that with what it finds on the disk, before it goes on from there.
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/step.hpp"
#include "core/time.hpp"
#include "core/words.hpp"
#include "history/history.hpp"
#include "history/scratch.hpp"
#include "record/record.hpp"
#include "shell/fakes.hpp"
#include "shell/performer.hpp"
#include "shell/restart.hpp"
#include "shell/runner.hpp"
#include "shell/session_window.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <variant>
#include <vector>

namespace limber {

namespace {

using namespace shell;

using namespace std::chrono_literals;
using Dice = std::mt19937_64;

constexpr int kills = 200;
constexpr std::chrono::seconds most_time{80};

/// One that never comes.
struct NoWindow : SessionWindow {
    void open(const std::string& /*activation_token*/) override {}

    void offer() override {}

    void forget() override {}
};

/// A guided session that was begun, or a record.
struct Entry {
    bool opened = false;
    std::int64_t utc = 0;
    Outcome outcome{};
};

/// The history up to a step.
struct Point {
    std::size_t entries = 0;
    std::size_t state = 0; ///< hash of the saved state
};

/// What outlives a killed process.
struct Notes {
    std::array<Entry, 100'000> entries;
    Point written; ///< the history was told of all of this, and has answered
    Point begun;   ///< the same, but for the answer
    Stamp clock{.at = Instant{1h}, .asleep = {}, .civil = {.utc = Utc{500'000h}, .offset = {}}};
    Duration at_desk{};            ///< as of the last step
    Duration most_progress_lost{}; ///< by one kill
    int kills_during_a_write = 0;
    int found_unanswered = 0; ///< writes that were there without an answer
    std::atomic<int> writes{0};
    std::array<char, 500> complaint{};
};

std::size_t hash_of(const std::string& text) {
    return std::hash<std::string>{}(text);
}

bool ends_session(const Entry& entry) {
    return !entry.opened && (entry.outcome == Outcome::done || entry.outcome == Outcome::abandoned);
}

/// Notes each write before and after it is made.
class NotedWrites : public history::History {
public:
    NotedWrites(history::History& history, Notes& notes) : history_(history), notes_(notes) {}

    void write(const std::vector<Record>& records, const std::optional<history::SavedState>& state) override {
        Point point = notes_.begun;
        const auto note = [&](const Entry& entry) { notes_.entries.at(point.entries++) = entry; };
        for (const Entry& entry : std::exchange(opened, {}))
            note(entry);
        for (const Record& record : records)
            note({false, record.when.utc.time_since_epoch().count(), record.outcome});
        if (state) point.state = hash_of(state->text);
        notes_.begun = point;
        history_.write(records, state);
        if (!history_.problems().empty()) fail(history_.problems().front().sentence);
        notes_.written = point;
        ++notes_.writes;
    }

    std::optional<history::SavedState> saved() override { return history_.saved(); }

    void keep_saved(const std::string& reason, bool nothing_taken) override {
        history_.keep_saved(reason, nothing_taken);
    }

    [[nodiscard]] std::vector<history::HistoryProblem> problems() const override {
        return history_.problems();
    }

    [[noreturn]] void fail(const std::string& complaint) {
        std::snprintf(notes_.complaint.data(), notes_.complaint.size(), "%s", complaint.c_str());
        ::_exit(1);
    }

    std::vector<Entry> opened; ///< sessions since the last write

private:
    history::History& history_;
    Notes& notes_;
};

/// Somebody at a desk, who does one thing after another, and a daemon that keeps its alarms.
class WorkingDay {
public:
    WorkingDay(const fs::path& file, Notes& notes, std::uint64_t seed)
        : file_(file), notes_(notes), dice_(seed), disk_(history::open_history(file)),
          history_(*disk_, notes) {}

    [[noreturn]] void live() {
        const auto last = history_.saved();
        auto state = last ? record::read_state(last->text) : fresh_state(plan_, dice_());
        if (!state) history_.fail("the saved state cannot be read: " + state.error());
        compare(last, *state);
        pass(std::chrono::seconds{below(180)});
        runner_.take_over(std::move(*state));
        runner_.post(restarted(last, false, notes_.clock, "this boot", {}));
        runner_.post(PresenceFound{});
        while (true) {
            const Instant next = notes_.clock.at + std::chrono::milliseconds{below(240'000)};
            while (alarm_ <= next) {
                pass(alarm_ - notes_.clock.at);
                runner_.post(AlarmRang{});
            }
            pass(next - notes_.clock.at);
            runner_.post(something());
        }
    }

private:
    /// All of a step is there or nothing of it, and nothing twice.
    void compare(const std::optional<history::SavedState>& last, const State& state) {
        if (!last && notes_.begun.entries == 0 && notes_.begun.state == 0) return;
        const auto lines = rows(file_, "SELECT utc_ns || ' ' || outcome FROM record ORDER BY id");
        const auto is_at = [&](const Point& point) {
            std::vector<std::string> wanted;
            for (std::size_t i = 0; i < point.entries; ++i) {
                const Entry& entry = notes_.entries.at(i);
                if (!entry.opened) wanted.push_back(fmt::format("{} {}", entry.utc, word_of(entry.outcome)));
            }
            return wanted == lines && point.state == (last ? hash_of(last->text) : 0);
        };
        const bool during =
            notes_.begun.entries != notes_.written.entries || notes_.begun.state != notes_.written.state;
        const bool unanswered = during && is_at(notes_.begun);
        if (!unanswered && !is_at(notes_.written)) {
            history_.fail(
                fmt::format("after {} entries, {} of them perhaps, there are {} records and {} state",
                            notes_.begun.entries, notes_.begun.entries - notes_.written.entries, lines.size(),
                            last ? "a" : "no"));
        }
        notes_.kills_during_a_write += during ? 1 : 0;
        notes_.found_unanswered += unanswered ? 1 : 0;
        (unanswered ? notes_.written : notes_.begun) = unanswered ? notes_.begun : notes_.written;
        notes_.most_progress_lost = std::max(notes_.most_progress_lost, notes_.at_desk - state.desk_time);
        int sessions = 0;
        for (std::size_t i = 0; i < notes_.written.entries; ++i) {
            const Entry& entry = notes_.entries.at(i);
            sessions += entry.opened ? 1 : ends_session(entry) ? -1 : 0;
            if (sessions < 0) history_.fail("a session is recorded twice");
        }
    }

    void perform(const std::vector<Effect>& effects) {
        for (const Effect& effect : effects) {
            if (const auto* prompt = std::get_if<ShowPrompt>(&effect.what)) prompt_ = prompt->id;
            if (std::holds_alternative<OpenSession>(effect.what)) history_.opened.push_back({.opened = true});
        }
        performer_.perform(effects);
    }

    void pass(Duration time) {
        notes_.clock.at += time;
        notes_.clock.civil.utc += time;
    }

    std::int64_t below(std::int64_t limit) {
        return std::uniform_int_distribution<std::int64_t>(0, limit - 1)(dice_);
    }

    Happening something() {
        switch (below(9)) {
        case 0: return BecameIdle{.silence = 2min};
        case 1: return Locked{};
        case 2: return Unlocked{};
        case 3: return StartRequested{.rule = "micro"};
        case 4: return SessionSteered{static_cast<Steering>(below(6))};
        case 5: return PromptAnswered{.id = prompt_, .answer = static_cast<Answer>(below(5))};
        case 6: return Rested{};
        default: return BecameActive{};
        }
    }

    fs::path file_;
    Notes& notes_;
    Dice dice_;
    std::unique_ptr<history::History> disk_;
    NotedWrites history_;
    Plan plan_ = test::small_plan();
    PromptId prompt_ = 0;
    Instant alarm_ = never;
    test::NotedNotifier notifier_;
    NoWindow window_;
    Performer performer_{notifier_,
                         history_,
                         window_,
                         {.plan = [this]() -> const Plan& { return plan_; },
                          .to_save =
                              [this] {
                                  const State& state = runner_.state();
                                  return history::SavedState{.text = record::write_state(state),
                                                             .boot_id = "this boot",
                                                             .stamp = state.now};
                              },
                          .post = [](const Happening&) {},
                          .set_phase_alarm = [](Instant) {},
                          .history_written = [] {}}};
    Runner runner_{plan_,
                   fresh_state(plan_, 1),
                   {.now = [this] { return notes_.clock; },
                    .perform = [this](const std::vector<Effect>& effects) { perform(effects); },
                    .set_alarm = [this](Instant at) { alarm_ = at; },
                    .watch_idle = [](const std::vector<Duration>&) {},
                    .publish = [this] { notes_.at_desk = runner_.state().desk_time; },
                    .before_step = {},
                    .after_step = {}}};
};

std::uint64_t seed() {
    const char* given = std::getenv("LIMBER_SEED"); // NOLINT(concurrency-mt-unsafe)
    return given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
}

} // namespace

TEST_CASE("killed at 200 random instants: no record twice, none lost, progress at most five minutes behind") {
    const Scratch scratch;
    void* const shared =
        ::mmap(nullptr, sizeof(Notes), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    REQUIRE(shared != MAP_FAILED);
    Notes& notes = *new (shared) Notes;
    const auto first_seed = seed();
    MESSAGE("LIMBER_SEED=" << first_seed);
    Dice dice(first_seed);
    const auto end = std::chrono::steady_clock::now() + most_time;
    int killed = 0;
    for (; killed < kills && std::chrono::steady_clock::now() < end; ++killed) {
        const auto its_seed = dice();
        const int begun_at = notes.writes;
        const pid_t child = ::fork();
        if (child == 0) WorkingDay(scratch.file(), notes, its_seed).live();
        // somewhere in or between two of its first writes
        const auto wanted = begun_at + std::uniform_int_distribution<int>(0, 25)(dice);
        while (notes.writes < wanted && notes.complaint.front() == '\0' &&
               std::chrono::steady_clock::now() < end) {
            std::this_thread::sleep_for(20us);
        }
        std::this_thread::sleep_for(
            std::chrono::microseconds{std::uniform_int_distribution<int>(0, 3'000)(dice)});
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        REQUIRE_MESSAGE(notes.complaint.front() == '\0',
                        "kill " << killed << ": " << std::string{notes.complaint.data()});
    }
    const auto days = std::chrono::duration<double, std::ratio<86'400>>{notes.clock.at - Instant{1h}};
    MESSAGE(
        fmt::format("{} kills in {:.1f} days, {} during a write, {} of which was on the disk; {} writes, {} "
                    "entries; at most {} s of progress lost",
                    killed, days.count(), notes.kills_during_a_write, notes.found_unanswered,
                    notes.writes.load(), notes.written.entries,
                    std::chrono::duration_cast<std::chrono::seconds>(notes.most_progress_lost).count()));
    CHECK(killed == kills);
    CHECK(notes.most_progress_lost <= 5min);
    CHECK_MESSAGE(notes.written.entries > 100, "much was recorded");
    CHECK_MESSAGE(notes.kills_during_a_write > 10, "many a kill came in the middle of a write");
    ::munmap(shared, sizeof(Notes));
}

} // namespace limber
