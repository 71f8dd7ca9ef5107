// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor_findings.hpp"

#include "bus/names.hpp"
#include "doctor_facts.hpp"
#include "doctor_parts.hpp"
#include "text.hpp"

#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1String>
#include <QString>
#include <QStringList>
#include <QStringLiteral>

#include <vector>

namespace limber::cli {
namespace doctor {

QString text(const QJsonObject& object, const char* key) {
    return object.value(QLatin1String{key}).toString();
}

bool flag(const QJsonObject& object, const char* key) {
    return object.value(QLatin1String{key}).toBool();
}

QStringList texts(const QJsonObject& object, const char* key) {
    QStringList list;
    for (const auto& value : object.value(QLatin1String{key}).toArray()) {
        list << value.toString();
    }
    return list;
}

} // namespace doctor

namespace {

Finding program(const DoctorFacts& facts) {
    Finding finding{"limberd", Cli::tr("Limber"), Grade::good, {}, {}};
    if (facts.found.isEmpty()) {
        finding.grade = Grade::lacking;
        finding.sentence = facts.why_not_found;
    } else if (!doctor::texts(facts.found, "names").contains(QLatin1String{bus::bus_name})) {
        finding.grade = Grade::lacking;
        finding.sentence = Cli::tr("is not running, so nobody reminds you");
        finding.remedy = facts.user_manager ? QStringLiteral("systemctl --user enable --now limberd")
                                            : Cli::tr("Start limberd with your session.");
        if (!facts.unit_log.isEmpty())
            finding.remedy += u'\n' + Cli::tr("Its last words:") + u'\n' + facts.unit_log.join(u'\n');
    } else {
        finding.sentence = Cli::tr("%1 is running").arg(doctor::text(facts.found, "version"));
    }
    return finding;
}

} // namespace

std::vector<Finding> findings_of(const DoctorFacts& facts) {
    std::vector<Finding> all{program(facts)};
    const auto append = [&](const std::vector<Finding>& more) {
        all.insert(all.end(), more.begin(), more.end());
    };
    if (!facts.found.isEmpty()) append(doctor::desktop_findings(facts));
    append(doctor::installation_findings(facts));
    return all;
}

} // namespace limber::cli
