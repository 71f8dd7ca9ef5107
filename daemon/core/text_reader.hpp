// SPDX-License-Identifier: GPL-3.0-or-later
// Text as text_archive.hpp writes it, back to values. Whatever is read is within the bounds of plausible.hpp,
// or refused. Inside the core only.
#pragma once

#include "archive.hpp"
#include "archive_events.hpp"
#include "plausible.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace limber {

inline constexpr int deepest_nesting = 32;

/// What was read, before it is known what it should be.
struct Node {
    enum class Kind { nothing, number, text, list, record, choice } kind = Kind::nothing;
    std::string scalar; ///< a number, a text, or the name of a choice (its value is the only item)
    std::vector<Node> items;
    std::map<std::string, Node, std::less<>> members;
};

/// Thrown and caught in this file alone.
struct Unreadable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    Node whole() {
        Node node = value(0);
        skip_space();
        if (at_ != text_.size()) {
            fail("something follows the end");
        }
        return node;
    }

private:
    [[noreturn]] void fail(const char* what) const {
        throw Unreadable(std::string{what} + " at byte " + std::to_string(at_));
    }

    void skip_space() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) {
            ++at_;
        }
    }

    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    Node value(int depth) {
        if (depth > deepest_nesting) {
            fail("nested too deeply");
        }
        skip_space();
        Node node;
        switch (peek()) {
        case '{':
            node.kind = Node::Kind::record;
            ++at_;
            for (skip_space(); peek() != '}'; skip_space()) {
                std::string key = word();
                node.members[std::move(key)] = value(depth + 1);
            }
            ++at_;
            break;
        case '[':
            node.kind = Node::Kind::list;
            ++at_;
            for (skip_space(); peek() != ']'; skip_space()) {
                node.items.push_back(value(depth + 1));
            }
            ++at_;
            break;
        case '(':
            node.kind = Node::Kind::choice;
            ++at_;
            skip_space();
            node.scalar = word();
            node.items.push_back(value(depth + 1));
            skip_space();
            if (peek() != ')') {
                fail("a bracket does not close");
            }
            ++at_;
            break;
        case '"':
            node.kind = Node::Kind::text;
            node.scalar = quoted();
            break;
        case '~': ++at_; break;
        default: node.kind = Node::Kind::number; node.scalar = number();
        }
        return node;
    }

    std::string word() {
        const std::size_t from = at_;
        while (std::isalnum(static_cast<unsigned char>(peek())) != 0 || peek() == '_') {
            ++at_;
        }
        if (at_ == from) {
            fail("a name is missing");
        }
        return std::string{text_.substr(from, at_ - from)};
    }

    std::string number() {
        const std::size_t from = at_;
        if (peek() == '-') {
            ++at_;
        }
        while (std::isdigit(static_cast<unsigned char>(peek())) != 0) {
            ++at_;
        }
        if (at_ == from) {
            fail("a value is missing");
        }
        return std::string{text_.substr(from, at_ - from)};
    }

    std::string quoted() {
        std::string text;
        for (++at_; peek() != '"'; ++at_) {
            const bool escaped = peek() == '\\';
            if (escaped) {
                ++at_;
            }
            if (at_ >= text_.size()) {
                fail("a string does not end");
            }
            text += escaped && text_[at_] == 'n' ? '\n' : text_[at_];
        }
        ++at_;
        return text;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

class Reader {
public:
    explicit Reader(const Node& node) : node_(node) {}

    /// Reads a record with its fields.
    template <class T>
    static void read(const Node& node, T& value) {
        get(node, value);
    }

    template <class T>
    void operator()(const char* name, T& value) {
        const auto found = node_.members.find(name);
        if (found == node_.members.end()) {
            return;
        }
        get(found->second, value);
        if (unset(value) && std::ranges::find(may_be_unset, name) == may_be_unset.end()) {
            throw Unreadable(std::string{"there must be a time for "} + name);
        }
    }

private:
    static void expect(const Node& node, Node::Kind kind) {
        if (node.kind != kind) {
            throw Unreadable("a value has the wrong kind: " + node.scalar);
        }
    }

    static void get(const Node& node, std::string& value) {
        expect(node, Node::Kind::text);
        value = node.scalar;
    }

    template <class C, class D>
    static void get(const Node& node, std::chrono::time_point<C, D>& value) {
        value = std::chrono::time_point<C, D>{D{number<typename D::rep>(node)}};
        if (!unset(value) && !within(value)) {
            throw Unreadable("this is no time: " + node.scalar);
        }
    }

    template <class R, class P>
    static void get(const Node& node, std::chrono::duration<R, P>& value) {
        value = std::chrono::duration<R, P>{number<R>(node)};
        constexpr auto most = std::chrono::duration_cast<std::chrono::duration<R, P>>(farthest);
        if (value > most || value < -most) {
            throw Unreadable("this is too long: " + node.scalar);
        }
    }

    template <class T>
    static void get(const Node& node, std::optional<T>& value) {
        value.reset();
        if (node.kind != Node::Kind::nothing) {
            get(node, value.emplace());
        }
    }

    template <class T>
    static void get(const Node& node, std::vector<T>& values) {
        expect(node, Node::Kind::list);
        values.clear();
        for (const Node& item : node.items) {
            get(item, values.emplace_back());
        }
    }

    template <class A, class B>
    static void get(const Node& node, std::pair<A, B>& value) {
        expect(node, Node::Kind::list);
        if (node.items.size() != 2) {
            throw Unreadable("a pair has two values");
        }
        get(node.items[0], value.first);
        get(node.items[1], value.second);
    }

    template <class T, std::size_t N>
    static void get(const Node& node, std::array<T, N>& values) {
        expect(node, Node::Kind::list);
        if (node.items.size() != N) {
            throw Unreadable("a list has the wrong length");
        }
        for (std::size_t i = 0; i < N; ++i) {
            get(node.items[i], values[i]);
        }
    }

    template <class... Ts>
    static void get(const Node& node, std::variant<Ts...>& value) {
        expect(node, Node::Kind::choice);
        std::size_t index = 0;
        const bool known = ((names_of(value)[index++] == node.scalar &&
                             (get(node.items.front(), value.template emplace<Ts>()), true)) ||
                            ...);
        if (!known) {
            throw Unreadable("unknown here: " + node.scalar);
        }
    }

    template <class K, class V>
    static void get(const Node& node, std::map<K, V>& values) {
        expect(node, Node::Kind::list);
        values.clear();
        for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
            K key{};
            get(node.items[i], key);
            get(node.items[i + 1], values[std::move(key)]);
        }
    }

    static void get(const Node& node, bool& value) { value = number<int>(node) != 0; }

    template <class T>
    static void get(const Node& node, T& value) {
        if constexpr (std::is_enum_v<T>) {
            const auto index = number<std::underlying_type_t<T>>(node);
            if (index < 0 || index > std::to_underlying(last_of<T>)) {
                throw Unreadable("not one of those here: " + node.scalar);
            }
            value = static_cast<T>(index);
        } else if constexpr (std::is_arithmetic_v<T>) {
            value = number<T>(node);
            if constexpr (std::is_signed_v<T>) {
                if (value > highest_count || value < -highest_count) {
                    throw Unreadable("this is too many: " + node.scalar);
                }
            }
        } else {
            expect(node, Node::Kind::record);
            Reader inner{node};
            fields(inner, value);
        }
    }

    static constexpr std::array<std::string_view, 8> may_be_unset{
        "until",       "clock_from",  "last_hold_end", "settle_until",
        "grace_until", "next_change", "watched_since", "began"};

    template <class T>
    static bool unset(const T& /*value*/) {
        return false;
    }

    static bool unset(Instant at) { return at == never || at == the_past; }

    static bool unset(const std::optional<Instant>& at) { return at && unset(*at); }

    static bool unset(Utc at) { return at == Utc::max(); }

    static bool within(Instant at) {
        return at.time_since_epoch() <= farthest && at.time_since_epoch() >= -farthest;
    }

    static bool within(Utc at) {
        return at.time_since_epoch() <= latest_utc && at.time_since_epoch() >= -latest_utc;
    }

    static bool within(Day day) {
        const auto count = day.time_since_epoch().count();
        return count <= farthest_day && count >= -farthest_day;
    }

    template <class T>
    static T number(const Node& node) {
        expect(node, Node::Kind::number);
        T value{};
        const char* end = node.scalar.data() + node.scalar.size();
        const auto read = std::from_chars(node.scalar.data(), end, value);
        if (read.ptr != end || read.ec != std::errc{}) {
            throw Unreadable("not a number here: " + node.scalar);
        }
        return value;
    }

    const Node& node_;
};

} // namespace limber
