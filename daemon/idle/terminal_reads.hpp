// SPDX-License-Identifier: GPL-3.0-or-later
// Tells when a program reads from one of the person's terminals. By inotify, so nothing is done meanwhile.
#pragma once

#include "idle/local_socket.hpp"

#include <expected>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace limber::idle {

struct TerminalPlaces;

class TerminalReads {
public:
    /// What the queue held.
    struct News {
        bool read = false;
        bool gone = false; ///< the only terminal
    };

    [[nodiscard]] static std::expected<TerminalReads, std::string> open(const TerminalPlaces& places);

    /// Readable when there is news.
    [[nodiscard]] int descriptor() const { return queue_.get(); }

    [[nodiscard]] News take();

private:
    explicit TerminalReads(Descriptor queue) : queue_(std::move(queue)) {}

    [[nodiscard]] std::expected<void, std::string> watch_named(const std::string& terminal);
    void watch_folder(const std::string& folder);
    void rescan(const std::string& folder);
    bool watch_terminal(const std::string& path);

    Descriptor queue_;
    std::map<int, std::string> folders_; ///< by watch
    std::set<int> terminals_;
};

} // namespace limber::idle
