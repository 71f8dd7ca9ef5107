// SPDX-License-Identifier: GPL-3.0-or-later
// The guided break on the terminal that limberd has for itself: `limber start --here`, as long as it lasts.
#pragma once

#include "session_window.hpp"

#include <QObject>
#include <QProcess>

#include <functional>
#include <string>

namespace limber::shell {

class TerminalWindow : public QObject, public SessionWindow {
public:
    /// `lend`: the terminal is another program's now (true), or ours again.
    TerminalWindow(std::function<void(bool)> lend, Report report);

    TerminalWindow(const TerminalWindow&) = delete;
    TerminalWindow& operator=(const TerminalWindow&) = delete;
    ~TerminalWindow() override;

    void open(const std::string& activation_token) override;

    void offer() override {} // prompts are on the terminal

    void forget() override {} // what runs ends with the session

private:
    void begin();
    void end(WindowNews news, const std::string& why);

    std::function<void(bool)> lend_;
    Report report_;
    QProcess* guide_ = nullptr; ///< while it runs
    bool again_ = false;        ///< another session has begun meanwhile
};

} // namespace limber::shell
