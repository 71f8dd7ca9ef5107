// SPDX-License-Identifier: GPL-3.0-or-later
// The TOML files of one folder.
#pragma once

#include <filesystem>
#include <system_error>
#include <vector>

namespace limber::settings {

struct TomlFiles {
    std::vector<std::filesystem::path> files; ///< *.toml, hidden ones left out, in the order of their names
    std::error_code error;                    ///< why the folder was not read, or not to its end
};

[[nodiscard]] TomlFiles toml_files(const std::filesystem::path& folder);

} // namespace limber::settings
