// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/mutter_idle.hpp"

#include "core/time.hpp"
#include "idle/idle_source.hpp"
#include "idle/silence.hpp"
#include "translation/said.hpp"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QString>
#include <QVariant>

#include <algorithm>
#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace limber::idle {

using translation::said;

namespace {

using namespace std::chrono_literals;

constexpr auto object_path = "/org/gnome/Mutter/IdleMonitor/Core";
constexpr auto interface_name = "org.gnome.Mutter.IdleMonitor";
constexpr std::chrono::milliseconds patience = 1s;
constexpr std::chrono::milliseconds shortest_pause = 1s;

QDBusPendingCall call_mutter(const QDBusConnection& bus, const QString& owner, const char* method,
                             const QVariantList& arguments = {}) {
    auto call = QDBusMessage::createMethodCall(owner, object_path, interface_name, method);
    call.setArguments(arguments);
    call.setAutoStartService(false);
    return bus.asyncCall(call, static_cast<int>(patience.count()));
}

/// Calls `then` with the finished call, unless `context` is gone by then.
void when_done(QObject& context, const QDBusPendingCall& call,
               std::function<void(const QDBusPendingCall&)> then) {
    auto* watcher = new QDBusPendingCallWatcher{call, &context};
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, &context,
                     [watcher, then = std::move(then)] {
                         watcher->deleteLater();
                         then(*watcher);
                     });
}

// Owned by its unique bus name, so that neither a successor nor an impostor is taken for it.
class MutterIdle final : public QObject, public IdleSource {
    Q_OBJECT

public:
    MutterIdle(QDBusConnection bus, QString owner, Report report)
        : bus_(std::move(bus)), owner_(std::move(owner)), report_(std::move(report)),
          service_(owner_, bus_, QDBusServiceWatcher::WatchForUnregistration) {
        connect(&service_, &QDBusServiceWatcher::serviceUnregistered, this, &MutterIdle::say_lost);
        bus_.connect(owner_, object_path, interface_name, "WatchFired", this, SLOT(fired(uint)));
        bus_.connect({}, "/org/freedesktop/DBus/Local", "org.freedesktop.DBus.Local", "Disconnected", this,
                     SLOT(say_lost()));
    }

    MutterIdle(const MutterIdle&) = delete;
    MutterIdle& operator=(const MutterIdle&) = delete;

    ~MutterIdle() override {
        if (lost_) return;
        for (const Watch& watch : watches_) {
            if (watch.id) call_mutter(bus_, owner_, "RemoveWatch", {*watch.id});
        }
        if (active_id_) call_mutter(bus_, owner_, "RemoveWatch", {*active_id_});
    }

    [[nodiscard]] std::string name() const override { return mutter_name; }

    // AddIdleWatch says nothing while the session manager is inhibited.
    [[nodiscard]] bool inhibitor_aware() const override { return true; }

    [[nodiscard]] bool can_be_asked() const override { return true; }

    // What is asked for is a silence that could be a pause in the typing; shorter ones are no news.
    void ask() override {
        if (lost_ || is_quiet()) return;
        when_done(*this, call_mutter(bus_, owner_, "GetIdletime"), [this](const QDBusPendingCall& call) {
            const QDBusPendingReply<qulonglong> silence{call};
            if (lost_ || silence.isError() || std::chrono::milliseconds{silence.value()} < shortest_pause)
                return;
            became_idle(shortest_pause);
        });
    }

    void watch(const std::vector<Duration>& thresholds) override {
        if (lost_) return;
        std::erase_if(watches_, [&](const Watch& watch) {
            if (std::ranges::find(thresholds, watch.threshold) != thresholds.end()) return false;
            if (watch.id) call_mutter(bus_, owner_, "RemoveWatch", {*watch.id});
            return true;
        });
        for (const Duration threshold : thresholds) {
            if (std::ranges::find(watches_, threshold, &Watch::threshold) == watches_.end())
                add_watch(threshold);
        }
    }

    void ping(const std::function<void()>& alive) override {
        if (lost_) return;
        when_done(*this, call_mutter(bus_, owner_, "GetIdletime"), [alive](const QDBusPendingCall& call) {
            if (!call.isError()) alive();
        });
    }

private Q_SLOTS:

    void fired(uint id) { // NOLINT(readability-identifier-naming)
        if (lost_) return;
        if (id == active_id_) {
            active_id_.reset();
            return came_back();
        }
        const auto watch = std::ranges::find(watches_, std::optional{id}, &Watch::id);
        if (watch != watches_.end()) return became_idle(watch->threshold);
        // The signal may overtake the answer that tells its number.
        if (calls_for_ids_ > 0) early_.insert(id);
    }

    void say_lost() {
        if (std::exchange(lost_, true)) return;
        report_({.kind = IdleReport::Kind::lost, .silence = {}, .watched_since = the_past});
    }

private: // NOLINT(readability-redundant-access-specifiers): these are no slots
    struct Watch {
        Duration threshold{};
        unsigned serial = 0;
        std::optional<uint> id; // empty until Mutter has answered
    };

    using GotId = std::function<void(uint)>;

    void ask_for_id(const char* method, const QVariantList& arguments, GotId got) {
        ++calls_for_ids_;
        when_done(*this, call_mutter(bus_, owner_, method, arguments),
                  [this, got = std::move(got)](const QDBusPendingCall& call) {
                      --calls_for_ids_;
                      if (lost_) return;
                      const QDBusPendingReply<uint> reply{call};
                      if (reply.isError()) return say_lost();
                      const uint id = reply.value();
                      const bool early = early_.erase(id) > 0;
                      if (calls_for_ids_ == 0) early_.clear();
                      got(id);
                      if (early) fired(id);
                  });
    }

    void add_watch(Duration threshold) {
        const unsigned serial = ++serial_;
        watches_.push_back({.threshold = threshold, .serial = serial, .id = {}});
        const auto milliseconds =
            static_cast<qulonglong>(std::chrono::ceil<std::chrono::milliseconds>(threshold).count());
        // Mutter takes 0 for "never"; 1 ms is as good as at once.
        ask_for_id("AddIdleWatch", {std::max<qulonglong>(milliseconds, 1)}, [this, serial](uint id) {
            const auto watch = std::ranges::find(watches_, serial, &Watch::serial);
            if (watch == watches_.end()) {
                call_mutter(bus_, owner_, "RemoveWatch", {id});
            } else {
                watch->id = id;
            }
        });
    }

    // Mutter answers in the order it is asked: when GetIdletime is still long after the active watch was set,
    // no input has slipped through between the two.
    void became_idle(Duration threshold) {
        if (silence_.reported(threshold) || std::ranges::find(crossed_, threshold) != crossed_.end()) return;
        const bool first = !silence_.open() && crossed_.empty();
        crossed_.push_back(threshold);
        if (first) {
            const unsigned silence = ++silence_number_;
            ask_for_id("AddUserActiveWatch", {}, [this, silence](uint id) {
                if (silence == silence_number_ && is_quiet()) {
                    active_id_ = id;
                } else {
                    call_mutter(bus_, owner_, "RemoveWatch", {id});
                }
            });
        }
        when_done(*this, call_mutter(bus_, owner_, "GetIdletime"),
                  [this, threshold, silence = silence_number_](const QDBusPendingCall& call) {
                      if (silence == silence_number_)
                          measured(threshold, QDBusPendingReply<qulonglong>{call});
                  });
    }

    void measured(Duration threshold, const QDBusPendingReply<qulonglong>& reply) {
        if (lost_ || std::erase(crossed_, threshold) == 0) return;
        const Duration silence =
            reply.isError() ? threshold
                            : Duration{std::chrono::milliseconds{static_cast<qlonglong>(reply.value())}};
        // Mutter may fire a little early. Far less than asked for means: somebody is back already.
        const bool over = silence + std::max<Duration>(threshold / 10, 100ms) < threshold;
        report_idle(threshold, over ? threshold : silence);
        if (over) came_back();
    }

    void report_idle(Duration threshold, Duration silence) {
        if (!silence_.report(threshold)) return;
        report_({.kind = IdleReport::Kind::idle, .silence = silence, .watched_since = the_past});
    }

    [[nodiscard]] bool is_quiet() const { return silence_.open() || !crossed_.empty(); }

    void came_back() {
        for (const Duration threshold : std::exchange(crossed_, {}))
            report_idle(threshold, threshold);
        ++silence_number_;
        if (active_id_) call_mutter(bus_, owner_, "RemoveWatch", {*active_id_});
        active_id_.reset();
        if (!silence_.end()) return;
        report_({.kind = IdleReport::Kind::active, .silence = {}, .watched_since = the_past});
    }

    QDBusConnection bus_;
    QString owner_;
    Report report_;
    QDBusServiceWatcher service_;
    bool lost_ = false;
    std::vector<Watch> watches_;
    unsigned serial_ = 0;
    std::optional<uint> active_id_;
    int calls_for_ids_ = 0;
    std::set<uint> early_;
    std::vector<Duration> crossed_; // fired, their true silence not yet known
    unsigned silence_number_ = 0;
    Silence silence_;
};

} // namespace

void find_mutter_idle(QObject& context, const QDBusConnection& bus, IdleSource::Report report,
                      MutterFound found) {
    auto who = QDBusMessage::createMethodCall("org.freedesktop.DBus", "/org/freedesktop/DBus",
                                              "org.freedesktop.DBus", "GetNameOwner");
    who.setArguments({QString{mutter_bus_name}});
    when_done(
        context, bus.asyncCall(who, static_cast<int>(patience.count())),
        [&context, bus, report = std::move(report), found = std::move(found)](const QDBusPendingCall& call) {
            const QDBusPendingReply<QString> owner{call};
            if (owner.isError()) {
                return found(std::unexpected(
                    said(QT_TRANSLATE_NOOP("said", "nobody on the session bus is {}"), mutter_bus_name)));
            }
            // Made before it is asked, so that its end cannot be missed in between.
            auto source = std::make_shared<std::unique_ptr<MutterIdle>>(
                std::make_unique<MutterIdle>(bus, owner.value(), report));
            when_done(context, call_mutter(bus, owner.value(), "GetIdletime"),
                      [source, found](const QDBusPendingCall& answer) {
                          if (!answer.isError()) return found(std::move(*source));
                          found(std::unexpected(said(QT_TRANSLATE_NOOP("said", "Mutter does not answer: {}"),
                                                     answer.error().message().toStdString())));
                      });
        });
}

} // namespace limber::idle

#include "mutter_idle.moc"
