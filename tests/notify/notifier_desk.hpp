// SPDX-License-Identifier: GPL-3.0-or-later
// The notifier with a server of its own, and all that it replies.
#pragma once

#include "notify/desktop_notifier.hpp"
#include "notify/scripted_server.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QString>
#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace limber::notify {

using Kind = NotifierReply::Kind;

struct Desk {
    explicit Desk(const QString& program = QStringLiteral(LIMBER_NOTIFY)) {
        static int count = 1;
        static std::string name = "test";
        static std::array<char*, 2> arguments{name.data(), nullptr};
        static const QCoreApplication application(count, arguments.data());
        notifier = desktop_notifier(
            [this](const NotifierReply& reply) {
                (reply.kind == Kind::shown ? shown : replies).push_back(reply);
            },
            program);
    }

    std::vector<NotifierReply> shown;
    std::vector<NotifierReply> replies; ///< all others
    std::unique_ptr<Notifier> notifier;
    std::unique_ptr<ScriptedServer> server;

    void serve() { server = std::make_unique<ScriptedServer>(); }

    /// Shows and waits until that is told; its number on the bus.
    uint put_up(std::uint32_t id, const PromptView& view) {
        const auto before = shown.size();
        notifier->show(id, view);
        REQUIRE(until([&] { return shown.size() > before; }));
        CHECK(shown.back().id == id);
        return server->notes.back().id;
    }

    [[nodiscard]] bool told() {
        return until([&] { return !replies.empty(); });
    }

    /// Long enough for whatever is said to be heard, the grace after a closing included.
    static void settle() {
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 300)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    }
};

inline PromptView view(const std::string& title = "Shoulder Rolls") {
    return {title,
            "Up <& down",
            "Up, without buttons",
            {{"default", "Start"}, {"start", "Start"}, {"skip", "Skip"}}};
}

} // namespace limber::notify
