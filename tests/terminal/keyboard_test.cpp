// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/main_loop.hpp"
#include "terminal/keyboard.hpp"
#include "terminal/pseudo_terminal.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

using namespace limber;
using namespace limber::terminal;
using namespace std::chrono_literals;
using limber::testing::PseudoTerminal;
using limber::testing::run_until;
using limber::testing::settle;

namespace {

constexpr tcflag_t by_line = ICANON | ECHO;

struct Desk {
    PseudoTerminal terminal;
    std::string pressed;
    int hung_up = 0;
    std::unique_ptr<Keyboard> keyboard;

    Desk() {
        setenv("TERM", "xterm", 1); // NOLINT(concurrency-mt-unsafe)
        limber::testing::application();
        keyboard = std::make_unique<Keyboard>(
            terminal.open_again(), [this](char key) { pressed += key; }, [this] { ++hung_up; });
    }

    void type(const char* text) {
        terminal.type(text);
        run_until([] { return false; }, 30ms);
    }
};

} // namespace

TEST_CASE("keys come one by one while it listens, and the settings are put back") {
    Desk desk;
    const tcflag_t before = desk.terminal.local_flags();
    REQUIRE((before & by_line) == by_line);
    REQUIRE(desk.keyboard->listen());
    CHECK((desk.terminal.local_flags() & by_line) == 0);
    CHECK((desk.terminal.local_flags() & ISIG) != 0); // Ctrl-C stays what it is
    CHECK(desk.terminal.seen() == "\033[?25l");
    desk.type("s");
    desk.type("K");
    desk.type("\033[A");
    desk.type("pasted text");
    CHECK(desk.pressed == "sk");
    desk.keyboard->rest();
    CHECK(desk.terminal.local_flags() == before);
    CHECK(desk.terminal.seen() == "\033[?25h");
    desk.type("s\n");
    CHECK(desk.pressed == "sk");
}

TEST_CASE("what was typed before it listened is no answer") {
    Desk desk;
    desk.type("s");
    REQUIRE(desk.keyboard->listen());
    run_until([] { return false; }, 30ms);
    CHECK(desk.pressed.empty());
}

TEST_CASE("destroyed while it listens, it puts the settings back") {
    Desk desk;
    const tcflag_t before = desk.terminal.local_flags();
    REQUIRE(desk.keyboard->listen());
    desk.keyboard.reset();
    CHECK(desk.terminal.local_flags() == before);
}

TEST_CASE("what is typed while it rests is left for others, and keeps nobody busy") {
    Desk desk;
    REQUIRE(desk.keyboard->listen());
    desk.keyboard->rest();
    desk.type("hello\n");
    CHECK(desk.pressed.empty());
    CHECK(desk.hung_up == 0);
    desk.terminal.read_some();
    int rounds = 0;
    run_until([&] { return ++rounds > 50; }, 30ms);
    CHECK(rounds < 50);
}

TEST_CASE("a terminal that hangs up is told once") {
    Desk desk;
    REQUIRE(desk.keyboard->listen());
    desk.terminal.hang_up();
    run_until([&] { return desk.hung_up > 0; }, 2s);
    run_until([] { return false; }, 50ms);
    CHECK(desk.hung_up == 1);
}

TEST_CASE("a crash puts the settings back, whatever its signal") {
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS, SIGILL}) {
        CAPTURE(signal);
        PseudoTerminal terminal;
        const tcflag_t before = terminal.local_flags();
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            const rlimit no_dump{0, 0};
            setrlimit(RLIMIT_CORE, &no_dump);
            // as without sanitizers, which end with a status of their own
            std::signal(signal, SIG_DFL);
            // never destroyed
            auto* keyboard = new Keyboard{terminal.open_again(), [](char) {}, [] {}};
            const bool listens = keyboard->listen() && (terminal.local_flags() & by_line) == 0;
            if (listens) raise(signal);
            _exit(77);
        }
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status));
        CHECK(WTERMSIG(status) == signal);
        CHECK(terminal.local_flags() == before);
        CHECK(terminal.seen() == "\033[?25l\033[?25h");
    }
}
