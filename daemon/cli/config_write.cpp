// SPDX-License-Identifier: GPL-3.0-or-later
#include "config_write.hpp"

#include "output.hpp"
#include "text.hpp"

#include <QString>

#include <cerrno>
#include <cstddef>
#include <expected>
#include <fcntl.h>
#include <filesystem>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace limber::cli {
namespace {

QString reason(int error) {
    return terminal::shown(std::generic_category().message(error));
}

/// 0, or the error number.
int write_all(int file, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = write(file, content.data(), content.size());
        if (written < 0 && errno != EINTR) {
            return errno;
        }
        content.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return fsync(file) == 0 ? 0 : errno;
}

/// For the person alone; one that is there stays as it is.
std::expected<void, QString> make_folder(const std::filesystem::path& folder, const QString& file) {
    std::error_code trouble;
    if (is_directory(folder, trouble)) return {};
    if (is_symlink(symlink_status(folder, trouble))) {
        return std::unexpected(
            Cli::tr("%1 is a link to %2, which does not exist. Make that folder, or remove "
                    "the link.")
                .arg(terminal::shown(folder.string()),
                     terminal::shown(read_symlink(folder, trouble).string())));
    }
    create_directories(folder.parent_path(), trouble);
    if (!trouble && mkdir(folder.c_str(), S_IRWXU) == 0) return {};
    return std::unexpected(
        Cli::tr("The folder of %1 cannot be made: %2.").arg(file, reason(trouble ? trouble.value() : errno)));
}

} // namespace

std::expected<void, QString> write_new_file(const std::filesystem::path& file, std::string_view content) {
    const QString name = terminal::shown(file.string());
    if (auto made = make_folder(file.parent_path(), name); !made) return made;
    std::error_code trouble;
    if (is_directory(file, trouble)) {
        return std::unexpected(
            Cli::tr("%1 is a folder, where the file should be. Remove it, or give it another name.")
                .arg(name));
    }
    if (is_symlink(symlink_status(file, trouble)) && !exists(file, trouble)) {
        return std::unexpected(
            Cli::tr("%1 is a link to %2, which does not exist. Make that file, or remove the link.")
                .arg(name, terminal::shown(read_symlink(file, trouble).string())));
    }
    const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return std::unexpected(errno == EEXIST
                                   ? Cli::tr("%1 exists already and was not touched. "
                                             "To compare: limber config default | diff %1 -")
                                         .arg(name)
                                   : Cli::tr("%1 cannot be written: %2.").arg(name, reason(errno)));
    }
    int error = write_all(descriptor, content);
    if (close(descriptor) != 0 && error == 0) {
        error = errno;
    }
    if (error != 0) {
        unlink(file.c_str());
        return std::unexpected(Cli::tr("%1 cannot be written: %2.").arg(name, reason(error)));
    }
    return {};
}

} // namespace limber::cli
