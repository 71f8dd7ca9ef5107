// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/writer_lock.hpp"

#include "translation/said.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstddef>
#include <expected>
#include <fcntl.h>
#include <filesystem>
#include <sstream>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace limber::history {

using translation::said;

WriterLock::WriterLock(std::filesystem::path file) : file_(std::move(file)) {
    file_ += "-lock";
}

WriterLock::~WriterLock() {
    release();
}

std::expected<void, std::string> WriterLock::take() {
    if (is_there()) return {};
    // deleted meanwhile, it is another file, which somebody else may have locked; so it may be once more
    // between opening and locking it
    for (int attempt = 0; attempt < 3 && !is_there(); ++attempt) {
        release();
        fd_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (fd_ < 0) return {};
        if (::flock(fd_, LOCK_EX | LOCK_NB) == 0) continue;
        const bool taken = errno == EWOULDBLOCK;
        const std::string holder = taken ? signature() : std::string{};
        release();
        if (!taken) return {};
        return std::unexpected(holder);
    }
    sign();
    return {};
}

bool WriterLock::is_there() const {
    struct stat held{};
    struct stat found{};
    return fd_ >= 0 && ::fstat(fd_, &held) == 0 && ::stat(file_.c_str(), &found) == 0 &&
           held.st_dev == found.st_dev && held.st_ino == found.st_ino;
}

void WriterLock::release() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
}

/// HOST PROCESS
void WriterLock::sign() const {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) host.front() = '\0';
    const std::string text = fmt::format("{} {}\n", host.data(), ::getpid());
    // on a full disk nobody is named, and the lock holds all the same
    if (::ftruncate(fd_, 0) != 0 || ::pwrite(fd_, text.data(), text.size(), 0) < 0) return;
}

std::string WriterLock::signature() const {
    std::array<char, 300> text{};
    const auto length = ::pread(fd_, text.data(), text.size(), 0);
    std::istringstream words{
        std::string(text.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)))};
    std::string host;
    long process = 0;
    if (!(words >> host >> process)) return "?";
    std::ranges::replace_if(host, [](unsigned char c) { return std::iscntrl(c) != 0; }, '?');
    return said(QT_TRANSLATE_NOOP("said", "{}, process {}"), host, process);
}

} // namespace limber::history
