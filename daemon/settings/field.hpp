// SPDX-License-Identifier: GPL-3.0-or-later
// One key of a table, declared once: name, member, kind with its range, text for people. The default is the
// member's own. Everything else goes over a tuple of these.
#pragma once

#include "document.hpp"
#include "kinds.hpp"
#include "spot.hpp"
#include "words/said.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

namespace limber::settings {

enum class Presence {
    optional, ///< absent: the member's default
    required, ///< no default
    unset     ///< absent means something of its own, told in the text: no default is documented
};

template <class Owner, class Kind>
struct Field {
    std::string_view key;
    typename Kind::type Owner::* member;
    Kind kind;
    std::string_view text;
    Presence presence = Presence::optional;

    [[nodiscard]] constexpr auto& of(auto& owner) const { return owner.*member; }
};

template <class Owner, class Kind>
constexpr Field<Owner, Kind> row(std::string_view name, typename Kind::type Owner::* member, Kind kind,
                                 std::string_view text, Presence presence = Presence::optional) {
    return {name, member, kind, text, presence};
}

/// Calls `visit` for each of a tuple.
template <class Tuple, class Visit>
constexpr void each(const Tuple& tuple, Visit visit) {
    std::apply([&](const auto&... element) { (visit(element), ...); }, tuple);
}

/// Where a key was written last, and whether it could be read.
struct Written {
    std::size_t file = 0; ///< index in the order of importance
    Spot spot;
    Place at;
    bool good = false;
};

using WrittenKeys = std::map<std::string, Written, std::less<>>;

template <class Fields>
std::vector<std::string_view> keys_of(const Fields& fields) {
    return std::apply([](const auto&... field) { return std::vector<std::string_view>{field.key...}; },
                      fields);
}

[[nodiscard]] inline bool lists(const std::vector<std::string_view>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

void complain_unknown(const Entry& entry, const std::vector<std::string_view>& known, const Spot& spot);

/// Reads every entry it knows and complains about the others. `written`, if given, learns where keys stand.
template <class Fields, class Owner>
void read_table(const Table& table, const Fields& fields, Owner& into, const Spot& spot,
                WrittenKeys* written = nullptr, std::size_t file = 0) {
    for (const Entry& entry : table) {
        bool known = false;
        each(fields, [&](const auto& field) {
            if (field.key != entry.key) return;
            known = true;
            const Spot inner = spot.under(entry.key);
            const bool good = read(field.kind, entry.value, field.of(into), inner);
            if (written != nullptr)
                written->insert_or_assign(inner.key, Written{file, inner, entry.value.at, good});
        });
        if (!known) complain_unknown(entry, keys_of(fields), spot);
    }
}

/// Names the required keys that the table lacks.
template <class Fields>
void complain_missing(const Table& table, const Fields& fields, Place at, const Spot& spot) {
    each(fields, [&](const auto& field) {
        if (field.presence != Presence::required ||
            std::ranges::find(table, field.key, &Entry::key) != table.end()) {
            return;
        }
        spot.under(field.key).wrong(at, said("`{}` is missing", field.key));
    });
}

/// A table of its own. `Row` has a member `Place at`.
template <const auto& fields, class Row>
struct Inner {
    using type = std::optional<Row>;
};

/// A list of tables.
template <const auto& fields, class Row>
struct Rows {
    using type = std::vector<Row>;
    std::size_t most = 1;
};

template <const auto& fields, class Row>
bool read(const Inner<fields, Row>& /*kind*/, const Value& value, std::optional<Row>& into,
          const Spot& spot) {
    const auto* const table = std::get_if<Table>(&value.what);
    if (table == nullptr) {
        return spot.wrong(value.at, said("`{}` needs a table, not {}", spot.name(), kind_of(value)));
    }
    Row row;
    row.at = value.at;
    read_table(*table, fields, row, spot);
    complain_missing(*table, fields, value.at, spot);
    into = row;
    return true;
}

template <const auto& fields, class Row>
bool read(const Rows<fields, Row>& kind, const Value& value, std::vector<Row>& into, const Spot& spot) {
    const auto* const list = std::get_if<List>(&value.what);
    if (list == nullptr) {
        return spot.wrong(value.at, said("`{}` needs a list of tables, not {}", spot.name(), kind_of(value)));
    }
    if (list->size() > kind.most) {
        return spot.wrong(value.at, said("`{}` takes at most {} tables", spot.name(), kind.most));
    }
    into.clear();
    for (const Value& element : *list) {
        std::optional<Row> row;
        if (read(Inner<fields, Row>{}, element, row, spot)) into.push_back(*std::move(row));
    }
    return true;
}

} // namespace limber::settings
