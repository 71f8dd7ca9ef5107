// SPDX-License-Identifier: GPL-3.0-or-later
// The guided break's window: shows the session as it stands at each moment, hands keys and buttons on to the
// daemon, and ends with the break.
#pragma once

#include "bus/daemon_link.hpp"
#include "bus/wire.hpp"
#include "core/session.hpp"
#include "core/time.hpp"
#include "settings/settings.hpp"
#include "window/break_view.hpp"
#include "window/page.hpp"
#include "window/placement.hpp"
#include "window/style.hpp"
#include "window/voice.hpp"
#include "window/widgets.hpp"

#include <QString>
#include <QTimer>
#include <QVariantList>
#include <QWidget>

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace limber::window {

/// What the window needs of the world.
struct WindowPorts {
    std::function<Instant()> now;
    /// A method of the daemon; `then` gets a sentence if it failed.
    std::function<void(const QString& method, const QVariantList& arguments, bus::DaemonLink::Then then)> ask;
    /// The first picture of the running session is on the screen, once for each time it was asked for.
    std::function<void()> painted = {};
    /// The program may end.
    std::function<void()> quit;
    /// Tells screen readers of what this label says; `unheard` if there are none.
    std::function<void(QWidget* label, std::function<void()> unheard)> announce = announce_to_readers;
    /// A step of the break begins, or its end: to be heard, for those who want that.
    std::function<void(Chime::Sound sound)> sound = {};
    /// What it says, where no screen reader does.
    std::function<void(const QString& words)> say = {};
    /// Nothing is to be heard any more.
    std::function<void()> hush = {};
};

class BreakWindow : public QWidget {
    Q_OBJECT

public:
    /// Whoever types when the window comes up must not steer a break by accident.
    static constexpr Duration deaf_at_first = std::chrono::milliseconds{1500};
    static constexpr Duration farewell = std::chrono::seconds{4};

    BreakWindow(const poses::FigureBook& figures, WindowPorts ports);

    /// What is known of the daemon now; `report` only if it runs.
    void know(bus::Daemon daemon, const bus::StatusReport* report, const ExerciseBook& book);

    /// Shows the window as soon as something is known. `only_session`: not without a session. `settled` is
    /// called once it is shown, or is not going to be.
    void open(bool only_session, const QString& activation_token, std::function<void()> settled = {});

    void set_look(Scheme scheme, bool reduced_motion);

    /// Before it is shown.
    void set_mode(settings::WindowMode mode);

    [[nodiscard]] const BreakView& view() const { return view_; }

    [[nodiscard]] BreakView& view() { return view_; }

    /// Whether a timer runs that will draw.
    [[nodiscard]] bool will_draw() const { return draw_timer_.isActive(); }

    [[nodiscard]] std::chrono::milliseconds next_draw() const {
        return draw_timer_.remainingTimeAsDuration();
    }

protected:
    bool event(QEvent* what) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Scene { unknown, at_rest, guide, farewell, lost, over };

    void settle_scene();
    void enter(Scene scene);
    void present();
    void draw();
    void arm(const Page& page);
    void announce(const Page& page);
    [[nodiscard]] Page current_page() const;
    /// Here and on the other screens.
    [[nodiscard]] std::vector<BreakView*> views();
    [[nodiscard]] bool seen() const;
    [[nodiscard]] bool deaf() const;
    void act(const Control& control);
    void leave_screens();
    void end();
    void take_place();
    void cover_screens();
    void exposed();
    void tell_painted();

    WindowPorts ports_;
    BreakView view_;
    OtherScreens others_;
    Placement placement_;
    QTimer draw_timer_;
    QTimer farewell_timer_;
    QTimer screens_timer_; ///< screens come and go in bunches

    Scene scene_ = Scene::unknown;
    bus::Daemon daemon_ = bus::Daemon::unknown;
    std::optional<bus::StatusReport> report_;
    ExerciseBook book_;
    std::optional<Session> session_; ///< kept after its end, for its last words
    bool stopped_ = false;           ///< by the person, here
    bool was_in_session_ = false;    ///< when the daemon was lost
    bool lists_never_ = false;       ///< at rest: what is not suggested
    QString trouble_;                ///< why something asked for was refused

    struct Wish {
        bool only_session = false;
        QString token;
        std::function<void()> settled;
    };

    std::optional<Wish> wish_;
    bool wanted_ = false;               ///< on the screen, whatever screens do
    bool screen_came_ = false;          ///< and is not covered yet
    std::optional<Instant> seen_since_; ///< none: it has not been painted yet
    std::optional<SessionId> painted_;  ///< the session of which that was told
    std::optional<std::pair<SessionId, std::size_t>> announced_;
    Scene announced_scene_ = Scene::unknown;
};

} // namespace limber::window
