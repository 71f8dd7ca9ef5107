// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/language.hpp"

#include "settings/settings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <libintl.h>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

extern "C" int _nl_msg_cat_cntr; // NOLINT: gettext's own, which its manual says to count up

namespace limber {
namespace {

namespace fs = std::filesystem;

/// Beside the programs, wherever they are: ../share/locale. Tests are elsewhere.
fs::path catalogues() {
    std::error_code unreadable;
    const fs::path program = fs::read_symlink("/proc/self/exe", unreadable);
    fs::path found = program.parent_path().parent_path() / "share" / "locale";
#ifdef LIMBER_BUILT_CATALOGUES
    if (!fs::exists(found, unreadable)) found = LIMBER_BUILT_CATALOGUES;
#endif
    return found;
}

} // namespace

std::string speak(const std::vector<std::string>& languages) {
    const fs::path folder = catalogues();
    const auto has_catalogue = [&](const std::string& language) {
        std::error_code unreadable;
        return fs::exists(folder / language / "LC_MESSAGES" / "limber.mo", unreadable);
    };
    const auto found = std::ranges::find_if(languages, has_catalogue);
    const bool english = found == languages.end();
    // gettext heeds LANGUAGE, but in no locale "C"; and a person's own may not be there. No threads yet.
    // NOLINTBEGIN(concurrency-mt-unsafe)
    const char* const locale = std::setlocale(LC_MESSAGES, nullptr);
    if (locale == nullptr || std::string_view{locale} == "C" || std::string_view{locale} == "POSIX")
        std::setlocale(LC_MESSAGES, "C.UTF-8");
    const std::string list = english ? "en" : fmt::format("{}", fmt::join(languages, ":"));
    setenv("LANGUAGE", list.c_str(), 1);
    // NOLINTEND(concurrency-mt-unsafe)
    bindtextdomain("limber", folder.c_str());
    bind_textdomain_codeset("limber", "UTF-8");
    ++_nl_msg_cat_cntr; // what has been looked up before is looked up anew
    return english ? "en" : *found;
}

std::string speak_persons_language() {
    return speak(settings::wanted_languages());
}

} // namespace limber
