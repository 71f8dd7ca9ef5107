// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot.hpp"

#include "wire_values.hpp"

#include <QString>

#include <utility>

namespace limber::bus {

namespace {

/// Those that say that there are problems.
bool told_by_problems(const Finding& finding) {
    return finding.id == "settings" || finding.id == "history" || finding.id == "watching" ||
           finding.id == "window";
}

} // namespace

void Snapshot::take(const QVariantMap& properties) {
    const auto end = properties.constEnd();
    if (const auto status = properties.constFind(QStringLiteral("Status")); status != end) {
        auto session = std::move(report.status.session);
        report = status_from_wire(bus::map_of(*status));
        report.status.session = std::move(session);
    }
    if (const auto session = properties.constFind(QStringLiteral("Session")); session != end) {
        report.status.session = session_from_wire(bus::map_of(*session));
    }
    if (const auto list = properties.constFind(QStringLiteral("Problems")); list != end) {
        problems = problems_from_wire(*list);
    }
    if (const auto list = properties.constFind(QStringLiteral("Findings")); list != end) {
        findings = findings_from_wire(*list);
    }
    if (const auto file = properties.constFind(QStringLiteral("Journal")); file != end) {
        journal = file->toString().toStdString();
    }
}

std::vector<settings::Problem> Snapshot::troubles() const {
    std::vector<settings::Problem> all = problems;
    for (const Finding& finding : findings) {
        if (finding.grade != Grade::lacking || told_by_problems(finding)) continue;
        // limber doctor has the whole of it
        all.push_back(
            {.message = finding.sentence, .hint = finding.remedy.substr(0, finding.remedy.find('\n'))});
    }
    return all;
}

} // namespace limber::bus
