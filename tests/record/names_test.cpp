// SPDX-License-Identifier: GPL-3.0-or-later
// What members are called where they are written down: saved states and journals of earlier versions know
// them so. A member that is missing in a text keeps its default, so that nothing else would notice another
// name.
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/naming.hpp"
#include "core/note.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

using namespace limber;

namespace {

using Names = std::map<std::string, std::string>; ///< of the members, by type

/// Adds a type and all it is made of.
template <class T>
void collect(Names& names);

template <class... T>
void collect_each(Names& names, const std::variant<T...>* /*one_of*/) {
    (collect<T>(names), ...);
}

template <class T>
void collect(Names& names) {
    if constexpr (requires { std::variant_size<T>::value; }) {
        collect_each(names, static_cast<const T*>(nullptr));
    } else if constexpr (requires { typename T::mapped_type; }) {
        collect<typename T::mapped_type>(names);
    } else if constexpr (!std::is_same_v<T, std::string> && requires { typename T::value_type; }) {
        collect<typename T::value_type>(names);
    } else if constexpr (has_members<T>) {
        const auto [type, is_new] = names.try_emplace(std::string{name_of<T>()});
        if (!is_new) return;
        const auto add = [&]<class Member>(std::string_view name, const Member& /*member*/) {
            type->second.append(" ").append(name);
            collect<Member>(names);
        };
        each_member(add, all_default<T>);
    }
}

} // namespace

TEST_CASE("every member is written by the name it has always had; new ones belong into the list") {
    Names names;
    collect<Plan>(names);
    collect<State>(names);
    collect<Event>(names);
    collect<Effect>(names);
    collect<Note>(names);
    std::ifstream list{LIMBER_SOURCE_DIR "/tests/record/names"};
    for (std::string line; std::getline(list, line);) {
        CAPTURE(line);
        const auto type = names.extract(line.substr(0, line.find(':')));
        REQUIRE(type);
        CHECK(type.key() + ':' + type.mapped() == line);
    }
    for (const auto& [type, members] : names)
        FAIL_CHECK("not in the list: ", type, ':', members);
}
