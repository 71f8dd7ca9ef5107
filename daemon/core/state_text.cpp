// SPDX-License-Identifier: GPL-3.0-or-later
// The state as text (text_archive.hpp).
#include "plausible.hpp"
#include "step.hpp"
#include "text_archive.hpp"
#include "text_reader.hpp"

namespace limber {

namespace {

constexpr std::string_view header = "limber-state 1 ";

} // namespace

std::string write_state(const State& state) {
    Writer writer;
    fields(writer, const_cast<State&>(state)); // the lists of members serve reading as well
    return std::string{header} + "{" + writer.take() + "}";
}

std::expected<State, std::string> read_state(std::string_view text) {
    if (!text.starts_with(header)) {
        return std::unexpected("it does not begin with \"limber-state 1\"");
    }
    try {
        const Node node = Parser{text.substr(header.size())}.whole();
        State state;
        Reader reader{node};
        fields(reader, state);
        if (std::string wrong = implausible(state); !wrong.empty()) {
            return std::unexpected(std::move(wrong));
        }
        return state;
    } catch (const Unreadable& problem) {
        return std::unexpected(problem.what());
    }
}

} // namespace limber
