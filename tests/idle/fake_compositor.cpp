// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/fake_compositor.hpp"

#include <wayland-server.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ext-idle-notify-v1-server-header.h>
#include <filesystem>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace limber::testing {

// The requests, as libwayland calls them.
struct FakeCompositorProtocol {
    static FakeCompositor& of(wl_resource* resource) {
        return *static_cast<FakeCompositor*>(wl_resource_get_user_data(resource));
    }

    static void destroy(wl_client* /*client*/, wl_resource* resource) { wl_resource_destroy(resource); }

    static void gone(wl_resource* resource) { of(resource).forget(resource); }

    static void make(wl_client* client, wl_resource* notifier, std::uint32_t id, std::uint32_t milliseconds,
                     wl_resource* seat, bool input_only) {
        static constexpr struct ext_idle_notification_v1_interface requests{.destroy = destroy};
        auto& self = of(notifier);
        auto* resource = wl_resource_create(client, &ext_idle_notification_v1_interface,
                                            wl_resource_get_version(notifier), id);
        wl_resource_set_implementation(resource, &requests, &self, gone);
        const auto number =
            static_cast<int>(reinterpret_cast<std::intptr_t>(wl_resource_get_user_data(seat)));
        self.objects_.push_back({.about = {milliseconds, number, input_only}, .resource = resource});
        ++self.made_;
    }

    static void get(wl_client* client, wl_resource* notifier, std::uint32_t id, std::uint32_t milliseconds,
                    wl_resource* seat) {
        make(client, notifier, id, milliseconds, seat, false);
    }

    static void get_input(wl_client* client, wl_resource* notifier, std::uint32_t id,
                          std::uint32_t milliseconds, wl_resource* seat) {
        make(client, notifier, id, milliseconds, seat, true);
    }

    static void bind_notifier(wl_client* client, void* self, std::uint32_t version, std::uint32_t id) {
        static constexpr struct ext_idle_notifier_v1_interface requests{
            .destroy = destroy, .get_idle_notification = get, .get_input_idle_notification = get_input};
        auto* resource =
            wl_resource_create(client, &ext_idle_notifier_v1_interface, static_cast<int>(version), id);
        wl_resource_set_implementation(resource, &requests, self, nullptr);
    }

    static void bind_seat(wl_client* client, void* number, std::uint32_t version, std::uint32_t id) {
        static constexpr struct wl_seat_interface requests{};
        auto* resource = wl_resource_create(client, &wl_seat_interface, static_cast<int>(version), id);
        wl_resource_set_implementation(resource, &requests, number, nullptr);
        wl_seat_send_capabilities(resource, 0);
    }
};

FakeCompositor::FakeCompositor(int notifier_version, int seats)
    : display_(wl_display_create()), wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    std::string name = (std::filesystem::temp_directory_path() / "limber-idle.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the socket");
    folder_ = name;
    const int listening = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = socket();
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    if (::bind(listening, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(listening, 8) != 0 || wl_display_add_socket_fd(display_, listening) != 0)
        throw std::runtime_error("no socket at " + path);
    if (notifier_version > 0) {
        wl_global_create(display_, &ext_idle_notifier_v1_interface, notifier_version, this,
                         FakeCompositorProtocol::bind_notifier);
    }
    const auto woken = [](int fd, std::uint32_t /*mask*/, void* self) {
        std::uint64_t count = 0;
        if (::read(fd, &count, sizeof count) > 0) static_cast<FakeCompositor*>(self)->work();
        return 0;
    };
    waker_ = wl_event_loop_add_fd(wl_display_get_event_loop(display_), wake_, WL_EVENT_READABLE, woken, this);
    thread_ = std::thread{[this] { wl_display_run(display_); }};
    for (int i = 0; i < seats; ++i)
        add_seat();
}

FakeCompositor::~FakeCompositor() {
    on_its_thread([this] { wl_display_terminate(display_); });
    thread_.join();
    wl_display_destroy_clients(display_);
    wl_event_source_remove(waker_);
    wl_display_destroy(display_);
    ::close(wake_);
    std::filesystem::remove_all(folder_);
}

void FakeCompositor::on_its_thread(std::function<void()> work) {
    std::unique_lock lock{mutex_};
    bool finished = false;
    orders_.emplace_back([&, order = std::move(work)] {
        order();
        const std::lock_guard guard{mutex_};
        finished = true;
        done_.notify_all();
    });
    const std::uint64_t one = 1;
    if (::write(wake_, &one, sizeof one) < 0) throw std::runtime_error("the compositor cannot be woken");
    done_.wait(lock, [&] { return finished; });
}

void FakeCompositor::work() {
    while (true) {
        std::function<void()> order;
        {
            const std::lock_guard guard{mutex_};
            if (orders_.empty()) break;
            order = std::move(orders_.front());
            orders_.pop_front();
        }
        order();
    }
    wl_display_flush_clients(display_);
}

void FakeCompositor::forget(wl_resource* resource) {
    std::erase_if(objects_, [&](const Object& object) { return object.resource == resource; });
}

std::vector<FakeCompositor::Notification> FakeCompositor::notifications() {
    std::vector<Notification> all;
    on_its_thread([&] {
        for (const Object& object : objects_)
            all.push_back(object.about);
    });
    return all;
}

int FakeCompositor::made() {
    int count = 0;
    on_its_thread([&] { count = made_; });
    return count;
}

void FakeCompositor::say_idled(std::uint32_t milliseconds, int seat) {
    on_its_thread([&] {
        for (Object& object : objects_) {
            if (object.about.milliseconds != milliseconds || object.about.seat != seat || object.idle)
                continue;
            object.idle = true;
            ext_idle_notification_v1_send_idled(object.resource);
        }
    });
}

void FakeCompositor::resume(Object& object) {
    if (std::exchange(object.idle, false)) ext_idle_notification_v1_send_resumed(object.resource);
}

void FakeCompositor::say_resumed(int seat) {
    on_its_thread([&] {
        for (Object& object : objects_) {
            if (object.about.seat == seat) resume(object);
        }
    });
}

void FakeCompositor::look_at_clock() {
    on_its_thread([this] {
        const auto now = std::chrono::steady_clock::now();
        for (Object& object : objects_) {
            const std::chrono::milliseconds timeout{object.about.milliseconds};
            if (now - object.since < timeout || std::exchange(object.idle, true)) continue;
            ext_idle_notification_v1_send_idled(object.resource);
        }
    });
}

void FakeCompositor::input() {
    on_its_thread([this] {
        for (Object& object : objects_) {
            object.since = std::chrono::steady_clock::now();
            resume(object);
        }
    });
}

void FakeCompositor::add_seat() {
    on_its_thread([this] {
        const int number = next_seat_++;
        // NOLINTNEXTLINE(performance-no-int-to-ptr): a number in place of the user data
        auto* data = reinterpret_cast<void*>(static_cast<std::intptr_t>(number));
        seats_[number] =
            wl_global_create(display_, &wl_seat_interface, 1, data, FakeCompositorProtocol::bind_seat);
    });
}

void FakeCompositor::remove_seat(int seat) {
    on_its_thread([&] {
        wl_global_destroy(seats_.at(seat));
        seats_.erase(seat);
    });
}

void FakeCompositor::send_nonsense() {
    on_its_thread([this] {
        for (const Object& object : std::vector{objects_})
            wl_resource_post_error(object.resource, 77, "this is a test of bad manners");
    });
}

void FakeCompositor::hang_up() {
    on_its_thread([this] { wl_display_destroy_clients(display_); });
}

} // namespace limber::testing
