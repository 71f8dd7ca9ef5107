// SPDX-License-Identifier: GPL-3.0-or-later
#include "first_format.hpp"

#include <cctype>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace limber::record {

namespace {

/// Thrown and caught in this file alone.
struct Unreadable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    Json whole() {
        Json json = value(0);
        skip_space();
        if (at_ != text_.size()) {
            fail("something follows the end");
        }
        return json;
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

    Json value(int depth) {
        if (depth > deepest_nesting) {
            fail("nested too deeply");
        }
        skip_space();
        switch (peek()) {
        case '{': return record(depth);
        case '[': return list(depth);
        case '(': return choice(depth);
        case '"': return quoted();
        case '~': ++at_; return {};
        default: return number();
        }
    }

    Json record(int depth) {
        Json json = Json::object();
        ++at_;
        for (skip_space(); peek() != '}'; skip_space()) {
            std::string key = word();
            json[std::move(key)] = value(depth + 1);
        }
        ++at_;
        return json;
    }

    Json list(int depth) {
        Json json = Json::array();
        ++at_;
        for (skip_space(); peek() != ']'; skip_space()) {
            json.push_back(value(depth + 1));
        }
        ++at_;
        return json;
    }

    /// (NAME {…}): one of several.
    Json choice(int depth) {
        ++at_;
        skip_space();
        Json json{{"is", word()}};
        const Json members = value(depth + 1);
        if (!members.is_object()) {
            fail("a value of several members is expected");
        }
        json.update(members);
        skip_space();
        if (peek() != ')') {
            fail("a bracket does not close");
        }
        ++at_;
        return json;
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

    Json number() {
        const std::size_t from = at_;
        if (peek() == '-') {
            ++at_;
        }
        while (std::isdigit(static_cast<unsigned char>(peek())) != 0) {
            ++at_;
        }
        const char* const begin = text_.data() + from;
        const char* const end = text_.data() + at_;
        std::int64_t below = 0;
        std::uint64_t above = 0; // dice need all 64 bits
        if (const auto read = std::from_chars(begin, end, above); read.ec == std::errc{}) {
            return above;
        }
        if (const auto read = std::from_chars(begin, end, below); read.ec == std::errc{}) {
            return below;
        }
        fail("a number is expected");
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

} // namespace

std::expected<Json, std::string> from_first_format(std::string_view text) {
    try {
        return Parser{text}.whole();
    } catch (const Unreadable& problem) {
        return std::unexpected(problem.what());
    }
}

} // namespace limber::record
