// SPDX-License-Identifier: GPL-3.0-or-later
#include "senses.hpp"

#include "core/event.hpp"
#include "core/finding.hpp"
#include "core/time.hpp"
#include "idle/display.hpp"
#include "idle/display_inhibitor.hpp"
#include "log.hpp"
#include "quiet/findings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <utility>
#include <variant>

namespace limber::shell {
namespace {

// A display may come back, and logind may be slow: only what lasts is an end.
constexpr std::chrono::seconds end_of_login{30};

} // namespace

Senses::Senses(const QDBusConnection& session_bus, const QDBusConnection& system_bus,
               idle::DisplayEnvironment display, Hooks hooks)
    : display_(std::move(display)), hooks_(std::move(hooks)), session_(system_bus, log::info),
      screen_savers_(session_bus), inhibitors_(session_bus, system_bus),
      own_inhibitors_(session_bus, [this] { inhibitors_settled(); }),
      presence_([this](const Happening& what) { presence_says(what); }, hooks_.now) {
    end_of_login_.setSingleShot(true);
    end_of_login_.setInterval(end_of_login);
    end_of_login_.callOnTimeout([this] {
        may_be_over_ = true;
        session_.look_again();
    });
}

void Senses::start(const std::vector<Duration>& thresholds) {
    session_.when_over([this] {
        if (may_be_over_) hooks_.login_over();
    });
    session_.watch([this](const Happening& what) { session_says(what); });
    screen_savers_.watch([this](const Happening& what) { lock_says(screen_savers_.name(), what); });
    inhibitors_.watch(hooks_.post);
    presence_.watch(thresholds);
    presence_.start();
}

std::vector<Finding> Senses::findings(bool passive_counts) const {
    std::vector<Finding> all{idle::display_finding(display_)};
    if (looked_for_idle_source())
        all.push_back(idle::presence_finding(presence_.name(), presence_.refusals()));
    all.push_back(quiet::inhibitors_finding(presence_.inhibitor_aware(), passive_counts,
                                            inhibitors_.level() != Level::unknown));
    all.push_back(quiet::session_finding(session_.seen()));
    all.push_back(quiet::locks_finding(session_.seen(), screen_savers_.answering()));
    all.push_back(quiet::screen_finding(kept_on_by_, own_inhibitors_.there(),
                                        !display_.wayland_display.empty() ? "wayland"
                                        : !display_.x11_display.empty()   ? "x11"
                                                                          : ""));
    all.push_back(quiet::holds_finding());
    return all;
}

void Senses::keep_screen_on(bool on) {
    if (on == std::exchange(screen_kept_on_, on)) return;
    asked_display_.reset();
    display_inhibitor_.reset();
    if (on) inhibitors_.ours_is_on(true);
    // before the display, which may answer at once
    own_inhibitors_.hold(on);
    if (!on) return;
    display_inhibitor_ = std::make_unique<idle::DisplayInhibitor>(display_, [this](std::string asked) {
        asked_display_ = std::move(asked);
        inhibitors_settled();
    });
}

void Senses::inhibitors_settled() {
    if (!own_inhibitors_.settled()) return;
    if (!screen_kept_on_) return inhibitors_.ours_is_on(false);
    if (!asked_display_) return;
    auto by = own_inhibitors_.granted();
    if (!asked_display_->empty()) by.push_back(*asked_display_);
    if (kept_on_by_ == by) return;
    log::info(by.empty() ? std::string{"nothing here keeps the screen on during a break: the desktop may "
                                       "blank or lock it meanwhile"}
                         : fmt::format("during a break the screen is kept on by {}", fmt::join(by, ", ")));
    kept_on_by_ = std::move(by);
    hooks_.findings_changed();
}

void Senses::session_says(const Happening& what) {
    // after a sleep it asks for a look at the clocks
    if (std::holds_alternative<AlarmRang>(what)) lock_.woke();
    lock_says(session_.name(), what);
    if (std::holds_alternative<SleepAnnounced>(what)) session_.saved();
}

void Senses::lock_says(const std::string& source, const Happening& what) {
    const auto* locked = std::get_if<Locked>(&what);
    const bool unlocked = std::holds_alternative<Unlocked>(what);
    // a request is nobody's state: what confirms it or ends it comes from elsewhere
    if ((!locked && !unlocked) || (locked && locked->requested)) return hooks_.post(what);
    lock_.says(source, locked != nullptr);
    // each word counts, also the same once more (LAW.md §3); but one is not unlocked as long as others say no
    if (locked || !lock_.locked()) hooks_.post(what);
}

void Senses::presence_says(const Happening& what) {
    if (std::holds_alternative<BecameActive>(what) && lock_.input()) hooks_.post(Unlocked{});
    hooks_.post(what);
    const bool found = std::holds_alternative<PresenceFound>(what);
    if (!found && !std::holds_alternative<PresenceLost>(what)) return;
    // a better one is there already, which is said next
    if (!found && !presence_.name().empty()) return;
    may_be_over_ = false;
    found ? end_of_login_.stop() : end_of_login_.start();
    log::info(found
                  ? "presence is seen by " + presence_.name()
                  : "nothing tells whether somebody is at the desk: nothing is counted until something does");
    hooks_.findings_changed();
}

} // namespace limber::shell
