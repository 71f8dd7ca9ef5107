// SPDX-License-Identifier: GPL-3.0-or-later
// limber-notify: one notification, a child of limberd. Each line of its input says what to show from now on,
// each line of its output what has become of that (pipe_lines.hpp). An empty line takes it down. So does
// the end of the input, and nothing stays on the screen of a limberd that was killed.
#include "notify/pipe_lines.hpp"
#include "notify/program/notification.hpp"

#include <glib-unix.h>
#include <glib.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <unistd.h>

namespace {

using limber::notify::Notification;
using limber::notify::Report;

constexpr int exit_usage = 2;

constexpr guint longest_wait = 600; // seconds, for one to be fetched from the server's history

struct Program {
    std::unique_ptr<GMainLoop, void (*)(GMainLoop*)> loop{g_main_loop_new(nullptr, FALSE),
                                                          &g_main_loop_unref};
    std::string unread;
    int status = 0;
    Notification notification{[](const Report& report) {
        std::puts(line_of(report).c_str());
        std::fflush(stdout);
    }};

    void end(int with) {
        status = with;
        notification.withdraw();
        g_main_loop_quit(loop.get());
    }

    void take_down() {
        if (!notification.withdraw()) return g_main_loop_quit(loop.get());
        g_timeout_add_seconds(
            longest_wait,
            [](gpointer data) -> gboolean {
                g_main_loop_quit(static_cast<Program*>(data)->loop.get());
                return G_SOURCE_REMOVE;
            },
            this);
    }

    bool read() {
        std::array<char, 4'096> bytes{};
        const ssize_t got = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (got <= 0) {
            end(0);
            return false;
        }
        unread.append(bytes.data(), static_cast<std::size_t>(got));
        for (auto line = unread.find('\n'); line != std::string::npos; line = unread.find('\n')) {
            if (line == 0) {
                unread.erase(0, 1);
                take_down();
                continue;
            }
            auto view = limber::notify::view_of(std::string_view{unread}.substr(0, line));
            unread.erase(0, line + 1);
            if (!view) {
                std::fputs("limber-notify: this is for limberd, which says line by line what to show\n",
                           stderr);
                end(exit_usage);
                return false;
            }
            notification.show(std::move(*view));
        }
        return true;
    }
};

/// limberd holds its own signals back, and its children inherit that. Ctrl-C is for limberd, which then ends
/// the input; and nobody who reads our answers is no reason to leave the notification where it is.
void set_signals() {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr); // NOLINT(concurrency-mt-unsafe): there is no other thread yet
    for (const int signal : {SIGPIPE, SIGINT, SIGHUP})
        std::signal(signal, SIG_IGN); // NOLINT(cert-err33-c): cannot fail for these
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view argument = argc > 1 ? argv[1] : "";
    if (argument == "--version") {
        std::puts("limber-notify " LIMBER_VERSION);
        return 0;
    }
    if (argc > 1) {
        const bool asked = argument == "--help" || argument == "-h";
        std::fputs("limber-notify: shows a notification for limberd, which starts it and says line by line "
                   "what to show.\n",
                   asked ? stdout : stderr);
        return asked ? 0 : exit_usage;
    }
    set_signals();
    // The portal has numbers of its own, which the server's signals do not know.
    g_setenv("NOTIFY_IGNORE_PORTAL", "1", TRUE);
    Program program;
    g_unix_fd_add(
        STDIN_FILENO, static_cast<GIOCondition>(G_IO_IN | G_IO_HUP | G_IO_ERR),
        [](gint, GIOCondition, gpointer data) -> gboolean {
            return static_cast<Program*>(data)->read() ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
        },
        &program);
    g_unix_signal_add(
        SIGTERM,
        [](gpointer data) -> gboolean {
            static_cast<Program*>(data)->end(0);
            return G_SOURCE_CONTINUE;
        },
        &program);
    g_main_loop_run(program.loop.get());
    return program.status;
}
