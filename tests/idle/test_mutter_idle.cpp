// SPDX-License-Identifier: GPL-3.0-or-later
// Mutter's idle monitor as a source, on a stand-in that can be busy, as a shell that builds its overview is.
#include "idle/idle_source.hpp"
#include "idle/main_loop.hpp"
#include "idle/sources.hpp"
#include "shell/private_bus.hpp"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QObject>
#include <QString>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace limber::idle {
namespace {

using namespace std::chrono_literals;
using testing::run_until;

QDBusConnection another_connection(const test::PrivateBus& bus) {
    static int count = 0;
    return bus.connect(QStringLiteral("mutter %1").arg(++count));
}

/// Does what it is asked in the order in which it was asked, as Mutter does.
class Monitor final : public QDBusVirtualObject {
public:
    explicit Monitor(QDBusConnection bus) : bus_(std::move(bus)) {
        REQUIRE(bus_.registerVirtualObject("/org/gnome/Mutter/IdleMonitor/Core", this));
        REQUIRE(bus_.registerService(mutter_bus_name));
    }

    [[nodiscard]] QString introspect(const QString& /*path*/) const override { return {}; }

    bool handleMessage(const QDBusMessage& message, const QDBusConnection& /*connection*/) override {
        put_off_.push_back(message);
        if (!busy_) work();
        return true;
    }

    void be_busy() { busy_ = true; }

    void be_free() {
        busy_ = false;
        work();
    }

    [[nodiscard]] std::size_t waiting() const { return put_off_.size(); }

    std::set<uint> watches;
    std::size_t most = 0;
    qulonglong silence = 0; ///< ms

private:
    void work() {
        for (const QDBusMessage& message : std::exchange(put_off_, {}))
            REQUIRE(bus_.send(answer(message)));
    }

    QDBusMessage answer(const QDBusMessage& message) {
        if (message.member() == QStringLiteral("GetIdletime")) return message.createReply(silence);
        if (message.member() == QStringLiteral("RemoveWatch")) {
            watches.erase(message.arguments().value(0).toUInt());
            return message.createReply();
        }
        watches.insert(++last_);
        most = std::max(most, watches.size());
        return message.createReply(last_);
    }

    QDBusConnection bus_;
    bool busy_ = false;
    std::vector<QDBusMessage> put_off_;
    uint last_ = 0;
};

struct Shell {
    Shell() { testing::application(); }

    std::unique_ptr<IdleSource> find() {
        std::unique_ptr<IdleSource> source;
        find_mutter_idle(
            context, ours,
            [this](const IdleReport& report) {
                lost = lost || report.kind == IdleReport::Kind::lost;
                if (report.kind == IdleReport::Kind::idle) silences.push_back(report.silence);
            },
            [&](auto found) {
                REQUIRE(found.has_value());
                source = std::move(*found);
            });
        REQUIRE(run_until([&] { return source != nullptr; }, 5s));
        return source;
    }

    /// What was asked has been done, and its answers have been dealt with.
    bool comes_to(std::size_t watches) {
        const bool reached = run_until([&] { return monitor.watches.size() == watches; }, 5s);
        run_until([] { return false; }, 50ms);
        return reached && monitor.watches.size() == watches;
    }

    test::PrivateBus bus;
    QDBusConnection ours = another_connection(bus);
    Monitor monitor{another_connection(bus)};
    QObject context;
    bool lost = false;
    std::vector<Duration> silences;
};

} // namespace

TEST_CASE("a shell that takes longer than a second keeps its source, with one set of watches") {
    Shell shell;
    const auto source = shell.find();
    shell.monitor.be_busy();
    source->watch({2min});
    source->watch({3s, 2min});
    source->watch({10s, 2min});
    source->watch({3s, 2min});
    REQUIRE(run_until([&] { return shell.monitor.waiting() > 0; }, 5s));
    run_until([] { return false; }, 1500ms);
    shell.monitor.be_free();
    CHECK(shell.comes_to(2));
    CHECK_FALSE(shell.lost);
    CHECK_EQ(shell.monitor.most, 2);
    source->watch({2min});
    CHECK(shell.comes_to(1));
}

TEST_CASE("a source that is given up leaves no watch behind, not even one that is set later") {
    Shell shell;
    auto source = shell.find();
    source->watch({2min});
    CHECK(shell.comes_to(1));
    shell.monitor.be_busy();
    source->watch({3s, 10s, 2min});
    REQUIRE(run_until([&] { return shell.monitor.waiting() == 2; }, 5s));
    source.reset();
    REQUIRE(run_until([&] { return shell.monitor.waiting() == 3; }, 5s));
    shell.monitor.be_free();
    source = shell.find();
    source->watch({3s, 10s, 2min});
    CHECK(shell.comes_to(3));
    CHECK_EQ(shell.monitor.most, 3);
    source.reset();
    CHECK(shell.comes_to(0));
}

TEST_CASE("each question is answered, also one about a silence that has been told") {
    Shell shell;
    const auto source = shell.find();
    shell.monitor.silence = 5000;
    source->ask();
    REQUIRE(run_until([&] { return shell.silences.size() == 1; }, 5s));
    shell.monitor.silence = 9000;
    source->ask();
    CHECK(run_until([&] { return shell.silences.size() == 2; }, 5s));
    CHECK(shell.silences == std::vector<Duration>{5s, 9s});
}

} // namespace limber::idle
