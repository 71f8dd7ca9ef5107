// SPDX-License-Identifier: GPL-3.0-or-later
// Walks over the text as TOML's quotes and comments divide it. toml++ 3.3 has undefined behaviour on some
// characters in bare keys, and follows any depth of nesting.
#include "document.hpp"
#include "problem.hpp"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace limber {
namespace {

constexpr int deepest = 32; // lists and tables in each other; parts of one key

class Walk {
public:
    Walk(std::string_view text, const std::string& file) : text_{text}, file_{file} {}

    std::expected<void, Problem> run() {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3; // a byte order mark
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '#') {
                skip_line();
            } else if (c == '"' || c == '\'') {
                if (!skip_quoted(c)) return {}; // never closed: toml++ stops there as well
            } else if (static_cast<unsigned char>(c) >= 0x80) {
                return wrong("this character may only stand inside quotes",
                             R"(keys are plain a-z, 0-9, _ and -; text needs "quotes")");
            } else {
                count(c);
                if (open_ > deepest || dots_ > deepest)
                    return wrong("lists and tables are nested too deeply", {});
                ++at_;
            }
        }
        return {};
    }

private:
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
                at_ += 2;
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

    void count(char c) {
        if (c == '.') {
            ++dots_;
        } else if (c == '\n' || c == '=' || c == ',' || c == '[' || c == ']' || c == '{' || c == '}') {
            dots_ = 0;
        }
        if (c == '[' || c == '{') ++open_;
        if ((c == ']' || c == '}') && open_ > 0) --open_;
    }

    std::unexpected<Problem> wrong(std::string message, std::string hint) const {
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
    int open_ = 0;
    int dots_ = 0;
};

} // namespace

std::expected<void, Problem> check_outside_quotes(std::string_view text, const std::string& file) {
    return Walk{text, file}.run();
}

} // namespace limber
