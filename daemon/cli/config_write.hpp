// SPDX-License-Identifier: GPL-3.0-or-later
// The only write to a person's configuration: a file where there was none.
#pragma once

#include <QString>

#include <expected>
#include <filesystem>
#include <string_view>

namespace limber::cli {

/// Makes the folders too. Whatever exists there already, a broken link included, stays as it is: then, as for
/// every other failure, the error is a sentence and no half of a file is left.
[[nodiscard]] std::expected<void, QString> write_new_file(const std::filesystem::path& file,
                                                          std::string_view content);

} // namespace limber::cli
