// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/notification_server.hpp"

#include "notify/conversation.hpp"
#include "notify/notifier.hpp"
#include "notify/showing.hpp"
#include "notify/wishes.hpp"

#include <chrono>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <gio/gio.h>
#include <memory>
#include <pthread.h>
#include <thread>
#include <utility>

namespace limber::notify {

namespace {

constexpr std::chrono::milliseconds farewell{200};

} // namespace

/// The thread's event loop, with both ends of the mailbox.
class NotificationServer::Talk {
public:
    Talk(Reply reply, std::filesystem::path note_file)
        : wishes_(std::move(reply), [this] { wake(); }),
          conversation_(wishes_, context_, std::move(note_file)) {}

    ~Talk() {
        g_main_loop_unref(loop_);
        g_main_context_unref(context_);
    }

    Talk(const Talk&) = delete;
    Talk& operator=(const Talk&) = delete;

    Wishes& wishes() { return wishes_; }

    /// On the thread, until Wishes::end().
    void run() {
        g_main_context_push_thread_default(context_);
        conversation_.clear_up();
        g_main_loop_run(loop_);
        conversation_.leave();
        while (g_main_context_iteration(context_, FALSE) != FALSE) {
        } // GLib frees in here what was cancelled
        g_main_context_pop_thread_default(context_);
        wishes_.ended();
    }

private:
    void wake() {
        GSource* const source = g_idle_source_new();
        g_source_set_priority(source, G_PRIORITY_DEFAULT);
        g_source_set_callback(
            source,
            [](gpointer self) -> gboolean {
                static_cast<Talk*>(self)->look();
                return G_SOURCE_REMOVE;
            },
            this, nullptr);
        g_source_attach(source, context_);
        g_source_unref(source);
    }

    void look() {
        const Wishes::Glance glance = wishes_.look();
        if (glance.ending) {
            g_main_loop_quit(loop_);
        } else {
            conversation_.deal(glance);
        }
    }

    GMainContext* context_ = g_main_context_new();
    GMainLoop* loop_ = g_main_loop_new(context_, FALSE);
    Wishes wishes_;
    Conversation conversation_;
};

NotificationServer::NotificationServer(Reply reply, std::filesystem::path note_file)
    : talk_(std::make_shared<Talk>(std::move(reply), std::move(note_file))) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before); // signals to the process are for the thread that started it
    thread_ = std::thread([talk = talk_] {
        pthread_setname_np(pthread_self(), "notify");
        talk->run();
    });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

NotificationServer::~NotificationServer() {
    if (talk_->wishes().end(farewell)) {
        thread_.join();
    } else {
        // it waits for a server that hangs, and ends when that one answers or the process does
        thread_.detach();
    }
}

void NotificationServer::show(const Showing& showing, PromptView view) {
    talk_->wishes().show(showing, std::move(view));
}

void NotificationServer::withdraw(std::uint32_t id) {
    talk_->wishes().withdraw(id);
}

} // namespace limber::notify
