// SPDX-License-Identifier: GPL-3.0-or-later
// What the compiler knows of a type: what it and its members are called, how many members an aggregate has
// and how many values an enumeration.
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace limber {

/// Whether the enum has an enumerator of this value: only then the compiler knows a name for it.
template <auto value>
[[nodiscard]] consteval bool is_enumerator() {
    const std::string_view name =
        __PRETTY_FUNCTION__; // "… value = limber::Side::left …" or "… = (limber::Side)7"
    return name[name.find("value = ") + 8] != '(';
}

/// How many there are, counted from the value 0.
template <class Enum, std::size_t so_far = 0>
[[nodiscard]] consteval std::size_t enumerator_count() {
    if constexpr (is_enumerator<static_cast<Enum>(so_far)>()) {
        return enumerator_count<Enum, so_far + 1>();
    } else {
        return so_far;
    }
}

/// What a member is called: as in the code, but "break" where C++ must say break_id.
template <auto member>
[[nodiscard]] consteval std::string_view name_of() {
    std::string_view name = __PRETTY_FUNCTION__; // "… [with auto member = &limber::Civil::utc; …]"
    name.remove_prefix(name.find("member = ") + 1);
    name = name.substr(0, name.find_first_of(";]"));
    name.remove_prefix(name.rfind(':') + 1);
    return name == "break_id" ? std::string_view{"break"} : name;
}

/// What a type is called, without its namespaces.
template <class T>
[[nodiscard]] consteval std::string_view name_of() {
    std::string_view name = __PRETTY_FUNCTION__;
    name.remove_prefix(name.find("T = ") + 4);
    name = name.substr(0, name.find_first_of(";]"));
    return name.substr(name.rfind(':') + 1); // npos + 1: 0
}

template <auto... member>
struct These {};

template <auto... member>
inline constexpr These<member...> these{};

/// Specialised below for each type; one without members needs no list.
template <class T>
inline constexpr auto members = std::conditional_t<std::is_empty_v<T>, These<>, std::nullptr_t>{};

/// Whether T is one of the values whose members are named here.
template <class T>
concept has_members = !std::is_null_pointer_v<std::remove_cv_t<decltype(members<T>)>>;

/// Members that are no part of what is written down.
template <class T>
inline constexpr std::size_t left_out_of = 0;

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

template <class T, class See, auto... member>
constexpr void each_member(See& see, These<member...> /*list*/) {
    static_assert(sizeof...(member) + left_out_of<T> == member_count<T>(),
                  "a member is missing in members.hpp");
    (see(name_of<member>(), member), ...);
}

/// Calls `see` with the name of each member of T and the pointer to it, in their order.
template <class T, class See>
constexpr void each_member(See&& see) {
    each_member<T>(see, members<T>);
}

} // namespace limber
