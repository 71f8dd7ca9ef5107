// SPDX-License-Identifier: GPL-3.0-or-later
#include "performer.hpp"

#include "core/words.hpp"
#include "notify/prompt_view.hpp"

#include <variant>

namespace limber::shell {

using notify::NotifierReply;

namespace {

// Prompt ids count from 1; notifications that belong to no prompt count from here.
constexpr std::uint32_t first_session_notification = 0x8000'0000;

constexpr std::uint32_t notification_of(Notice notice) {
    return 0xffff'ffff - static_cast<std::uint32_t>(notice);
}

} // namespace

Performer::Performer(notify::Notifier& notifier, history::History& history, SessionWindow& window,
                     PerformerHooks hooks)
    : notifier_(notifier), history_(history), window_(window), hooks_(std::move(hooks)) {}

void Performer::perform(const std::vector<Effect>& effects) {
    for (const auto& effect : effects) {
        std::visit([&](const auto& what) { perform(what, effect.at); }, effect.what);
    }
    // answered with start, and yet no session came of it
    if (const auto left_over = std::exchange(inherited_, std::nullopt)) notifier_.withdraw(*left_over);
    write_down(effects);
}

void Performer::write_down(const std::vector<Effect>& effects) {
    std::vector<Record> records;
    std::optional<history::SavedState> state;
    for (const auto& effect : effects) {
        if (const auto* record = std::get_if<Record>(&effect.what)) records.push_back(*record);
        if (std::holds_alternative<Save>(effect.what)) state = hooks_.to_save();
    }
    if (records.empty() && !state) return;
    history_.write(records, state);
    hooks_.history_written();
}

void Performer::perform(const ShowPrompt& prompt, Instant /*at*/) {
    prompt_ = prompt.id;
    last_prompt_ = prompt;
    if (!prompt.on_screen) return; // tray and command line show it
    notifier_.show(prompt.id, notify::prompt_view(prompt, hooks_.plan()));
}

void Performer::perform(const WithdrawPrompt& withdrawal, Instant /*at*/) {
    if (prompt_ == withdrawal.id) prompt_.reset();
    if (withdrawal.why == Why::start) {
        inherited_ = withdrawal.id;
    } else {
        notifier_.withdraw(withdrawal.id);
    }
}

void Performer::perform(const OpenSession& opened, Instant at) {
    end_farewell();
    session_ = opened.session;
    session_notification_ = std::exchange(inherited_, std::nullopt)
                                .value_or(first_session_notification + opened.session.id % 0x4000'0000);
    if (opened.by.caller) {
        stage_ = Stage::caller;
        notifier_.withdraw(session_notification_);
    } else {
        // the answered prompt stays where it is until the window is there, or the first phase takes it over
        stage_ = Stage::asked;
        window_.open(opened.by.token);
    }
    show_phase(at);
}

void Performer::perform(const UpdateSession& updated, Instant at) {
    session_ = updated.session;
    show_phase(at);
}

void Performer::perform(const CloseSession& closed, Instant at) {
    if (!std::exchange(session_, std::nullopt)) return;
    farewell_until_ = at;
    const Stage stage = std::exchange(stage_, Stage::notifications);
    if (stage == Stage::asked) window_.forget();
    if (stage == Stage::window || stage == Stage::caller) {
        // who shows it has the last word
        farewell_until_.reset();
    } else if (closed.outcome == Outcome::done) {
        notifier_.show(session_notification_, notify::session_over_view(closed.outcome));
        farewell_until_ = at + farewell;
        hooks_.set_phase_alarm(*farewell_until_);
    } else {
        end_farewell();
    }
}

void Performer::save() {
    write_down({{.at = {}, .what = Save{}}});
}

void Performer::show_phase(Instant now) {
    if (stage_ != Stage::notifications) return hooks_.set_phase_alarm(never);
    notifier_.show(session_notification_,
                   notify::phase_view(*session_, cursor_at(*session_, now), hooks_.plan()));
    hooks_.set_phase_alarm(next_phase_at(*session_, now));
}

void Performer::window(WindowNews news, Instant now) {
    if (!session_ || stage_ == Stage::caller) return;
    if (news == WindowNews::shows) {
        if (std::exchange(stage_, Stage::window) != Stage::window) notifier_.withdraw(session_notification_);
        hooks_.set_phase_alarm(never);
    } else if (std::exchange(stage_, Stage::notifications) != Stage::notifications) {
        show_phase(now);
    }
}

void Performer::phase_due(Instant now) {
    if (farewell_until_) {
        if (now >= *farewell_until_) end_farewell();
        return;
    }
    // the core's own alarm closes it
    if (session_ && !cursor_at(*session_, now).done) show_phase(now);
}

void Performer::end_farewell() {
    if (!farewell_until_) return;
    farewell_until_.reset();
    hooks_.set_phase_alarm(never);
    notifier_.withdraw(session_notification_);
}

void Performer::replied(const NotifierReply& reply) {
    if (reply.kind != NotifierReply::Kind::shown)
        std::erase_if(notices_, [&](Notice kind) { return notification_of(kind) == reply.id; });
    if (session_ && reply.id == session_notification_) {
        // closing the picture is not stopping the break: the next phase shows itself again
        const auto how = value_of<Steering>(reply.action);
        if (reply.kind == NotifierReply::Kind::action && how) hooks_.post(SessionSteered{*how});
        return;
    }
    if (reply.kind == NotifierReply::Kind::late) return came_back(reply);
    if (prompt_ != reply.id) return;
    switch (reply.kind) {
    case NotifierReply::Kind::shown: return;
    case NotifierReply::Kind::closed: hooks_.post(PromptClosed{reply.id}); return;
    case NotifierReply::Kind::expired: hooks_.post(PromptExpired{reply.id}); return;
    case NotifierReply::Kind::failed: hooks_.post(PromptFailed{reply.id}); return;
    case NotifierReply::Kind::late:
    case NotifierReply::Kind::action: break;
    }
    const auto answer = reply.action == "default" ? Answer::start : value_of<Answer>(reply.action);
    if (!answer) return;
    hooks_.post(PromptAnswered{
        .id = reply.id, .answer = *answer, .snooze = {}, .by = {.token = reply.activation_token}});
}

void Performer::came_back(const NotifierReply& reply) {
    if (reply.action != "start" && reply.action != "default") return;
    const bool last = reply.id == last_prompt_.id;
    hooks_.post(StartRequested{.rule = last ? last_prompt_.break_id : std::string{},
                               .exercise = last ? last_prompt_.exercise : std::string{},
                               .replace = false,
                               .by = {.caller = false, .token = reply.activation_token}});
}

void Performer::show_notice(Notice kind, const notify::PromptView& view) {
    notices_.insert(kind);
    notifier_.show(notification_of(kind), view);
}

void Performer::withdraw_notice(Notice kind) {
    if (notices_.erase(kind) > 0) notifier_.withdraw(notification_of(kind));
}

void Performer::withdraw_all() {
    for (const Notice kind : {Notice::settings, Notice::findings})
        withdraw_notice(kind);
    end_farewell();
    if (prompt_) notifier_.withdraw(*prompt_);
    if (session_) notifier_.withdraw(session_notification_);
    hooks_.set_phase_alarm(never);
}

} // namespace limber::shell
