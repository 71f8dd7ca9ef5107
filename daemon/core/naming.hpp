// SPDX-License-Identifier: GPL-3.0-or-later
// What the compiler knows of a type: what it is called, an aggregate's members and their names, and an
// enumeration's values and theirs. What is written down, sent and printed follows the declarations by itself.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace limber {

/// What a type is called, without its namespaces.
template <class T>
[[nodiscard]] consteval std::string_view name_of() {
    std::string_view name = __PRETTY_FUNCTION__; // "… [with T = limber::note::Began; …]"
    name.remove_prefix(name.find("T = ") + 4);
    name = name.substr(0, name.find_first_of(";]"));
    return name.substr(name.rfind(':') + 1); // npos + 1: 0
}

/// As the code calls it: an enumerator "(limber::Side)7" where there is none, or a member of an object.
template <auto value>
[[nodiscard]] consteval std::string_view spelling_of() {
    std::string_view name = __PRETTY_FUNCTION__; // "… [with auto value = limber::Side::left; …]"
    name.remove_prefix(name.find("value = ") + 8);
    return name.substr(0, name.find_first_of(";]"));
}

/// An enumerator without its type.
template <auto value>
[[nodiscard]] consteval std::string_view key_of() {
    return spelling_of<value>().substr(spelling_of<value>().rfind(':') + 1);
}

/// How many enumerators there are, counted from the value 0.
template <class Enum, std::size_t so_far = 0>
[[nodiscard]] consteval std::size_t enumerator_count() {
    if constexpr (spelling_of<static_cast<Enum>(so_far)>().starts_with('(')) {
        return so_far;
    } else {
        return enumerator_count<Enum, so_far + 1>();
    }
}

struct Anything {
    template <class T>
    operator T() const noexcept; // NOLINT(google-explicit-constructor): stands for any initializer
};

template <class T, std::size_t... I>
[[nodiscard]] consteval bool can_be_made_of(std::index_sequence<I...> /*so_many*/) {
    return requires { T{(static_cast<void>(I), Anything{})...}; };
}

/// Of an aggregate: how many initializers it takes.
template <class T, std::size_t so_far = 0>
[[nodiscard]] consteval std::size_t member_count() {
    if constexpr (can_be_made_of<T>(std::make_index_sequence<so_far + 1>{})) {
        return member_count<T, so_far + 1>();
    } else {
        return so_far;
    }
}

/// References to all members of an aggregate, in their order.
template <class T>
[[nodiscard]] constexpr auto members_of(T& value) {
    constexpr std::size_t count = member_count<std::remove_const_t<T>>();
    static_assert(count <= 14 || count == 20 || count == 43, "so many members have no line here yet");
    if constexpr (count == 0) return std::tie();
#define LIMBER_MEMBERS(so_many, ...)                                                                         \
    if constexpr (count == (so_many)) {                                                                      \
        auto& [__VA_ARGS__] = value;                                                                         \
        return std::tie(__VA_ARGS__);                                                                        \
    }
    LIMBER_MEMBERS(1, a);
    LIMBER_MEMBERS(2, a, b);
    LIMBER_MEMBERS(3, a, b, c);
    LIMBER_MEMBERS(4, a, b, c, d);
    LIMBER_MEMBERS(5, a, b, c, d, e);
    LIMBER_MEMBERS(6, a, b, c, d, e, f);
    LIMBER_MEMBERS(7, a, b, c, d, e, f, g);
    LIMBER_MEMBERS(8, a, b, c, d, e, f, g, h);
    LIMBER_MEMBERS(9, a, b, c, d, e, f, g, h, i);
    LIMBER_MEMBERS(10, a, b, c, d, e, f, g, h, i, j);
    LIMBER_MEMBERS(11, a, b, c, d, e, f, g, h, i, j, k);
    LIMBER_MEMBERS(12, a, b, c, d, e, f, g, h, i, j, k, l);
    LIMBER_MEMBERS(13, a, b, c, d, e, f, g, h, i, j, k, l, m);
    LIMBER_MEMBERS(14, a, b, c, d, e, f, g, h, i, j, k, l, m, n);
    LIMBER_MEMBERS(20, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t);
    LIMBER_MEMBERS(43, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, ab,
                   ac, ad, ae, af, ag, ah, ai, aj, ak, al, am, an, ao, ap, aq);
#undef LIMBER_MEMBERS
}

/// One with all its defaults.
template <class T>
inline const T all_default{};

/// Members that are no part of what is written down, by their names.
template <class T>
inline constexpr std::array<std::string_view, 0> unwritten{};

/// What a member is called: as in the code, but "break" where C++ must say break_id.
template <class T, std::size_t place>
[[nodiscard]] consteval std::string_view member_name() {
    // "(& all_default<limber::Civil>.limber::Civil::utc)" or "&all_default.utc"
    std::string_view name = spelling_of<&std::get<place>(members_of(all_default<T>))>();
    name = name.substr(name.find_last_of(".:") + 1);
    name = name.substr(0, name.find(')'));
    return name == "break_id" ? std::string_view{"break"} : name;
}

/// What all members are called, in their order.
template <class T>
inline constexpr auto member_names = []<std::size_t... place>(std::index_sequence<place...> /*all*/) {
    return std::array<std::string_view, sizeof...(place)>{member_name<T, place>()...};
}(std::make_index_sequence<member_count<T>()>{});

/// A value that is told apart by its members.
template <class T>
concept has_members = std::is_aggregate_v<T> && !std::is_array_v<T>;

/// Aggregates are equal when all their members are.
template <has_members T>
[[nodiscard]] constexpr bool operator==(const T& one, const T& other) {
    return members_of(one) == members_of(other);
}

/// Calls `see` with the name of each member and the member itself, in their order; of several values of one
/// type, with all of theirs.
template <class See, has_members First, class... More>
constexpr void each_member(See&& see, First& first, More&... more) {
    using T = std::remove_const_t<First>;
    constexpr auto one_of = [](const auto& names, std::string_view name) {
        return std::ranges::find(names, name) != names.end();
    };
    // otherwise a member that is renamed would be written from then on
    static_assert(std::ranges::all_of(unwritten<T>,
                                      [&](std::string_view name) { return one_of(member_names<T>, name); }));
    const auto see_one = [&]<std::size_t place>() {
        constexpr std::string_view name = member_names<T>[place];
        if constexpr (!one_of(unwritten<T>, name))
            see(name, std::get<place>(members_of(first)), std::get<place>(members_of(more))...);
    };
    [&]<std::size_t... place>(std::index_sequence<place...> /*all*/) {
        (see_one.template operator()<place>(), ...);
    }(std::make_index_sequence<member_count<T>()>{});
}

} // namespace limber
