// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace limber;
using namespace limber::settings;

using Languages = std::vector<std::string>;

TEST_CASE("languages are wanted as gettext has it") {
    CHECK(wanted_languages("", "de_DE.UTF-8") == Languages{"de_DE", "de"});
    CHECK(wanted_languages("", "de_AT@euro") == Languages{"de_AT", "de"});
    CHECK(wanted_languages("", "de") == Languages{"de"});
    CHECK(wanted_languages("fr:de_CH:de", "de_CH.UTF-8") == Languages{"fr", "de_CH", "de"});
    CHECK(wanted_languages("fr_FR:fr_CA", "de_DE") == Languages{"fr_FR", "fr", "fr_CA"});
}

TEST_CASE("nobody who reads English, or has chosen nothing, gets another language") {
    for (const char* const locale : {"C", "C.UTF-8", "POSIX", "", "en_GB.UTF-8", "en"}) {
        CAPTURE(locale);
        CHECK(wanted_languages("", locale).empty());
    }
    CHECK(wanted_languages("de:fr", "C.UTF-8").empty());
    CHECK(wanted_languages("en_GB:de", "de_DE.UTF-8").empty());
    CHECK(wanted_languages("fr:en:de", "de_DE.UTF-8") == Languages{"fr"});
}

TEST_CASE("what is no language is passed over") {
    CHECK(wanted_languages("::../../etc:d:DE:de_de:german:pt_BR", "de_DE.UTF-8") == Languages{"pt_BR", "pt"});
    CHECK(wanted_languages("", "tlh\nx").empty());
    CHECK(wanted_languages(std::string(100'000, ':') + "de", "de_DE") == Languages{"de"});
    std::string many;
    for (char first = 'f'; first <= 'z'; ++first) {
        for (char second = 'a'; second <= 'z'; ++second)
            many += std::string{first, second} + ":";
    }
    CHECK(wanted_languages(many, "de_DE").size() <= 17);
}
