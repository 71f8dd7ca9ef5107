// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema.hpp"

#include "document.hpp"
#include "field.hpp"
#include "hint.hpp"
#include "spot.hpp"
#include "translation/said.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace limber::settings {

using translation::said;

namespace {

/// "belongs into …" for a key that limber.toml has elsewhere. A key below a [table] is that table's.
std::string home_of(std::string_view key) {
    if (lists(keys_of(schema::globals), key)) {
        return said(QT_TRANSLATE_NOOP("said", "`{}` belongs at the top of the file, above the first [table]"),
                    key);
    }
    if (lists(keys_of(schema::break_rule), key))
        return said(QT_TRANSLATE_NOOP("said", "`{}` belongs in a [[break]] table"), key);
    std::string home;
    const auto look = [&](const auto& section) {
        if (lists(keys_of(section.fields), key))
            home = said(QT_TRANSLATE_NOOP("said", "`{}` belongs in [{}]"), key, section.name);
    };
    std::apply([&](const auto&... section) { (look(section), ...); }, schema::sections);
    return home;
}

} // namespace

void complain_unknown(const Entry& entry, const std::vector<std::string_view>& known, const Spot& spot) {
    const bool in_limber_toml = spot.unknown_keys == Problem::Severity::error;
    std::string hint = in_limber_toml ? home_of(entry.key) : std::string{};
    if (hint.empty()) hint = did_you_mean(entry.key, known);
    // an unknown key is a stranger's text: short, and on one line
    std::string shown = count_characters(entry.key) > 40 ? std::string{"…"} : entry.key;
    std::ranges::replace_if(shown, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, '?');
    spot.under(shown).complain(spot.unknown_keys, entry.at,
                               said(QT_TRANSLATE_NOOP("said", "unknown key `{}`"), shown), hint);
}

std::vector<BreakDraft> shipped_rules() {
    using namespace std::chrono_literals;
    BreakDraft micro;
    micro.name = "micro";
    micro.title = "Micro-break";
    micro.interval = 30min;
    micro.rest = 40s;
    micro.exercises.count = 1;
    BreakDraft pause;
    pause.name = "long";
    pause.title = "Long break";
    pause.interval = 60min;
    pause.rest = 5min;
    pause.exercises.count = 4;
    return {micro, pause};
}

} // namespace limber::settings
