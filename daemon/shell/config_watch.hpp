// SPDX-License-Identifier: GPL-3.0-or-later
// Tells of changes to files and folders, also when an editor replaces the file, when there are links on the
// way to it, and when the folder does not exist yet. By inotify: costs nothing until something changes.
#pragma once

#include "file_descriptor.hpp"

#include <QSocketNotifier>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace limber::shell {

class ConfigWatch {
public:
    /// An editor's save is several changes: they are told of once, so long after the first.
    static constexpr std::chrono::milliseconds settling{100};

    /// What the kernel has no more of (inotify(7)), so that changes may go unnoticed.
    enum class Shortage { none, instances, watches };

    explicit ConfigWatch(std::function<void()> changed);

    /// Instead of the earlier ones. Call again after each `changed`: what is a folder or a link may be
    /// another.
    void watch(const std::vector<std::filesystem::path>& paths);

    /// As of the last watch().
    [[nodiscard]] Shortage shortage() const { return shortage_; }

private:
    struct Folder {
        bool everything = false; ///< configuration files in it, whatever their name
        std::set<std::string> names;
    };

    void watch_one(const std::filesystem::path& path);
    Folder& folder_at(const std::filesystem::path& path, std::uint32_t changes);
    void read_events();

    Shortage shortage_ = Shortage::none;
    FileDescriptor inotify_;
    std::unique_ptr<QSocketNotifier> notifier_;
    std::map<int, Folder> folders_;
    QTimer settle_;
};

} // namespace limber::shell
