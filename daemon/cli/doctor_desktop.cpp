// SPDX-License-Identifier: GPL-3.0-or-later
// What this desktop offers: display, presence, session, notifications, tray.
#include "doctor_facts.hpp"
#include "doctor_findings.hpp"
#include "doctor_parts.hpp"
#include "text.hpp"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QStringLiteral>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace limber::cli::doctor {
namespace {

bool on_wayland(const DoctorFacts& facts) {
    return !text(facts.found.value("display").toObject(), "wayland").isEmpty();
}

Finding display(const DoctorFacts& facts) {
    const QJsonObject found = facts.found.value("display").toObject();
    Finding finding{"display", Cli::tr("Display"), Grade::good, {}, {}};
    if (const QString wayland = text(found, "wayland"); !wayland.isEmpty()) {
        finding.sentence = Cli::tr("Wayland (%1)").arg(wayland);
    } else if (const QString x11 = text(found, "x11"); !x11.isEmpty()) {
        finding.sentence = Cli::tr("X11 (%1)").arg(x11);
    } else {
        finding.grade = Grade::note;
        finding.sentence = Cli::tr("none here: neither WAYLAND_DISPLAY nor DISPLAY is set");
        if (!texts(facts.found, "sockets").isEmpty()) {
            finding.remedy = Cli::tr("There are Wayland sockets all the same: %1")
                                 .arg(texts(facts.found, "sockets").join(QStringLiteral(", ")));
        }
    }
    return finding;
}

Finding idle(const DoctorFacts& facts) {
    Finding finding{"idle", Cli::tr("Presence"), Grade::good, {}, {}};
    if (!facts.found.contains("idle")) {
        finding.grade = Grade::lacking;
        finding.sentence = Cli::tr("the display did not answer in time, so nothing is counted");
        return finding;
    }
    const QJsonObject idle = facts.found.value("idle").toObject();
    QStringList tried;
    for (const auto& value : idle.value("refused").toArray()) {
        const QJsonObject refused = value.toObject();
        tried << Cli::tr("%1: no, %2").arg(text(refused, "name"), text(refused, "reason"));
    }
    const QString source = text(idle, "source");
    if (source.isEmpty()) {
        finding.grade = Grade::lacking;
        finding.sentence = Cli::tr("no source tells whether you are there, so nothing is counted");
    } else {
        finding.sentence = Cli::tr("seen by %1").arg(source);
    }
    if (!tried.isEmpty()) finding.remedy = Cli::tr("Tried before it:") + u'\n' + tried.join(u'\n');
    if (!tried.isEmpty() && source.isEmpty()) finding.remedy = tried.join(u'\n');
    return finding;
}

Finding inhibitors(const DoctorFacts& facts) {
    Finding finding{"inhibitors", Cli::tr("Videos, calls"), Grade::good, {}, {}};
    const bool blind = flag(facts.found.value("idle").toObject(), "inhibitor_aware");
    const QStringList names = texts(facts.found, "names");
    const bool listed = flag(facts.found, "logind") ||
                        names.contains(QStringLiteral("org.gnome.SessionManager")) ||
                        names.contains(QStringLiteral("org.kde.Solid.PowerManagement.PolicyAgent")) ||
                        names.contains(QStringLiteral("org.freedesktop.PowerManagement"));
    if (blind) {
        finding.grade = Grade::note;
        finding.sentence =
            Cli::tr("while one keeps the screen awake, this source does not tell that you rest your hands");
    } else if (facts.passive_screen_counts && !listed) {
        finding.grade = Grade::note;
        finding.sentence =
            Cli::tr("passive_screen = \"count\" has no effect here: no list of them can be read");
    } else {
        finding.sentence = facts.passive_screen_counts
                               ? Cli::tr("watching counts as work, as you have set it")
                               : Cli::tr("watching is a rest; only input is work");
    }
    return finding;
}

Finding session(const DoctorFacts& facts) {
    Finding finding{"session", Cli::tr("Session"), Grade::good, {}, {}};
    const QJsonObject session = facts.found.value("session").toObject();
    if (!session.isEmpty()) {
        finding.sentence = Cli::tr("%1 (%2) of logind: locks, sleep and switched sessions are seen")
                               .arg(text(session, "id"), text(session, "type"));
        if (flag(session, "remote")) {
            finding.grade = Grade::note;
            finding.sentence = Cli::tr("%1 is a remote one").arg(text(session, "id"));
        }
        return finding;
    }
    finding.grade = Grade::note;
    finding.sentence =
        flag(facts.found, "logind")
            ? Cli::tr("logind knows none of yours: switching to another one is not seen")
            : Cli::tr("there is no logind: locks and sleep are seen by the clocks and by idleness");
    return finding;
}

Finding locks(const DoctorFacts& facts) {
    Finding finding{"locks", Cli::tr("Screen lock"), Grade::good, {}, {}};
    QStringList signs;
    if (!facts.found.value("session").toObject().isEmpty()) signs << QStringLiteral("logind");
    for (const QString& name : texts(facts.found, "names")) {
        if (name.endsWith(QStringLiteral(".ScreenSaver"))) signs << name;
    }
    if (signs.isEmpty()) {
        finding.grade = Grade::note;
        finding.sentence = Cli::tr("nobody tells; a locked screen is seen as idleness, a little later");
    } else {
        finding.sentence = Cli::tr("told by %1").arg(signs.join(QStringLiteral(", ")));
    }
    return finding;
}

/// What is worth knowing of this server; empty if it is as one expects.
QString quirk_of(const QString& server) {
    const std::array known{
        std::pair{
            QStringLiteral("dunst"),
            Cli::tr("dunst: the middle button starts the exercise, the left one only closes the prompt, "
                    "which then comes back later.")},
        std::pair{QStringLiteral("mako"),
                  Cli::tr("mako: a click starts the exercise, the right button puts it off; makoctl menu has "
                          "the rest.")},
        std::pair{QStringLiteral("gnome-shell"),
                  Cli::tr("GNOME: shows three buttons; the rest is in the tray and in limber.")},
    };
    const auto* const found = std::ranges::find(known, server.toLower(), &std::pair<QString, QString>::first);
    return found == known.end() ? QString{} : found->second;
}

Finding notifications(const DoctorFacts& facts) {
    Finding finding{"notifications", Cli::tr("Notifications"), Grade::good, {}, {}};
    const QJsonObject server = facts.found.value("notifications").toObject();
    const QString name = text(server, "name");
    if (name.isEmpty()) {
        const bool startable = flag(facts.found, "notifications_startable");
        finding.grade = startable ? Grade::note : Grade::lacking;
        finding.sentence = startable ? Cli::tr("no server is running; the first prompt has one started")
                                     : Cli::tr("there is no server, so prompts cannot be shown");
        if (!startable) finding.remedy = Cli::tr("Install and start one, such as dunst or mako.");
        return finding;
    }
    finding.sentence = Cli::tr("%1 %2").arg(name, text(server, "version"));
    finding.remedy = quirk_of(name);
    if (!texts(server, "capabilities").contains(QStringLiteral("actions"))) {
        finding.grade = Grade::note;
        finding.sentence += Cli::tr(", without buttons: answer with limber start, snooze or skip");
    }
    return finding;
}

Finding tray(const DoctorFacts& facts) {
    Finding finding{"tray", Cli::tr("Tray"), Grade::good, {}, {}};
    const QStringList names = texts(facts.found, "names");
    const bool running = names.contains(QStringLiteral("org.limber.Tray"));
    const bool panel = flag(facts.found, "tray_host");
    if (running && panel) {
        finding.sentence = Cli::tr("the icon is in your panel");
        return finding;
    }
    if (running && flag(facts.found, "x11_tray")) {
        finding.sentence = Cli::tr("the icon is in an X11 tray");
        return finding;
    }
    finding.grade = Grade::note;
    if (panel || flag(facts.found, "x11_tray")) {
        finding.sentence = Cli::tr("there is a place for the icon");
        finding.remedy = facts.tray.file.isEmpty()
                             ? QStringLiteral("limber-tray &")
                             : QStringLiteral("systemctl --user enable --now limber-tray");
        return finding;
    }
    const bool seen_from_here = on_wayland(facts) || facts.found.contains("x11_tray");
    if (running && !seen_from_here) {
        finding.sentence = Cli::tr("whether a panel shows the icon cannot be seen from here");
        finding.remedy = Cli::tr("Run limber doctor in a terminal of your desktop.");
        return finding;
    }
    finding.sentence = Cli::tr("no panel here shows icons; the command limber does the same");
    if (names.contains(QStringLiteral("org.gnome.Mutter.IdleMonitor"))) {
        finding.remedy = Cli::tr("GNOME: install and enable the extension AppIndicator "
                                 "(package gnome-shell-extension-appindicator).");
    } else if (facts.found.contains("x11_tray")) {
        finding.remedy =
            Cli::tr("Turn on the tray of your panel, or start one by itself, such as stalonetray "
                    "or trayer.");
    }
    return finding;
}

/// Which reasons not to disturb are seen.
Finding quiet() {
    return {"quiet",
            Cli::tr("Holds"),
            Grade::note,
            Cli::tr("pauses and working hours; do-not-disturb, full screen, microphone and camera are not "
                    "watched by this version"),
            {}};
}

} // namespace

std::vector<Finding> desktop_findings(const DoctorFacts& facts) {
    return {display(facts), idle(facts),          inhibitors(facts), session(facts),
            locks(facts),   notifications(facts), tray(facts),       quiet()};
}

} // namespace limber::cli::doctor
