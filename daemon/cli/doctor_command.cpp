// SPDX-License-Identifier: GPL-3.0-or-later
// limber doctor: what Limber finds on this desktop, what it lacks, and what to do about it.
#include "command.hpp"
#include "doctor_facts.hpp"
#include "doctor_findings.hpp"
#include "output.hpp"
#include "text.hpp"

#include <CLI/CLI.hpp> // IWYU pragma: keep (the umbrella header)
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QtGlobal>

#include <algorithm>
#include <memory>
#include <vector>

namespace limber::cli {

using terminal::Ink;

namespace {

QString word(Grade grade) {
    switch (grade) {
    case Grade::good: return QStringLiteral("good");
    case Grade::note: return QStringLiteral("note");
    case Grade::lacking: break;
    }
    return QStringLiteral("lacking");
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

void show(const std::vector<Finding>& findings) {
    int width = 0;
    for (const Finding& finding : findings) {
        width = std::max(width, terminal::columns_of(finding.subject));
    }
    const QString mark_room = terminal::draws_beyond_ascii() ? QStringLiteral("  ") : QStringLiteral("   ");
    const QString indent = mark_room + QString(width + 2, u' ');
    for (const Finding& finding : findings) {
        const QString gap(width - terminal::columns_of(finding.subject) + 2, u' ');
        print_line(mark(finding.grade) + u' ' + inked(finding.subject, Ink::strong) + gap + finding.sentence);
        if (finding.remedy.isEmpty()) continue;
        for (const QString& line : finding.remedy.split(u'\n')) {
            print_line(indent + inked(line, Ink::calm));
        }
    }
}

QJsonObject as_json(const std::vector<Finding>& findings, bool healthy) {
    QJsonArray list;
    for (const Finding& finding : findings) {
        list.append(QJsonObject{{"id", finding.id},
                                {"subject", finding.subject},
                                {"grade", word(finding.grade)},
                                {"sentence", finding.sentence},
                                {"remedy", finding.remedy}});
    }
    return {{"healthy", healthy}, {"findings", list}};
}

Exit examine(bool json) {
    // limberd is asked, and what programs read is in no language
    if (json) qputenv("LANGUAGE", "en");
    const auto findings = findings_of(doctor_facts());
    const bool healthy = std::ranges::none_of(
        findings, [](const Finding& finding) { return finding.grade == Grade::lacking; });
    if (json) {
        print_json(as_json(findings, healthy));
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
