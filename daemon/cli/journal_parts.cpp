// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal_parts.hpp"

#include "output.hpp"
#include "text.hpp"

#include <QString>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <istream>
#include <system_error>
#include <vector>

namespace limber::cli {

namespace fs = std::filesystem;

std::vector<fs::path> journal_parts(const fs::path& journal) {
    if (journal == "-") return {journal};
    std::error_code error;
    const fs::path newest = fs::is_directory(journal, error) ? journal / "journal" : journal;
    fs::path older = newest;
    older += ".old";
    std::vector<fs::path> parts;
    for (const fs::path& part : {older, newest}) {
        if (fs::exists(part, error)) parts.push_back(part);
    }
    return parts;
}

bool with_journal(const fs::path& part, const std::function<void(std::istream&)>& read) {
    if (part == "-") {
        read(std::cin);
        return true;
    }
    errno = 0;
    std::ifstream file(part, std::ios::binary);
    std::error_code error;
    if (!file || fs::is_directory(part, error)) {
        const auto reason = std::generic_category().message(errno != 0 ? errno : EISDIR);
        complain(
            Cli::tr("%1 cannot be read: %2").arg(terminal::shown(part.string()), terminal::shown(reason)));
        return false;
    }
    read(file);
    return true;
}

} // namespace limber::cli
