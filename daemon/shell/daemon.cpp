// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon.hpp"

#include "bus/peers.hpp"
#include "bus/status_text.hpp"
#include "bus/wire.hpp"
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/finding.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/status.hpp"
#include "core/step.hpp"
#include "core/time.hpp"
#include "desktop.hpp"
#include "findings.hpp"
#include "history/history.hpp"
#include "history/sqlite_history.hpp"
#include "idle/display.hpp"
#include "idle/probe.hpp"
#include "log.hpp"
#include "notify/desktop_notifier.hpp"
#include "notify/notifier.hpp"
#include "notify/prompt_view.hpp"
#include "notify/terminal_notifier.hpp"
#include "notify/words.hpp"
#include "record/record.hpp"
#include "restart.hpp"
#include "session_facts.hpp"
#include "session_window.hpp"
#include "settings/problem.hpp"
#include "settings/settings.hpp"
#include "terminal_window.hpp"
#include "text.hpp"
#include "window_link.hpp"
#include "words/story_text.hpp"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QString>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <variant>
#include <vector>

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

Daemon::Daemon(Service& service, SettingsInForce& settings, const std::filesystem::path& state_folder,
               bool on_terminal, std::function<void(const std::vector<std::string>&)> announce)
    : service_(service), settings_(settings), announce_(std::move(announce)), on_terminal_(on_terminal),
      history_file_(state_folder / "history.db"), boot_id_(Clock::boot_id()),
      history_(history::open_history(history_file_)), journal_(state_folder / "journal", say_of_journal),
      alarm_([this] { look_at_clock(); }), phase_alarm_([this] { performer_->phase_due(clock_.now().at); }),
      zone_watch_([this] {
          clock_.reload_zone();
          post(AlarmRang{});
      }),
      findings_(
          {.publish = [this](const std::vector<Finding>& all) { service_.publish_findings(all); },
           .lasts =
               [this](const Finding& finding) {
                   // problems were logged when they came
                   if (problems_.of(finding.id).empty()) log::warning(finding.sentence);
               },
           .show = [this](const std::vector<Finding>& told, bool news) { show_findings(told, news); }}) {
    log::set_level(settings_.now().settings.log_level);
    say_of_history();
    make_notifier(on_terminal);
    make_performer();
    make_runner();
    fill_service();
}

Daemon::~Daemon() {
    log::before_lines({});
}

void Daemon::make_notifier(bool on_terminal) {
    const auto replied = [this](const notify::NotifierReply& reply) {
        if (!reply.error.empty()) log::warning(fmt::format("notification: {}", reply.error));
        if (desktop_) desktop_->heard(reply);
        performer_->replied(reply);
    };
    if (!on_terminal) {
        notifier_ = notify::desktop_notifier(replied, bus::program_path(QStringLiteral("limber-notify")));
        auto link = std::make_unique<WindowLink>(QDBusConnection::sessionBus(), news_of_window());
#ifdef LIMBER_CLOCK_SEAM
        // a window full of the sanitizers' checks, on a machine with other work, is slower than anybody's
        if (const int limit = qEnvironmentVariableIntValue("LIMBER_WINDOW_PATIENCE"); limit > 0)
            link->set_patience(std::chrono::milliseconds{limit});
#endif
        window_ = std::move(link);
        return;
    }
    auto terminal = notify::terminal_notifier(replied);
    log::before_lines([&terminal = *terminal] { terminal.make_room(); });
    window_ = std::make_unique<TerminalWindow>([&terminal = *terminal](bool lent) { terminal.lend(lent); },
                                               news_of_window());
    notifier_ = std::move(terminal);
}

void Daemon::make_performer() {
    PerformerHooks hooks{
        .plan = [this]() -> const Plan& { return runner_->plan(); },
        .to_save = [this] { return to_save(); },
        .post = [this](const Happening& what) { post(what); },
        .set_phase_alarm = [this](Instant at) { phase_alarm_.set(at); },
        .history_written = [this] { say_of_history(); },
        .open_window = [this](const std::string& token) { window_->open(token); },
        .forget_window = [this] { window_->forget(); },
    };
    performer_ = std::make_unique<Performer>(*notifier_, *history_, std::move(hooks));
}

SessionWindow::Report Daemon::news_of_window() {
    return [this](WindowNews news, const std::string& why) {
        performer_->window(news, clock_.now().at);
        if (news != WindowNews::gone) say_of_window(QString::fromStdString(why));
    };
}

void Daemon::make_runner() {
    const Plan first_plan = plan_in(settings_.now());
    runner_ = std::make_unique<Runner>(
        first_plan, fresh_state(first_plan, dice()),
        Surroundings{
            .now = [this] { return clock_.now(); },
            .perform = [this](const std::vector<Effect>& effects) { perform(effects); },
            .set_alarm = [this](Instant at) { alarm_.set(at); },
            .watch_idle =
                [this](const std::vector<Duration>& thresholds) {
                    if (senses_) senses_->watch(thresholds);
                },
            .ask_idle =
                [this] {
                    if (senses_) senses_->ask_idle();
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

void Daemon::perform(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
        if (const auto* closed = std::get_if<CloseSession>(&effect.what)) ended_ = *closed;
    }
    performer_->perform(effects);
}

void Daemon::fill_service() {
    problems_.on_change([this] {
        service_.publish_problems();
        tell_findings();
    });
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
    systemd_.ready(bus::status_sentence(report()).toStdString());
}

void Daemon::resume_state() {
    const auto last = history_->saved();
    const Stamp now = clock_.now();
    std::optional<State> state;
    if (last) {
        std::vector<std::string> left_out;
        auto read = record::read_state(last->text, &left_out);
        if (!read) {
            left_out.push_back(read.error());
        } else {
            state = std::move(*read);
        }
        if (!left_out.empty()) {
            history_->keep_saved(fmt::format("{}", fmt::join(left_out, "; ")), !state);
            say_of_history();
        }
    }
    if (!state) {
        post(Started{.gap = {}, .kind = Gap::first});
        return;
    }
    const bool same_boot = last->boot_id == boot_id_;
    const Started started =
        restarted(last, state->locked, now, boot_id_, same_boot ? ask_session_facts() : SessionFacts{});
    runner_->take_over(std::move(*state));
    post(started);
}

void Daemon::watch_the_world() {
    clock_watch_ = std::make_unique<ClockWatch>([this] { post(AlarmRang{}); });
    zone_watch_.watch({"/etc/localtime"});
    follow_settings();
#ifdef LIMBER_CLOCK_SEAM
    if (const auto seam = qEnvironmentVariable("LIMBER_CLOCK_SEAM"); !seam.isEmpty()) {
        const std::filesystem::path file = seam.toStdString();
        seam_watch_ = std::make_unique<ConfigWatch>([this, file] { pretend(file); });
        seam_watch_->watch({file});
    }
#endif
    senses_ = std::make_unique<Senses>(QDBusConnection::sessionBus(), QDBusConnection::systemBus(),
                                       Senses::Hooks{
                                           .post = [this](const Happening& what) { post(what); },
                                           .note = [](const std::string& note) { log::info(note); },
                                           .now = [this] { return clock_.now().at; },
                                           .findings_changed = [this] { tell_findings(); },
                                           .login_over =
                                               [] {
                                                   log::info("the login has ended, and so does limberd");
                                                   QCoreApplication::quit();
                                               },
                                       });
    senses_->start(idle_watches(runner_->plan(), runner_->state()));
    desktop_ =
        std::make_unique<Desktop>(QDBusConnection::sessionBus(), on_terminal_, [this] { tell_findings(); });
}

void Daemon::finish() {
    systemd_.stopping();
    post(AlarmRang{});
    performer_->withdraw_all();
    performer_->save();
}

void Daemon::post(const Happening& what) {
    runner_->post(what);
}

bus::StatusReport Daemon::report() const {
    bus::StatusReport report{
        .status = runner_->current_status(),
        .stamp = runner_->state().now,
        .version = LIMBER_VERSION,
        .idle_source = senses_ ? senses_->idle_source() : std::string{},
        .inhibitor_aware = senses_ && senses_->inhibitor_aware(),
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

history::SavedState Daemon::to_save() const {
    const State& state = runner_->state();
    return {.text = record::write_state(state), .boot_id = boot_id_, .stamp = state.now};
}

void Daemon::look_at_clock() {
    post(AlarmRang{});
    settings_.try_to_watch();
    if (senses_) senses_->check();
}

void Daemon::publish() {
    const auto& session = runner_->state().session;
    if (senses_) senses_->keep_screen_on(session && !session->paused_at);
    const bus::StatusReport now = report();
    offer_in_window();
    service_.publish_status(now);
    systemd_.status(bus::status_sentence(now).toStdString());
}

void Daemon::follow_settings() {
    settings_.follow({
        .taken = [this] { take_settings(); },
        .refused = [this](const std::vector<settings::Problem>& mistakes) { say_mistakes(mistakes); },
        .watching =
            [this](const std::vector<settings::Problem>& problems) {
                for (const auto& problem : problems)
                    log::warning(settings::to_string(problem));
                problems_.set("watching", problems);
            },
    });
}

void Daemon::take_settings() {
    const settings::Loaded& loaded = settings_.now();
    if (problems_.set("settings", loaded.warnings)) {
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
