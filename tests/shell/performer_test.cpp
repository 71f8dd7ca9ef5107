// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/plan.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "fakes.hpp"
#include "history/history.hpp"
#include "notify/notifier.hpp"
#include "shell/performer.hpp"
#include "shell/session_window.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

using namespace limber;
using namespace limber::shell;
using namespace std::chrono_literals;

namespace {

Instant at(Duration since_boot) {
    return Instant{since_boot};
}

/// Where none can be had.
struct NoWindow : SessionWindow {
    void open(const std::string& /*activation_token*/) override {}

    void offer() override {}

    void forget() override {}
};

/// A desk without a window: what is asked for is refused.
struct Desk {
    Plan plan = test::small_plan();
    test::NotedNotifier notifier;
    test::NotedHistory history;
    std::vector<Happening> posted;
    Instant phase_alarm = never;
    int times_written = 0;
    NoWindow window;
    Performer performer{
        notifier, history, window,
        PerformerHooks{
            .plan = [this]() -> const Plan& { return plan; },
            .to_save = [] { return history::SavedState{.text = "state", .boot_id = {}, .stamp = {}}; },
            .post = [this](Happening what) { posted.push_back(std::move(what)); },
            .set_phase_alarm = [this](Instant when) { phase_alarm = when; },
            .history_written = [this] { ++times_written; }}};

    [[nodiscard]] Session session(Duration began) const {
        Session session;
        session.id = 1;
        session.break_id = "micro";
        session.exercises = {"roll"};
        session.phases = phases_of(plan, {"roll"}, 0s);
        session.began = at(began);
        return session;
    }

    void show_prompt() {
        performer.perform(
            {{at(1h), ShowPrompt{.id = 5, .break_id = "micro", .exercise = "roll", .snooze = {5min}}}});
    }

    void start_session() {
        performer.perform({{at(1h), WithdrawPrompt{.id = 5, .break_id = "micro", .why = Why::start}},
                           {at(1h), OpenSession{session(1h)}}});
        performer.window(WindowNews::refused, at(1h));
    }
};

notify::NotifierReply action(std::uint32_t id, const char* key) {
    return {.kind = notify::NotifierReply::Kind::action,
            .id = id,
            .action = key,
            .activation_token = {},
            .error = {}};
}

} // namespace

TEST_CASE("a prompt is shown under its id and taken off again") {
    Desk desk;
    desk.show_prompt();
    REQUIRE(desk.notifier.calls.size() == 1);
    CHECK(desk.notifier.calls[0].id == 5);
    CHECK(desk.notifier.calls[0].view.title == "Roll");
    desk.performer.perform({{at(1h), WithdrawPrompt{.id = 5, .break_id = "micro", .why = Why::timeout}}});
    CHECK(desk.notifier.on_screen().empty());
}

TEST_CASE("what the person does with a prompt becomes an event") {
    Desk desk;
    desk.show_prompt();
    const auto answer = [&](const char* key) {
        desk.posted.clear();
        desk.performer.replied(action(5, key));
        return desk.posted.empty() ? std::nullopt
                                   : std::optional{std::get<PromptAnswered>(desk.posted[0]).answer};
    };
    CHECK(answer("start") == Answer::start);
    CHECK(answer("default") == Answer::start);
    CHECK(answer("snooze") == Answer::snooze);
    CHECK(answer("skip") == Answer::skip);
    CHECK_FALSE(answer("nonsense").has_value());

    desk.posted.clear();
    desk.performer.replied({.kind = notify::NotifierReply::Kind::closed, .id = 5});
    CHECK(std::get<PromptClosed>(desk.posted.at(0)).id == 5);
    desk.posted.clear();
    desk.performer.replied({.kind = notify::NotifierReply::Kind::expired, .id = 5});
    CHECK(std::get<PromptExpired>(desk.posted.at(0)).id == 5);
    desk.posted.clear();
    desk.performer.replied({.kind = notify::NotifierReply::Kind::failed, .id = 5});
    CHECK(std::get<PromptFailed>(desk.posted.at(0)).id == 5);
}

TEST_CASE("start on a prompt that came back from the server's history begins its break") {
    Desk desk;
    desk.show_prompt();
    desk.performer.perform({{at(1h), WithdrawPrompt{.id = 5, .break_id = "micro", .why = Why::timeout}}});
    desk.performer.replied({.kind = notify::NotifierReply::Kind::late, .id = 5, .action = "skip"});
    CHECK(desk.posted.empty());
    desk.performer.replied({.kind = notify::NotifierReply::Kind::late, .id = 5, .action = "start"});
    const auto& started = std::get<StartRequested>(desk.posted.at(0));
    CHECK(started.rule == "micro");
    CHECK_FALSE(started.replace);
}

TEST_CASE("a prompt that has left the screen changes in tray and command line only") {
    Desk desk;
    desk.show_prompt();
    desk.performer.replied({.kind = notify::NotifierReply::Kind::expired, .id = 5});
    desk.performer.perform(
        {{at(1h), ShowPrompt{.id = 5, .break_id = "micro", .exercise = "stretch", .on_screen = false}}});
    CHECK(desk.notifier.calls.size() == 1);
}

TEST_CASE("replies for what is not on the screen are ignored") {
    Desk desk;
    desk.performer.replied(action(5, "start"));
    desk.show_prompt();
    desk.performer.replied(action(4, "start"));
    desk.performer.replied(action(0, "skip"));
    desk.performer.replied(action(0xffff'ffff, "skip"));
    CHECK(desk.posted.empty());
}

TEST_CASE("a session takes over its prompt's notification and shows phases at their changes only") {
    Desk desk;
    desk.show_prompt();
    desk.start_session();
    REQUIRE(desk.notifier.calls.size() == 2);
    CHECK(desk.notifier.calls[1].shown);
    CHECK(desk.notifier.calls[1].id == 5);
    CHECK(desk.phase_alarm == at(1h + 10s));

    desk.performer.phase_due(at(1h + 10s));
    REQUIRE(desk.notifier.calls.size() == 3);
    CHECK(desk.notifier.calls[2].id == 5);
    CHECK(desk.notifier.calls[2].view != desk.notifier.calls[1].view);

    desk.performer.perform({{at(1h + 20s), CloseSession{.id = 1, .outcome = Outcome::done}}});
    CHECK(desk.notifier.on_screen() == std::vector<std::uint32_t>{5});
    CHECK(desk.notifier.calls.back().view.actions.empty());
    desk.performer.phase_due(desk.phase_alarm);
    CHECK(desk.notifier.on_screen().empty());
    CHECK(desk.phase_alarm == never);
}

TEST_CASE("a session without a prompt has a notification of its own") {
    Desk desk;
    desk.performer.perform({{at(1h), OpenSession{desk.session(1h)}}});
    desk.performer.window(WindowNews::refused, at(1h));
    REQUIRE(desk.notifier.on_screen().size() == 1);
    CHECK(desk.notifier.on_screen()[0] >= 0x8000'0000);
}

TEST_CASE("a session's buttons steer it, closing its picture does not stop it") {
    Desk desk;
    desk.show_prompt();
    desk.start_session();
    desk.performer.replied({.kind = notify::NotifierReply::Kind::closed, .id = 5});
    desk.performer.replied(action(5, "start"));
    CHECK(desk.posted.empty());
    desk.performer.replied(action(5, "enough"));
    CHECK(std::get<SessionSteered>(desk.posted.at(0)).how == Steering::enough);
}

TEST_CASE("a paused session has no phase alarm, a stopped one no farewell") {
    Desk desk;
    desk.show_prompt();
    desk.start_session();
    Session paused = desk.session(1h);
    paused.paused_at = at(1h + 3s);
    desk.performer.perform({{at(1h + 3s), UpdateSession{paused}}});
    CHECK(desk.phase_alarm == never);
    desk.performer.perform({{at(1h + 4s), CloseSession{.id = 1, .outcome = Outcome::abandoned}}});
    CHECK(desk.notifier.on_screen().empty());
}

TEST_CASE("answered with start, but no session came: nothing stays on the screen") {
    Desk desk;
    desk.show_prompt();
    desk.performer.perform({{at(1h), WithdrawPrompt{.id = 5, .break_id = "micro", .why = Why::start}}});
    CHECK(desk.notifier.on_screen().empty());
}

TEST_CASE("a new session during the farewell replaces it") {
    Desk desk;
    desk.show_prompt();
    desk.start_session();
    desk.performer.perform({{at(1h + 20s), CloseSession{.id = 1, .outcome = Outcome::done}},
                            {at(1h + 20s), OpenSession{desk.session(1h + 20s)}}});
    desk.performer.window(WindowNews::refused, at(1h + 20s));
    REQUIRE(desk.notifier.on_screen().size() == 1);
    CHECK(desk.notifier.on_screen()[0] != 5);
    CHECK(desk.phase_alarm == at(1h + 30s));
}

TEST_CASE("what one step decides reaches the history in one piece") {
    Desk desk;
    desk.performer.perform({{at(1h), Record{.break_id = "micro", .outcome = Outcome::followed}},
                            {at(1h), Record{.break_id = "long", .outcome = Outcome::natural}},
                            {at(1h), Save{}}});
    REQUIRE(desk.history.writes.size() == 1);
    CHECK(desk.history.writes[0].records.size() == 2);
    CHECK(desk.history.writes[0].state->text == "state");
    CHECK(desk.times_written == 1);
    desk.performer.perform({{at(1h), Save{}}});
    REQUIRE(desk.history.writes.size() == 2);
    CHECK(desk.history.writes[1].records.empty());
    desk.show_prompt();
    CHECK_MESSAGE(desk.history.writes.size() == 2, "a step without either writes nothing");
}

TEST_CASE("at the end nothing stays on the screen") {
    Desk desk;
    desk.performer.show_notice(Notice::settings, {});
    desk.performer.show_notice(Notice::findings, {});
    desk.show_prompt();
    desk.performer.withdraw_all();
    CHECK(desk.notifier.on_screen().empty());
    desk.start_session();
    desk.performer.withdraw_all();
    CHECK(desk.notifier.on_screen().empty());
    CHECK(desk.phase_alarm == never);
}

namespace {

/// A desk with a window: what it is asked for, in order.
struct WindowDesk : SessionWindow {
    Plan plan = test::small_plan();
    test::NotedNotifier notifier;
    test::NotedHistory history;
    std::vector<std::string> tokens;
    int forgotten = 0; ///< windows that are not waited for any more
    Instant phase_alarm = never;
    std::function<void(const Happening&)> posted = [](const Happening&) {};
    Performer performer{notifier, history, *this,
                        PerformerHooks{.plan = [this]() -> const Plan& { return plan; },
                                       .to_save = [] { return history::SavedState{}; },
                                       .post = [this](const Happening& what) { posted(what); },
                                       .set_phase_alarm = [this](Instant when) { phase_alarm = when; },
                                       .history_written = [] {}}};

    void open(const std::string& token) override { tokens.push_back(token); }

    void offer() override {}

    void forget() override { ++forgotten; }

    void open_session(ShownBy by = {}) {
        Session session;
        session.id = 1;
        session.phases = phases_of(plan, {"roll"}, 0s);
        session.began = at(1h);
        performer.perform({{at(1h), OpenSession{session, std::move(by)}}});
    }
};

} // namespace

TEST_CASE("while the window shows the session, no notification does") {
    WindowDesk desk;
    desk.open_session();
    CHECK(desk.tokens == std::vector<std::string>{""});
    CHECK(desk.notifier.on_screen().empty());
    desk.performer.window(WindowNews::shows, at(1h));
    desk.performer.phase_due(at(1h + 10s));
    CHECK(desk.notifier.on_screen().empty());
    CHECK(desk.phase_alarm == never);
    desk.performer.perform({{at(1h + 20s), CloseSession{.id = 1, .outcome = Outcome::done}}});
    CHECK(desk.notifier.on_screen().empty());
    CHECK(desk.phase_alarm == never);
}

TEST_CASE("a window is not waited for when the session is over") {
    WindowDesk desk;
    desk.open_session();
    desk.performer.perform({{at(1h + 1s), CloseSession{.id = 1, .outcome = Outcome::abandoned}}});
    CHECK(desk.forgotten == 1);
    desk.open_session();
    desk.performer.window(WindowNews::shows, at(1h + 2s));
    desk.performer.perform({{at(1h + 3s), CloseSession{.id = 1, .outcome = Outcome::abandoned}}});
    CHECK_MESSAGE(desk.forgotten == 1, "this one has come");
}

TEST_CASE("without a window, or when it is gone, the session goes on in notifications") {
    for (const bool was_there : {false, true}) {
        WindowDesk desk;
        desk.open_session();
        if (was_there) desk.performer.window(WindowNews::shows, at(1h));
        desk.performer.window(was_there ? WindowNews::gone : WindowNews::refused, at(1h + 3s));
        REQUIRE(desk.notifier.on_screen().size() == 1);
        CHECK(desk.phase_alarm == at(1h + 10s));
        // it came after all: the notification makes way
        desk.performer.window(WindowNews::shows, at(1h + 4s));
        CHECK(desk.notifier.on_screen().empty());
        CHECK(desk.phase_alarm == never);
    }
}

TEST_CASE("news of a window without a session mean nothing") {
    WindowDesk desk;
    desk.performer.window(WindowNews::shows, at(1h));
    desk.performer.window(WindowNews::gone, at(1h));
    CHECK(desk.notifier.calls.empty());
}

TEST_CASE("the notification's token reaches the window") {
    WindowDesk desk;
    desk.posted = [&](const Happening& what) {
        desk.performer.perform({{at(1h), WithdrawPrompt{.id = 5, .break_id = "micro", .why = Why::start}}});
        desk.open_session(std::get<PromptAnswered>(what).by);
    };
    desk.performer.perform({{at(1h), ShowPrompt{.id = 5, .break_id = "micro", .exercise = "roll"}}});
    auto pressed = action(5, "start");
    pressed.activation_token = "from-the-server";
    desk.performer.replied(pressed);
    CHECK(desk.tokens == std::vector<std::string>{"from-the-server"});
    // and is used once
    desk.posted = {};
    desk.open_session();
    CHECK(desk.tokens.back().empty());
}

TEST_CASE("whoever starts a break here shows it") {
    WindowDesk desk;
    desk.open_session({.caller = true, .token = {}});
    CHECK(desk.tokens.empty());
    desk.performer.window(WindowNews::gone, at(1h));
    desk.performer.phase_due(at(1h + 10s));
    desk.performer.perform({{at(1h + 20s), CloseSession{.id = 1, .outcome = Outcome::done}}});
    CHECK(desk.notifier.on_screen().empty());
    // the next one is shown as ever
    desk.open_session();
    CHECK(desk.tokens.size() == 1);
}
