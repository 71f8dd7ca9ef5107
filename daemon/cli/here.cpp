// SPDX-License-Identifier: GPL-3.0-or-later
#include "here.hpp"

#include "bus/boottime.hpp"
#include "bus/wire.hpp"
#include "bus/wire_values.hpp"
#include "dotted_figure.hpp"
#include "output.hpp"
#include "settings/settings.hpp"
#include "terminal/keyboard.hpp"
#include "terminal/own_terminal.hpp"
#include "words/text.hpp"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <limits>
#include <memory>
#include <unistd.h>
#include <utility>

namespace limber::cli {
namespace {

/// A movement in dots needs no more pictures.
constexpr std::chrono::milliseconds picture_every{300};

const std::vector<int> heeded{SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH};

Result<Exercises> all_exercises() {
    const auto reply = call(QStringLiteral("Exercises"));
    if (!reply) return std::unexpected(reply.error());
    Exercises exercises;
    for (const auto& one : bus::maps_of(reply->value(0))) {
        exercises[bus::read_text(one, "id").value_or("")] = {
            .title = bus::read_text(one, "title").value_or(""),
            .caution = bus::read_text(one, "caution").value_or(""),
            .pose = bus::read_text(one, "pose").value_or(""),
        };
    }
    return exercises;
}

Result<SessionId> begun_session(const QVariantList& start) {
    const auto reply = call(QStringLiteral("Start"), start);
    if (!reply) return std::unexpected(reply.error());
    return reply->value(0).toUInt();
}

Result<SessionId> running_session() {
    const auto now = present();
    if (!now) return std::unexpected(now.error());
    if (const auto& session = now->report.status.session) return session->id;
    return std::unexpected(Failure{.exit = Exit::failed, .sentence = _("No break is running.")});
}

class Guide {
public:
    Guide(SessionId id, Exercises exercises)
        : id_(id), exercises_(std::move(exercises)), signals_(heeded, [this](int signal) { heard(signal); }) {
        if (const int terminal = terminal::moves_cursor(STDOUT_FILENO) ? terminal::open_own_terminal() : -1;
            terminal >= 0) {
            keyboard_ = std::make_unique<terminal::Keyboard>(
                terminal, [this](char key) { pressed(key); }, [this] { give_up(); });
        }
        if (keyboard_ && terminal::draws_beyond_ascii() &&
            qgetenv("TERM") != "linux") { // its font has no braille
            figures_ = poses::FigureBook::load(settings::config_paths());
            const auto loaded = settings::load_settings(settings::config_paths());
            reduced_motion_ = loaded && loaded->settings.guide.motion == settings::MotionChoice::reduced;
        }
        tick_.setSingleShot(true);
        tick_.setTimerType(Qt::PreciseTimer);
        QObject::connect(&tick_, &QTimer::timeout, [this] { draw(); });
    }

    Exit run() {
        const Exit exit = follow([this](const Result<bus::Snapshot>& now) { told(now); });
        keyboard_.reset();
        return exit;
    }

private:
    void told(const Result<bus::Snapshot>& now) {
        if (ended_) return;
        if (!now) return end(now.error().exit, QString{}, &now.error());
        const auto& session = now->report.status.session;
        if (session && session->id == id_) {
            session_ = session;
            return draw();
        }
        const auto& ended = now->report.ended;
        end(Exit::ok, farewell_line(ended && ended->id == id_ ? ended->outcome : Outcome::abandoned));
    }

    void draw() {
        tick_.stop();
        if (!session_ || ended_) return;
        const terminal::Card card = break_card(*session_, bus::boottime_now(), exercises_);
        if (keyboard_ && keyboard_->listen()) {
            const auto size = terminal::size_of_terminal(STDOUT_FILENO);
            const terminal::Pen pen{.columns = size.columns,
                                    .utf8 = terminal::draws_beyond_ascii(),
                                    .colour = terminal::wants_colour(STDOUT_FILENO)};
            const poses::FigureMoment moment = figure_moment();
            write_out(block_.show(with_figure(card, moment, pen, size), size));
            if (auto change = terminal::until_change(*card.course)) {
                if (pictured_ && poses::liveliness(*figures_, moment) == poses::Liveliness::moving)
                    *change = std::min<std::chrono::milliseconds>(*change, picture_every);
                tick_.start(*change);
            }
        } else {
            block_.leave();
            say_step();
            const Instant next = next_phase_at(*session_, bus::boottime_now());
            if (next != never)
                tick_.start(std::chrono::ceil<std::chrono::milliseconds>(next - bus::boottime_now()));
        }
    }

    [[nodiscard]] poses::FigureMoment figure_moment() const {
        const Cursor cursor = cursor_at(*session_, bus::boottime_now());
        const SessionPhase& phase = session_->phases[cursor.phase];
        const auto words = exercises_.find(phase.exercise);
        return {.pose = words == exercises_.end() ? std::string{} : words->second.pose,
                .phase = phase.name,
                .kind = phase.kind,
                .side = phase.side,
                .progress = cursor.progress,
                .length = phase.length,
                .reduced_motion = reduced_motion_};
    }

    /// The card, and the figure where there is room for both.
    QStringList with_figure(const terminal::Card& card, const poses::FigureMoment& moment,
                            const terminal::Pen& pen, terminal::TerminalSize size) {
        const int rows = figures_ ? figure_rows(size) : 0;
        pictured_ = false;
        if (rows == 0) return terminal::drawn(card, pen);
        terminal::Pen narrow = pen;
        narrow.columns = pen.columns - 2 * rows - 2;
        const QStringList words = terminal::drawn(card, narrow);
        if (words.size() >= size.rows) return terminal::drawn(card, pen);
        pictured_ = true;
        return beside(dotted_figure(*figures_, moment, pen, rows), words);
    }

    /// The step as a line, if it is another one or was begun again.
    void say_step() {
        const std::size_t phase = cursor_at(*session_, bus::boottime_now()).phase;
        const bool paused = session_->paused_at.has_value();
        if (std::exchange(said_paused_, paused) != paused && paused)
            write_out(_("Paused. It goes on with: limber go") + u'\n');
        if (said_ == phase) return;
        write_out(phase_lines(*session_, phase, said_, exercises_));
        said_ = phase;
    }

    void pressed(char key) {
        if (!session_) return;
        switch (key) {
        case ' ': return steer(session_->paused_at ? "resume" : "pause");
        case 'r': return steer("repeat");
        case 'n': return steer("next");
        case 'e': return steer("enough");
        case 'q': return steer("stop");
        default: return;
        }
    }

    void steer(const char* how) {
        const auto reply = call(QStringLiteral("Steer"), {QString::fromLatin1(how)});
        // it may have ended by itself at that moment: then its end is being told
        if (!reply && reply.error().exit != Exit::failed) end(reply.error().exit, QString{}, &reply.error());
    }

    void heard(int signal) {
        switch (signal) {
        case SIGHUP: return give_up();
        case SIGINT:
        case SIGTERM: return steer("stop");
        case SIGTSTP: return stop();
        default: return draw();
        }
    }

    /// Ctrl-Z: the break waits as well.
    void stop() {
        const bool running = session_ && !session_->paused_at;
        if (running) steer("pause");
        tick_.stop();
        clear();
        if (keyboard_) keyboard_->rest();
        terminal::stop_now();
        if (running) steer("resume");
        draw();
    }

    /// Nobody looks any more.
    void give_up() {
        steer("stop");
        end(Exit::failed, {});
    }

    void end(Exit exit, const QString& last_line, const Failure* failure = nullptr) {
        if (std::exchange(ended_, true)) return;
        tick_.stop();
        clear();
        if (keyboard_) keyboard_->rest();
        const QString text = terminal::draws_beyond_ascii() ? last_line : terminal::in_ascii(last_line);
        const int columns =
            isatty(STDOUT_FILENO) == 1 ? columns_there() - 1 : std::numeric_limits<int>::max();
        if (!text.isEmpty()) print_line(terminal::wrapped(text, columns).join(u'\n'));
        if (failure != nullptr) exit = report(*failure);
        // the main loop may not run yet
        QTimer::singleShot(0, [exit] { QCoreApplication::exit(static_cast<int>(exit)); });
    }

    void clear() {
        print(block_.clear(terminal::size_of_terminal(STDOUT_FILENO)));
        [[maybe_unused]] const bool written = flush_output();
    }

    void write_out(const QString& text) {
        if (text.isEmpty()) return;
        print(terminal::draws_beyond_ascii() ? text : terminal::in_ascii(text));
        if (!flush_output()) give_up();
    }

    SessionId id_;
    Exercises exercises_;
    std::optional<Session> session_;
    std::optional<std::size_t> said_; ///< phase, as a line
    bool said_paused_ = false;
    bool ended_ = false;
    std::optional<poses::FigureBook> figures_; ///< none: this terminal shows no figure
    bool reduced_motion_ = false;
    bool pictured_ = false; ///< the figure is on the terminal
    terminal::LiveBlock block_;
    QTimer tick_;
    std::unique_ptr<terminal::Keyboard> keyboard_;
    terminal::SignalWatch signals_;
};

} // namespace

Exit guide_here(const std::optional<QVariantList>& start) {
    // before the bus makes a thread
    terminal::hold_back(heeded);
    auto exercises = all_exercises();
    if (!exercises) return report(exercises.error());
    const Result<SessionId> id = start ? begun_session(*start) : running_session();
    if (!id) return report(id.error());
    Guide guide{*id, std::move(*exercises)};
    return guide.run();
}

} // namespace limber::cli
