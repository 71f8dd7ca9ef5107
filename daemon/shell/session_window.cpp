// SPDX-License-Identifier: GPL-3.0-or-later
#include "session_window.hpp"

#include "bus/call.hpp"
#include "bus/follow.hpp"
#include "bus/names.hpp"
#include "bus/peers.hpp"
#include "words/text.hpp"

#include <QDBusError>
#include <QMetaObject>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>
#include <QVariant>
#include <Qt>

#include <csignal>
#include <utility>

namespace limber::shell {
namespace {

/// Nobody waits for what is offered; the bus starts the window first.
constexpr std::chrono::milliseconds start_patience{10'000};

class DesktopWindow : public QObject, public SessionWindow {
public:
    DesktopWindow(const QDBusConnection& bus, Report report, std::chrono::milliseconds patience)
        : window_(bus::window_on(bus)), report_(std::move(report)),
          painted_({bus, bus::window_bus_name, bus::window_bus_path, bus::window_interface},
                   bus::window_painted_signal,
                   [this](const QVariantList& /*nothing*/) { tell(WindowNews::shows); }),
          owner_(bus, bus::window_bus_name, [this](const QString& owner) {
              // what was asked for answers by itself, and what others open says when it has painted
              const bool was_there = std::exchange(there_, !owner.isEmpty());
              if (!waiting_ && was_there && !there_) tell(WindowNews::gone);
          }) {
        limit_.setSingleShot(true);
        limit_.setInterval(patience);
        limit_.callOnTimeout([this] {
            tell(WindowNews::refused,
                 answered_ ? _("it has come, and painted nothing in time") : _("it does not answer"));
        });
    }

    void open(const std::string& activation_token) override {
        waiting_ = true;
        answered_ = false;
        limit_.start();
        ask(QString::fromStdString(activation_token), false);
    }

    void offer() override {
        const auto answered = [this](const bus::Answer& answer) {
            if (waiting_) return; // a session has begun meanwhile
            answer ? tell(WindowNews::shows) : refuse(answer.error());
        };
        bus::call(*this, window_, QStringLiteral("Activate"), bus::to_show_window({}), answered,
                  start_patience);
    }

    void forget() override {
        waiting_ = false;
        limit_.stop();
    }

private:
    void ask(const QString& activation_token, bool again) {
        const auto answered = [this, number = ++asked_, activation_token, again](const bus::Answer& answer) {
            if (number != asked_ || !waiting_) return;
            if (answer) {
                answered_ = true;
            } else if (!again && answer.error().type() == QDBusError::NoReply) {
                // it was just closing: now the bus starts another one
                ask(activation_token, true);
            } else {
                refuse(answer.error());
            }
        };
        bus::call(*this, window_, QStringLiteral("ActivateAction"), bus::to_show_session(activation_token),
                  answered);
    }

    void refuse(const QDBusError& error) {
        tell(WindowNews::refused,
             error.type() == QDBusError::ServiceUnknown
                 ? _("limber-window is not installed, or the session bus does not know it")
                 : error.message());
    }

    void tell(WindowNews news, const QString& why = {}) {
        forget();
        report_(news, why.toStdString());
    }

    bus::Object window_;
    Report report_;
    QTimer limit_;
    bool waiting_ = false;  ///< for the first picture since open()
    bool answered_ = false; ///< the question of then
    int asked_ = 0;         ///< answers to earlier questions are not news
    bool there_ = false;    ///< somebody has its name
    bus::Signal painted_;
    bus::NameOwner owner_;
};

class TerminalWindow : public QObject, public SessionWindow {
public:
    TerminalWindow(std::function<void(bool)> lend, Report report)
        : lend_(std::move(lend)), report_(std::move(report)) {}

    TerminalWindow(const TerminalWindow&) = delete;
    TerminalWindow& operator=(const TerminalWindow&) = delete;

    ~TerminalWindow() override {
        // it sees that limberd has ended, and leaves the terminal as it was
        if (guide_ != nullptr) guide_->disconnect();
    }

    void open(const std::string& /*activation_token*/) override {
        QMetaObject::invokeMethod(this, [this] { begin(); }, Qt::QueuedConnection);
    }

    void offer() override {} // prompts are on the terminal

    void forget() override {} // what runs ends with the session

private:
    void begin() {
        if (guide_ != nullptr) {
            // which ends with the session before
            again_ = true;
            return;
        }
        // first, so that the answered prompt is off the terminal
        report_(WindowNews::shows, {});
        lend_(true);
        // nobody's child: destroyed it would be killed, with the terminal in its hands
        guide_ = new QProcess; // NOLINT(cppcoreguidelines-owning-memory): until it has ended
        guide_->setProcessChannelMode(QProcess::ForwardedChannels);
        guide_->setInputChannelMode(QProcess::ForwardedInputChannel);
        guide_->setChildProcessModifier([] {
            // those that limberd takes from a queue
            sigset_t none;
            sigemptyset(&none);
            // NOLINTNEXTLINE(concurrency-mt-unsafe): one thread in a new child
            sigprocmask(SIG_SETMASK, &none, nullptr);
        });
        connect(guide_, &QProcess::finished, this, [this] { end(WindowNews::gone, {}); });
        connect(guide_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                end(WindowNews::refused, guide_->program() + ": " + guide_->errorString());
        });
        guide_->start(bus::program_path(QStringLiteral("limber")), {"start", "--here", "--running"});
    }

    void end(WindowNews news, const QString& why) {
        std::exchange(guide_, nullptr)->deleteLater();
        lend_(false);
        if (std::exchange(again_, false)) return begin();
        report_(news, why.toStdString());
    }

    std::function<void(bool)> lend_;
    Report report_;
    QProcess* guide_ = nullptr; ///< while it runs
    bool again_ = false;        ///< another session has begun meanwhile
};

} // namespace

std::unique_ptr<SessionWindow> window_on_desktop(const QDBusConnection& bus, SessionWindow::Report report,
                                                 std::chrono::milliseconds patience) {
    return std::make_unique<DesktopWindow>(bus, std::move(report), patience);
}

std::unique_ptr<SessionWindow> window_on_terminal(std::function<void(bool)> lend,
                                                  SessionWindow::Report report) {
    return std::make_unique<TerminalWindow>(std::move(lend), std::move(report));
}

} // namespace limber::shell
