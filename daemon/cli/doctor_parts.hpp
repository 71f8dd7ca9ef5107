// SPDX-License-Identifier: GPL-3.0-or-later
// The two halves of doctor's findings, and how both read what limberd has found.
#pragma once

#include "doctor_facts.hpp"
#include "doctor_findings.hpp"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace limber::cli::doctor {

/// What this desktop offers. Needs what limberd has found.
[[nodiscard]] std::vector<Finding> desktop_findings(const DoctorFacts& facts);

/// Whether Limber is installed, started and configured.
[[nodiscard]] std::vector<Finding> installation_findings(const DoctorFacts& facts);

// Empty or false where the key is missing or of another type.
[[nodiscard]] QString text(const QJsonObject& object, const char* key);
[[nodiscard]] bool flag(const QJsonObject& object, const char* key);
[[nodiscard]] QStringList texts(const QJsonObject& object, const char* key);

} // namespace limber::cli::doctor
