// SPDX-License-Identifier: GPL-3.0-or-later
// Does what the core decided: prompts as notifications, sessions in the window or as notifications, history,
// saves. And turns what comes back from the notifications into events.
#pragma once

#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/plan.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "history/history.hpp"
#include "notify/notifier.hpp"
#include "session_window.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace limber::shell {

/// What the performer needs besides the ports.
struct PerformerHooks {
    std::function<const Plan&()> plan;
    std::function<history::SavedState()> to_save;
    std::function<void(const Happening&)> post;
    std::function<void(Instant)> set_phase_alarm; ///< only while a session or its last message is shown
    std::function<void()> history_written;        ///< as far as it could be: history::History::problems()
};

/// What a notification tells of that is neither a prompt nor a break.
enum class Notice { settings, findings };

class Performer {
public:
    /// How long "well done" stays.
    static constexpr Duration farewell = std::chrono::seconds{6};

    /// The window's news come to window().
    Performer(notify::Notifier& notifier, history::History& history, SessionWindow& window,
              PerformerHooks hooks);

    /// The effects of one step. What is to be written is written at once, after what is to be seen. A session
    /// that answers a prompt takes over the prompt's notification.
    void perform(const std::vector<Effect>& effects);

    /// From the window. While it shows the session, there are no notifications of phases.
    void window(WindowNews news, Instant now);

    /// From the notifier; replies to what is not shown any more are ignored, but for a start: the break
    /// begins.
    void replied(const notify::NotifierReply& reply);

    /// The alarm set by set_phase_alarm rang.
    void phase_due(Instant now);

    /// Writes the state now.
    void save();

    /// One notification of each kind that asks for nothing, until withdraw_notice().
    void show_notice(Notice kind, const notify::PromptView& view);
    void withdraw_notice(Notice kind);

    /// It has been shown, and was neither withdrawn nor closed since.
    [[nodiscard]] bool shows(Notice kind) const { return notices_.contains(kind); }

    /// Takes everything off the screen.
    void withdraw_all();

private:
    void perform(const ShowPrompt& prompt, Instant at);
    void perform(const WithdrawPrompt& withdrawal, Instant at);
    void perform(const OpenSession& opened, Instant at);
    void perform(const UpdateSession& updated, Instant at);
    void perform(const CloseSession& closed, Instant at);

    void perform(const Record& /*record*/, Instant /*at*/) {} // write_down()

    void perform(const Save& /*save*/, Instant /*at*/) {} // write_down()

    void perform(const Ignored& /*ignored*/, Instant /*at*/) {}

    void write_down(const std::vector<Effect>& effects);

    void show_phase(Instant now);
    void end_farewell();
    void came_back(const notify::NotifierReply& reply);

    notify::Notifier& notifier_;
    history::History& history_;
    SessionWindow& window_;
    PerformerHooks hooks_;
    std::optional<PromptId> prompt_;
    ShowPrompt last_prompt_;                 ///< may come back from the server's history
    std::optional<std::uint32_t> inherited_; ///< notification of a prompt just answered with start
    std::optional<Session> session_;
    std::uint32_t session_notification_ = 0;
    std::optional<Instant> farewell_until_; ///< the last message of a session that is over
    std::set<Notice> notices_;              ///< on the screen
    /// Who shows the running session. `asked`: the window, if it comes; nobody else so far.
    enum class Stage { notifications, asked, window, caller } stage_ = Stage::notifications;
};

} // namespace limber::shell
