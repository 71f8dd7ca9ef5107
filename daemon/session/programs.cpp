// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/programs.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <spawn.h>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace limber::session {
namespace {

constexpr auto patience = std::chrono::microseconds{std::chrono::seconds{10}};

} // namespace

void Programs::start() {
    std::error_code unknown;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path();
    posix_spawnattr_t attributes{};
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    for (const char* const name : {"limberd", "limber-tray"}) {
        std::string program = folder / name;
        const std::array<char*, 2> arguments{program.data(), nullptr};
        pid_t pid = 0;
        const int error = posix_spawn(&pid, program.c_str(), nullptr, &attributes, arguments.data(), environ);
        if (error != 0) {
            std::fprintf(stderr, "limber-session: %s: %s\n", program.c_str(),
                         std::generic_category().message(error).c_str());
            continue;
        }
        running_.push_back(pid);
        sd_event_add_child(loop_, nullptr, pid, WEXITED, &Programs::ended, this);
    }
    posix_spawnattr_destroy(&attributes);
}

void Programs::stop(std::function<void()> then) {
    then_ = std::move(then);
    if (running_.empty()) return then_();
    for (const pid_t pid : running_)
        kill(pid, SIGTERM);
    sd_event_add_time_relative(loop_, nullptr, CLOCK_MONOTONIC, patience.count(), 0, &Programs::waited, this);
}

int Programs::ended(sd_event_source* /*source*/, const siginfo_t* info, void* self) {
    auto& programs = *static_cast<Programs*>(self);
    std::erase(programs.running_, info->si_pid);
    if (programs.running_.empty() && programs.then_) programs.then_();
    return 0;
}

int Programs::waited(sd_event_source* /*source*/, std::uint64_t /*now*/, void* self) {
    static_cast<Programs*>(self)->then_();
    return 0;
}

} // namespace limber::session
