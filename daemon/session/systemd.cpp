// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/systemd.hpp"

#include <systemd/sd-bus.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <spawn.h>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace limber::session {
namespace {

constexpr auto service = "org.freedesktop.systemd1";
constexpr auto path = "/org/freedesktop/systemd1";
constexpr auto interface = "org.freedesktop.systemd1.Manager";
constexpr auto target = "limber-session.target";

class Error {
public:
    Error() = default;
    Error(const Error&) = delete;
    Error& operator=(const Error&) = delete;

    ~Error() { sd_bus_error_free(&error_); }

    [[nodiscard]] sd_bus_error* out() { return &error_; }

    void say(const char* what) const {
        std::fprintf(stderr, "limber-session: %s: %s\n", what,
                     error_.message == nullptr ? "?" : error_.message);
    }

private:
    sd_bus_error error_{};
};

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> all;
    all.reserve(words.size() + 1);
    for (std::string& word : words)
        all.push_back(word.data());
    all.push_back(nullptr);
    return all;
}

void systemctl(std::vector<std::string> words) {
    words.insert(words.begin(), {"systemctl", "--user", "--quiet"});
    pid_t pid = 0;
    if (posix_spawnp(&pid, words.front().c_str(), nullptr, nullptr, pointers(words).data(), environ) == 0)
        waitpid(pid, nullptr, 0);
}

struct Message {
    sd_bus_message* message = nullptr;
    Message() = default;
    Message(const Message&) = delete;
    Message& operator=(const Message&) = delete;

    ~Message() { sd_bus_message_unref(message); }
};

} // namespace

std::optional<Environment> Systemd::environment() const {
    Error error;
    char** list = nullptr;
    if (sd_bus_get_property_strv(bus_, service, path, interface, "Environment", error.out(), &list) < 0)
        return std::nullopt;
    Environment environment;
    for (char** entry = list; *entry != nullptr; ++entry) {
        const std::string_view both = *entry;
        const auto equals = both.find('=');
        if (equals != std::string_view::npos)
            environment.emplace(both.substr(0, equals), both.substr(equals + 1));
        std::free(*entry); // NOLINT(cppcoreguidelines-no-malloc): as sd-bus wants it
    }
    std::free(static_cast<void*>(list)); // NOLINT(cppcoreguidelines-no-malloc)
    return environment;
}

void Systemd::hand_on(const Environment& environment, const std::optional<Environment>& before) const {
    Message bus_call;
    sd_bus_message_new_method_call(bus_, &bus_call.message, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "UpdateActivationEnvironment");
    sd_bus_message_open_container(bus_call.message, 'a', "{ss}");
    std::vector<std::string> set;
    std::vector<std::string> unset;
    for (const char* const name : handed_on) {
        const auto found = environment.find(name);
        if (found != environment.end()) {
            set.push_back(name + ('=' + found->second));
            sd_bus_message_append(bus_call.message, "{ss}", name, found->second.c_str());
        } else if (before && before->contains(name)) {
            unset.emplace_back(name);
            sd_bus_message_append(bus_call.message, "{ss}", name, ""); // the bus forgets none
        }
    }
    sd_bus_message_close_container(bus_call.message);
    Error refused;
    if (sd_bus_call(bus_, bus_call.message, 0, refused.out(), nullptr) < 0)
        refused.say("the bus does not take the session's variables");
    if (!before) return;

    Message call;
    sd_bus_message_new_method_call(bus_, &call.message, service, path, interface, "UnsetAndSetEnvironment");
    sd_bus_message_append_strv(call.message, pointers(unset).data());
    sd_bus_message_append_strv(call.message, pointers(set).data());
    Error error;
    if (sd_bus_call(bus_, call.message, 0, error.out(), nullptr) < 0)
        error.say("systemd does not take the session's variables");
}

bool Systemd::start_units() const {
    Error error;
    if (sd_bus_call_method(bus_, service, path, interface, "RestartUnit", error.out(), nullptr, "ss", target,
                           "replace") >= 0)
        return true;
    error.say("the units do not start");
    return false;
}

void Systemd::stop_units() {
    // By name, so that it waits for each: who has lost the display before its unit was stopped has failed, as
    // systemd sees it.
    systemctl({"stop", target, "limberd.service", "limber-tray.service", "limber-window.service"});
    systemctl({"reset-failed", "limber*"});
}

} // namespace limber::session
