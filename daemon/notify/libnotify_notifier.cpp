// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/libnotify_notifier.hpp"

#include "notify/notification_server.hpp"
#include "notify/notifier.hpp"
#include "notify/showing.hpp"

#include <QMetaObject>
#include <QObject>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <system_error>
#include <utility>

namespace limber::notify {

namespace {

/// Carries replies from the server's thread to this one, and drops those that came too late.
class LibnotifyNotifier final : public Notifier {
public:
    LibnotifyNotifier(Reply reply, std::filesystem::path note_file)
        : reply_(std::move(reply)), note_file_(std::move(note_file)) {
        std::error_code missing;
        if (!note_file_.empty() && std::filesystem::exists(note_file_, missing)) {
            start();
        }
    }

    void show(std::uint32_t id, const PromptView& view) override {
        if (!server_) {
            start();
        }
        const auto [shown, is_new] = shown_.try_emplace(id);
        ++count_;
        if (is_new) {
            shown->second.life = count_;
        }
        shown->second.id = id;
        shown->second.serial = count_;
        server_->show(shown->second, view);
    }

    void withdraw(std::uint32_t id) override {
        if (shown_.erase(id) != 0) {
            server_->withdraw(id);
        }
    }

private:
    void start() {
        server_ = std::make_unique<NotificationServer>(
            [this](const Showing& showing, NotifierReply reply) {
                QMetaObject::invokeMethod(
                    &here_, [this, showing, reply = std::move(reply)] { deliver(showing, reply); },
                    Qt::QueuedConnection);
            },
            note_file_);
    }

    /// An answer counts for whatever the id showed since its last withdrawal: the person may have pressed the
    /// button just before an update. That something is gone counts only for the view shown last.
    void deliver(const Showing& showing, const NotifierReply& reply) {
        const auto shown = shown_.find(showing.id);
        if (shown == shown_.end() || shown->second.life != showing.life) {
            return;
        }
        if (reply.kind != NotifierReply::Kind::action) {
            if (shown->second.serial != showing.serial) {
                return;
            }
            shown_.erase(shown);
        }
        const Reply told = reply_; // the call may end this object
        told(reply);
    }

    Reply reply_;
    std::filesystem::path note_file_;
    std::map<std::uint32_t, Showing> shown_;
    std::uint64_t count_ = 0;
    QObject here_;
    std::unique_ptr<NotificationServer> server_; ///< ends first: no reply may be posted to what is gone
};

} // namespace

std::unique_ptr<Notifier> libnotify_notifier(Notifier::Reply reply, std::filesystem::path note_file) {
    return std::make_unique<LibnotifyNotifier>(std::move(reply), std::move(note_file));
}

} // namespace limber::notify
