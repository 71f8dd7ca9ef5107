// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/display_watch.hpp"

#include "idle/display.hpp"
#include "idle/mutter_idle.hpp"

#include <QDBusConnection>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace limber::idle {

DisplayWatch::DisplayWatch(DisplayEnvironment environment, std::function<void()> appeared)
    : environment_(std::move(environment)), appeared_(std::move(appeared)), known_(sockets()),
      names_(QDBusConnection::sessionBus(), mutter_bus_name, [this](const QString& owner) {
          if (std::exchange(asked_for_mutter_, true) && !owner.isEmpty()) appeared_();
      }) {
    std::set<std::string> folders;
    if (!environment_.runtime_dir.empty()) folders.insert(environment_.runtime_dir);
    if (const auto named = named_wayland_socket(environment_))
        folders.insert(std::filesystem::path{*named}.parent_path().string());
    if (const auto display = local_x11_display(environment_.x11_display))
        folders.insert(std::filesystem::path{x11_socket(*display)}.parent_path().string());
    std::error_code unknown;
    for (const auto& folder : folders) {
        if (std::filesystem::is_directory(folder, unknown)) folders_.addPath(QString::fromStdString(folder));
    }
    QObject::connect(&folders_, &QFileSystemWatcher::directoryChanged, [this] { look(); });
}

std::set<DisplayWatch::Socket> DisplayWatch::sockets() const {
    std::set<Socket> sockets;
    const auto add = [&](const std::string& path) {
        struct stat found{};
        if (stat(path.c_str(), &found) != 0 || !S_ISSOCK(found.st_mode)) return;
        // a number may be used again; its time tells
        constexpr std::int64_t second = 1'000'000'000;
        sockets.emplace(path, found.st_ino, found.st_ctim.tv_sec * second + found.st_ctim.tv_nsec);
    };
    for (const auto& present : present_wayland_sockets(environment_))
        add(present);
    if (const auto named = named_wayland_socket(environment_)) add(*named);
    if (const auto display = local_x11_display(environment_.x11_display)) add(x11_socket(*display));
    return sockets;
}

void DisplayWatch::look() {
    const auto before = std::exchange(known_, sockets());
    if (!std::ranges::includes(before, known_)) appeared_();
}

} // namespace limber::idle
