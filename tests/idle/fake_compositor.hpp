// SPDX-License-Identifier: GPL-3.0-or-later
// A Wayland compositor of a few lines, in this process on a thread of its own: offers ext-idle-notify-v1 and
// seats, and says idled and resumed when it is told to.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

struct wl_display;
struct wl_event_source;
struct wl_global;
struct wl_resource;

namespace limber::testing {

class FakeCompositor {
public:
    /// Offers the notifier in this version; 0: not at all.
    FakeCompositor(int notifier_version, int seats);
    FakeCompositor(const FakeCompositor&) = delete;
    FakeCompositor& operator=(const FakeCompositor&) = delete;
    ~FakeCompositor();

    [[nodiscard]] std::string socket() const { return (folder_ / "wayland-fake").string(); }

    /// One notification object as the compositor sees it.
    struct Notification {
        std::uint32_t milliseconds = 0;
        int seat = 0;
        bool input_only = false;
        bool operator==(const Notification&) const = default;
    };

    /// Those that exist now, in the order they were made.
    [[nodiscard]] std::vector<Notification> notifications();

    /// How many were made since the beginning.
    [[nodiscard]] int made();

    void say_idled(std::uint32_t milliseconds, int seat = 0);
    /// To all objects of the seat that are idle, in one go.
    void say_resumed(int seat = 0);
    /// As a real one does by itself: idles what has had no input for its time.
    void look_at_clock();
    /// Somebody types.
    void input();
    void add_seat();
    void remove_seat(int seat);
    /// Breaks the protocol towards every client.
    void send_nonsense();
    /// Hangs up on every client.
    void hang_up();

private:
    struct Object {
        Notification about;
        wl_resource* resource = nullptr;
        bool idle = false;
        std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();
    };

    static void resume(Object& object);

    void on_its_thread(std::function<void()> work);
    void work();
    void forget(wl_resource* resource);

    friend struct FakeCompositorProtocol;

    std::filesystem::path folder_;
    wl_display* display_;
    int wake_;
    wl_event_source* waker_ = nullptr;
    std::mutex mutex_;
    std::condition_variable done_;
    std::deque<std::function<void()>> orders_;
    std::vector<Object> objects_;
    std::map<int, wl_global*> seats_;
    int next_seat_ = 0;
    int made_ = 0;
    std::thread thread_;
};

} // namespace limber::testing
