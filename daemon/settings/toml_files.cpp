// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml_files.hpp"

#include <algorithm>
#include <filesystem>

namespace limber::settings {

namespace fs = std::filesystem;

TomlFiles toml_files(const fs::path& folder) {
    TomlFiles found;
    fs::directory_iterator entry{folder, found.error};
    for (const fs::directory_iterator end; !found.error && entry != end; entry.increment(found.error)) {
        const fs::path& file = entry->path();
        if (file.extension() == ".toml" && !file.filename().string().starts_with('.'))
            found.files.push_back(file);
    }
    std::ranges::sort(found.files);
    return found;
}

} // namespace limber::settings
