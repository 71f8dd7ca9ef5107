// SPDX-License-Identifier: GPL-3.0-or-later
// The last day or two of events, effects and notes as text, in two files of bounded size: `journal` and,
// older, `journal.old`. Each can be replayed by itself.
#pragma once

#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/note.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/time.hpp"
#include "file_descriptor.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber::shell {

/// Writes once a step, and nothing between steps. Whatever goes wrong with the disk is said once, costs the
/// journal some of its days and nothing else; it is tried again with the first step a minute later.
class JournalFile {
public:
    /// Of each of the two files; only lowered by tests.
    static constexpr std::size_t most_bytes = std::size_t{512} * 1024;

    /// Gets a sentence when writing fails, and an empty one when it works again.
    using Say = std::function<void(const std::string&)>;

    JournalFile(std::filesystem::path file, Say say, std::size_t most = most_bytes);

    /// Around each step: what it is given, and what came of it.
    void before(const Plan& plan, const State& state, const Event& event);
    void after(const Event& event, const std::vector<Effect>& effects, const std::vector<Note>& notes);

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

private:
    [[nodiscard]] bool look_at_file();
    [[nodiscard]] bool open();
    void take_stock();
    [[nodiscard]] bool rotate();
    [[nodiscard]] bool make_head(const Plan& plan, const State& state);
    [[nodiscard]] bool write(std::string_view text);
    bool fail(const std::string& what, int error = 0);

    std::filesystem::path file_;
    Say say_;
    std::size_t most_;
    FileDescriptor descriptor_;
    std::size_t size_ = 0;
    std::optional<Utc> began_; ///< the first event of the file
    std::string plan_line_;    ///< the newest plan of the file
    std::string new_plan_;     ///< the plan of this step, if it is another one
    bool needs_head_ = true;
    std::optional<Instant> failed_at_; ///< set while the file cannot be written
    bool skip_ = false;                ///< this step is not written
    bool extra_alarm_ = false;         ///< it rang earlier than wanted
    Instant now_{};
    std::string text_;       ///< of this step
    std::string last_alarm_; ///< an extra one that changed nothing; the ones before it are not worth a line
};

} // namespace limber::shell
