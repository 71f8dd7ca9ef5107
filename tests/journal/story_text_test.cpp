// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences themselves: there is one for whatever the core says, and what belongs together is one line.
#include "words/story_text.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

using namespace limber;
using namespace std::chrono_literals;

namespace {

const Stamp nine{.at = Instant{1h}, .asleep = {}, .civil = {.utc = Utc{1'736'154'000s}, .offset = {}}};

Plan two_breaks() {
    Plan plan;
    plan.breaks = {{.name = "micro", .interval = 30min, .rest = 40s},
                   {.name = "long", .interval = 1h, .rest = 5min}};
    plan.breaks[0].title = "Micro-break";
    return plan;
}

Note noted(decltype(Note::what) what, std::size_t effects = 0) {
    return {.at = nine.at, .when = nine.civil, .what = std::move(what), .effects = effects};
}

std::vector<std::string> lines_of(const std::vector<Doing>& doings, const std::vector<Note>& notes,
                                  Happening event = AlarmRang{}) {
    std::vector<Effect> effects;
    for (const Doing& doing : doings)
        effects.push_back({nine.at, doing});
    std::vector<std::string> lines;
    for (const StoryLine& line : story_of(two_breaks(), {nine, std::move(event)}, effects, notes))
        lines.push_back(line.text.toStdString());
    return lines;
}

using Lines = std::vector<std::string>;

/// A new one of each of several.
template <class... Ts>
std::vector<std::variant<Ts...>> each_of(const std::variant<Ts...>& /*type*/) {
    return {Ts{}...};
}

} // namespace

TEST_CASE("there is a sentence for every note") {
    for (const auto& what : each_of(decltype(Note::what){})) {
        CAPTURE(what.index());
        const std::string text = sentence_of(two_breaks(), noted(what)).toStdString();
        CHECK((!text.empty() || std::holds_alternative<note::Waits>(what)));
        CHECK(text.find('%') == std::string::npos);
    }
}

TEST_CASE("what a prompt that is put off brings is one line") {
    const Instant later = nine.at + 5min;
    const WithdrawPrompt gone{.id = 1, .break_id = "long", .why = Why::dismissed};
    const auto wait = [&](const char* rule, WaitCause cause) {
        return noted(note::Wait{.break_id = rule, .cause = cause, .until = later}, 1);
    };
    CHECK(
        lines_of({gone, Save{}},
                 {wait("micro", WaitCause::other_answered), wait("long", WaitCause::repeat_after),
                  noted(note::Waits{{.break_id = "long",
                                     .hold = {},
                                     .since = {},
                                     .cause = WaitCause::repeat_after,
                                     .until = later}},
                        1)}) ==
        Lines{"long: closed without an answer, asks again at 09:05; Micro-break waits as well, until 09:05"});
    CHECK(lines_of({gone, Record{.break_id = "long", .outcome = Outcome::unanswered}},
                   {noted(note::GivenUp{.break_id = "long", .prompts = 2}, 1)}) ==
          Lines{"long: closed without an answer, given up; the next ones are suggested once each, until "
                "somebody answers or rests"});
}

TEST_CASE("a prompt says whether the typing paused") {
    const ShowPrompt prompt{.id = 1, .break_id = "micro", .at = nine.at};
    CHECK(lines_of({prompt}, {noted(note::TypingGap{.found = true})}) ==
          Lines{"Micro-break is suggested (in a pause in the typing)"});
    CHECK(lines_of({prompt}, {noted(note::TypingGap{.found = false})}) ==
          Lines{"Micro-break is suggested (the typing went on)"});
    CHECK(lines_of({prompt}, {}) == Lines{"Micro-break is suggested"});
}

TEST_CASE("a session that was cut is told of when it is known whether it counts") {
    CHECK(lines_of({CloseSession{.id = 1, .outcome = {}}, Save{}}, {noted(note::Cut{"long"}, 1)}) ==
          Lines{"long was interrupted: done, if the rest goes on long enough"});
    CHECK(lines_of({Record{.break_id = "long", .outcome = Outcome::done, .length = 5min}}, {}) ==
          Lines{"long: the rest went on long enough, so it counts as done"});
    CHECK(
        lines_of(
            {Record{.break_id = "long", .outcome = Outcome::abandoned}},
            {noted(note::Wait{.break_id = "long", .cause = WaitCause::repeat_after, .until = nine.at + 5min},
                   1)}) ==
        Lines{"long: the rest ended too soon, so it counts as stopped early; asks again at 09:05"});
    CHECK(lines_of({CloseSession{.id = 1, .outcome = Outcome::done},
                    Record{.break_id = "long", .outcome = Outcome::done, .length = 5min}},
                   {}) == Lines{"long done after 5min"});
}

TEST_CASE("where somebody was comes before what that counts as") {
    CHECK(lines_of({Record{.break_id = "micro", .outcome = Outcome::natural, .length = 2min}},
                   {noted(note::Slept{.length = 2min, .paid = {{"micro", 20min, 0min}}}, 1)}) ==
          Lines{"The machine woke after 2min of sleep: Micro-break begins anew",
                "Micro-break: 2min of rest count as a break taken unasked"});
}

TEST_CASE("only what a person asked for is said to be refused") {
    CHECK(lines_of({Ignored{Refusal::no_session}}, {}, SessionSteered{Steering::stop}) ==
          Lines{"Refused: no break is running"});
    CHECK(lines_of({Ignored{Refusal::stale_prompt}}, {}, PromptClosed{3}).empty());
}
