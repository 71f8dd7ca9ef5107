// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal_window.hpp"

#include "bus/peers.hpp"

#include <QMetaObject>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <Qt>

#include <csignal>
#include <string>
#include <utility>

namespace limber::shell {

TerminalWindow::TerminalWindow(std::function<void(bool)> lend, Report report)
    : lend_(std::move(lend)), report_(std::move(report)) {}

TerminalWindow::~TerminalWindow() {
    // it sees that limberd has ended, and leaves the terminal as it was
    if (guide_ != nullptr) guide_->disconnect();
}

void TerminalWindow::open(const std::string& /*activation_token*/) {
    QMetaObject::invokeMethod(this, [this] { begin(); }, Qt::QueuedConnection);
}

void TerminalWindow::begin() {
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
        sigprocmask(SIG_SETMASK, &none, nullptr); // NOLINT(concurrency-mt-unsafe): one thread in a new child
    });
    connect(guide_, &QProcess::finished, this, [this] { end(WindowNews::gone, {}); });
    connect(guide_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return;
        end(WindowNews::refused,
            guide_->program().toStdString() + ": " + guide_->errorString().toStdString());
    });
    guide_->start(bus::program_path(QStringLiteral("limber")),
                  {QStringLiteral("start"), QStringLiteral("--here"), QStringLiteral("--running")});
}

void TerminalWindow::end(WindowNews news, const std::string& why) {
    std::exchange(guide_, nullptr)->deleteLater();
    lend_(false);
    if (std::exchange(again_, false)) return begin();
    report_(news, why);
}

} // namespace limber::shell
