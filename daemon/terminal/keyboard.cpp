// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/keyboard.hpp"

#include "terminal/columns.hpp"
#include "terminal/own_terminal.hpp"

#include <QObject>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace limber::terminal {

std::optional<char> key_in(std::string_view bytes) {
    // a key held down repeats itself
    if (bytes.empty() || !std::ranges::all_of(bytes, [&](char c) { return c == bytes.front(); })) return {};
    const char key = bytes.front();
    if (key < ' ' || key > '~') return {};
    return key >= 'A' && key <= 'Z' ? static_cast<char>(key - 'A' + 'a') : key;
}

namespace {

constexpr std::string_view cursor_on = "\033[?25h";
constexpr std::string_view cursor_off = "\033[?25l";

constexpr std::array crashes{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

/// What a crash needs to know; filled in while a keyboard listens.
struct ToPutBack {
    volatile std::sig_atomic_t terminal = -1;
    volatile std::sig_atomic_t cursor = 0;
    termios settings{};
    std::array<struct sigaction, crashes.size()> handlers{};
};

ToPutBack& to_put_back() {
    static ToPutBack what;
    return what;
}

void write_to(int terminal, std::string_view text) {
    [[maybe_unused]] const auto written = write(terminal, text.data(), text.size());
}

/// Only what may be called in a signal handler. Then whoever handled the signal before gets it.
void put_back_in_a_crash(int signal, siginfo_t* info, void* /*context*/) {
    const ToPutBack& what = to_put_back();
    if (what.terminal >= 0) {
        tcsetattr(what.terminal, TCSANOW, &what.settings);
        if (what.cursor != 0) write_to(what.terminal, cursor_on);
    }
    for (std::size_t i = 0; i < crashes.size(); ++i)
        if (crashes.at(i) == signal) sigaction(signal, &what.handlers.at(i), nullptr);
    // a fault happens again by itself when this returns
    if (info == nullptr || info->si_code <= 0) raise(signal);
}

void guard_against_crashes() {
    struct sigaction action{};
    action.sa_sigaction = put_back_in_a_crash;
    action.sa_flags = SA_SIGINFO;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < crashes.size(); ++i)
        sigaction(crashes.at(i), &action, &to_put_back().handlers.at(i));
}

void end_guard() {
    to_put_back().terminal = -1;
    for (std::size_t i = 0; i < crashes.size(); ++i)
        sigaction(crashes.at(i), &to_put_back().handlers.at(i), nullptr);
}

bool gone(int terminal) {
    pollfd state{.fd = terminal, .events = POLLIN, .revents = 0};
    return poll(&state, 1, 0) > 0 && (state.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

} // namespace

Keyboard::Keyboard(int terminal, std::function<void(char)> pressed, std::function<void()> hung_up)
    : terminal_(terminal), pressed_(std::move(pressed)), hung_up_(std::move(hung_up)),
      notifier_(terminal, QSocketNotifier::Read), hides_cursor_(moves_cursor(terminal)) {
    // neither `stty tostop` nor a moment in the background may stop this process
    std::signal(SIGTTIN, SIG_IGN); // NOLINT(cert-err33-c): cannot fail for this signal
    std::signal(SIGTTOU, SIG_IGN); // NOLINT(cert-err33-c): cannot fail for this signal
    QObject::connect(&notifier_, &QSocketNotifier::activated, [this] { readable(); });
    notifier_.setEnabled(false);
}

Keyboard::~Keyboard() {
    rest();
    close(terminal_);
}

bool Keyboard::listen() {
    if (!in_foreground(terminal_)) return false;
    if (listening_) {
        notifier_.setEnabled(true);
        return true;
    }
    if (tcgetattr(terminal_, &before_) != 0) return false;
    termios single = before_;
    single.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    single.c_cc[VMIN] = 1;
    single.c_cc[VTIME] = 0;
    to_put_back().settings = before_;
    to_put_back().cursor = hides_cursor_ ? 1 : 0;
    to_put_back().terminal = terminal_;
    guard_against_crashes();
    if (tcsetattr(terminal_, TCSAFLUSH, &single) != 0) {
        end_guard();
        return false;
    }
    listening_ = true;
    notifier_.setEnabled(true);
    show_cursor(false);
    return true;
}

void Keyboard::rest() {
    if (!std::exchange(listening_, false)) return;
    notifier_.setEnabled(false);
    // in the background the shell has its own settings in force
    if (in_foreground(terminal_)) {
        tcsetattr(terminal_, TCSADRAIN, &before_);
        show_cursor(true);
    }
    end_guard();
}

void Keyboard::show_cursor(bool shown) const {
    if (hides_cursor_) write_to(terminal_, shown ? cursor_on : cursor_off);
}

void Keyboard::readable() {
    if (!in_foreground(terminal_)) {
        // it is for the shell
        notifier_.setEnabled(false);
        return;
    }
    std::array<char, 1024> bytes{};
    const auto count = read(terminal_, bytes.data(), bytes.size());
    if (count > 0) {
        const auto key = key_in({bytes.data(), static_cast<std::size_t>(count)});
        if (key) pressed_(*key);
        return;
    }
    if ((count == 0 || (errno != EAGAIN && errno != EINTR)) && gone(terminal_)) {
        notifier_.setEnabled(false);
        hung_up_();
    }
}

} // namespace limber::terminal
