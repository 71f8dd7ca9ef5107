// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/shown_note.hpp"

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

namespace limber::notify {

namespace {

constexpr std::size_t most_entries = 100; // more is not ours

} // namespace

std::vector<ShownNote::Entry> ShownNote::read() const {
    std::vector<Entry> entries;
    std::ifstream lines(file_);
    std::string line;
    while (entries.size() < most_entries && std::getline(lines, line)) {
        std::istringstream words(line);
        Entry entry;
        if (words >> entry.bus >> entry.server >> entry.number && entry.server.starts_with(':')) {
            entries.push_back(entry);
        }
    }
    return entries;
}

void ShownNote::clear() const {
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
}

void ShownNote::write(const std::vector<Entry>& entries) {
    if (file_.empty() || entries == written_) {
        return;
    }
    written_ = entries;
    if (entries.empty()) {
        clear();
        return;
    }
    std::error_code ignored;
    std::filesystem::create_directories(file_.parent_path(), ignored);
    std::ofstream lines(file_, std::ios::trunc);
    for (const Entry& entry : entries) {
        lines << entry.bus << ' ' << entry.server << ' ' << entry.number << '\n';
    }
}

} // namespace limber::notify
