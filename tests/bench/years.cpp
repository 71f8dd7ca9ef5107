// SPDX-License-Identifier: GPL-3.0-or-later
// Years at a simulated desk, with the rules as shipped.
//   bench_years                  how fast and how big, as one JSON object
//   bench_years --table          what a year is like for three kinds of person: tests/bench/YEARS.md
//   bench_years --check FILE     whether FILE is that table; exit status 1 if not
#include "settings/settings.hpp"
#include "simulate/desk_worker.hpp"
#include "simulate/full_reckoning.hpp"
#include "simulate/run.hpp"

#include <fmt/core.h>

#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

using namespace limber;
using namespace limber::simulate;
using namespace std::chrono_literals;

namespace {

constexpr int days_a_year = 364; // whole weeks
constexpr int workdays_a_year = 260;
constexpr std::uint64_t seed = 1;

Plan shipped_plan() {
    const auto loaded =
        settings::load_settings({.user = {}, .system = {}, .shipped = LIMBER_SOURCE_DIR "/config"});
    return loaded ? loaded->settings.plan : Plan{};
}

FullReckoning live(const Plan& plan, Habit habit, AnswerPolicy answer, int days) {
    const FileClock monday{std::chrono::sys_days{std::chrono::January / 6 / 2025}, 0s};
    DeskWorker person(habit, seed, days, monday);
    FullReckoner reckoner;
    RunOptions options;
    options.answer = answer;
    options.seed = seed;
    const auto played = run(
        plan, person, options, [&](const Line& line) { reckoner.tell(line); },
        [&](Duration at, const Desk& desk) { reckoner.watch(at, desk); });
    if (!played) fmt::print(stderr, "bench_years: {}\n", played.error().message);
    return reckoner.result();
}

/// Eight hours of typing without a rest or an answer.
std::int64_t prompts_while_typing(const Plan& plan) {
    std::istringstream day(R"({"at": 0, "input": "typing", "until": 28800})");
    std::int64_t prompts = 0;
    if (auto source = open_activity(day)) {
        const auto played = run(plan, **source, {}, [&](const Line& line) {
            if (std::holds_alternative<Prompted>(line.what)) ++prompts;
        });
        if (!played) return -1;
    }
    return prompts;
}

double cpu_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// The most memory this process ever used, in KiB.
long high_water() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
    }
    return 0;
}

void measure(const Plan& plan) {
    live(plan, Habit::writer, AnswerPolicy::ignore, days_a_year);
    const long one = high_water();
    const double began = cpu_seconds();
    const FullReckoning decade = live(plan, Habit::writer, AnswerPolicy::ignore, 10 * days_a_year);
    const double took = cpu_seconds() - began;
    fmt::print("{{\"ten_years_s\": {:.3f}, \"days_per_s\": {:.0f}, \"one_year_kib\": {}, "
               "\"ten_years_kib\": {}, \"prompts\": {}}}\n",
               took, 10 * days_a_year / took, one, high_water(), decade.prompts);
}

std::string_view described(Habit habit) {
    switch (habit) {
    case Habit::writer: return "writes for hours";
    case Habit::in_meetings: return "in calls half of the day";
    case Habit::restless: return "gets up every half hour";
    }
    return {};
}

std::string row(const Plan& plan, Habit habit, AnswerPolicy answer, std::string_view answers) {
    const FullReckoning year = live(plan, habit, answer, days_a_year);
    const auto a_day = [](std::int64_t number) { return static_cast<double>(number) / workdays_a_year; };
    const auto followed = year.records.find(Outcome::followed);
    const std::int64_t rested = year.natural + (followed == year.records.end() ? 0 : followed->second);
    std::int64_t all = year.natural;
    for (const auto& [outcome, count] : year.records)
        all += count;
    return fmt::format(
        "| {} | {} | {:.1f} h | {:.1f} | {:.1f} | {:.0f} % | {} | {} min |\n", described(habit), answers,
        std::chrono::duration<double, std::ratio<3600>>(year.at_desk).count() / workdays_a_year,
        a_day(year.prompts), a_day(all),
        all == 0 ? 0.0 : 100.0 * static_cast<double>(rested) / static_cast<double>(all), year.stayed,
        std::chrono::floor<std::chrono::minutes>(year.longest).count());
}

std::string table(const Plan& plan) {
    std::string text =
        "# A year with Limber\n"
        "\n"
        "What the shipped rules (30 min/40 s and 60 min/5 min) come to in 260 working days of a simulated "
        "person. Made by\n"
        "`bench_years --table`; a test compares this page with what a year gives now. `./dev bench` tells "
        "how long "
        "ten years take.\n"
        "\n"
        "| the person | and the prompts | at the desk a day | prompts a day | breaks on record a day | "
        "rested, no answer needed | prompts left to an empty chair | longest stretch without a rest |\n"
        "|---|---|---:|---:|---:|---:|---:|---:|\n";
    constexpr std::array answers{std::pair{AnswerPolicy::ignore, "never answered"},
                                 std::pair{AnswerPolicy::follow, "rests when asked"},
                                 std::pair{AnswerPolicy::start, "starts every break"}};
    for (const Habit habit : {Habit::writer, Habit::in_meetings, Habit::restless}) {
        for (const auto& [answer, words] : answers)
            text += row(plan, habit, answer, words);
    }
    text += fmt::format(
        "\n"
        "- *Rested, no answer needed*: breaks that were rested when asked (`followed`) or unasked "
        "(`natural`), of all on record.\n"
        "- *Left to an empty chair*: prompts that stood before nobody for longer than it takes to "
        "know that nobody is there\n"
        "  (`idle_after`), and that no rest took away.\n"
        "- *A rest* is a session that was done, or one as long as the shortest break. Calls hold prompts "
        "back. Limber "
        "cannot make anybody\n"
        "  get up: who never answers sits as long as before.\n"
        "- Eight hours of typing without a rest or an answer bring {} prompts; law 15 allows 24.\n",
        prompts_while_typing(plan));
    return text;
}

int check(const Plan& plan, const char* file) {
    std::ifstream in(file);
    const std::string committed{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const std::string now = table(plan);
    if (now == committed) return 0;
    fmt::print("{} is not what a year gives now. If the change is meant: bench_years --table > {}\n\n{}",
               file, file, now);
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    const Plan plan = shipped_plan();
    if (plan.breaks.empty()) {
        fmt::print(stderr, "bench_years: the shipped rules could not be read\n");
        return 1;
    }
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "--check" && argc == 3) return check(plan, argv[2]);
    if (what == "--table" && argc == 2) {
        fmt::print("{}", table(plan));
        return 0;
    }
    if (argc > 1) {
        fmt::print(stderr, "bench_years [--table | --check FILE]\n");
        return 2;
    }
    measure(plan);
    return 0;
}
