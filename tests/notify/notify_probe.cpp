// SPDX-License-Identifier: GPL-3.0-or-later
// The real notifier with a command line: "show ID TITLE", "withdraw ID" and "end" on standard input, replies
// on standard output.
#include "core/words.hpp"
#include "notify/desktop_notifier.hpp"
#include "notify/notifier.hpp"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <cstdint>
#include <iostream>
#include <sstream>
#include <string>
#include <unistd.h>

namespace {

void obey(limber::notify::Notifier& notifier, const std::string& line) {
    std::istringstream in(line);
    std::string command;
    std::uint32_t id = 0;
    std::string title;
    in >> command >> id;
    std::getline(in >> std::ws, title);
    if (command == "show") {
        notifier.show(id, {.title = title,
                           .body = "Roll the shoulders <b>back</b> & forward.",
                           .body_without_actions = "Roll the shoulders. Run limber start.",
                           .actions = {{"default", "Start"},
                                       {"start", "Start"},
                                       {"snooze", "Snooze 5 min"},
                                       {"skip", "Skip"}},
                           .course = {},
                           .picture = {},
                           .pose = "side/shoulder-roll"});
    } else if (command == "withdraw") {
        notifier.withdraw(id);
    } else if (command == "end") {
        QCoreApplication::quit();
        return;
    }
    std::cout << "did " << line << '\n' << std::flush;
}

} // namespace

int main(int count, char** arguments) {
    const QCoreApplication application(count, arguments);
    const auto notifier = limber::notify::desktop_notifier(
        [](const limber::notify::NotifierReply& reply) {
            std::cout << limber::word_of(reply.kind) << ' ' << reply.id << ' ' << reply.action
                      << (reply.activation_token.empty() ? "" : " token") << reply.error << '\n'
                      << std::flush;
        },
        LIMBER_NOTIFY);
    std::string waiting;
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, [&] {
        std::array<char, 4'096> bytes{};
        const ssize_t got = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (got <= 0) {
            QCoreApplication::quit();
            return;
        }
        waiting.append(bytes.data(), static_cast<std::size_t>(got));
        for (auto end = waiting.find('\n'); end != std::string::npos; end = waiting.find('\n')) {
            obey(*notifier, waiting.substr(0, end));
            waiting.erase(0, end + 1);
        }
    });
    return QCoreApplication::exec();
}
