// SPDX-License-Identifier: GPL-3.0-or-later
// limber doctor: what Limber finds on this desktop, what it lacks, and what to do about it.
#include "bus/peers.hpp"
#include "bus/status_text.hpp"
#include "bus/wire.hpp"
#include "client.hpp"
#include "command.hpp"
#include "core/finding.hpp"
#include "doctor_installation.hpp"
#include "output.hpp"
#include "status_json.hpp"
#include "text.hpp"

#include <CLI/CLI.hpp> // IWYU pragma: keep (the umbrella header)
#include <QJsonArray>
#include <QJsonDocument>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace limber::cli {

using terminal::Ink;

namespace {

// longer than limberd's own, which then still tells what it has found
constexpr std::chrono::milliseconds examine_patience{8'000};

/// What a limberd would find here, where none runs.
std::vector<Finding> examined(QString& why_unknown) {
    const QString limberd = bus::program_path(QStringLiteral("limberd"));
    if (limberd.isEmpty()) {
        why_unknown =
            Cli::tr("The program limberd is neither beside this one nor in PATH. Is Limber installed whole?");
        return {};
    }
    const auto printed = output_of(limberd, {QStringLiteral("--examine")}, examine_patience);
    const auto list = QJsonDocument::fromJson(printed.value_or(QString{}).toUtf8()).array();
    if (list.isEmpty())
        why_unknown = Cli::tr("%1 --examine did not answer. Is it of this version?").arg(limberd);
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
    for (const Finding& finding : findings) {
        width = std::max(width, terminal::columns_of(bus::subject_of(finding.id)));
    }
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
        "doctor", Cli::tr("What Limber finds on this desktop, what it lacks, and what to do").toStdString());
    doctor->group(Cli::tr("Look").toStdString());
    doctor->add_flag("--json", *json, Cli::tr("As JSON").toStdString());
    doctor->footer(Cli::tr("Exit status 1 if something is missing that matters. Needs no running Limber.")
                       .toStdString());
    doctor->callback([json, &run] { run = [json] { return examine(*json); }; });
}

} // namespace limber::cli
