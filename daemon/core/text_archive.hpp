// SPDX-License-Identifier: GPL-3.0-or-later
// Values as text, and back (text_reader.hpp): {name value …} for records, [value …] for lists, (NAME {…}) for
// one of several, numbers, "strings", and ~ for nothing. Names make it readable and let a newer program read
// an older text: what is missing keeps its default. Inside the core only.
#pragma once

#include "archive.hpp"
#include "archive_events.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace limber {

class Writer {
public:
    template <class T>
    void operator()(const char* name, T& value) {
        text_ += name;
        text_ += ' ';
        put(value);
        text_ += ' ';
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    void put(std::string& value) {
        text_ += '"';
        for (const char c : value) {
            if (c == '"' || c == '\\' || c == '\n') {
                text_ += '\\';
            }
            text_ += c == '\n' ? 'n' : c;
        }
        text_ += '"';
    }

    template <class C, class D>
    void put(std::chrono::time_point<C, D>& value) {
        text_ += std::to_string(value.time_since_epoch().count());
    }

    template <class R, class P>
    void put(std::chrono::duration<R, P>& value) {
        text_ += std::to_string(value.count());
    }

    template <class T>
    void put(std::optional<T>& value) {
        if (value) {
            put(*value);
        } else {
            text_ += '~';
        }
    }

    template <class T>
    void put(std::vector<T>& values) {
        text_ += '[';
        for (T& value : values) {
            put(value);
            text_ += ' ';
        }
        text_ += ']';
    }

    template <class A, class B>
    void put(std::pair<A, B>& value) {
        text_ += '[';
        put(value.first);
        text_ += ' ';
        put(value.second);
        text_ += ']';
    }

    template <class T, std::size_t N>
    void put(std::array<T, N>& values) {
        text_ += '[';
        for (T& value : values) {
            put(value);
            text_ += ' ';
        }
        text_ += ']';
    }

    template <class... Ts>
    void put(std::variant<Ts...>& value) {
        text_ += '(';
        text_ += names_of(value)[value.index()];
        text_ += ' ';
        std::visit([this](auto& one) { this->put(one); }, value);
        text_ += ')';
    }

    template <class K, class V>
    void put(std::map<K, V>& values) {
        text_ += '[';
        for (auto& [key, value] : values) {
            K name = key;
            put(name);
            text_ += ' ';
            put(value);
            text_ += ' ';
        }
        text_ += ']';
    }

    template <class T>
    void put(T& value) {
        if constexpr (std::is_enum_v<T>) {
            text_ += std::to_string(std::to_underlying(value));
        } else if constexpr (std::is_arithmetic_v<T>) {
            text_ += std::to_string(value);
        } else {
            text_ += '{';
            fields(*this, value);
            text_ += '}';
        }
    }

    std::string text_;
};

} // namespace limber
