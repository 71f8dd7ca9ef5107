// SPDX-License-Identifier: GPL-3.0-or-later
// limber doctor: what Limber finds on this desktop, what it lacks, and what to do about it.
#include "bus/call.hpp"
#include "bus/names.hpp"
#include "bus/peers.hpp"
#include "bus/status_text.hpp"
#include "bus/wire.hpp"
#include "command.hpp"
#include "doctor.hpp"
#include "output.hpp"
#include "status.hpp"
#include "words/text.hpp"

#include <CLI/CLI.hpp> // IWYU pragma: keep (the umbrella header)
#include <QDBusConnection>
#include <QFile>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>

#include <algorithm>
#include <memory>
#include <string>

namespace limber::cli {

using terminal::Ink;

namespace {

/// Variables without which a window started by the bus, or limberd itself, does not find the display.
const QStringList display_variables{QStringLiteral("WAYLAND_DISPLAY"), QStringLiteral("DISPLAY"),
                                    QStringLiteral("XAUTHORITY")};

Finding made(const char* id, Grade grade, const QString& sentence, const QString& remedy = {}) {
    return {id, grade, sentence.toStdString(), remedy.toStdString()};
}

/// Standard output of a program that ended well in time.
std::optional<QString> output_of(const QString& program, const QStringList& arguments,
                                 std::chrono::milliseconds length = std::chrono::seconds{3}) {
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(static_cast<int>(length.count()))) {
        process.kill();
        process.waitForFinished();
        return std::nullopt;
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) return std::nullopt;
    return QString::fromUtf8(process.readAllStandardOutput());
}

std::optional<QString> user_manager(QStringList arguments) {
    arguments.prepend(QStringLiteral("--user"));
    return output_of(QStringLiteral("systemctl"), arguments);
}

/// KEY=VALUE lines.
QMap<QString, QString> assignments(const QString& text) {
    QMap<QString, QString> map;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (const auto equals = line.indexOf(u'='); equals > 0)
            map.insert(line.left(equals), line.mid(equals + 1));
    }
    return map;
}

InstallationFacts::Unit unit(const QString& name) {
    const auto shown = user_manager({QStringLiteral("show"), QStringLiteral("--property=UnitFileState"),
                                     QStringLiteral("--property=ActiveState"), name});
    const auto properties = assignments(shown.value_or(QString{}));
    return {.file = properties.value(QStringLiteral("UnitFileState")),
            .active = properties.value(QStringLiteral("ActiveState"))};
}

/// What starts Limber where no autostart entry does, and hands the display on. With its folder, as few
/// sessions have one's own in their PATH.
QString session_line(const InstallationFacts& facts) {
    const auto& own = facts.own_environment;
    const QString desktop = own.value(QStringLiteral("XDG_CURRENT_DESKTOP")).toLower();
    const QString& program = facts.session_program;
    if (own.contains(QStringLiteral("HYPRLAND_INSTANCE_SIGNATURE")) || desktop.contains(u"hyprland"))
        return _("In ~/.config/hypr/hyprland.conf:") + QStringLiteral("\n  exec-once = ") + program;
    if (own.contains(QStringLiteral("SWAYSOCK")) || desktop.contains(u"sway"))
        return _("In ~/.config/sway/config:") + QStringLiteral("\n  exec ") + program;
    return _("At the start of your session:") + QStringLiteral("\n  ") + program + QStringLiteral(" &");
}

/// Whose parent is limber-session, which starts programs where it finds no systemd.
bool is_of_session(uint pid) {
    const auto word_of = [](const QString& file, qsizetype number) {
        QFile from(file);
        if (!from.open(QIODevice::ReadOnly)) return QString{};
        // the second word, the program's name, is in parentheses and may hold spaces
        const QString text = QString::fromUtf8(from.readAll());
        return text.mid(text.lastIndexOf(u')') + 1).trimmed().section(u' ', number, number);
    };
    const QString parent = word_of(QStringLiteral("/proc/%1/stat").arg(pid), 1);
    return word_of(QStringLiteral("/proc/%1/comm").arg(parent), 0) == u"limber-session";
}

Finding unit_finding(const InstallationFacts& facts) {
    if (!facts.user_manager) {
        return made("unit", Grade::note,
                    _("no systemd user manager here: your desktop's autostart has to start limberd"),
                    session_line(facts));
    }
    if (facts.daemon.file == QStringLiteral("enabled"))
        return made("unit", Grade::good, _("limberd.service is enabled"));
    if (facts.daemon.file.isEmpty()) {
        return made("unit", Grade::lacking, _("limberd.service is not installed"),
                    QStringLiteral("./dev install"));
    }
    return made("unit", Grade::lacking,
                _("limberd.service is %1, so it does not start by itself").arg(facts.daemon.file),
                QStringLiteral("systemctl --user enable --now limberd"));
}

Finding target_finding(const InstallationFacts& facts) {
    if (facts.graphical_session == QStringLiteral("active"))
        return made("target", Grade::good, _("this session starts Limber"));
    return made("target", Grade::lacking,
                _("your desktop starts neither autostart entries nor graphical-session.target, so "
                  "limberd is not started"),
                session_line(facts));
}

Finding environment_finding(const InstallationFacts& facts) {
    QStringList wrong;
    for (const QString& name : display_variables) {
        const QString here = facts.own_environment.value(name);
        const QString there = facts.manager_environment.value(name);
        if (here.isEmpty() || here == there) continue;
        wrong << (there.isEmpty() ? _("%1 is missing").arg(name)
                                  : _("%1 is %2 there and %3 here").arg(name, there, here));
    }
    if (wrong.isEmpty()) return made("environment", Grade::good, _("the user manager knows the display"));
    return made("environment", Grade::lacking,
                _("of the user manager: %1").arg(wrong.join(QStringLiteral("; "))), session_line(facts));
}

} // namespace

Finding program_finding(const InstallationFacts& facts) {
    if (facts.running) {
        return facts.version.isEmpty() ? made("limberd", Grade::lacking, facts.why_unknown)
                                       : made("limberd", Grade::good, _("%1 is running").arg(facts.version));
    }
    QString remedy = facts.user_manager ? QStringLiteral("systemctl --user enable --now limberd")
                                        : _("Start limberd with your session.");
    if (!facts.unit_log.isEmpty())
        remedy += u'\n' + _("Its last words:") + u'\n' + facts.unit_log.join(u'\n');
    if (!facts.why_unknown.isEmpty()) remedy.prepend(facts.why_unknown + u'\n');
    return made("limberd", Grade::lacking, _("is not running, so nobody reminds you"), remedy);
}

std::vector<Finding> installation_findings(const InstallationFacts& facts) {
    if (facts.of_session)
        return {made("unit", Grade::good, _("limber-session starts limberd, without systemd"))};
    std::vector<Finding> all{unit_finding(facts)};
    if (facts.user_manager && !facts.daemon.file.isEmpty()) {
        all.push_back(target_finding(facts));
        all.push_back(environment_finding(facts));
    }
    return all;
}

namespace {

// longer than limberd's own, which then still tells what it has found
constexpr std::chrono::milliseconds examine_patience{8'000};

/// Asks systemctl, for a few seconds at most.
void ask_the_manager(InstallationFacts& facts) {
    if (const auto path = bus::program_path(facts.session_program); !path.isEmpty())
        facts.session_program = path;
    const auto pid = bus::call_now(bus::driver_on(QDBusConnection::sessionBus()),
                                   QStringLiteral("GetConnectionUnixProcessID"), {bus::bus_name});
    facts.of_session = pid && is_of_session(pid->value(0).toUInt());
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys())
        facts.own_environment.insert(name, environment.value(name));
    const auto managers = user_manager({QStringLiteral("show-environment")});
    facts.user_manager = managers.has_value();
    if (!facts.user_manager) return;
    facts.manager_environment = assignments(*managers);
    facts.daemon = unit(QStringLiteral("limberd.service"));
    facts.graphical_session = unit(QStringLiteral("graphical-session.target")).active;
    if (facts.graphical_session != u"active")
        facts.graphical_session = unit(QStringLiteral("limber-session.target")).active;
    if (facts.daemon.active != QStringLiteral("failed")) return;
    const auto log = output_of(QStringLiteral("journalctl"),
                               {QStringLiteral("--user-unit=limberd.service"), QStringLiteral("--output=cat"),
                                QStringLiteral("--lines=3"), QStringLiteral("--quiet")});
    facts.unit_log = log.value_or(QString{}).split(u'\n', Qt::SkipEmptyParts);
}

/// What a limberd would find here, where none runs.
std::vector<Finding> examined(QString& why_unknown) {
    const QString limberd = bus::program_path(QStringLiteral("limberd"));
    if (limberd.isEmpty()) {
        why_unknown =
            _("The program limberd is neither beside this one nor in PATH. Is Limber installed whole?");
        return {};
    }
    const auto printed = output_of(limberd, {QStringLiteral("--examine")}, examine_patience);
    const auto list = QJsonDocument::fromJson(printed.value_or(QString{}).toUtf8()).array();
    if (list.isEmpty()) why_unknown = _("%1 --examine did not answer. Is it of this version?").arg(limberd);
    return bus::findings_from_wire(list.toVariantList());
}

std::vector<Finding> all_findings() {
    InstallationFacts facts;
    std::vector<Finding> found;
    if (const auto now = present()) {
        facts.running = true;
        facts.version = QString::fromStdString(now->report.version);
        found = now->findings;
    } else {
        facts.running = now.error().exit != Exit::no_daemon;
        facts.why_unknown = facts.running ? now.error().sentence : QString{};
        if (!facts.running) found = examined(facts.why_unknown);
    }
    ask_the_manager(facts);
    const auto installation = installation_findings(facts);
    found.insert(found.begin(), program_finding(facts));
    found.insert(found.end(), installation.begin(), installation.end());
    return found;
}

QString mark(Grade grade) {
    const bool drawn = terminal::draws_beyond_ascii();
    switch (grade) {
    case Grade::good: return inked(drawn ? QStringLiteral("✓") : QStringLiteral("ok"), Ink::good);
    case Grade::note: return inked(drawn ? QStringLiteral("·") : QStringLiteral("--"), Ink::warn);
    case Grade::lacking: break;
    }
    return inked(drawn ? QStringLiteral("✗") : QStringLiteral("NO"), Ink::bad);
}

QStringList lines_of(const std::string& text) {
    QStringList lines;
    if (text.empty()) return lines;
    for (const QString& line : QString::fromStdString(text).split(u'\n'))
        lines << terminal::shown(line.toStdString());
    return lines;
}

void show(const std::vector<Finding>& findings) {
    int width = 0;
    for (const Finding& finding : findings)
        width = std::max(width, terminal::columns_of(bus::subject_of(finding.id)));
    const QString mark_room = terminal::draws_beyond_ascii() ? QStringLiteral("  ") : QStringLiteral("   ");
    const QString indent = mark_room + QString(width + 2, u' ');
    for (const Finding& finding : findings) {
        const QString subject = bus::subject_of(finding.id);
        const QString gap(width - terminal::columns_of(subject) + 2, u' ');
        const QStringList sentences = lines_of(finding.sentence);
        print_line(mark(finding.grade) + u' ' + inked(subject, Ink::strong) + gap + sentences.value(0));
        for (const QString& line : sentences.mid(1))
            print_line(indent + line);
        for (const QString& line : lines_of(finding.remedy))
            print_line(indent + inked(line, Ink::calm));
    }
}

Exit examine(bool json) {
    const auto findings = all_findings();
    const bool healthy = std::ranges::none_of(
        findings, [](const Finding& finding) { return finding.grade == Grade::lacking; });
    if (json) {
        print_json({{"healthy", healthy}, {"findings", findings_json(findings)}});
    } else {
        show(findings);
    }
    return healthy ? Exit::ok : Exit::failed;
}

} // namespace

void add_doctor(CLI::App& limber, Run& run) {
    const auto json = std::make_shared<bool>(false);
    CLI::App* doctor = limber.add_subcommand(
        "doctor", _("What Limber finds on this desktop, what it lacks, and what to do").toStdString());
    doctor->group(_("Look").toStdString());
    doctor->add_flag("--json", *json, _("As JSON").toStdString());
    doctor->footer(
        _("Exit status 1 if something is missing that matters. Needs no running Limber.").toStdString());
    doctor->callback([json, &run] { run = [json] { return examine(*json); }; });
}

} // namespace limber::cli
