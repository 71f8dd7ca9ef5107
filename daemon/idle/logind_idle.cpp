// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/call.hpp"
#include "bus/follow.hpp"
#include "idle/silence.hpp"
#include "idle/sources.hpp"
#include "logind/session_search.hpp"
#include "words/said.hpp"

#include <QDBusConnection>
#include <QObject>
#include <QString>
#include <QStringLiteral>
#include <QTimer>
#include <QVariant>
#include <QVariantMap>

#include <algorithm>
#include <optional>
#include <utility>

namespace limber::idle {

namespace {

/// CLOCK_MONOTONIC, as IdleSinceHintMonotonic is.
using HintClock = std::chrono::steady_clock;

struct Hint {
    bool idle = false;
    HintClock::time_point since; ///< its last change; the epoch: it has never been set
};

/// Nothing, if this is no session's map.
std::optional<Hint> hint_in(const QVariantMap& session) {
    const QVariant idle = session.value(QStringLiteral("IdleHint"));
    if (idle.typeId() != QMetaType::Bool) return std::nullopt;
    const auto since = session.value(QStringLiteral("IdleSinceHintMonotonic")).toULongLong();
    const std::chrono::microseconds ago{static_cast<std::chrono::microseconds::rep>(since)};
    return Hint{.idle = idle.toBool(), .since = HintClock::time_point{ago}};
}

class LogindIdle final : public QObject, public IdleSource {
public:
    LogindIdle(const bus::Object& session, const Hint& hint, Report report)
        : report_(std::move(report)),
          // its time is in no signal of every logind
          news_(bus::properties_of(session), "PropertiesChanged",
                [this, session](const QVariantList& /*interface, values*/) { read(session); }),
          logind_(session.bus, session.service, [this](const QString& owner) {
              if (owner.isEmpty()) lose();
          }) {
        timer_.setSingleShot(true);
        timer_.setTimerType(Qt::PreciseTimer);
        connect(&timer_, &QTimer::timeout, this, [this] { look(); });
        if (hint.idle) since_ = hint.since;
    }

    [[nodiscard]] std::string name() const override { return logind_idle_name; }

    // the desktop does not blank the screen while something keeps it awake
    [[nodiscard]] bool inhibitor_aware() const override { return true; }

    // as long as the desktop takes to blank the screen: minutes
    [[nodiscard]] Duration finest() const override { return std::chrono::minutes{1}; }

    void watch(const std::vector<Duration>& thresholds) override {
        thresholds_ = thresholds;
        aim();
    }

private:
    void read(const bus::Object& session) {
        bus::read_all(*this, session, [this](const QVariantMap& properties) {
            if (const auto hint = hint_in(properties)) take(*hint);
        });
    }

    void take(const Hint& hint) {
        if (lost_ || hint.idle == since_.has_value()) return;
        if (hint.idle) {
            since_ = std::min(hint.since, HintClock::now());
        } else {
            since_.reset();
            if (silence_.end()) report_({.kind = IdleReport::Kind::active});
        }
        aim();
    }

    void look() {
        if (!since_ || lost_) return;
        const Duration silent = HintClock::now() - *since_;
        for (const Duration threshold : thresholds_) {
            if (threshold > silent || !silence_.report(threshold)) continue;
            report_({.kind = IdleReport::Kind::idle, .silence = silent});
        }
        aim();
    }

    void aim() {
        const auto next = std::ranges::find_if(
            thresholds_, [this](Duration threshold) { return !silence_.reported(threshold); });
        if (!since_ || lost_ || next == thresholds_.end()) return timer_.stop();
        const Duration left = *next - (HintClock::now() - *since_);
        timer_.start(std::chrono::ceil<std::chrono::milliseconds>(std::max(left, Duration::zero())));
    }

    void lose() {
        if (std::exchange(lost_, true)) return;
        timer_.stop();
        report_({.kind = IdleReport::Kind::lost});
    }

    Report report_;
    std::vector<Duration> thresholds_;
    std::optional<HintClock::time_point> since_; ///< the hint is set, since then
    Silence silence_;
    QTimer timer_;
    bool lost_ = false;
    bus::Signal news_;
    bus::NameOwner logind_;
};

Source judge(const bus::Object& object, const QVariantMap& session, IdleSource::Report report) {
    const auto hint = hint_in(session);
    const QString type = session.value(QStringLiteral("Type")).toString();
    if (!hint) return why_not(N_("logind tells nothing of this session"));
    if (type == QStringLiteral("tty") || type == QStringLiteral("unspecified"))
        return why_not(N_("this is a session without a desktop"));
    if (hint->since == HintClock::time_point{}) {
        return why_not(N_("nobody has set the hint since the login; where nobody sets it, it tells nothing"));
    }
    return std::make_unique<LogindIdle>(object, *hint, std::move(report));
}

} // namespace

void find_logind_idle(QObject& context, const QDBusConnection& system_bus, IdleSource::Report report,
                      SourceFound found) {
    if (!system_bus.isConnected()) return found(why_not(N_("there is no system bus")));
    logind::find_login_session(
        context, system_bus,
        [&context, system_bus, report = std::move(report), found = std::move(found)](const QString& path) {
            if (path.isEmpty()) return found(why_not(N_("logind knows no session of this user")));
            const bus::Object object{system_bus, logind::logind_service, path, logind::logind_session};
            bus::read_all(context, object,
                          [=](const QVariantMap& session) { found(judge(object, session, report)); });
        });
}

} // namespace limber::idle
