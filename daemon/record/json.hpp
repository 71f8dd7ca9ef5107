// SPDX-License-Identifier: GPL-3.0-or-later
// Values as JSON by the names of their members (core/naming.hpp), and back. Instants and lengths are
// nanoseconds ("never" and "past" where a moment may be unset), days are counted from 1970, enumerators are
// their words, one of several says with "is" which. What says nothing is left out, what is missing keeps its
// default, and what is not known is passed over. Inside this folder only: JSON's header is long.
#pragma once

#include "core/naming.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/words.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace limber::record {

using Json = nlohmann::ordered_json;

/// Deeper than anything of ours; what is deeper cannot be written into a message either.
inline constexpr int deepest_nesting = 32;

// What may be read from a text: beyond these bounds sums of instants would overflow, and parts would not fit
// together.

/// Of instants and lengths, to both sides: the sum of a dozen of them still fits.
template <class T>
inline constexpr Duration farthest = std::chrono::days{18 * 365};

/// Of the wall clock: the year 2191.
template <>
inline constexpr Duration farthest<Utc>{7'000'000'000'000'000'000};

/// Of civil days, to both sides of 1970.
template <>
inline constexpr std::chrono::days farthest<Day>{100'000};

/// Of everything that is counted.
inline constexpr int highest_count = 1'000'000;

/// Of a line of text, without its end.
[[nodiscard]] inline std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class T>
[[nodiscard]] Json json_of(const T& value) {
    if constexpr (std::is_enum_v<T>) {
        return word_of(value);
    } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
        return value;
    } else if constexpr (requires { value.time_since_epoch(); }) {
        if (value == value.max()) return "never";
        if (value == value.min()) return "past";
        return value.time_since_epoch().count();
    } else if constexpr (requires { value.count(); }) {
        return value.count();
    } else if constexpr (requires { value.has_value(); }) {
        return value ? json_of(*value) : Json{};
    } else if constexpr (requires { value.valueless_by_exception(); }) {
        const auto one_of_several = []<class One>(const One& one) {
            Json object{{"is", name_of<One>()}};
            object.update(json_of(one));
            return object;
        };
        return std::visit(one_of_several, value);
    } else if constexpr (requires { typename T::mapped_type; }) {
        Json object = Json::object();
        for (const auto& [key, one] : value)
            object[json_of(key).template get<std::string>()] = json_of(one);
        return object;
    } else if constexpr (requires { value.first; }) {
        return Json::array({json_of(value.first), json_of(value.second)});
    } else if constexpr (requires { value.begin(); }) {
        Json list = Json::array();
        for (const auto& one : value)
            list.push_back(json_of(one));
        return list;
    } else {
        Json object = Json::object();
        const auto write = [&](std::string_view name, const auto& part, const auto& otherwise) {
            const auto says_nothing = [](const auto& of) {
                if constexpr (requires { of.has_value(); }) return !of.has_value();
                if constexpr (requires { of.empty(); }) return of.empty();
                return false;
            };
            if (!says_nothing(part) || !says_nothing(otherwise)) object.emplace(name, json_of(part));
        };
        each_member(write, value, all_default<T>);
        return object;
    }
}

/// Reads values and remembers what it could not understand.
class Reading {
public:
    /// In the first format enumerators and flags are numbers, unset moments the farthest ones, and maps
    /// lists.
    enum class Format { first, present };

    explicit Reading(Format format = Format::present) : format_(format) {}

    /// Members that are not understood keep their defaults. False: it is no object at all.
    template <class T>
    [[nodiscard]] bool read(const Json& json, T& value) {
        if (!json.is_object()) return fail("a value of several members is expected");
        const auto read_member = [&](std::string_view name, auto& member, const auto& otherwise) {
            const auto found = json.find(std::string{name});
            if (found == json.end()) return;
            if (!part(name, [&] { return get(*found, member, otherwise); })) member = otherwise;
        };
        each_member(read_member, value, all_default<T>);
        return true;
    }

    /// "tally.outcomes: …", one for each part; the last words are the reason.
    [[nodiscard]] const std::vector<std::string>& left_out() const { return left_out_; }

    [[nodiscard]] const std::string& reason() const { return reason_; }

private:
    bool fail(std::string reason) {
        reason_ = std::move(reason);
        return false;
    }

    /// Gets a part of this name; what is not understood is left out.
    template <class Get>
    bool part(std::string_view name, Get get_it) {
        const std::size_t before = path_.size();
        if (before > 0) path_ += '.';
        path_ += name;
        const bool understood = get_it();
        if (!understood) {
            damaged_ = damaged_ || !std::exchange(unknown_word_, false);
            if (left_out_.size() < most_left_out) left_out_.push_back(path_ + ": " + reason_);
        }
        path_.resize(before);
        return understood;
    }

    /// What may be missing is read undamaged or not at all: half a pause would be another pause. A word of a
    /// later version is no damage.
    template <class T>
    bool get_whole(const Json& json, T& value) {
        const bool before = std::exchange(damaged_, false);
        const std::size_t so_far = left_out_.size();
        const bool understood = get(json, value, T{});
        const bool damaged = std::exchange(damaged_, before);
        if (damaged) left_out_.resize(std::min(so_far, left_out_.size()));
        return understood && !damaged;
    }

    template <class T>
    bool get(const Json& json, T& value, const T& standard) {
        if constexpr (std::is_same_v<T, std::string>) {
            if (!json.is_string()) return fail("a text is expected");
            value = json.get<std::string>();
            return true;
        } else if constexpr (std::is_same_v<T, bool>) {
            const bool numbered = format_ == Format::first && json.is_number();
            if (!numbered && !json.is_boolean()) return fail("true or false is expected");
            value = numbered ? json != 0 : json.get<bool>();
            return true;
        } else if constexpr (std::is_enum_v<T>) {
            return get_enumerator(json, value);
        } else if constexpr (std::is_arithmetic_v<T>) {
            if (!number(json, value)) return false;
            return std::is_unsigned_v<T> || within<T>(value, highest_count) ||
                   fail("this is too many: " + text_of(json));
        } else if constexpr (requires { value.time_since_epoch(); }) {
            return get_moment(json, value, standard == T::max() || standard == T::min());
        } else if constexpr (requires { value.count(); }) {
            typename T::rep count{};
            if (!number(json, count)) return false;
            value = T{count};
            return within(value, std::chrono::duration_cast<T>(farthest<T>)) ||
                   fail("this is too long: " + text_of(json));
        } else if constexpr (requires { value.has_value(); }) {
            value.reset();
            if (json.is_null() || get_whole(json, value.emplace())) return true;
            value.reset();
            return false;
        } else if constexpr (requires { value.valueless_by_exception(); }) {
            return get_one_of(json, value);
        } else if constexpr (requires { typename T::mapped_type; }) {
            return get_map(json, value);
        } else if constexpr (requires { value.push_back({}); }) {
            return get_list(json, value);
        } else if constexpr (requires { value.first; }) {
            if (!json.is_array() || json.size() != 2) return fail("a pair is expected");
            return get(json[0], value.first, standard.first) && get(json[1], value.second, standard.second);
        } else if constexpr (requires { value.fill({}); }) {
            if (!json.is_array() || json.size() != value.size())
                return fail("a list of another length is expected");
            for (std::size_t i = 0; i < value.size(); ++i) {
                if (!get(json[i], value[i], standard[i])) return false;
            }
            return true;
        } else {
            return read(json, value);
        }
    }

    template <class T>
    bool get_enumerator(const Json& json, T& value) {
        std::optional<T> found;
        if (json.is_string()) found = value_of<T>(json.get_ref<const std::string&>());
        if (format_ == Format::first && json.is_number_unsigned() && json < words<T>.size())
            found = static_cast<T>(json.get<std::size_t>());
        unknown_word_ = !found && json.is_string();
        if (!found) return fail("not one of those here: " + text_of(json));
        value = *found;
        return true;
    }

    template <class T>
    bool get_moment(const Json& json, T& value, bool may_be_unset) {
        for (const T unset : {T::max(), T::min()}) {
            if (json != json_of(unset) &&
                (format_ != Format::first || json != unset.time_since_epoch().count()))
                continue;
            value = unset;
            return may_be_unset || fail("there must be a time");
        }
        using Since = typename T::duration;
        typename T::rep count{};
        if (!number(json, count)) return false;
        value = T{Since{count}};
        return within(value.time_since_epoch(), std::chrono::duration_cast<Since>(farthest<T>)) ||
               fail("this is no time: " + text_of(json));
    }

    template <class T>
    bool get_list(const Json& json, std::vector<T>& values) {
        if (!json.is_array()) return fail("a list is expected");
        values.clear();
        std::size_t number = 0;
        for (const Json& item : json) {
            T value{};
            if (part(std::to_string(++number), [&] { return get_whole(item, value); }))
                values.push_back(std::move(value));
        }
        return true;
    }

    template <class K, class V>
    bool get_map(const Json& json, std::map<K, V>& values) {
        values.clear();
        const auto take = [&](const Json& key, const Json& item) {
            K name{};
            V value{};
            if (part(text_of(key), [&] { return get(key, name, K{}) && get(item, value, V{}); }))
                values[std::move(name)] = std::move(value);
        };
        if (format_ == Format::first && json.is_array()) {
            for (std::size_t i = 0; i + 1 < json.size(); i += 2)
                take(json[i], json[i + 1]);
            return true;
        }
        if (!json.is_object()) return fail("a value of several members is expected");
        for (const auto& [key, item] : json.items())
            take(Json(key), item);
        return true;
    }

    template <class... T>
    bool get_one_of(const Json& json, std::variant<T...>& value) {
        const auto is = json.is_object() ? json.find("is") : json.end();
        if (is == json.end() || !is->is_string()) return fail("\"is\" must say which it is");
        bool understood = false;
        const bool known =
            ((*is == name_of<T>() && (understood = get(json, value.template emplace<T>(), T{}), true)) ||
             ...);
        return known ? understood : fail("unknown here: " + text_of(*is));
    }

    template <class T>
    bool number(const Json& json, T& value) {
        // a number beyond 64 bits is read as a fraction
        const bool fits = json.is_number_unsigned()
                              ? json.get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<T>::max()}
                              : json.is_number_integer() && std::in_range<T>(json.get<std::int64_t>());
        if (!fits) return fail("not a number here: " + text_of(json));
        value = json.get<T>();
        return true;
    }

    /// To both sides of zero.
    template <class Length>
    static bool within(Length value, Length most) {
        return -most <= value && value <= most;
    }

    static constexpr std::size_t most_left_out = 20;

    Format format_;
    std::string path_;
    std::string reason_;
    bool unknown_word_ = false; ///< that is all the last reason is about
    bool damaged_ = false;      ///< something was left out for another reason
    std::vector<std::string> left_out_;
};

} // namespace limber::record
