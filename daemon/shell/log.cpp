// SPDX-License-Identifier: GPL-3.0-or-later
#include "log.hpp"

#include "settings/settings.hpp"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QThread>
#include <QtGlobal>
#include <spdlog/details/null_mutex.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <ctime>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace limber::shell::log {

using settings::LogLevel;

namespace {

/// "<4>": what the journal reads as a priority at the start of a line.
class Priority : public spdlog::custom_flag_formatter {
public:
    void format(const spdlog::details::log_msg& message, const std::tm& /*time*/,
                spdlog::memory_buf_t& out) override {
        const std::string_view mark = mark_of(message.level);
        out.append(mark.data(), mark.data() + mark.size());
    }

    [[nodiscard]] std::unique_ptr<custom_flag_formatter> clone() const override {
        return spdlog::details::make_unique<Priority>();
    }

private:
    static std::string_view mark_of(spdlog::level::level_enum level) {
        switch (level) {
        case spdlog::level::critical:
        case spdlog::level::err: return "<3>";
        case spdlog::level::warn: return "<4>";
        case spdlog::level::info: return "<6>";
        default: return "<7>";
        }
    }
};

/// A line of a file or of a message from the bus must not make lines of its own in the log.
std::string one_line(std::string_view message) {
    std::string line{message};
    for (char& c : line) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    }
    return line;
}

bool to_journal() {
    // set by systemd
    return std::getenv("JOURNAL_STREAM") != nullptr; // NOLINT(concurrency-mt-unsafe)
}

std::function<void()>& before_each_line() {
    static std::function<void()> call;
    return call;
}

void write(spdlog::level::level_enum level, std::string_view message) {
    const auto& before = before_each_line();
    // Qt also complains from threads of its own
    if (before && spdlog::should_log(level) &&
        QThread::currentThread() == QCoreApplication::instance()->thread()) {
        before();
    }
    spdlog::log(level, "{}", one_line(message));
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
    auto logger =
        std::make_shared<spdlog::logger>("limber", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    auto formatter = std::make_unique<spdlog::pattern_formatter>();
    formatter->add_flag<Priority>('*');
    formatter->set_pattern(to_journal() ? "%*%v" : "%H:%M:%S limberd: %l: %v");
    logger->set_formatter(std::move(formatter));
    spdlog::set_default_logger(std::move(logger));
    set_level(LogLevel::info);
    qInstallMessageHandler(write_qt);
}

void before_lines(std::function<void()> call) {
    before_each_line() = std::move(call);
}

void set_level(LogLevel level) {
    switch (level) {
    case LogLevel::error: spdlog::set_level(spdlog::level::err); break;
    case LogLevel::warning: spdlog::set_level(spdlog::level::warn); break;
    case LogLevel::info: spdlog::set_level(spdlog::level::info); break;
    case LogLevel::debug: spdlog::set_level(spdlog::level::debug); break;
    }
}

void error(std::string_view message) {
    write(spdlog::level::err, message);
}

void warning(std::string_view message) {
    write(spdlog::level::warn, message);
}

void info(std::string_view message) {
    write(spdlog::level::info, message);
}

void debug(std::string_view message) {
    write(spdlog::level::debug, message);
}

} // namespace limber::shell::log
