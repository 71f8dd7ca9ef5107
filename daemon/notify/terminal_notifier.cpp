// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/terminal_notifier.hpp"

#include "notify/terminal_view.hpp"
#include "terminal/card.hpp"
#include "terminal/columns.hpp"
#include "terminal/keyboard.hpp"
#include "terminal/own_terminal.hpp"

#include <QByteArray>
#include <QElapsedTimer>
#include <QMetaObject>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTime>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

namespace limber::notify {

namespace {

using std::chrono::milliseconds;

const std::vector<int> terminal_signals{SIGTSTP, SIGCONT, SIGWINCH};

struct ShownView {
    std::uint32_t id = 0;
    PromptView view;
    QString at; ///< time of day
    QElapsedTimer since{};
    std::string answered{}; ///< by a key, with this action
    bool printed = false;   ///< where it cannot be live
};

class OwnTerminalNotifier final : public TerminalNotifier {
public:
    explicit OwnTerminalNotifier(Reply reply)
        : reply_(std::move(reply)), signals_(terminal_signals, [this](int signal) { heard(signal); }) {
        if (const int terminal = terminal::moves_cursor(STDOUT_FILENO) ? terminal::open_own_terminal() : -1;
            terminal >= 0) {
            keyboard_ = std::make_unique<terminal::Keyboard>(
                terminal, [this](char key) { pressed(key); }, [this] { hung_up(); });
        }
        tick_.setSingleShot(true);
        tick_.setTimerType(Qt::PreciseTimer);
        QObject::connect(&tick_, &QTimer::timeout, [this] { draw(); });
        draw();
    }

    OwnTerminalNotifier(const OwnTerminalNotifier&) = delete;
    OwnTerminalNotifier& operator=(const OwnTerminalNotifier&) = delete;

    ~OwnTerminalNotifier() override { write_out(block_.clear(size())); }

    void show(std::uint32_t id, const PromptView& view) override {
        if (gone_) return fail(id);
        forget(id);
        if (view.actions.empty()) {
            // a message asks for nothing: it is said once and stays
            print_message(view);
            return draw();
        }
        shown_.push_back(
            {.id = id, .view = view, .at = QTime::currentTime().toString(QStringLiteral("HH:mm"))});
        shown_.back().since.start();
        draw();
    }

    void withdraw(std::uint32_t id) override {
        const auto view = std::ranges::find(shown_, id, &ShownView::id);
        if (view == shown_.end()) return;
        if (!view->view.course)
            print_line(view->at + QStringLiteral("  ") + trace_of(view->view, view->answered));
        forget(id);
        draw();
    }

    void make_room() override {
        if (block_.empty()) return;
        write_out(block_.clear(size()));
        QMetaObject::invokeMethod(&context_, [this] { draw(); }, Qt::QueuedConnection);
    }

    void lend(bool lent) override {
        lent_ = lent;
        if (lent && keyboard_) {
            write_out(block_.clear(size()));
            keyboard_->rest();
        }
        draw();
    }

private:
    /// −1: nothing but plain text, to standard output.
    [[nodiscard]] int terminal() const { return keyboard_ ? keyboard_->terminal() : -1; }

    [[nodiscard]] terminal::TerminalSize size() const { return terminal::size_of_terminal(STDOUT_FILENO); }

    [[nodiscard]] terminal::Pen pen() const {
        return {.columns = size().columns,
                .utf8 = terminal::draws_beyond_ascii(),
                .colour = terminal::wants_colour(STDOUT_FILENO)};
    }

    void draw() {
        tick_.stop();
        if (lent_) return;
        if (shown_.empty()) {
            if (keyboard_) keyboard_->listen();
            write_out(block_.clear(size()));
            return;
        }
        ShownView& top = shown_.back();
        if (!keyboard_ || !keyboard_->listen()) return print_once(top);
        const auto since = milliseconds{top.since.elapsed()};
        terminal::Card card = card_of(top.view, since, asked_, false);
        if (!card.course) card.corner = top.at;
        write_out(block_.show(terminal::drawn(card, pen()), size()));
        if (!card.course) return;
        if (const auto change = terminal::until_change(*card.course)) tick_.start(*change);
    }

    /// Where the cursor cannot be moved, or belongs to somebody else.
    void print_once(ShownView& top) {
        block_.leave();
        if (std::exchange(top.printed, true)) return;
        terminal::Card card = card_of(top.view, {}, Asked::once, true);
        card.corner = top.at;
        if (card.course) {
            card.corner = terminal::countdown(card.course->left);
            card.course.reset();
        }
        write_out(u'\n' + terminal::drawn(card, pen()).join(u'\n') + u'\n');
    }

    void print_message(const PromptView& view) {
        QString text = terminal::shown(view.title);
        for (const QString& paragraph : QString::fromStdString(view.body).split(u'\n', Qt::SkipEmptyParts)) {
            const bool ended = text.endsWith(u'.') || text.endsWith(u'!') || text.endsWith(u'?');
            text += (ended ? QStringLiteral(" ") : QStringLiteral(". ")) +
                    terminal::shown(paragraph.toStdString());
        }
        const QString time = QTime::currentTime().toString(QStringLiteral("HH:mm"));
        const QStringList lines = terminal::wrapped(text, std::clamp(size().columns, 20, 80) - 8);
        print_line(time + QStringLiteral("  ") + lines.join(QStringLiteral("\n       ")));
    }

    /// A line that stays, above what is live.
    void print_line(const QString& line) { write_out(block_.clear(size()) + line + u'\n'); }

    void forget(std::uint32_t id) {
        std::erase_if(shown_, [id](const ShownView& one) { return one.id == id; });
        asked_ = Asked::once; // the question was about the view that was on the screen
    }

    void pressed(char key) {
        if (shown_.empty()) return;
        ShownView& top = shown_.back();
        if (std::exchange(asked_, Asked::once) == Asked::twice) {
            return key == 'y' ? answer(top, "never") : draw();
        }
        const auto action = action_of(top.view, key);
        if (!action) return;
        if (*action != "never") return answer(top, *action);
        asked_ = Asked::twice;
        draw();
    }

    void answer(ShownView& top, const std::string& action) {
        top.answered = action;
        const Reply told = reply_; // the call may end this object
        told({.kind = NotifierReply::Kind::action, .id = top.id, .action = action});
    }

    void heard(int signal) {
        if (signal == SIGTSTP) {
            if (!lent_) write_out(block_.clear(size()));
            if (keyboard_) keyboard_->rest();
            terminal::stop_now();
        }
        // it goes on, or the terminal has another size
        draw();
    }

    void hung_up() {
        gone_ = true;
        for (const auto& one : std::exchange(shown_, {})) {
            fail(one.id);
        }
        tick_.stop();
    }

    void fail(std::uint32_t id) {
        QMetaObject::invokeMethod(
            &context_,
            [this, id] {
                const Reply told = reply_;
                told({.kind = NotifierReply::Kind::failed, .id = id, .error = "the terminal is gone"});
            },
            Qt::QueuedConnection);
    }

    void write_out(const QString& text) {
        if (text.isEmpty() || gone_) return;
        const QByteArray bytes =
            terminal::draws_beyond_ascii() ? text.toUtf8() : terminal::in_ascii(text).toUtf8();
        const int file = terminal() >= 0 ? terminal() : STDOUT_FILENO;
        // a terminal whose output was stopped takes nothing: what is on it then is not known
        if (write(file, bytes.constData(), static_cast<std::size_t>(bytes.size())) != bytes.size())
            block_.leave();
    }

    Reply reply_;
    std::unique_ptr<terminal::Keyboard> keyboard_;
    terminal::LiveBlock block_;
    std::vector<ShownView> shown_; ///< the last one is on the screen
    Asked asked_ = Asked::once;
    bool gone_ = false;
    bool lent_ = false; ///< another program draws
    QTimer tick_;
    terminal::SignalWatch signals_;
    QObject context_; ///< destroyed first: nothing that waits reaches a dead notifier
};

} // namespace

void hold_back_terminal_signals() {
    terminal::hold_back(terminal_signals);
}

std::unique_ptr<TerminalNotifier> terminal_notifier(Notifier::Reply reply) {
    return std::make_unique<OwnTerminalNotifier>(std::move(reply));
}

} // namespace limber::notify
