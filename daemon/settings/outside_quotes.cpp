// SPDX-License-Identifier: GPL-3.0-or-later
// Walks over the text as toml++ does. toml++ 3.3 has undefined behaviour on some characters that stand
// outside quotes (it looks for their kind of white space in an incomplete table), and follows any depth of
// nesting.
#include "characters.hpp"
#include "document.hpp"
#include "problem.hpp"
#include "translation/said.hpp"

#include <algorithm>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace limber::settings {

using translation::said;

namespace {

constexpr std::size_t deepest = 32; // lists and tables in each other; parts of one key
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_strange(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

class Walk {
public:
    Walk(std::string_view text, const std::string& file) : text_{text}, file_{file} {}

    std::expected<void, Problem> run() {
        if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '#') {
                skip_line();
            } else if (c == '"' || c == '\'') {
                if (!skip_quoted(c)) return {}; // never closed: toml++ stops there as well
                if (escapes_strange_) return wrong_character();
            } else if (is_strange(c)) {
                return wrong_character();
            } else if (in_value_ && ends_value.find(c) == std::string_view::npos && c != '[' && c != '{') {
                if (skip_bare_value()) return wrong_character();
            } else {
                step(c);
                if (open_.size() > deepest || dots_ > deepest) {
                    return wrong(said(QT_TRANSLATE_NOOP("said", "lists and tables are nested too deeply")),
                                 {});
                }
                ++at_;
            }
        }
        return {};
    }

private:
    static constexpr std::string_view ends_value = " \t\r\n,]}#";

    void skip_line() {
        const std::size_t end = text_.find('\n', at_);
        at_ = end == std::string_view::npos ? text_.size() : end;
    }

    /// False if the quote is never closed where it must be.
    bool skip_quoted(char quote) {
        const bool basic = quote == '"';
        const std::string three(3, quote);
        const bool multiline = text_.substr(at_).starts_with(three);
        at_ += multiline ? 3 : 1;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (basic && c == '\\') {
                if (skip_escape()) return true;
            } else if (multiline ? text_.substr(at_).starts_with(three) : c == quote) {
                at_ += multiline ? 3 : 1;
                // up to two more quotes belong to the text of a multi-line string
                for (int more = 0; multiline && more < 2 && at_ < text_.size() && text_[at_] == quote;
                     ++more) {
                    ++at_;
                }
                return true;
            } else if (!multiline && c == '\n') {
                return false;
            } else {
                ++at_;
            }
        }
        return false;
    }

    /// Steps over a backslash and its character. toml++ asks whether that is white space, and after a line
    /// that ends in a backslash the same of what follows. True if a strange character stands there.
    bool skip_escape() {
        constexpr std::string_view blank = " \t\r\n";
        ++at_;
        if (at_ < text_.size() && blank.find(text_[at_]) != std::string_view::npos) {
            at_ = std::min(text_.find_first_not_of(blank, at_), text_.size());
            if (at_ < text_.size() && !is_strange(text_[at_])) return false;
        }
        escapes_strange_ = at_ < text_.size() && is_strange(text_[at_]);
        if (!escapes_strange_ && at_ < text_.size()) ++at_;
        return escapes_strange_;
    }

    /// A value without quotes goes on to its end, over quotes and brackets in its middle. True if it has a
    /// strange character; then that is where the walk stands.
    bool skip_bare_value() {
        const std::size_t end = std::min(text_.find_first_of(ends_value, at_), text_.size());
        const std::string_view value = text_.substr(at_, end - at_);
        const auto* const strange = std::ranges::find_if(value, is_strange);
        at_ += static_cast<std::size_t>(strange - value.begin());
        return strange != value.end();
    }

    /// Follows keys, values and what they are nested in.
    void step(char c) {
        if (c == '.') {
            ++dots_;
        } else if (c == '\n' || c == '=' || c == ',' || c == '[' || c == '{') {
            dots_ = 0;
        }
        if (c == '=') {
            in_value_ = true;
        } else if (in_value_ && (c == '[' || c == '{')) {
            open_ += c;
            in_value_ = c == '[';
        } else if ((c == ']' || c == '}') && !open_.empty()) {
            open_.pop_back();
            in_value_ = true;
        } else if (c == ',' && !open_.empty()) {
            in_value_ = open_.back() == '[';
        } else if (c == '\n' && open_.empty()) {
            in_value_ = false;
        }
    }

    [[nodiscard]] std::unexpected<Problem> wrong_character() const {
        if (escapes_strange_)
            return wrong(said(QT_TRANSLATE_NOOP("said", "this character cannot follow a \\")), {});
        if (const std::string hidden = hidden_space_in(text_.substr(at_, 3)); !hidden.empty()) {
            return wrong(
                said(QT_TRANSLATE_NOOP("said", "there is {} here, which may only stand inside quotes"),
                     hidden),
                said(QT_TRANSLATE_NOOP("said", "delete it, or type a plain space")));
        }
        return wrong(
            said(QT_TRANSLATE_NOOP("said", "this character may only stand inside quotes")),
            said(QT_TRANSLATE_NOOP("said", R"(keys are plain a-z, 0-9, _ and -; text needs "quotes")")));
    }

    [[nodiscard]] std::unexpected<Problem> wrong(std::string message, std::string hint) const {
        const Place place = place_of(text_, at_);
        return std::unexpected(Problem{.file = file_,
                                       .line = place.line,
                                       .column = place.column,
                                       .message = std::move(message),
                                       .hint = std::move(hint)});
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t at_ = 0;
    std::string open_; ///< brackets of values that are not closed yet
    bool in_value_ = false;
    bool escapes_strange_ = false;
    std::size_t dots_ = 0;
};

} // namespace

std::expected<void, Problem> check_outside_quotes(std::string_view text, const std::string& file) {
    return Walk{text, file}.run();
}

} // namespace limber::settings
