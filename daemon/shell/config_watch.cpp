// SPDX-License-Identifier: GPL-3.0-or-later
#include "config_watch.hpp"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <sys/inotify.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace limber::shell {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t its_own = IN_DELETE_SELF | IN_MOVE_SELF;
constexpr std::uint32_t of_entries =
    IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB;

/// As many as the kernel follows: an end to circles.
constexpr int most_links = 40;

bool configuration(std::string_view name) {
    return name.ends_with(".toml");
}

} // namespace

ConfigWatch::ConfigWatch(std::function<void()> changed) {
    settle_.setSingleShot(true);
    settle_.setInterval(settling);
    QObject::connect(&settle_, &QTimer::timeout, &settle_, [changed = std::move(changed)] { changed(); });
}

void ConfigWatch::begin() {
    inotify_ = FileDescriptor{inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    if (!inotify_) return;
    notifier_ = std::make_unique<QSocketNotifier>(inotify_.get(), QSocketNotifier::Read);
    QObject::connect(notifier_.get(), &QSocketNotifier::activated, notifier_.get(),
                     [this] { read_events(); });
}

void ConfigWatch::watch(const std::vector<fs::path>& paths) {
    if (!inotify_) begin();
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
            watch_entry(folder, name);
            const fs::path target = fs::read_symlink(entry, trouble);
            if (trouble || ++links > most_links) return;
            if (target.is_absolute()) folder = "/";
            ahead = target.relative_path() / ahead;
            continue;
        }
        if (ahead.empty() || type != fs::file_type::directory) watch_entry(folder, name);
        if (type != fs::file_type::directory) return;
        folder = entry;
        if (!ahead.empty()) watch_itself(folder);
    }
    watch_folder(folder);
}

void ConfigWatch::watch_entry(const fs::path& folder, const std::string& name) {
    if (const int id = add(folder, of_entries | its_own); id >= 0) folders_[id].names.insert(name);
}

void ConfigWatch::watch_folder(const fs::path& folder) {
    if (const int id = add(folder, of_entries | its_own); id >= 0) folders_[id].everything = true;
}

/// A folder on the way: it matters if it goes.
void ConfigWatch::watch_itself(const fs::path& folder) {
    if (const int id = add(folder, its_own); id >= 0) folders_.try_emplace(id);
}

int ConfigWatch::add(const fs::path& folder, std::uint32_t changes) {
    // what is asked for of one folder for several reasons adds up
    const int id = inotify_add_watch(inotify_.get(), folder.c_str(), changes | IN_ONLYDIR | IN_MASK_ADD);
    if (id < 0 && errno == ENOSPC) shortage_ = Shortage::watches;
    return id;
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
                      (folder != folders_.end() && ((event.mask & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0 ||
                                                    folder->second.names.contains(name) ||
                                                    (folder->second.everything && configuration(name))));
        }
    }
    // not extended by later changes: a program that writes all the time must not put it off for ever
    if (matters && !settle_.isActive()) settle_.start();
}

} // namespace limber::shell
