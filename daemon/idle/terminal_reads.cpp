// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/terminal_reads.hpp"

#include "idle/local_socket.hpp"
#include "idle/terminal_idle.hpp"
#include "translation/said.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <expected>
#include <fcntl.h>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <system_error>
#include <termios.h>
#include <unistd.h>

namespace limber::idle {

using translation::said;

namespace {

std::string because(int error) {
    return std::generic_category().message(error);
}

/// "3" of /dev/pts, "tty3" of /dev; a serial line is a machine's more often than a person's.
bool named_like_a_terminal(std::string_view name) {
    if (name.starts_with("tty")) name.remove_prefix(3);
    return !name.empty() && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

bool a_terminal_of_ours(const std::string& path) {
    struct stat found{};
    return stat(path.c_str(), &found) == 0 && S_ISCHR(found.st_mode) && found.st_uid == getuid();
}

/// What take() makes of each event.
template <class Each>
void each_event(int queue, Each each) {
    alignas(inotify_event) std::array<char, 4096> buffer{};
    for (;;) {
        const auto count = read(queue, buffer.data(), buffer.size());
        if (count <= 0) return;
        for (std::size_t at = 0; at < static_cast<std::size_t>(count);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const char* name = buffer.data() + at + sizeof event;
            each(event, std::string_view{name, strnlen(name, event.len)});
            at += sizeof event + event.len;
        }
    }
}

/// Types one letter into a terminal of its own and reads it. Some kernels (sandboxes above all) have inotify
/// and yet say nothing of terminals: then everybody would be idle for ever.
bool kernel_tells() {
    const Descriptor keyboard{posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)};
    std::array<char, 128> name{};
    if (keyboard.get() < 0 || grantpt(keyboard.get()) != 0 || unlockpt(keyboard.get()) != 0 ||
        ptsname_r(keyboard.get(), name.data(), name.size()) != 0) {
        return false;
    }
    const Descriptor terminal{open(name.data(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)};
    const Descriptor queue{inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    if (terminal.get() < 0 || queue.get() < 0 || inotify_add_watch(queue.get(), name.data(), IN_ACCESS) < 0) {
        return false;
    }
    std::array<char, 8> typed{};
    bool told = false;
    if (write(keyboard.get(), "\n", 1) == 1 && read(terminal.get(), typed.data(), typed.size()) > 0) {
        each_event(queue.get(), [&](const inotify_event& event, std::string_view) {
            told |= (event.mask & IN_ACCESS) != 0;
        });
    }
    return told;
}

} // namespace

std::expected<TerminalReads, std::string> TerminalReads::open(const TerminalPlaces& places) {
    if (!kernel_tells()) {
        return std::unexpected(
            said(QT_TRANSLATE_NOOP("said", "this kernel does not tell of input on terminals")));
    }
    Descriptor queue{inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    if (queue.get() < 0)
        return std::unexpected(said(QT_TRANSLATE_NOOP("said", "inotify: {}"), because(errno)));
    TerminalReads reads{std::move(queue)};
    if (!places.terminal.empty()) {
        auto watched = reads.watch_named(places.terminal);
        if (!watched && places.folders.empty()) return std::unexpected(watched.error());
    }
    for (const auto& folder : places.folders) {
        reads.watch_folder(folder);
    }
    if (reads.terminals_.empty())
        return std::unexpected(said(QT_TRANSLATE_NOOP("said", "none of your terminals can be watched")));
    return reads;
}

std::expected<void, std::string> TerminalReads::watch_named(const std::string& terminal) {
    struct stat found{};
    if (stat(terminal.c_str(), &found) != 0) return std::unexpected(terminal + ": " + because(errno));
    if (!S_ISCHR(found.st_mode))
        return std::unexpected(said(QT_TRANSLATE_NOOP("said", "{} is not a terminal"), terminal));
    if (!watch_terminal(terminal)) return std::unexpected(terminal + ": " + because(errno));
    return {};
}

void TerminalReads::watch_folder(const std::string& folder) {
    // a login changes the owner of a terminal that was there before
    const int watch = inotify_add_watch(queue_.get(), folder.c_str(), IN_CREATE | IN_ATTRIB | IN_ONLYDIR);
    if (watch < 0) return;
    folders_[watch] = folder;
    rescan(folder);
}

void TerminalReads::rescan(const std::string& folder) {
    std::error_code trouble;
    for (const auto& entry : std::filesystem::directory_iterator{folder, trouble}) {
        const std::string path = entry.path().string();
        if (named_like_a_terminal(entry.path().filename().string()) && a_terminal_of_ours(path)) {
            watch_terminal(path);
        }
    }
}

bool TerminalReads::watch_terminal(const std::string& path) {
    const int watch = inotify_add_watch(queue_.get(), path.c_str(), IN_ACCESS | IN_DELETE_SELF);
    if (watch >= 0) terminals_.insert(watch);
    return watch >= 0;
}

TerminalReads::News TerminalReads::take() {
    News news;
    each_event(queue_.get(), [&](const inotify_event& event, std::string_view name) {
        if ((event.mask & IN_Q_OVERFLOW) != 0) {
            // so much happens only where somebody is
            news.read = true;
            for (const auto& [watch, folder] : folders_) {
                rescan(folder);
            }
        } else if (const auto folder = folders_.find(event.wd); folder != folders_.end()) {
            const std::string path = folder->second + '/' + std::string{name};
            if (named_like_a_terminal(name) && a_terminal_of_ours(path)) watch_terminal(path);
        } else if ((event.mask & IN_IGNORED) != 0) {
            terminals_.erase(event.wd);
        } else if ((event.mask & IN_ACCESS) != 0) {
            news.read = true;
        }
    });
    news.gone = folders_.empty() && terminals_.empty();
    return news;
}

} // namespace limber::idle
