// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon.hpp"

#include "bus/peers.hpp"
#include "bus/status_text.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/status.hpp"
#include "core/step.hpp"
#include "core/time.hpp"
#include "desktop.hpp"
#include "findings.hpp"
#include "history/history.hpp"
#include "idle/display.hpp"
#include "idle/probe.hpp"
#include "log.hpp"
#include "notify/desktop_notifier.hpp"
#include "notify/terminal_notifier.hpp"
#include "notify/words.hpp"
#include "record/record.hpp"
#include "restart.hpp"
#include "settings/problem.hpp"
#include "words/story_text.hpp"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QString>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <systemd/sd-daemon.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <random>
#include <utility>
#include <variant>

namespace limber::shell {
namespace {

std::uint64_t dice() {
    std::random_device device;
    return (std::uint64_t{device()} << 32U) | device();
}

/// From here on journal, bus and log know nothing of health.
Plan plan_in(const settings::Loaded& loaded) {
    Plan plan = record::without_health(loaded.settings.plan);
    notify::say_titles(plan);
    return plan;
}

void say_of_journal(const std::string& trouble) {
    if (trouble.empty()) {
        log::info("the journal can be written again");
    } else {
        log::warning(trouble);
    }
}

} // namespace

Daemon::Daemon(Service& service, settings::ConfigPaths paths, const std::filesystem::path& state_folder,
               bool on_terminal, std::function<void(std::string_view)> announce)
    : service_(service), settings_(std::move(paths), state_folder / "settings-files"),
      announce_(std::move(announce)), on_terminal_(on_terminal), history_file_(state_folder / "history.db"),
      history_(history::open_history(history_file_)), journal_(state_folder / "journal", say_of_journal),
      alarm_([this] { look_at_clock(); }), phase_alarm_([this] { performer_->phase_due(clock_.now().at); }),
      zone_watch_([this] {
          clock_.reload_zone();
          runner_->post(AlarmRang{});
      }),
      findings_([this](const auto& told, const auto& fresh) { show_findings(told, fresh); }) {
    log::set_level(settings_.now().settings.log_level);
    say_of_history();
    make_notifier();
    make_performer();
    make_runner();
    fill_service();
}

Daemon::~Daemon() {
    log::before_lines({});
}

void Daemon::make_notifier() {
    const auto replied = [this](const notify::NotifierReply& reply) {
        if (!reply.error.empty()) log::warning(fmt::format("notification: {}", reply.error));
        if (desktop_) desktop_->heard(reply);
        performer_->replied(reply);
    };
    const auto news = [this](WindowNews what, const std::string& why) {
        performer_->window(what, clock_.now().at);
        if (what != WindowNews::gone) say_of_window(why);
    };
    if (on_terminal_) {
        auto terminal = notify::terminal_notifier(replied);
        log::before_lines([&terminal = *terminal] { terminal.make_room(); });
        window_ = window_on_terminal([&terminal = *terminal](bool lent) { terminal.lend(lent); }, news);
        notifier_ = std::move(terminal);
        return;
    }
    notifier_ = notify::desktop_notifier(replied, bus::program_path(QStringLiteral("limber-notify")));
    auto patience = window_patience;
#ifdef LIMBER_CLOCK_SEAM
    // a window full of the sanitizers' checks, on a machine with other work, is slower than anybody's
    if (const int limit = qEnvironmentVariableIntValue("LIMBER_WINDOW_PATIENCE"); limit > 0)
        patience = std::chrono::milliseconds{limit};
#endif
    window_ = window_on_desktop(QDBusConnection::sessionBus(), news, patience);
}

void Daemon::make_performer() {
    performer_ =
        std::make_unique<Performer>(*notifier_, *history_, *window_,
                                    PerformerHooks{
                                        .plan = [this]() -> const Plan& { return runner_->plan(); },
                                        .to_save =
                                            [this] {
                                                const State& state = runner_->state();
                                                return history::SavedState{.text = record::write_state(state),
                                                                           .boot_id = boot_id_,
                                                                           .stamp = state.now};
                                            },
                                        .post = [this](const Happening& what) { runner_->post(what); },
                                        .set_phase_alarm = [this](Instant at) { phase_alarm_.set(at); },
                                        .history_written = [this] { say_of_history(); },
                                    });
}

void Daemon::make_runner() {
    const Plan first_plan = plan_in(settings_.now());
    runner_ = std::make_unique<Runner>(
        first_plan, fresh_state(first_plan, dice()),
        Surroundings{
            .now = [this] { return clock_.now(); },
            .perform =
                [this](const std::vector<Effect>& effects) {
                    for (const Effect& effect : effects) {
                        if (const auto* closed = std::get_if<CloseSession>(&effect.what)) ended_ = *closed;
                    }
                    performer_->perform(effects);
                },
            .set_alarm = [this](Instant at) { alarm_.set(at); },
            .watch_idle =
                [this](const std::vector<Duration>& thresholds) {
                    if (senses_) senses_->presence().watch(thresholds);
                },
            .ask_idle =
                [this] {
                    if (senses_) senses_->presence().ask();
                },
            .publish = [this] { publish(); },
            .before_step = [this](const Plan& plan, const State& state,
                                  const Event& event) { journal_.before(plan, state, event); },
            .after_step =
                [this](const Event& event, const std::vector<Effect>& effects,
                       const std::vector<Note>& notes) {
                    journal_.after(event, effects, notes);
                    for (const StoryLine& line : story_of(runner_->plan(), event, effects, notes))
                        log::debug(line.text.toStdString());
                },
        });
}

void Daemon::fill_service() {
    service_.set_hooks({
        .handle = [this](Happening what) { return runner_->handle(std::move(what)); },
        .report =
            [this] {
                runner_->post(AlarmRang{});
                return report();
            },
        .findings =
            [this] {
                look_around();
                return findings_.all();
            },
        .problems = [this] { return problems_.all(); },
        .exercises = [this] { return exercise_list(runner_->plan(), runner_->state()); },
        .reload = [this] { settings_.reload(); },
        .journal = journal_.file(),
    });
}

void Daemon::start() {
    resume_state();
    watch_the_world();
    told_systemd_ = bus::status_sentence(report()).toStdString();
    sd_notify(0, ("READY=1\nSTATUS=" + told_systemd_).c_str());
    feed_watchdog();
}

/// From the main loop: where that stands still, the service manager may end it.
void Daemon::feed_watchdog() {
    using std::chrono::milliseconds;
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) <= 0) return;
    watchdog_.callOnTimeout([] { sd_notify(0, "WATCHDOG=1"); });
    watchdog_.start(std::max(milliseconds{microseconds / 2000}, milliseconds{1}));
}

void Daemon::resume_state() {
    const auto last = history_->saved();
    const Stamp now = clock_.now();
    std::optional<State> state;
    if (last) {
        std::vector<std::string> left_out;
        auto read = record::read_state(last->text, &left_out);
        if (read) {
            state = std::move(*read);
        } else {
            left_out.push_back(read.error());
        }
        if (!left_out.empty()) {
            history_->keep_saved(fmt::format("{}", fmt::join(left_out, "; ")), !state);
            say_of_history();
        }
    }
    if (!state) {
        runner_->post(Started{.gap = {}, .kind = Gap::first});
        return;
    }
    const bool same_boot = last->boot_id == boot_id_;
    const Started started =
        restarted(last, state->locked, now, boot_id_, same_boot ? ask_session_facts() : SessionFacts{});
    runner_->take_over(std::move(*state));
    runner_->post(started);
}

void Daemon::watch_the_world() {
    clock_watch_ = std::make_unique<ClockWatch>([this] { runner_->post(AlarmRang{}); });
    zone_watch_.watch({"/etc/localtime"});
    settings_.follow({
        .taken = [this] { take_settings(); },
        .refused = [this](const Problems& mistakes) { say_mistakes(mistakes); },
        .watching =
            [this](const Problems& problems) {
                for (const auto& problem : problems)
                    log::warning(settings::to_string(problem));
                set_problems("watching", problems);
            },
    });
#ifdef LIMBER_CLOCK_SEAM
    if (const auto seam = qEnvironmentVariable("LIMBER_CLOCK_SEAM"); !seam.isEmpty()) {
        const std::filesystem::path file = seam.toStdString();
        seam_watch_ = std::make_unique<ConfigWatch>([this, file] { pretend(file); });
        seam_watch_->watch({file});
    }
#endif
    const auto display = idle::DisplayEnvironment::of_this_process();
    senses_ = std::make_unique<Senses>(QDBusConnection::sessionBus(), QDBusConnection::systemBus(), display,
                                       Senses::Hooks{
                                           .post = [this](const Happening& what) { runner_->post(what); },
                                           .now = [this] { return clock_.now().at; },
                                           .findings_changed = [this] { tell_findings(); },
                                           .login_over =
                                               [] {
                                                   log::info("the login has ended, and so does limberd");
                                                   QCoreApplication::quit();
                                               },
                                       });
    senses_->start(idle_watches(runner_->plan(), runner_->state()));
    desktop_ = std::make_unique<Desktop>(QDBusConnection::sessionBus(), display, on_terminal_,
                                         [this] { tell_findings(); });
}

void Daemon::finish() {
    sd_notify(0, "STOPPING=1");
    runner_->post(AlarmRang{});
    performer_->withdraw_all();
    performer_->save();
}

bus::StatusReport Daemon::report() const {
    bus::StatusReport report{
        .status = runner_->current_status(),
        .stamp = runner_->state().now,
        .version = LIMBER_VERSION,
        .idle_source = senses_ ? senses_->presence().name() : std::string{},
        .inhibitor_aware = senses_ && senses_->presence().inhibitor_aware(),
        .inhibited = senses_ && senses_->inhibited(),
        .titles = {},
        .ended = ended_,
    };
    const auto name = [&](const std::string& id) {
        if (const auto* exercise = find_exercise(runner_->plan(), id))
            report.titles.emplace(id, exercise->title);
    };
    const Status& status = report.status;
    if (status.prompt) name(status.prompt->exercise);
    if (status.session) std::ranges::for_each(status.session->exercises, name);
    std::ranges::for_each(status.never, name);
    return report;
}

void Daemon::look_at_clock() {
    runner_->post(AlarmRang{});
    settings_.try_to_watch();
    if (senses_) senses_->presence().check();
}

void Daemon::publish() {
    const auto& session = runner_->state().session;
    if (senses_) senses_->keep_screen_on(session && !session->paused_at);
    const bus::StatusReport now = report();
    offer_in_window();
    service_.publish_status(now);
    const std::string sentence = bus::status_sentence(now).toStdString();
    if (std::exchange(told_systemd_, sentence) != sentence) sd_notify(0, ("STATUS=" + sentence).c_str());
}

void Daemon::take_settings() {
    const settings::Loaded& loaded = settings_.now();
    if (set_problems("settings", loaded.warnings)) {
        for (const auto& warning : loaded.warnings)
            log::warning(settings::to_string(warning));
    }
    performer_->withdraw_notice(Notice::settings);
    log::set_level(loaded.settings.log_level);
    tell_findings();
    Plan plan = plan_in(loaded);
    if (plan == runner_->plan()) return;
    log::info("the settings have changed and are in use");
    runner_->replace_plan(std::move(plan));
}

#ifdef LIMBER_CLOCK_SEAM
void Daemon::pretend(const std::filesystem::path& file) {
    // How many milliseconds CLOCK_BOOTTIME, the time asleep and, if it is there, the wall clock run ahead; a
    // fourth number that is not 0: nobody watched meanwhile. Otherwise time awake passes in pieces, as alarms
    // would ring.
    std::ifstream text{file};
    std::int64_t boottime = 0;
    std::int64_t asleep = 0;
    std::int64_t wall = 0;
    int unwatched = 0;
    if (!(text >> boottime >> asleep)) return;
    if (!(text >> wall)) wall = 0;
    if (!(text >> unwatched)) unwatched = 0;
    using std::chrono::milliseconds;
    const auto go_to = [this, wall](Duration at, Duration slept) {
        clock_.pretend(at, slept, milliseconds{wall});
        alarm_.set_ahead(at);
        phase_alarm_.set_ahead(at);
        look_at_clock();
    };
    constexpr Duration piece = std::chrono::seconds{50};
    const Duration awake_until = milliseconds{boottime - asleep} + clock_.pretended_asleep();
    for (Duration at = clock_.pretended() + piece; unwatched == 0 && at < awake_until; at += piece) {
        go_to(at, clock_.pretended_asleep());
    }
    go_to(milliseconds{boottime}, milliseconds{asleep});
}
#endif

} // namespace limber::shell
