// SPDX-License-Identifier: GPL-3.0-or-later
// One writer for a history, of all that share its folder: a lock on a file beside it, with the writer's name
// in it. SQLite's own locks last no longer than a transaction.
#pragma once

#include <expected>
#include <filesystem>
#include <string>

namespace limber::history {

class WriterLock {
public:
    /// Of this history. Nothing is locked yet.
    explicit WriterLock(std::filesystem::path file);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

    /// Takes the lock, or sees that it is still there. Else the answer is who has it, for a sentence: "desk,
    /// process 4711". A file system that knows no locks, or a folder that cannot be written, is no reason
    /// to refuse: nobody can have locked there. The kernel frees it when the process ends, however it does.
    [[nodiscard]] std::expected<void, std::string> take();

private:
    [[nodiscard]] bool is_there() const;
    void release();
    void sign() const;
    [[nodiscard]] std::string signature() const;

    std::filesystem::path file_;
    int fd_ = -1;
};

} // namespace limber::history
