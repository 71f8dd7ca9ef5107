// SPDX-License-Identifier: GPL-3.0-or-later
// The notification server as the session bus shows it: whether there is one, what it can do, what it says.
#pragma once

#include "notify/glib_handles.hpp"
#include "notify/libnotify_view.hpp"

#include <cstdint>
#include <expected>
#include <gio/gio.h>
#include <string>

namespace limber::notify {

/// For one thread, whose default main context delivers what is heard. Nothing here waits for the server.
class NotificationBus {
public:
    /// Why there is no answer.
    struct NoAnswer {
        std::string reason;
        bool died = false; ///< it ended instead of answering; another one may be there already
    };

    /// Never called from within a call, but for vanished() from connect() and disconnect().
    class Listener {
    public:
        Listener() = default;
        virtual ~Listener() = default;
        Listener(const Listener&) = delete;
        Listener& operator=(const Listener&) = delete;

        virtual void answered(const std::expected<Capabilities, NoAnswer>& can) = 0;
        virtual void vanished() = 0;
        virtual void closed(std::uint32_t number, bool by_person) = 0;
        virtual void pressed(std::uint32_t number, const std::string& key) = 0;
        virtual void token_came(std::uint32_t number, const std::string& token) = 0;
    };

    explicit NotificationBus(Listener& listener) : listener_(listener) {}

    /// To the bus, if there is no connection yet or it is lost. The error is a reason.
    [[nodiscard]] std::expected<void, std::string> connect();
    void disconnect();

    [[nodiscard]] bool is_connected() const { return bus_ != nullptr; }

    /// Asks what the server can do, which starts one where the bus can. answered() follows, at the latest
    /// when the server ends; not to be called again before that.
    void ask();

    [[nodiscard]] bool is_asking() const { return asked_; }

    /// Unique name of the server there is now; empty while there is none.
    [[nodiscard]] const std::string& server() const { return owner_; }

    /// Of this bus alone. Only while connected.
    [[nodiscard]] std::string id() const;

    /// A message without reply, which a hanging server finds when it goes on. To the server of that name, if
    /// it is still there; without a name to whichever is.
    void close(const std::string& server, std::uint32_t number);

    /// Waits until everything said is on the bus.
    void flush();

private:
    void hear_signal(const std::string& signal, GVariant* values);
    void hear_answer(GVariant* reply, const Error& error);

    Listener& listener_;
    Ref<GDBusConnection> bus_;
    guint signals_ = 0;
    guint watch_ = 0;
    std::string owner_;       ///< unique name of the server there is now
    std::string server_name_; ///< what it calls itself
    bool asked_ = false;
};

} // namespace limber::notify
