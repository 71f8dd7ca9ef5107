// SPDX-License-Identifier: GPL-3.0-or-later
#include "config_watch.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <sys/inotify.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace limber {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t changes = IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
                                  IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

/// A link to a link to a link …: enough, and an end to circles.
constexpr int most_links = 8;

bool configuration(std::string_view name) {
    return name.ends_with(".toml");
}

} // namespace

ConfigWatch::ConfigWatch(std::function<void()> changed) : inotify_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    settle_.setSingleShot(true);
    settle_.setInterval(settling);
    QObject::connect(&settle_, &QTimer::timeout, &settle_, [changed = std::move(changed)] { changed(); });
    if (!inotify_) return;
    notifier_ = std::make_unique<QSocketNotifier>(inotify_.get(), QSocketNotifier::Read);
    QObject::connect(notifier_.get(), &QSocketNotifier::activated, notifier_.get(),
                     [this] { read_events(); });
}

void ConfigWatch::watch(const std::vector<fs::path>& paths) {
    const auto earlier = std::exchange(folders_, {});
    for (const auto& path : paths) {
        watch_one(fs::absolute(path).lexically_normal());
    }
    for (const auto& [id, folder] : earlier) {
        if (!folders_.contains(id)) inotify_rm_watch(inotify_.get(), id);
    }
}

void ConfigWatch::watch_one(const fs::path& path) {
    std::error_code ignored;
    fs::path link = path;
    for (int links = 0; links < most_links; ++links) {
        if (fs::is_directory(link, ignored)) watch_folder(link);
        watch_entry(link.parent_path(), link.filename().string());
        if (!fs::is_symlink(link, ignored)) return;
        link = (link.parent_path() / fs::read_symlink(link, ignored)).lexically_normal();
        if (ignored) return;
    }
}

void ConfigWatch::watch_entry(const fs::path& folder, const std::string& name) {
    if (name.empty()) return;
    std::error_code ignored;
    if (fs::is_directory(folder, ignored)) {
        if (const int id = add(folder); id >= 0) folders_[id].names.insert(name);
    } else if (folder.has_relative_path()) {
        watch_entry(folder.parent_path(), folder.filename().string());
    }
}

void ConfigWatch::watch_folder(const fs::path& folder) {
    if (const int id = add(folder); id >= 0) folders_[id].everything = true;
}

int ConfigWatch::add(const fs::path& folder) {
    return inotify_add_watch(inotify_.get(), folder.c_str(), changes);
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

} // namespace limber
