// SPDX-License-Identifier: GPL-3.0-or-later
// Port: who shows prompts and messages. Never blocks the caller.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace limber::notify {

/// A prompt, message or phase of a session in words, already translated. The view is made elsewhere.
struct PromptView {
    struct Action {
        std::string key; ///< "start", "snooze", "skip"; "default" is a click on the text
        std::string label;
    };

    /// Of a phase: how far it had come when the view was made, and what follows.
    struct Course {
        std::chrono::milliseconds length{};
        std::chrono::milliseconds left{};
        bool paused = false;
        std::string doing; ///< the instruction, also while paused
        std::string next;

        bool operator==(const Course&) const = default;
    };

    std::string title;
    std::string body;                 ///< plain text, no markup; the notifier escapes
    std::string body_without_actions; ///< used where the server draws no buttons: says what a click does
    std::vector<Action> actions;      ///< in order; none for a message
    std::optional<Course> course;     ///< for notifiers that show time passing
    std::string icon = "org.limber.Limber";
    std::string picture; ///< a file; else
    std::string pose;    ///< what the picture shows that Limber has drawn of it

    bool operator==(const PromptView&) const = default;
};

inline bool operator==(const PromptView::Action& a, const PromptView::Action& b) {
    return a.key == b.key && a.label == b.label;
}

/// What came back for a view that was shown under `id`.
struct NotifierReply {
    /// `shown`: it is on the screen, as far as the server says; `closed`: by the person; `expired`: the
    /// server took it off the screen by itself; `late`: an action on what was withdrawn, but came back from
    /// the server's history.
    enum class Kind { shown, action, closed, expired, failed, late } kind = Kind::closed;
    /// Why it failed. `no_answer`: there is a server, and it hangs.
    enum class Cause { none, no_server, no_answer, other };
    std::uint32_t id = 0;         ///< the caller's id
    std::string action;           ///< key, for `action` and `late`
    std::string activation_token; ///< from the server, may be empty
    Cause cause = Cause::none;
    std::string error; ///< for `failed`: English, for the log

    bool operator==(const NotifierReply&) const = default;
};

/// Ids are the caller's own (prompt ids and others); the server's stay inside. Replies arrive later, on the
/// caller's thread, never from within a call. After withdraw(id) nothing more is said about id, unless
/// `late`. A server that hangs, dies or is replaced costs the caller nothing; the next show() tries the one
/// that is there then.
class Notifier {
public:
    using Reply = std::function<void(NotifierReply)>;

    virtual ~Notifier() = default;

    /// Shows, or replaces what this id shows now.
    virtual void show(std::uint32_t id, const PromptView& view) = 0;

    /// Takes it off the screen; unknown ids are ignored.
    virtual void withdraw(std::uint32_t id) = 0;
};

} // namespace limber::notify
