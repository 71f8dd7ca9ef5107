// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/helper_notifier.hpp"

#include "notify/helper_lines.hpp"
#include "notify/notifier.hpp"

#include <QByteArray>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string_view>
#include <utility>

namespace limber::notify {

namespace {

using namespace std::chrono_literals;
using Kind = NotifierReply::Kind;

// The whole of what a helper has to say about one view is a hundredth of this.
constexpr qsizetype most_said = 65'536;

// It may wait for a server that hangs to take the notification down when that goes on, and for one that is
// fetched from a history.
constexpr auto leave = 15min;
constexpr auto leave_at_the_end = 200ms;

/// A process and what it was told.
struct Helper : QObject {
    using QObject::QObject;

    QProcess process;
    QTimer limit; ///< of the time to say that a view is shown, or to end
    std::uint32_t views = 0;
    std::uint32_t number = 0; ///< the server's, while it is shown
    qsizetype said = 0;
    QByteArray unread;
};

class HelperNotifier final : public Notifier {
public:
    HelperNotifier(Reply reply, QString program) : reply_(std::move(reply)), program_(std::move(program)) {}

    HelperNotifier(const HelperNotifier&) = delete;
    HelperNotifier& operator=(const HelperNotifier&) = delete;

    ~HelperNotifier() override {
        for (QObject* const child : here_.children()) {
            static_cast<Helper*>(child)->process.closeWriteChannel(); // NOLINT: it has no other children
        }
        const QDeadlineTimer end(leave_at_the_end);
        for (QObject* const child : here_.children()) {
            auto* const helper = static_cast<Helper*>(child); // NOLINT: as above
            QProcess& process = helper->process;
            process.disconnect();
            helper->limit.stop();
            if (process.state() == QProcess::NotRunning ||
                process.waitForFinished(static_cast<int>(end.remainingTime())))
                continue;
            // It waits for a server that hangs. Its input ends with this process, and it with that.
            static QObject* const left = new QObject;
            child->setParent(left);
        }
    }

    void show(std::uint32_t id, const PromptView& view) override {
        Helper*& helper = helpers_[id];
        if (helper == nullptr) helper = start(id);
        ++helper->views;
        helper->limit.start(helper_patience);
        helper->process.write(QByteArray::fromStdString(line_of(view) + '\n'));
    }

    void withdraw(std::uint32_t id) override {
        if (const auto found = helpers_.find(id); found != helpers_.end()) let_go(found);
    }

private:
    using Helpers = std::map<std::uint32_t, Helper*>;

    Helper* start(std::uint32_t id) {
        auto* const helper = new Helper(&here_);
        QProcess& process = helper->process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        helper->limit.setSingleShot(true);
        QObject::connect(&helper->limit, &QTimer::timeout, helper, [this, id, helper] {
            if (!is_at(id, helper)) return helper->process.kill();
            fail(id, NotifierReply::Cause::no_answer, "limber-notify does not answer");
        });
        // Queued: a reply may end the notifier, and with it the process that is about to speak.
        QObject::connect(
            &process, &QProcess::readyReadStandardOutput, helper, [this, id, helper] { hear(id, helper); },
            Qt::QueuedConnection);
        const auto over = [this, id, helper] {
            helper->deleteLater();
            if (is_at(id, helper)) fail(id, NotifierReply::Cause::other, "limber-notify has ended");
        };
        QObject::connect(&process, &QProcess::finished, helper, over, Qt::QueuedConnection);
        QObject::connect(
            &process, &QProcess::errorOccurred, helper,
            [over](QProcess::ProcessError error) {
                if (error == QProcess::FailedToStart) over();
            },
            Qt::QueuedConnection);
        process.start(program_, {});
        return helper;
    }

    [[nodiscard]] bool is_at(std::uint32_t id, const Helper* helper) const {
        const auto found = helpers_.find(id);
        return found != helpers_.end() && found->second == helper;
    }

    void hear(std::uint32_t id, Helper* helper) {
        const QPointer<Helper> there = helper;
        const QByteArray news = helper->process.readAllStandardOutput();
        helper->said += news.size();
        helper->unread += news;
        if (helper->said > most_said * helper->views) helper->process.kill();
        for (auto end = helper->unread.indexOf('\n'); end >= 0; end = helper->unread.indexOf('\n')) {
            const auto report = report_of({helper->unread.constData(), static_cast<std::size_t>(end)});
            helper->unread.remove(0, end + 1);
            if (!report) {
                helper->process.kill();
                return is_at(id, helper)
                           ? fail(id, NotifierReply::Cause::other, "limber-notify talks nonsense")
                           : void();
            }
            if (is_at(id, helper) || report->reply.kind == Kind::late) deliver(id, *helper, *report);
            if (!there) return;
        }
    }

    /// An answer counts for whatever the id has shown since its last withdrawal: the person may have pressed
    /// the button just before an update. Everything else counts for the view shown last.
    void deliver(std::uint32_t id, Helper& helper, const Report& report) {
        const bool newest = report.view == helper.views;
        switch (report.reply.kind) {
        case Kind::shown: helper.number = report.number; [[fallthrough]];
        case Kind::action:
            if (newest) helper.limit.stop();
            if (!newest && report.reply.kind == Kind::shown) return;
            break;
        case Kind::late: break;
        case Kind::closed:
        case Kind::expired:
        case Kind::failed:
            if (!newest) return;
            let_go(helpers_.find(id));
        }
        tell(id, report.reply);
    }

    void fail(std::uint32_t id, NotifierReply::Cause cause, std::string_view why) {
        const auto found = helpers_.find(id);
        // a helper that was killed leaves its notification to us
        if (const auto number = found->second->number; number != 0) close(number);
        let_go(found);
        tell(id, {.kind = Kind::failed, .cause = cause, .error = std::string{why}});
    }

    void let_go(Helpers::iterator at) {
        Helper& helper = *at->second;
        helpers_.erase(at);
        helper.process.write("\n");
        helper.limit.start(leave);
    }

    void tell(std::uint32_t id, NotifierReply reply) {
        reply.id = id;
        const Reply told = reply_; // the call may end this object
        told(std::move(reply));
    }

    static void close(std::uint32_t number) {
        const QString name = QStringLiteral("org.freedesktop.Notifications");
        auto call = QDBusMessage::createMethodCall(name, QStringLiteral("/org/freedesktop/Notifications"),
                                                   name, QStringLiteral("CloseNotification"));
        call.setArguments({number});
        call.setAutoStartService(false);
        QDBusConnection::sessionBus().send(call);
    }

    Reply reply_;
    QString program_;
    Helpers helpers_; ///< those that show, or are to
    QObject here_;    ///< parent of all helpers, also of those that are about to end
};

} // namespace

std::unique_ptr<Notifier> helper_notifier(Notifier::Reply reply, const QString& program) {
    return std::make_unique<HelperNotifier>(std::move(reply), program);
}

} // namespace limber::notify
