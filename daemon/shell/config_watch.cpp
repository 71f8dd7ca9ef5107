// SPDX-License-Identifier: GPL-3.0-or-later
#include "config_watch.hpp"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <sys/inotify.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace limber::shell {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t its_own = IN_DELETE_SELF | IN_MOVE_SELF;
constexpr std::uint32_t with_entries =
    its_own | IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB;

/// As many as the kernel follows: an end to circles.
constexpr int most_links = 40;

} // namespace

ConfigWatch::ConfigWatch(std::function<void()> changed) {
    settle_.setSingleShot(true);
    settle_.setInterval(settling);
    settle_.callOnTimeout(&settle_, std::move(changed));
}

void ConfigWatch::watch(const std::vector<fs::path>& paths) {
    if (!inotify_) {
        inotify_ = FileDescriptor{inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
        notifier_ = notify_on(inotify_, [this] { read_events(); });
    }
    shortage_ = inotify_ ? Shortage::none : Shortage::instances;
    if (!inotify_) return;
    const auto earlier = std::exchange(folders_, {});
    for (const auto& path : paths) {
        watch_one(fs::absolute(path));
    }
    for (const auto& [id, folder] : earlier) {
        if (!folders_.contains(id)) inotify_rm_watch(inotify_.get(), id);
    }
}

// Name by name, as the kernel finds its way: ".." behind a link is above what the link points to.
void ConfigWatch::watch_one(const fs::path& path) {
    fs::path folder = "/";
    fs::path ahead = path.relative_path();
    int links = 0;
    while (!ahead.empty()) {
        const std::string name = ahead.begin()->string();
        fs::path rest;
        for (auto part = std::next(ahead.begin()); part != ahead.end(); ++part)
            rest /= *part;
        ahead = std::move(rest);
        if (name.empty() || name == ".") continue;
        if (name == "..") {
            folder = folder.parent_path();
            continue;
        }
        std::error_code trouble;
        const fs::path entry = folder / name;
        const fs::file_type type = fs::symlink_status(entry, trouble).type();
        if (type == fs::file_type::symlink) {
            folder_at(folder, with_entries).names.insert(name);
            const fs::path target = fs::read_symlink(entry, trouble);
            if (trouble || ++links > most_links) return;
            if (target.is_absolute()) folder = "/";
            ahead = target.relative_path() / ahead;
            continue;
        }
        if (ahead.empty() || type != fs::file_type::directory)
            folder_at(folder, with_entries).names.insert(name);
        if (type != fs::file_type::directory) return;
        folder = entry;
        if (!ahead.empty()) folder_at(folder, its_own); // on the way: it matters if it goes
    }
    folder_at(folder, with_entries).everything = true;
}

ConfigWatch::Folder& ConfigWatch::folder_at(const fs::path& path, std::uint32_t changes) {
    // what is asked for of one folder for several reasons adds up
    const int id = inotify_add_watch(inotify_.get(), path.c_str(), changes | IN_ONLYDIR | IN_MASK_ADD);
    if (id < 0 && errno == ENOSPC) shortage_ = Shortage::watches;
    return folders_[id]; // of −1 only an overflow is told, which matters anyway
}

void ConfigWatch::read_events() {
    alignas(inotify_event) std::array<char, 4096> buffer{};
    bool matters = false;
    for (;;) {
        const ssize_t length = read(inotify_.get(), buffer.data(), buffer.size());
        if (length <= 0) break;
        for (std::size_t at = 0; at < static_cast<std::size_t>(length);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const char* name_at = buffer.data() + at + sizeof event;
            const std::string name{name_at, strnlen(name_at, event.len)};
            at += sizeof event + event.len;
            const auto folder = folders_.find(event.wd);
            matters = matters || (event.mask & IN_Q_OVERFLOW) != 0 ||
                      (folder != folders_.end() &&
                       ((event.mask & its_own) != 0 || folder->second.names.contains(name) ||
                        (folder->second.everything && name.ends_with(".toml"))));
        }
    }
    // not extended by later changes: a program that writes all the time must not put it off for ever
    if (matters && !settle_.isActive()) settle_.start();
}

} // namespace limber::shell
