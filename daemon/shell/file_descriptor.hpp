// SPDX-License-Identifier: GPL-3.0-or-later
// A file descriptor that is closed when its owner goes, and how the main loop hears of it.
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>
#include <unistd.h>
#include <utility>

namespace limber::shell {

class FileDescriptor {
public:
    FileDescriptor() = default;

    explicit FileDescriptor(int fd) : fd_(fd) {}

    FileDescriptor(FileDescriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

    FileDescriptor& operator=(FileDescriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }

    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;

    ~FileDescriptor() {
        if (fd_ >= 0) close(fd_);
    }

    /// −1: none.
    [[nodiscard]] int get() const { return fd_; }

    [[nodiscard]] explicit operator bool() const { return fd_ >= 0; }

private:
    int fd_ = -1;
};

/// Calls back from the main loop while there is something to read. Nothing for no descriptor.
[[nodiscard]] inline std::unique_ptr<QSocketNotifier> notify_on(const FileDescriptor& fd,
                                                                std::function<void()> readable) {
    if (!fd) return nullptr;
    auto notifier = std::make_unique<QSocketNotifier>(fd.get(), QSocketNotifier::Read);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), std::move(readable));
    return notifier;
}

} // namespace limber::shell
