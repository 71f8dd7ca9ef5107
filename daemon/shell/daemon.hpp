// SPDX-License-Identifier: GPL-3.0-or-later
// Everything limberd is made of, put together and kept running.
#pragma once

#include "bus/wire.hpp"
#include "clock.hpp"
#include "config_watch.hpp"
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/finding.hpp"
#include "desktop.hpp"
#include "findings.hpp"
#include "history/history.hpp"
#include "journal_file.hpp"
#include "notify/notifier.hpp"
#include "performer.hpp"
#include "runner.hpp"
#include "senses.hpp"
#include "service.hpp"
#include "session_window.hpp"
#include "settings/settings.hpp"
#include "settings_in_force.hpp"

#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace limber::shell {

class Daemon {
public:
    /// `service` has the name on the bus already, if there is a bus. `state_folder`: where history and
    /// journal belong. `on_terminal`: prompts and breaks are shown on the terminal, not by the desktop.
    /// `announce` gets the lines of what was found, once they are known.
    Daemon(Service& service, settings::ConfigPaths paths, const std::filesystem::path& state_folder,
           bool on_terminal, std::function<void(std::string_view)> announce);
    ~Daemon();
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    /// Begins to watch and to remind; the service manager is told that it is ready.
    void start();

    /// Saves and takes everything off the screen. The main loop is left afterwards.
    void finish();

private:
    void make_notifier();
    void make_performer();
    void make_runner();
    void fill_service();
    void resume_state();
    void watch_the_world();
    void feed_watchdog();

    [[nodiscard]] bus::StatusReport report() const;
    void look_at_clock();
    void publish();
    void take_settings();

    // daemon_news.cpp
    bool set_problems(const std::string& topic, const Problems& problems);
    [[nodiscard]] std::vector<Finding> find() const;
    void look_around();
    void tell_findings();
    void offer_in_window();
    void show_findings(const std::vector<Finding>& told, const std::set<std::string>& fresh);
    void say_mistakes(const Problems& mistakes);
    void say_of_window(const std::string& trouble);
    void say_of_history();
#ifdef LIMBER_CLOCK_SEAM
    void pretend(const std::filesystem::path& file);
#endif

    Service& service_;
    SettingsInForce settings_;
    std::function<void(std::string_view)> announce_; ///< empty once it was called
    bool on_terminal_;
    std::filesystem::path history_file_;
    std::string boot_id_ = Clock::boot_id();
    Clock clock_;
    ProblemBoard problems_;
    std::string told_systemd_; ///< the last sentence
    QTimer watchdog_;
    std::unique_ptr<history::History> history_;
    std::unique_ptr<notify::Notifier> notifier_;
    std::unique_ptr<SessionWindow> window_;
    std::unique_ptr<Performer> performer_;
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

/// All there is to say of display, presence, quiet, desktop and settings, in the order of limber doctor.
[[nodiscard]] std::vector<Finding> findings_of(const Senses& senses, const Desktop& desktop,
                                               const settings::Loaded& loaded, const Problems& mistakes);

} // namespace limber::shell
