// SPDX-License-Identifier: GPL-3.0-or-later
// What is on the screen, noted for the next daemon: one that was killed could not take it away, and some
// servers show it for ever.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace limber::notify {

/// A small file, one line for each notification; none while nothing is shown. That it cannot be written costs
/// nothing but a notification left behind by a daemon that is killed, so that is no failure.
class ShownNote {
public:
    struct Entry {
        std::string bus;          ///< id of the bus: unique names begin anew with each bus
        std::string server;       ///< unique name: ":1.23"
        std::uint32_t number = 0; ///< the server's

        bool operator==(const Entry&) const = default;
    };

    /// Without a file nothing is noted.
    explicit ShownNote(std::filesystem::path file) : file_(std::move(file)) {}

    /// What a former daemon noted. Whatever is no entry is passed over.
    [[nodiscard]] std::vector<Entry> read() const;

    /// Forgets what a former daemon noted.
    void clear() const;

    /// Instead of what this one noted before.
    void write(const std::vector<Entry>& entries);

private:
    std::filesystem::path file_;
    std::vector<Entry> written_;
};

} // namespace limber::notify
