// SPDX-License-Identifier: GPL-3.0-or-later
#include "idle/logind_idle.hpp"

#include "core/time.hpp"
#include "idle/idle_source.hpp"
#include "idle/silence.hpp"
#include "logind/session_search.hpp"
#include "translation/said.hpp"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QLatin1String>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTimer>
#include <QVariant>
#include <QVariantMap>

#include <algorithm>
#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limber::idle {

using translation::said;

namespace {

/// CLOCK_MONOTONIC, as IdleSinceHintMonotonic is.
using HintClock = std::chrono::steady_clock;

const QString hint_properties = QStringLiteral("org.freedesktop.DBus.Properties");

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

void read_hint(QObject& context, const QDBusConnection& bus, const QString& session,
               std::function<void(const QVariantMap&)> then) {
    auto question = QDBusMessage::createMethodCall(QString::fromLatin1(logind::logind_service), session,
                                                   hint_properties, QStringLiteral("GetAll"));
    question << QString::fromLatin1(logind::logind_session);
    question.setAutoStartService(false);
    auto* answer = new QDBusPendingCallWatcher{bus.asyncCall(question), &context};
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, &context, [answer, then = std::move(then)] {
        answer->deleteLater();
        then(answer->isError() ? QVariantMap{}
                               : qdbus_cast<QVariantMap>(answer->reply().arguments().value(0)));
    });
}

class LogindIdle final : public QObject, public IdleSource {
    Q_OBJECT

public:
    LogindIdle(QDBusConnection bus, QString session, const Hint& hint, Report report)
        : bus_(std::move(bus)), session_(std::move(session)), report_(std::move(report)),
          watcher_(QString::fromLatin1(logind::logind_service), bus_,
                   QDBusServiceWatcher::WatchForUnregistration) {
        timer_.setSingleShot(true);
        timer_.setTimerType(Qt::PreciseTimer);
        connect(&timer_, &QTimer::timeout, this, [this] { look(); });
        connect(&watcher_, &QDBusServiceWatcher::serviceUnregistered, this, [this] { lose(); });
        bus_.connect(QString::fromLatin1(logind::logind_service), session_, hint_properties,
                     QStringLiteral("PropertiesChanged"), this,
                     SLOT(session_changed(QString, QVariantMap, QStringList)));
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

private Q_SLOTS:

    void session_changed(const QString& interface, const QVariantMap& changed, const QStringList& outdated) {
        if (interface != QLatin1String{logind::logind_session}) return;
        if (!changed.contains(QStringLiteral("IdleHint")) && !outdated.contains(QStringLiteral("IdleHint")))
            return;
        // its time is in no signal of every logind
        read_hint(*this, bus_, session_, [this](const QVariantMap& session) {
            if (const auto hint = hint_in(session)) take(*hint);
        });
    }

private: // NOLINT(readability-redundant-access-specifiers): these are no slots
    void take(const Hint& hint) {
        if (lost_ || hint.idle == since_.has_value()) return;
        if (hint.idle) {
            since_ = std::min(hint.since, HintClock::now());
        } else {
            since_.reset();
            if (silence_.end())
                report_({.kind = IdleReport::Kind::active, .silence = {}, .watched_since = the_past});
        }
        aim();
    }

    void look() {
        if (!since_ || lost_) return;
        const Duration silent = HintClock::now() - *since_;
        for (const Duration threshold : thresholds_) {
            if (threshold > silent || !silence_.report(threshold)) continue;
            report_({.kind = IdleReport::Kind::idle, .silence = silent, .watched_since = the_past});
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
        report_({.kind = IdleReport::Kind::lost, .silence = {}, .watched_since = the_past});
    }

    QDBusConnection bus_;
    QString session_;
    Report report_;
    QDBusServiceWatcher watcher_;
    std::vector<Duration> thresholds_;
    std::optional<HintClock::time_point> since_; ///< the hint is set, since then
    Silence silence_;
    QTimer timer_;
    bool lost_ = false;
};

std::expected<std::unique_ptr<IdleSource>, std::string> judge(const QDBusConnection& bus, const QString& path,
                                                              const QVariantMap& session,
                                                              IdleSource::Report report) {
    const auto hint = hint_in(session);
    const QString type = session.value(QStringLiteral("Type")).toString();
    if (!hint)
        return std::unexpected(said(QT_TRANSLATE_NOOP("said", "logind tells nothing of this session")));
    if (type == QStringLiteral("tty") || type == QStringLiteral("unspecified"))
        return std::unexpected(said(QT_TRANSLATE_NOOP("said", "this is a session without a desktop")));
    if (hint->since == HintClock::time_point{}) {
        return std::unexpected(said(QT_TRANSLATE_NOOP(
            "said", "nobody has set the hint since the login; where nobody sets it, it tells nothing")));
    }
    return std::make_unique<LogindIdle>(bus, path, *hint, std::move(report));
}

} // namespace

void find_logind_idle(QObject& context, const QDBusConnection& system_bus, IdleSource::Report report,
                      LogindIdleFound found) {
    if (!system_bus.isConnected())
        return found(std::unexpected(said(QT_TRANSLATE_NOOP("said", "there is no system bus"))));
    logind::find_login_session(
        context, system_bus,
        [&context, system_bus, report = std::move(report), found = std::move(found)](const QString& path) {
            if (path.isEmpty()) {
                return found(
                    std::unexpected(said(QT_TRANSLATE_NOOP("said", "logind knows no session of this user"))));
            }
            read_hint(context, system_bus, path,
                      [=](const QVariantMap& session) { found(judge(system_bus, path, session, report)); });
        });
}

} // namespace limber::idle

#include "logind_idle.moc"
