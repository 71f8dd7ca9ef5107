// SPDX-License-Identifier: GPL-3.0-or-later
#include "effect_text.hpp"

#include "bus/words.hpp"
#include "core/effect.hpp"

#include <fmt/format.h>

#include <string>
#include <variant>

namespace limber {
namespace {

struct Line {
    std::string operator()(const ShowPrompt& prompt) const {
        return fmt::format("prompt {} {} {} {}", prompt.id, prompt.break_id, prompt.exercise,
                           word_of(prompt.reason));
    }

    std::string operator()(const WithdrawPrompt& gone) const {
        return fmt::format("withdraw {} {} {}", gone.id, gone.break_id, word_of(gone.why));
    }

    std::string operator()(const OpenSession& opened) const {
        return fmt::format("session {} {} opens", opened.session.id, opened.session.break_id);
    }

    std::string operator()(const UpdateSession& updated) const {
        return fmt::format("session {} {}", updated.session.id,
                           updated.session.paused_at ? "pauses" : "goes on");
    }

    std::string operator()(const CloseSession& closed) const {
        return fmt::format("session {} closes {}", closed.id,
                           closed.outcome ? word_of(*closed.outcome) : "cut");
    }

    std::string operator()(const Record& record) const {
        return fmt::format("record {} {}", record.break_id, word_of(record.outcome));
    }

    std::string operator()(const Save& /*save*/) const { return {}; }

    std::string operator()(const Ignored& ignored) const {
        return fmt::format("ignored {}", word_of(ignored.reason));
    }
};

} // namespace

std::string log_line(const Effect& effect) {
    return std::visit(Line{}, effect.what);
}

} // namespace limber
