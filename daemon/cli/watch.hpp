// SPDX-License-Identifier: GPL-3.0-or-later
// Follows the daemon by its signals: what it says when it says something new, also across its restarts.
#pragma once

#include "client.hpp"

#include <QDBusMessage>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <functional>

namespace limber::cli {

class Watch : public QObject {
    Q_OBJECT

public:
    /// All properties whenever one has changed, or why there are none (the daemon stopped, or hangs).
    using Tell = std::function<void(const Result<QVariantMap>& properties)>;

    explicit Watch(Tell tell);

    /// Tells of the present and then of every change, until the session bus or the reader of
    /// standard output goes away.
    [[nodiscard]] Exit run();

private Q_SLOTS:
    void changed(const QString& interface, const QVariantMap& properties, const QStringList& outdated);
    void owner_changed(const QString& service, const QString& before, const QString& now);
    void bus_lost();

private:
    void read();

    Tell tell_;
    QDBusServiceWatcher owner_;
    QVariantMap properties_;
};

} // namespace limber::cli
