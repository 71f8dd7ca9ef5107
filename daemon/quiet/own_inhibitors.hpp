// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the screen from blanking and locking by itself, by the services of the desktop that can.
#pragma once

#include "bus/call.hpp"
#include "bus/follow.hpp"

#include <QDBusConnection>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace limber::quiet {

/// Asks every service that takes inhibitors, since one alone often covers only a part (Xfce: the saver, but
/// not the power manager). None is started. The bus tells them of our end, and they forget us.
class OwnInhibitors {
public:
    /// `settled` is called, now or later, when everybody has answered what was asked last, or was waited for
    /// long enough; and once more when somebody answers after all.
    OwnInhibitors(const QDBusConnection& session_bus, std::function<void()> settled);

    void hold(bool on);

    [[nodiscard]] bool settled() const { return under_way_ == 0 || !waiting_.isActive(); }

    /// Whom hold() would ask: bus names.
    [[nodiscard]] std::vector<std::string> there() const;

    /// Who keeps the screen on for us, as granted so far: bus names.
    [[nodiscard]] std::vector<std::string> granted() const;

private:
    struct Service {
        std::string name;
        QString give_back; ///< the method
        QVariantList arguments;
        bus::Object object; ///< of its owner: another one has cookies of its own
        std::unique_ptr<bus::NameOwner> owner;
    };

    struct Taken {
        std::string from;
        bus::Object object;
        QString give_back;
        uint cookie = 0;
    };

    void know(const QDBusConnection& bus, const char* name, const char* path, const char* interface,
              const char* give_back, QVariantList arguments);
    void take(const Service& service);
    void give_back(const Taken& taken);
    void settle();

    std::function<void()> settled_;
    bool on_ = false;
    int under_way_ = 0; ///< calls without an answer
    QTimer waiting_;    ///< for those
    std::vector<Taken> taken_;
    QObject context_;
    std::vector<std::unique_ptr<Service>> services_;
};

} // namespace limber::quiet
