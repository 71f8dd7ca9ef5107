// SPDX-License-Identifier: GPL-3.0-or-later
// Everything limberd is made of, put together and kept running.
#pragma once

#include "alarm.hpp"
#include "bus/wire.hpp"
#include "clock.hpp"
#include "config_watch.hpp"
#include "core/event.hpp"
#include "core/finding.hpp"
#include "desktop.hpp"
#include "finding_board.hpp"
#include "history/history.hpp"
#include "journal_file.hpp"
#include "notify/notifier.hpp"
#include "performer.hpp"
#include "problem_board.hpp"
#include "runner.hpp"
#include "senses.hpp"
#include "service.hpp"
#include "session_window.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"
#include "settings_in_force.hpp"
#include "systemd_link.hpp"

#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace limber::shell {

class Daemon {
public:
    /// `service` has the name on the bus already, if there is a bus; `settings` are followed from start() on.
    /// `state_folder`: where history and journal belong. `on_terminal`: prompts and breaks are shown on the
    /// terminal, not by the desktop. `announce` gets the lines of what was found, once they are known.
    Daemon(Service& service, SettingsInForce& settings, const std::filesystem::path& state_folder,
           bool on_terminal, std::function<void(const std::vector<std::string>&)> announce);
    ~Daemon();
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    /// Begins to watch and to remind; the service manager is told that it is ready.
    void start();

    /// Saves and takes everything off the screen. The main loop is left afterwards.
    void finish();

private:
    void make_notifier(bool on_terminal);
    void make_performer();
    [[nodiscard]] SessionWindow::Report news_of_window();
    void make_runner();
    void fill_service();
    void perform(const std::vector<Effect>& effects);
    void resume_state();
    void watch_the_world();

    [[nodiscard]] bus::StatusReport report() const;
    [[nodiscard]] history::SavedState to_save() const;
    void post(const Happening& what);
    void look_at_clock();
    void publish();
    [[nodiscard]] std::vector<Finding> find() const;
    void look_around();
    void tell_findings();
    void announce();
    void offer_in_window();
    void show_findings(const std::vector<Finding>& findings, bool news);
    void follow_settings();
    void take_settings();
    void say_mistakes(const std::vector<settings::Problem>& mistakes);
    void say_of_window(const QString& trouble);
    void say_of_history();
#ifdef LIMBER_CLOCK_SEAM
    void pretend(const std::filesystem::path& file);
#endif

    Service& service_;
    SettingsInForce& settings_;
    std::function<void(const std::vector<std::string>&)> announce_; ///< empty once it was called
    bool on_terminal_;
    std::filesystem::path history_file_;
    std::string boot_id_;
    Clock clock_;
    ProblemBoard problems_;
    SystemdLink systemd_;
    std::unique_ptr<history::History> history_;
    std::vector<history::HistoryProblem> history_problems_; ///< those that were said
    std::unique_ptr<notify::Notifier> notifier_;
    std::unique_ptr<Performer> performer_;
    std::unique_ptr<SessionWindow> window_;
    JournalFile journal_;
    std::optional<CloseSession> ended_; ///< the last session that is over
    std::unique_ptr<Runner> runner_;
    Alarm alarm_;
    Alarm phase_alarm_;
    ConfigWatch zone_watch_;
#ifdef LIMBER_CLOCK_SEAM
    std::unique_ptr<ConfigWatch> seam_watch_;
#endif
    std::unique_ptr<ClockWatch> clock_watch_;
    std::unique_ptr<Senses> senses_;
    std::unique_ptr<Desktop> desktop_;
    FindingBoard findings_;
    bool offered_ = false; ///< the prompt that is up, in the window
};

} // namespace limber::shell
