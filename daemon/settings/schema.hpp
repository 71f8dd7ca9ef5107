// SPDX-License-Identifier: GPL-3.0-or-later
// THE table of keys of limber.toml. A new option is one entry here, one member, and its use.
#pragma once

#include "core/plan.hpp"
#include "document.hpp"
#include "field.hpp"
#include "kinds.hpp"
#include "settings.hpp"
#include "words/holds.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace limber::settings {

/// A [[break]] table with what only the configuration knows.
struct BreakDraft : BreakRule {
    bool enabled = true;
    Place at;
    std::size_t file = 0; ///< that defined it first
};

/// By the values of Hold.
struct HoldChoice {
    std::array<bool, hold_rows.size()> holds = [] {
        std::array<bool, hold_rows.size()> all{};
        std::ranges::transform(hold_rows, all.begin(), &HoldRow::holds);
        return all;
    }();
};

/// A key of [hold].
struct HoldField {
    std::string_view key;
    std::size_t place = 0;
    std::string_view text;
    Flag kind;
    Presence presence = Presence::optional;

    [[nodiscard]] auto& of(auto& choice) const { return choice.holds[place]; }
};

/// One file's [hours]. A day's own key wins over the shorthands.
struct WeekDraft {
    using Day = std::optional<std::vector<HoursRange>>;
    Day weekdays, weekend, monday, tuesday, wednesday, thursday, friday, saturday, sunday;
};

struct LogChoice {
    LogLevel level = LogLevel::info;
};

inline constexpr std::array<std::string_view, 3> all_positions{"seated", "standing", "floor"};

namespace schema {

using namespace std::chrono_literals;
using enum Presence;

inline constexpr auto globals = std::tuple{
    row("idle_after", &Plan::idle_after, Span{1s, 1h},
        "Without a key or a mouse movement for this long you are taken to be away. The time away counts as "
        "rest from the last input on."),
    row("merge_within", &Plan::merge_within, Span{0s, 30min},
        "If a longer break would be due within this much more work, it comes instead of the shorter one."),
    row("typing_gap", &Plan::typing_gap, Span{0s, 1min},
        "A prompt waits for a pause of this length in your typing. \"0s\": it never waits."),
    row("typing_patience", &Plan::typing_patience, Span{0s, 10min},
        "It waits for such a pause no longer than this."),
    row("settle", &Plan::settle, Span{0s, 10min},
        "Quiet time after a hold has ended (a call, a presentation), before a prompt may appear."),
    row("return_grace", &Plan::return_grace, Span{0s, 30min},
        "Quiet time after you unlock the screen, wake the machine or come back from a longer pause."),
    row("day_starts", &Plan::day_starts, Clock{},
        "When a new day begins for tallies and daily limits. Who works past midnight is still in the same "
        "day."),
    row("passive_screen", &Plan::passive_screen,
        one_of<PassiveScreen>({{"rest", PassiveScreen::rest}, {"count", PassiveScreen::count}}),
        "What watching means. \"rest\": only keys and mouse count as work, so watching a video is a rest. "
        "\"count\": while a video or a call is known to keep the screen awake, sitting still is not "
        "resting."),
};

inline constexpr auto break_rule = std::tuple{
    row("name", &BreakDraft::name, Name{40, "-_"},
        "What the rule is called in commands and in other files. Rules of the same name in several files are "
        "merged key by key.",
        required),
    row("title", &BreakDraft::title, TextLine{40}, "What you see it called. Without a title, its name.",
        unset),
    row("interval", &BreakDraft::interval, Span{1s, 24h}, "Time at work after which the break is due.",
        required),
    row("rest", &BreakDraft::rest, Span{1s, 4h},
        "Length of the break; shorter than the interval. A pause of this length that you take by yourself "
        "counts as well.",
        required),
    row("exercises", &BreakDraft::exercises, Portion{10},
        "How many exercises a break has, or which: ids or areas, one of them each time. Both: { count = 2, "
        "from = [\"upper_back\", \"shoulder-rolls\"] }."),
    row("snooze", &BreakDraft::snooze, Spans{1s, 24h, 5},
        "How long a prompt can be put off, the shortest first."),
    row("max_snoozes", &BreakDraft::max_snoozes, Whole{0, 20},
        "So often in a row; then only start and skip are left. 0: snoozing is not offered."),
    row("prompt_timeout", &BreakDraft::prompt_timeout, Span{1s, 1h},
        "How long a prompt stays up without an answer."),
    row("repeat_after", &BreakDraft::repeat_after, Span{1s, 24h},
        "Wait before a prompt that was closed or not answered comes again."),
    row("max_prompts", &BreakDraft::max_prompts, Whole{1, 20},
        "Prompts for one break before it is given up."),
    row("max_per_day", &BreakDraft::max_per_day, Maybe<Whole>{{1, 500}, "8"},
        "So many of these breaks are prompted for in one day at most. Without the key: no limit.", unset),
    row("enabled", &BreakDraft::enabled, Flag{},
        "false switches the rule off, also one that another file defines."),
};

inline constexpr auto person = std::tuple{
    row("place", &Person::place,
        OneOf<std::string_view, 2, std::string>{{{{"office", "office"}, {"private", "private"}}}},
        "Where you are. At the \"office\" nothing is suggested that needs the floor; \"private\" has those "
        "exercises too, if positions includes \"floor\"."),
    row("positions", &Person::positions,
        Words{.known = all_positions, .may_be_empty = false, .example = R"(["seated", "standing"])"},
        "How you can exercise."),
    row("health", &Person::health, Words{.secret = true, .example = R"(["shoulder_injury"])"},
        "What to be careful about, such as \"shoulder_injury\", \"knee_pain\" or \"neck_injury\". Exercises "
        "that are to be avoided with it are never suggested. This stays in your file: it is never logged and "
        "never passed on. It is no medical advice."),
    row("exclude", &Person::exclude, Words{.example = R"(["arm-reach"])"},
        R"(Exercises or whole areas that are never suggested: ["arm-reach", "neck"].)"),
};

inline constexpr auto hold = []<std::size_t... i>(std::index_sequence<i...> /*all*/) {
    return std::tuple{HoldField{key_of<static_cast<Hold>(i)>(), i, hold_rows[i].when, {}}...};
}(std::make_index_sequence<hold_rows.size()>{});

inline constexpr auto hours = std::tuple{
    row("weekdays", &WeekDraft::weekdays, Maybe<Stretches>{{}, R"(["09:00-12:30", "13:30-18:00"])"},
        "Monday to Friday.", unset),
    row("weekend", &WeekDraft::weekend, Maybe<Stretches>{{}, "[]"}, "Saturday and Sunday.", unset),
    row("monday", &WeekDraft::monday, Maybe<Stretches>{{}, R"(["09:00-17:00"])"},
        "One day, instead of what the shorthands say.", unset),
    row("tuesday", &WeekDraft::tuesday, Maybe<Stretches>{{}, R"(["09:00-17:00"])"}, "The same.", unset),
    row("wednesday", &WeekDraft::wednesday, Maybe<Stretches>{{}, R"(["09:00-17:00"])"}, "The same.", unset),
    row("thursday", &WeekDraft::thursday, Maybe<Stretches>{{}, R"(["09:00-17:00"])"}, "The same.", unset),
    row("friday", &WeekDraft::friday, Maybe<Stretches>{{}, R"(["09:00-15:00"])"}, "The same.", unset),
    row("saturday", &WeekDraft::saturday, Maybe<Stretches>{{}, R"(["00:00-24:00"])"},
        "The same; this is a whole day.", unset),
    row("sunday", &WeekDraft::sunday, Maybe<Stretches>{{}, R"(["22:00-06:00"])"},
        "The same; these end on Monday morning.", unset),
};

inline constexpr auto guide = std::tuple{
    row("window", &Guide::window,
        one_of<WindowMode>({{"normal", WindowMode::normal},
                            {"fullscreen", WindowMode::fullscreen},
                            {"all-screens", WindowMode::every_screen},
                            {"small", WindowMode::small}}),
        "How large its window is. \"fullscreen\": the screen with the pointer, on Wayland the one in use. "
        "\"all-screens\": all of them. \"small\": a small one above the others, in a corner where the "
        "desktop lets it."),
    row("motion", &Guide::motion,
        one_of<MotionChoice>({{"desktop", MotionChoice::desktop},
                              {"full", MotionChoice::full},
                              {"reduced", MotionChoice::reduced}}),
        "Whether the figure moves. \"desktop\": as the desktop's settings for accessibility say. "
        "\"reduced\": it shows where a movement begins and ends."),
    row("sounds", &Guide::sounds, Flag{},
        "A soft sound of the desktop's sound theme at each step and at the end (libcanberra)."),
    row("speech", &Guide::speech, Flag{},
        "Instructions are spoken as well, where speech-dispatcher is installed (spd-say)."),
};

inline constexpr auto log = std::tuple{
    row("level", &LogChoice::level,
        one_of<LogLevel>({{"error", LogLevel::error},
                          {"warning", LogLevel::warning},
                          {"info", LogLevel::info},
                          {"debug", LogLevel::debug}}),
        "How much limberd says in the journal."),
};

} // namespace schema

/// Everything the files say, before it is judged as a whole.
struct Draft {
    Plan plan;
    std::vector<BreakDraft> breaks;
    Person person;
    HoldChoice hold;
    WeekDraft week;
    Guide guide;
    LogChoice log;
};

/// One [table] of the file.
template <class Owner, class Fields>
struct Section {
    std::string_view name;
    Owner Draft::* member;
    const Fields& fields;
    std::string_view text;
};
template <class Owner, class Fields>
Section(std::string_view, Owner Draft::*, const Fields&, std::string_view) -> Section<Owner, Fields>;

namespace schema {

inline constexpr std::string_view break_text =
    "A break: one [[break]] table each, as many as you like. The shipped ones, micro and long, apply only "
    "where no file defines a rule, so keep those you want.";

inline constexpr auto sections = std::tuple{
    Section{"person", &Draft::person, person, "Who is at the desk."},
    Section{"hold", &Draft::hold, hold,
            "What holds a prompt back until it is over. What Limber cannot see on this desktop never holds; "
            "`limber doctor` tells what it can see."},
    Section{"hours", &Draft::week, hours,
            "Working hours. Outside them nothing is counted and nothing is prompted. Without any day here "
            "Limber is always on; as soon as one is given, days that are not named are days off."},
    Section{"guide", &Draft::guide, guide, "The guided break."},
    Section{"log", &Draft::log, log, "Messages for the curious."},
};

} // namespace schema

/// The rules that apply where no file defines one.
[[nodiscard]] std::vector<BreakDraft> shipped_rules();

} // namespace limber::settings
