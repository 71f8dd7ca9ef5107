// SPDX-License-Identifier: GPL-3.0-or-later
#include "log.hpp"

#include <QCoreApplication>
#include <QString>
#include <QThread>
#include <QtGlobal>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <utility>

namespace limber::shell::log {

using settings::LogLevel;

namespace {

struct Log {
    std::atomic<LogLevel> level = LogLevel::info;
    std::function<void()> before_line;
    /// Set by systemd: standard error is the journal, which wants a priority and knows the time.
    bool to_journal = std::getenv("JOURNAL_STREAM") != nullptr; // NOLINT(concurrency-mt-unsafe)
};

Log& the_log() {
    static Log log;
    return log;
}

std::string beginning(int priority, std::string_view name) {
    if (the_log().to_journal) return fmt::format("<{}>", priority);
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return fmt::format("{:%H:%M:%S} limberd: {}: ", local, name);
}

void write(LogLevel level, int priority, std::string_view name, std::string_view message) {
    const Log& log = the_log();
    if (level > log.level) return;
    // Qt also complains from threads of its own
    if (log.before_line && QThread::currentThread() == QCoreApplication::instance()->thread())
        log.before_line();
    std::string line = beginning(priority, name);
    // a line of a file or of a message from the bus must not make lines of its own here
    for (const char c : message)
        line += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

void write_qt(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message) {
    const std::string text = message.toStdString();
    switch (type) {
    case QtDebugMsg:
    case QtInfoMsg: debug(text); break;
    case QtWarningMsg: warning(text); break;
    case QtCriticalMsg:
    case QtFatalMsg: error(text); break;
    }
}

} // namespace

void start() {
    qInstallMessageHandler(write_qt);
}

void set_level(LogLevel level) {
    the_log().level = level;
}

void before_lines(std::function<void()> call) {
    the_log().before_line = std::move(call);
}

void error(std::string_view message) {
    write(LogLevel::error, 3, "error", message);
}

void warning(std::string_view message) {
    write(LogLevel::warning, 4, "warning", message);
}

void info(std::string_view message) {
    write(LogLevel::info, 6, "info", message);
}

void debug(std::string_view message) {
    write(LogLevel::debug, 7, "debug", message);
}

} // namespace limber::shell::log
