// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiet/fake_service.hpp"

#include "idle/main_loop.hpp"
#include "shell/private_bus.hpp"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QString>
#include <QVariant>
#include <QVariantList>
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <utility>

namespace limber::test {

QDBusConnection another_connection(const PrivateBus& bus) {
    static int count = 0;
    return bus.connect(QStringLiteral("connection %1").arg(++count));
}

const std::string& heard(const std::string& said, const std::string& expected) {
    testing::run_until([&] { return said == expected; }, std::chrono::seconds{5});
    testing::run_until([] { return false; }, std::chrono::milliseconds{30});
    return said;
}

FakeService::FakeService(QDBusConnection bus, Place place, QVariant answer)
    : bus_(std::move(bus)), place_(std::move(place)), answer_(std::move(answer)) {
    REQUIRE(bus_.registerVirtualObject(place_.path, this));
    REQUIRE(bus_.registerService(place_.service));
}

FakeService::~FakeService() {
    bus_.unregisterService(place_.service);
    bus_.unregisterObject(place_.path);
}

void FakeService::signal(const QString& interface, const QString& name, const QVariantList& arguments) {
    auto message = QDBusMessage::createSignal(place_.path, interface, name);
    message.setArguments(arguments);
    REQUIRE(bus_.send(message));
}

QString FakeService::introspect(const QString& /*path*/) const {
    return {};
}

bool FakeService::handleMessage(const QDBusMessage& message, const QDBusConnection& connection) {
    if (message.interface() != place_.interface || message.member() != place_.method) return false;
    ++asked_;
    asked_with_ = message.arguments();
    return connection.send(message.createReply(answer_));
}

} // namespace limber::test
