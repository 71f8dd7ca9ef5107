// SPDX-License-Identifier: GPL-3.0-or-later
// One screen saver on the session bus: whether it is active, from the moment its name appears.
#pragma once

#include "quiet/service_owner.hpp"

#include <QDBusConnection>
#include <QObject>
#include <QString>

#include <functional>

namespace limber::quiet {

class ScreenSaver : public QObject {
    Q_OBJECT

public:
    /// The service's name is its interface's too.
    ScreenSaver(QDBusConnection bus, QString service, QString path, std::function<void(bool active)> tell);

private Q_SLOTS:
    void active_changed(bool active);

private: // NOLINT(readability-redundant-access-specifiers): these are no slots
    void owner_changed(const QString& owner);
    void ask(const QString& owner);

    QDBusConnection bus_;
    QString service_;
    QString path_;
    std::function<void(bool)> tell_;
    QString listened_to_; ///< unique name, empty while there is none
    ServiceOwner owner_;
};

} // namespace limber::quiet
