// SPDX-License-Identifier: GPL-3.0-or-later
// A service on a private bus that gives one answer to one method, and can say that it has changed.
#pragma once

#include "shell/private_bus.hpp"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QString>
#include <QVariant>
#include <QVariantList>

#include <string>

namespace limber::test {

/// Of a name that no connection of this process has had.
[[nodiscard]] QDBusConnection another_connection(const PrivateBus& bus);

/// What is said within five seconds, and a moment longer if it is what was expected: nothing may follow.
[[nodiscard]] const std::string& heard(const std::string& said, const std::string& expected);

class FakeService final : public QDBusVirtualObject {
    Q_OBJECT

public:
    struct Place {
        QString service;
        QString path;
        QString interface;
        QString method;
    };

    /// Takes its name at once and gives it back at its end.
    FakeService(QDBusConnection bus, Place place, QVariant answer);
    ~FakeService() override;
    FakeService(const FakeService&) = delete;
    FakeService& operator=(const FakeService&) = delete;

    /// Answers so from now on, and says nothing of it.
    void will_answer(const QVariant& answer) { answer_ = answer; }

    void signal(const QString& interface, const QString& name, const QVariantList& arguments = {});

    [[nodiscard]] int asked() const { return asked_; }

    [[nodiscard]] const QVariantList& asked_with() const { return asked_with_; }

    [[nodiscard]] QString introspect(const QString& path) const override;
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override;

private:
    QDBusConnection bus_;
    Place place_;
    QVariant answer_;
    int asked_ = 0;
    QVariantList asked_with_;
};

} // namespace limber::test
