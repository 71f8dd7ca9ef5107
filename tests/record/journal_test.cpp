// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/choosing.hpp"
#include "core/day.hpp"
#include "record/record.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <utility>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;
using record::journal_line;
using record::read_journal_line;

namespace {

template <std::size_t... I>
std::vector<Happening> one_of_each(std::index_sequence<I...> /*all*/) {
    return {Happening{std::in_place_index<I>}...};
}

std::vector<Happening> happenings() {
    auto all = one_of_each(std::make_index_sequence<std::variant_size_v<Happening>>{});
    all.emplace_back(Started{90s, Gap::rest, true});
    all.emplace_back(PresenceFound{true, true, 3s});
    all.emplace_back(Locked{true});
    all.emplace_back(BecameIdle{3s, Instant{7s}});
    all.emplace_back(QuietChanged{"micro\"phone\n", Level::on});
    all.emplace_back(PauseRequested{ForDuration{1h}});
    all.emplace_back(PauseRequested{UntilClock{14h}});
    all.emplace_back(StartRequested{"long", "rolls", true});
    return all;
}

} // namespace

TEST_CASE("every event survives the journal") {
    for (const Happening& what : happenings()) {
        const Event event{{Instant{5s}, 2s, {Utc{9h}, 1h, Utc{10h}}}, what};
        const std::string line = journal_line(event);
        CAPTURE(line);
        CHECK(line.find('\n') == std::string::npos);
        const auto read = read_journal_line(line);
        REQUIRE(read.has_value());
        CHECK(journal_line(std::get<Event>(*read)) == line);
        CHECK(std::get<Event>(*read).what.index() == what.index());
    }
}

TEST_CASE("plans, states and effects survive the journal") {
    Plan plan = office_plan();
    plan.hours = Hours{};
    plan.hours->days[2] = {{9h, 12h}, {22h, 6h}};
    plan.exercises[0].quota = Quota{10, 20min};
    plan.breaks[0].max_per_day = 5;
    CHECK(std::get<Plan>(read_journal_line(journal_line(plan)).value()) == plan);

    std::vector<Effect> effects;
    State state = fresh_state(plan, 3);
    const auto happen = [&](Duration at, Happening what) {
        Stamp stamp;
        stamp.at = Instant{at};
        stamp.civil.utc = Utc{std::chrono::sys_days{std::chrono::January / 8 / 2025}} + 10h + at;
        step(plan, state, Event{stamp, std::move(what)}, effects);
    };
    happen(0s, Started{});
    happen(0s, PresenceFound{});
    const auto ring_until = [&](Duration until) {
        for (Instant next = next_wakeup(plan, state); next <= Instant{until};
             next = next_wakeup(plan, state)) {
            happen(next.time_since_epoch(), AlarmRang{});
        }
    };
    ring_until(31min);
    happen(31min, PromptAnswered{0, Answer::another, {}});
    happen(31min, PromptAnswered{0, Answer::start, {}});
    happen(31min + 10s, SessionSteered{Steering::pause});
    happen(31min + 20s, SessionSteered{Steering::resume});
    happen(31min + 30s, SessionSteered{Steering::stop});
    happen(31min + 30s, SessionSteered{Steering::stop});
    std::set<std::size_t> kinds;
    for (const Effect& effect : effects) {
        kinds.insert(effect.what.index());
    }
    REQUIRE(kinds.size() == std::variant_size_v<Doing>);
    for (const Effect& effect : effects) {
        CHECK(std::get<Effect>(read_journal_line(journal_line(effect)).value()) == effect);
    }
    CHECK(std::get<State>(read_journal_line(journal_line(state)).value()) == state);
}

TEST_CASE("every note survives the journal") {
    const auto survives = []<std::size_t... I>(std::index_sequence<I...> /*all*/) {
        const auto check = [](const Note& note) {
            const std::string line = journal_line(note);
            CAPTURE(line);
            const auto read = read_journal_line(line);
            REQUIRE_MESSAGE(read.has_value(), read.error());
            CHECK(std::get<Note>(*read) == note);
        };
        (check({.at = Instant{5s},
                .when = {},
                .what = decltype(Note::what){std::in_place_index<I>},
                .effects = 2}),
         ...);
        check({.at = Instant{5s}, .when = {}, .what = note::Returned{7min, {{"micro", 20min, 0s}}}});
        check({.at = Instant{5s},
               .when = {},
               .what = note::Waits{{"long", "", {}, WaitCause::typing, Instant{9s}}}});
    };
    survives(std::make_index_sequence<std::variant_size_v<decltype(Note::what)>>{});
}

TEST_CASE("what health bars is told from nothing else that is left out, and the choice is the same") {
    Plan plan = office_plan();
    plan.exercises[0].avoid_if = {"shoulder_injury"};
    plan.exercises[1].avoid_if = {"dizziness"};
    plan.person.health = {"shoulder_injury"};
    plan.person.exclude = {"zigzags", "aerobics"};
    CHECK(record::without_health(plan).person.exclude ==
          std::vector<std::string>{"aerobics", "rolls", "zigzags"});
    for (const std::string& disliked : {plan.exercises[0].id, plan.exercises[0].area}) {
        Plan twice = plan;
        twice.person.exclude = {disliked};
        CHECK(record::without_health(twice).person.exclude == twice.person.exclude);
    }
    const std::string line = journal_line(plan);
    CHECK(line.find("shoulder_injury") == std::string::npos);
    CHECK(line.find("dizziness") == std::string::npos);
    const Plan read = std::get<Plan>(read_journal_line(line).value());
    CHECK(read.exercises.size() == plan.exercises.size());
    CHECK(read.person.exclude == std::vector<std::string>{"aerobics", "rolls", "zigzags"});
    for (const Exercise& exercise : plan.exercises) {
        CAPTURE(exercise.id);
        const Exercise* same = find_exercise(read, exercise.id);
        REQUIRE(same != nullptr);
        CHECK((unfit(plan, Bag{}, exercise) == Unfit::no) == (unfit(read, Bag{}, *same) == Unfit::no));
    }
}

TEST_CASE("the window's token is written nowhere") {
    const ShownBy by{true, "secret_host-42"};
    const auto says = [](const auto& value) {
        const std::string line = journal_line(value);
        CAPTURE(line);
        CHECK(line.find("caller") != std::string::npos);
        CHECK(line.find("token") == std::string::npos);
        CHECK(line.find("secret") == std::string::npos);
    };
    says(Event{{}, PromptAnswered{.id = 1, .answer = Answer::start, .by = by}});
    says(Event{{}, StartRequested{.rule = "long", .by = by}});
    says(Effect{{}, OpenSession{.session = {}, .by = by}});
}

TEST_CASE("a line that is cut or damaged is refused with a reason") {
    const std::string line = journal_line(office_plan());
    for (std::size_t length = 0; length < line.size(); length += 5) {
        const auto read = read_journal_line(std::string_view{line}.substr(0, length));
        REQUIRE_FALSE(read.has_value());
        CHECK_FALSE(read.error().empty());
    }
    CHECK_FALSE(read_journal_line("event {what (Unheard {})}").has_value());
    CHECK_FALSE(read_journal_line(R"({"event": {"what": {"is": "Unheard"}}})").has_value());
    CHECK_FALSE(read_journal_line("nonsense").has_value());
    CHECK_FALSE(read_journal_line("[1, 2]").has_value());
    CHECK_FALSE(read_journal_line(R"({"breaks": []})").has_value());
    CHECK_FALSE(read_journal_line("plan {breaks [{name \"a\" interval 1 rest 2}]}").has_value());
}

TEST_CASE("numbers that would overflow, choices that do not exist and moments that are none are refused") {
    const auto refused = [](const std::string& line) {
        CAPTURE(line);
        const auto read = read_journal_line(line);
        REQUIRE_FALSE(read.has_value());
        CHECK_FALSE(read.error().empty());
    };
    const auto event = [](const std::string& at, const std::string& what) {
        return R"({"event": {"stamp": {"at": )" + at +
               R"(, "asleep": 0, "civil": {"utc": 5, "offset": 0}}, "what": {"is": )" + what + "}}}";
    };
    CHECK(read_journal_line(event("1", R"("AlarmRang")")).has_value());
    refused(event("9999999999999999999999", R"("AlarmRang")"));
    refused(event("9223372036854775807", R"("AlarmRang")"));
    refused(event("-9223372036854775807", R"("AlarmRang")"));
    refused(event("1.5", R"("AlarmRang")"));
    refused(event("\"never\"", R"("AlarmRang")"));
    refused(event("1", R"("Started", "gap": 9223372036854775807)"));
    refused(event("1", R"("Started", "gap": 5, "kind": "long")"));
    refused(event("1", R"("Started", "gap": 5, "kind": 1)"));
    refused(event("1", R"("SessionSteered", "how": "somehow")"));
    refused(
        R"({"event": {"stamp": {"at": 1, "civil": {"utc": 9223372036854775807}}, "what": {"is": "AlarmRang"}}})");
    refused(
        R"({"event": {"stamp": {"at": 1, "civil": {"offset": 9223372036854775807}}, "what": {"is": "AlarmRang"}}})");
    refused("event {stamp {at 9223372036854775807 } what (AlarmRang {}) }");
    refused("event {stamp {at 1 } what (Started {gap 5 kind 3 }) }");
    refused("event {stamp {at 1 } what (Started {gap 5 kind -1 }) }");

    const auto plan = nlohmann::json::parse(journal_line(office_plan()));
    const auto changed = [&](const char* where, const nlohmann::json& value) {
        auto json = plan;
        json[nlohmann::json::json_pointer{where}] = value;
        return json.dump();
    };
    CHECK(read_journal_line(plan.dump()).has_value());
    refused(changed("/plan/breaks/0/repeat_after", -1));
    refused(changed("/plan/breaks/0/prompt_timeout", 0));
    refused(changed("/plan/exercises/0/blocks/0/reps", 99999));
    refused(changed("/plan/breaks/0/exercises/count", 99999));
    refused(changed("/plan/day_starts", -5));
}
