// SPDX-License-Identifier: GPL-3.0-or-later
// The state as text (text_archive.hpp).
#include "step.hpp"
#include "text_archive.hpp"

namespace limber {

namespace {

constexpr std::string_view header = "limber-state 1 ";

/// A state that would break the core's assumptions is not a state.
void check(const State& state) {
    const std::size_t rules = state.progress.size();
    const auto fits = [rules](const Books& books) {
        return books.accounts.size() == rules &&
               (!books.spell || (books.spell->base.size() == rules && books.spell->at_start.size() == rules));
    };
    const bool prompt_fits = !state.prompt || state.prompt->rule < rules;
    bool zeroings_fit = true;
    for (const Zeroing& zeroing : state.ledger.zeroings) {
        zeroings_fit = zeroings_fit && zeroing.rule < rules;
    }
    const bool session_fits = !state.session || !state.session->phases.empty();
    const bool footing_fits = fits(state.ledger.footing) || state.ledger.footing.accounts.empty();
    if (!fits(state.ledger.now) || !footing_fits || !prompt_fits || !zeroings_fit || !session_fits) {
        throw Unreadable("its parts do not fit together");
    }
}

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
        check(state);
        return state;
    } catch (const Unreadable& problem) {
        return std::unexpected(problem.what());
    }
}

} // namespace limber
