// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/desktop_notifier.hpp"

#include "bus/call.hpp"
#include "bus/peers.hpp"
#include "notify/pipe_lines.hpp"

#include <QByteArray>
#include <QDBusConnection>
#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QTimer>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace limber::notify {

namespace {

using namespace std::chrono_literals;
using Kind = NotifierReply::Kind;

// The whole of what limber-notify has to say about one view is a hundredth of this.
constexpr qsizetype most_said = 65'536;

// It may wait for a server that hangs to take the notification down when that goes on, and for one that is
// fetched from a history.
constexpr auto leave = 15min;
constexpr auto leave_at_the_end = 200ms;

/// A process of limber-notify and what it was told.
struct Program : QObject {
    using QObject::QObject;

    QProcess process;
    QTimer limit; ///< of the time to say that a view is shown, or to end
    std::uint32_t views = 0;
    std::uint32_t number = 0; ///< the server's, while it is shown
    qsizetype said = 0;
    QByteArray unread;
};

/// A parent of what is left running.
QObject* for_ever() {
    static auto* const parent = new QObject;
    return parent;
}

class DesktopNotifier final : public Notifier {
public:
    DesktopNotifier(Reply reply, QString path) : reply_(std::move(reply)), path_(std::move(path)) {}

    DesktopNotifier(const DesktopNotifier&) = delete;
    DesktopNotifier& operator=(const DesktopNotifier&) = delete;

    ~DesktopNotifier() override {
        const QObjectList children = here_.children(); // a copy: some change their parent below
        for (QObject* const child : children) {
            static_cast<Program*>(child)->process.closeWriteChannel(); // NOLINT: it has no other children
        }
        const QDeadlineTimer end(leave_at_the_end);
        for (QObject* const child : children) {
            auto* const program = static_cast<Program*>(child); // NOLINT: as above
            QProcess& process = program->process;
            process.disconnect();
            program->limit.stop();
            if (process.state() == QProcess::NotRunning ||
                process.waitForFinished(static_cast<int>(end.remainingTime())))
                continue;
            // It waits for a server that hangs. Its input ends with this process, and it with that.
            child->setParent(for_ever());
        }
    }

    void show(std::uint32_t id, const PromptView& view) override {
        Program*& program = programs_[id];
        if (program == nullptr) program = start(id);
        ++program->views;
        program->limit.start(program_patience);
        program->process.write(QByteArray::fromStdString(line_of(view) + '\n'));
    }

    void withdraw(std::uint32_t id) override {
        if (const auto found = programs_.find(id); found != programs_.end()) let_go(found);
    }

private:
    using Programs = std::map<std::uint32_t, Program*>;

    Program* start(std::uint32_t id) {
        auto* const program = new Program(&here_);
        QProcess& process = program->process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program->limit.setSingleShot(true);
        QObject::connect(&program->limit, &QTimer::timeout, program, [this, id, program] {
            if (!is_at(id, program)) return program->process.kill();
            fail(id, NotifierReply::Cause::no_answer, "limber-notify does not answer");
        });
        // Queued: a reply may end the notifier, and with it the process that is about to speak.
        QObject::connect(
            &process, &QProcess::readyReadStandardOutput, program, [this, id, program] { hear(id, program); },
            Qt::QueuedConnection);
        const auto over = [this, id, program](const std::string& why) {
            program->deleteLater();
            if (is_at(id, program)) fail(id, NotifierReply::Cause::other, "limber-notify " + why);
        };
        QObject::connect(
            &process, &QProcess::finished, program, [over] { over("has ended"); }, Qt::QueuedConnection);
        QObject::connect(
            &process, &QProcess::errorOccurred, program,
            [over, program](QProcess::ProcessError error) {
                if (error == QProcess::FailedToStart)
                    over("cannot be started: " + program->process.errorString().toStdString());
            },
            Qt::QueuedConnection);
        process.start(path_, {});
        return program;
    }

    [[nodiscard]] bool is_at(std::uint32_t id, const Program* program) const {
        const auto found = programs_.find(id);
        return found != programs_.end() && found->second == program;
    }

    void hear(std::uint32_t id, Program* program) {
        const QPointer<Program> there = program;
        const QByteArray news = program->process.readAllStandardOutput();
        program->said += news.size();
        program->unread += news;
        if (program->said > most_said * program->views) program->process.kill();
        for (auto end = program->unread.indexOf('\n'); end >= 0; end = program->unread.indexOf('\n')) {
            const auto report = report_of({program->unread.constData(), static_cast<std::size_t>(end)});
            program->unread.remove(0, end + 1);
            if (!report) {
                program->process.kill();
                return is_at(id, program)
                           ? fail(id, NotifierReply::Cause::other, "limber-notify talks nonsense")
                           : void();
            }
            if (is_at(id, program) || report->reply.kind == Kind::late) deliver(id, *program, *report);
            if (!there) return;
        }
    }

    /// An answer counts for whatever the id has shown since its last withdrawal: the person may have pressed
    /// the button just before an update. Everything else counts for the view shown last.
    void deliver(std::uint32_t id, Program& program, const Report& report) {
        const bool newest = report.view == program.views;
        switch (report.reply.kind) {
        case Kind::shown: program.number = report.number; [[fallthrough]];
        case Kind::action:
            if (newest) program.limit.stop();
            if (!newest && report.reply.kind == Kind::shown) return;
            break;
        case Kind::late: break;
        case Kind::closed:
        case Kind::expired:
        case Kind::failed:
            if (!newest) return;
            let_go(programs_.find(id));
        }
        tell(id, report.reply);
    }

    void fail(std::uint32_t id, NotifierReply::Cause cause, std::string_view why) {
        const auto found = programs_.find(id);
        // a program that was killed leaves its notification to us
        if (const auto number = found->second->number; number != 0) close(number);
        let_go(found);
        tell(id, {.kind = Kind::failed, .cause = cause, .error = std::string{why}});
    }

    void let_go(Programs::iterator at) {
        Program& program = *at->second;
        programs_.erase(at);
        program.process.write("\n");
        program.limit.start(leave);
    }

    void tell(std::uint32_t id, NotifierReply reply) {
        reply.id = id;
        const Reply told = reply_; // the call may end this object
        told(std::move(reply));
    }

    static void close(std::uint32_t number) {
        bus::tell(bus::notifications_on(QDBusConnection::sessionBus()), QStringLiteral("CloseNotification"),
                  {number});
    }

    Reply reply_;
    QString path_;
    Programs programs_; ///< those that show, or are to
    QObject here_;      ///< parent of all programs, also of those that are about to end
};

} // namespace

std::unique_ptr<Notifier> desktop_notifier(Notifier::Reply reply, const QString& program) {
    return std::make_unique<DesktopNotifier>(std::move(reply), program);
}

} // namespace limber::notify
