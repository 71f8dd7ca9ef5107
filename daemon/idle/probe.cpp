// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/probe.hpp"

#include "idle/sources.hpp"
#include "idle/wayland_connection.hpp"
#include "idle/wayland_idle.hpp"
#include "idle/x11_connection.hpp"
#include "words/said.hpp"

#include <QDBusConnection>
#include <fmt/ranges.h>

#include <expected>
#include <utility>

namespace limber::idle {

namespace {

// One probe, from one source to the next.
struct Attempt : std::enable_shared_from_this<Attempt> {
    Attempt(QObject& owner, DisplayEnvironment where, std::function<Instant()> clock, IdleSource::Report to,
            std::function<void(Probed)> then)
        : context(owner), environment(std::move(where)), now(std::move(clock)), report(std::move(to)),
          done(std::move(then)) {}

    QObject& context;
    DisplayEnvironment environment;
    std::function<Instant()> now;
    IdleSource::Report report;
    std::function<void(Probed)> done;
    Probed probed;
    std::string silent_display; ///< one that should be there and does not answer
    bool wayland_answers = false;

    bool take(const char* name, Source source) {
        if (source) {
            probed.source = std::move(*source);
        } else {
            probed.refused.push_back({.name = name, .reason = source.error()});
        }
        return source.has_value();
    }

    void try_wayland() {
        const auto sockets = wayland_candidates(environment);
        const bool should_be_there = !sockets.empty();
        WaylandConnection::open(context, sockets, wayland_patience,
                                [self = shared_from_this(), should_be_there](auto opened) {
                                    if (opened) return self->try_protocols(std::move(*opened));
                                    if (should_be_there) self->silent_display = opened.error();
                                    self->take(ext_idle_notify_name, std::unexpected(opened.error()));
                                    self->take(kwin_idle_name, std::unexpected(opened.error()));
                                    self->try_mutter();
                                });
    }

    void try_protocols(std::unique_ptr<WaylandConnection> connection) {
        wayland_answers = true;
        auto protocol = bind_ext_idle_notify(*connection);
        const char* name = ext_idle_notify_name;
        if (!protocol) {
            take(name, std::unexpected(protocol.error()));
            name = kwin_idle_name;
            protocol = bind_kwin_idle(*connection);
        }
        const bool found =
            protocol ? take(name, make_wayland_idle(std::move(connection), std::move(*protocol), now, report))
                     : take(name, std::unexpected(protocol.error()));
        if (found) return finish();
        try_mutter();
    }

    void try_mutter() {
        auto then = [self = shared_from_this()](Source source) {
            if (self->take(mutter_name, std::move(source)) || self->try_xsync()) return self->finish();
            self->try_logind();
        };
        const auto bus = QDBusConnection::sessionBus();
        if (!bus.isConnected()) return then(why_not(N_("there is no session bus")));
        find_mutter_idle(context, bus, report, then);
    }

    void try_logind() {
        // The hint is the desktop's. While that is gone or hangs nobody keeps it up.
        if (!wayland_answers && !silent_display.empty()) {
            take(logind_idle_name, std::unexpected(silent_display));
            try_terminal();
            return finish();
        }
        find_logind_idle(context, QDBusConnection::systemBus(), report,
                         [self = shared_from_this()](Source source) {
                             if (!self->take(logind_idle_name, std::move(source))) self->try_terminal();
                             self->finish();
                         });
    }

    void finish() {
        if (probed.source) {
            const std::string name = probed.source->name();
            probed.last_resort = name == logind_idle_name || name == terminal_idle_name;
        }
        done(std::move(probed));
    }

    bool try_xsync() {
        if (wayland_answers) {
            return take(xsync_name,
                        why_not(N_("a Wayland compositor answers: XWayland sees only part of the input")));
        }
        auto connection = open_x11(environment, x11_patience);
        if (!connection) {
            if (connection.error().silent) silent_display = connection.error().reason;
            return take(xsync_name, std::unexpected(connection.error().reason));
        }
        return take(xsync_name, make_xsync_idle(std::move(*connection), x11_patience, report));
    }

    void try_terminal() {
        const auto places = terminal_places();
        if (!places) {
            take(terminal_idle_name, std::unexpected(places.error()));
        } else if (!places->folders.empty() && has_a_display()) {
            take(terminal_idle_name, why_not(N_("there is a display: terminals see only part of the input")));
        } else {
            take(terminal_idle_name, make_terminal_idle(*places, now, report));
        }
    }

    [[nodiscard]] bool has_a_display() const {
        return wayland_answers || !environment.wayland_display.empty() || !environment.x11_display.empty();
    }
};

} // namespace

void probe_idle_sources(QObject& context, const DisplayEnvironment& environment,
                        const std::function<Instant()>& now, IdleSource::Report report,
                        std::function<void(Probed)> done) {
    const auto attempt =
        std::make_shared<Attempt>(context, environment, now, std::move(report), std::move(done));
    attempt->try_wayland();
}

Finding display_finding(const DisplayEnvironment& environment) {
    Finding finding{.id = "display", .sentence = {}, .remedy = {}};
    if (!environment.wayland_display.empty()) {
        finding.sentence = said("Wayland ({})", environment.wayland_display);
    } else if (!environment.x11_display.empty() && !environment.x11_authority.empty()) {
        finding.sentence =
            said("X11 ({}), with the key in {}", environment.x11_display, environment.x11_authority);
    } else if (!environment.x11_display.empty()) {
        finding.sentence = said("X11 ({})", environment.x11_display);
    } else {
        finding.grade = Grade::note;
        finding.sentence = said("none here: neither WAYLAND_DISPLAY nor DISPLAY is set");
        if (const auto sockets = present_wayland_sockets(environment); !sockets.empty()) {
            finding.remedy = said("There are Wayland sockets all the same: {}",
                                  fmt::format("{}", fmt::join(sockets, ", ")));
        }
    }
    return finding;
}

Finding presence_finding(const std::string& source, const std::vector<Refused>& refused) {
    std::vector<std::string> lines;
    lines.reserve(refused.size());
    for (const Refused& one : refused)
        lines.push_back(said("{}: no, {}", one.name, one.reason));
    Finding finding{.id = "idle", .sentence = {}, .remedy = {}};
    if (source.empty()) {
        finding.grade = Grade::lacking;
        finding.sentence =
            said("Limber cannot see whether you are at the desk, so nothing is counted and suggested.");
        lines.insert(lines.begin(), said("If you sit at a desktop: limber doctor, in a terminal of it, "
                                         "says what to do. limber start works all the same."));
    } else {
        finding.sentence = said("seen by {}", source);
        if (!lines.empty()) lines.insert(lines.begin(), said("Tried before it:"));
    }
    finding.remedy = fmt::format("{}", fmt::join(lines, "\n"));
    return finding;
}

} // namespace limber::idle
