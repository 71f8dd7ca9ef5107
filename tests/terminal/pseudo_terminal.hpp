// SPDX-License-Identifier: GPL-3.0-or-later
// A pseudo-terminal: the side a person types at, and the side a program reads from.
#pragma once

#include <doctest/doctest.h>

#include <array>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <string>
#include <string_view>
#include <termios.h>
#include <unistd.h>

namespace limber::testing {

class PseudoTerminal {
public:
    PseudoTerminal() {
        std::array<char, 128> name{};
        REQUIRE(openpty(&person_, &program_, name.data(), nullptr, nullptr) == 0);
        name_ = name.data();
    }

    PseudoTerminal(const PseudoTerminal&) = delete;
    PseudoTerminal& operator=(const PseudoTerminal&) = delete;

    ~PseudoTerminal() {
        hang_up();
        close(program_);
    }

    [[nodiscard]] const std::string& name() const { return name_; }

    [[nodiscard]] int open_again() const {
        return open(name_.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    }

    void type(std::string_view text) const {
        REQUIRE(write(person_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    }

    /// Some program reads what is there.
    void read_some() const {
        std::array<char, 256> text{};
        REQUIRE(read(program_, text.data(), text.size()) > 0);
    }

    /// What has been written on it.
    [[nodiscard]] std::string seen() const {
        std::string all;
        pollfd state{.fd = person_, .events = POLLIN, .revents = 0};
        while (poll(&state, 1, 0) > 0 && (state.revents & POLLIN) != 0) {
            std::array<char, 4096> text{};
            const auto count = read(person_, text.data(), text.size());
            if (count <= 0) break;
            all.append(text.data(), static_cast<std::size_t>(count));
        }
        return all;
    }

    [[nodiscard]] tcflag_t local_flags() const {
        termios settings{};
        REQUIRE(tcgetattr(program_, &settings) == 0);
        return settings.c_lflag;
    }

    void hang_up() {
        if (person_ >= 0) close(person_);
        person_ = -1;
    }

private:
    int person_ = -1;
    int program_ = -1;
    std::string name_;
};

} // namespace limber::testing
