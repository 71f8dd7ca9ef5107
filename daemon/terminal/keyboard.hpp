// SPDX-License-Identifier: GPL-3.0-or-later
// Single keys from a terminal, whose settings are changed only meanwhile and always put back.
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <optional>
#include <string_view>
#include <termios.h>

namespace limber::terminal {

/// The one key of one reading: an ASCII letter (in lower case), digit, sign or space. Nothing for the keys
/// that move the cursor, for other letters, and for what was pasted or typed ahead: several at once are no
/// answer.
[[nodiscard]] std::optional<char> key_in(std::string_view bytes);

/// One at a time. While it listens, what is typed is not shown and comes key by key (Ctrl-C and Ctrl-Z stay
/// what they are), and the cursor is hidden where it can be. In the background it neither reads nor changes
/// anything. A crash puts the settings back; only SIGKILL cannot.
class Keyboard {
public:
    /// `terminal`: for reading and writing, closed by this. `hung_up` is called once, when the terminal is
    /// gone.
    Keyboard(int terminal, std::function<void(char)> pressed, std::function<void()> hung_up);
    ~Keyboard();
    Keyboard(const Keyboard&) = delete;
    Keyboard& operator=(const Keyboard&) = delete;

    /// False in the background, where nothing is changed. What was typed before is thrown away: it cannot
    /// have been meant.
    bool listen();

    /// Puts the settings back, and reads nothing.
    void rest();

    [[nodiscard]] int terminal() const { return terminal_; }

private:
    void readable();
    void show_cursor(bool shown) const;

    int terminal_;
    std::function<void(char)> pressed_;
    std::function<void()> hung_up_;
    QSocketNotifier notifier_;
    termios before_{};
    bool listening_ = false;
    bool hides_cursor_;
};

} // namespace limber::terminal
