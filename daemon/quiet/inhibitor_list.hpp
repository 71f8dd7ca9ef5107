// SPDX-License-Identifier: GPL-3.0-or-later
// One service that knows idle inhibitors, read again whenever it says that something has changed.
#pragma once

#include "quiet/service_owner.hpp"

#include <QDBusConnection>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVariantList>

#include <functional>
#include <optional>

namespace limber::quiet {

/// How a service is asked and understood.
struct InhibitorQuestion {
    QString service;
    QString path;
    QString interface; ///< of the method and of the signals
    QString method;
    QVariantList arguments;
    QString signal_interface;
    QStringList signals_; ///< after each of them the question is asked anew
    /// Nothing: the answer is not understood.
    std::function<std::optional<bool>(const QVariant&)> inhibited;
};

class InhibitorList : public QObject {
    Q_OBJECT

public:
    InhibitorList(QDBusConnection bus, InhibitorQuestion question, std::function<void()> changed);

    /// Nothing while the service is not there or does not answer.
    [[nodiscard]] std::optional<bool> inhibited() const { return inhibited_; }

private Q_SLOTS:
    void ask();

private: // NOLINT(readability-redundant-access-specifiers): these are no slots
    void owner_changed(const QString& owner);
    void is_now(std::optional<bool> inhibited);

    QDBusConnection bus_;
    InhibitorQuestion question_;
    std::function<void()> changed_;
    std::optional<bool> inhibited_;
    QString listened_to_;
    unsigned asked_ = 0; ///< answers to an earlier question are dropped
    ServiceOwner owner_;
};

} // namespace limber::quiet
