// SPDX-License-Identifier: GPL-3.0-or-later
// org.limber.Limber1 on the session bus: what strangers ask for is checked and turned into events, nonsense
// becomes a named error quickly; and they are told of changes.
#pragma once

#include "bus/follow.hpp"
#include "bus/wire.hpp"
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/finding.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/time.hpp"
#include "settings/problem.hpp"

#include <QDBusConnection>
#include <QDBusContext>
#include <QList>
#include <QObject>
#include <QString>
#include <QVariantMap>

#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limber::shell {

/// Name without the prefix org.limber.Error., and a sentence that says what to do.
struct RequestError {
    QString name;
    QString sentence;
};

template <class T>
using Request = std::expected<T, RequestError>;

[[nodiscard]] Request<StartRequested> start_request(const QString& rule, const QString& exercise,
                                                    bool replace);
[[nodiscard]] Request<SessionSteered> steer_request(const QString& how);
/// 0: the shortest length offered.
[[nodiscard]] Request<Duration> snooze_request(qlonglong seconds);
/// 0: until resumed. At most 366 days.
[[nodiscard]] Request<PauseRequested> pause_request(qlonglong seconds);
/// "HH:MM" or "tomorrow".
[[nodiscard]] Request<PauseRequested> pause_until_request(const QString& when);
[[nodiscard]] Request<ExerciseAllowed> allow_request(const QString& exercise);

/// A refusal of the core in words.
[[nodiscard]] RequestError explained(Refusal refusal);

/// What the service is allowed to ask and to do. Filled in before the main loop runs.
struct ServiceHooks {
    std::function<std::vector<Effect>(Happening)> handle;
    std::function<bus::StatusReport()> report;      ///< as of this moment
    std::function<std::vector<Finding>()> findings; ///< looks again at what may have changed unsaid
    std::function<std::vector<settings::Problem>()> problems;
    std::function<QList<QVariantMap>()> exercises;
    std::function<void()> reload;
    std::string journal = {}; ///< the file that is written
};

class Service : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_PROPERTY(QString Version READ version)
    Q_PROPERTY(QVariantMap Status READ status)
    Q_PROPERTY(QVariantMap Session READ session)
    Q_PROPERTY(QString Journal READ journal)
    Q_PROPERTY(QList<QVariantMap> Findings READ findings)
    Q_PROPERTY(QList<QVariantMap> Problems READ problems)

public:
    enum class Claim { owned, taken, no_bus };

    Service();
    ~Service() override;

    /// Before the main loop runs.
    void set_hooks(ServiceHooks hooks) { hooks_ = std::move(hooks); }

    /// Puts the object on the bus, then takes the name if nobody has it.
    [[nodiscard]] Claim claim(QDBusConnection bus);

    /// Sends PropertiesChanged for what a client could not know by itself.
    void publish_status(const bus::StatusReport& report);
    void publish_problems(const std::vector<settings::Problem>& problems);
    void publish_findings(const std::vector<Finding>& findings);

    [[nodiscard]] QString version() const;

    [[nodiscard]] QVariantMap status() const { return bus::to_wire(hooks_.report()); }

    [[nodiscard]] QVariantMap session() const;

    [[nodiscard]] QString journal() const { return QString::fromStdString(hooks_.journal); }

    [[nodiscard]] QList<QVariantMap> findings() const { return bus::to_wire(hooks_.findings()); }

    [[nodiscard]] QList<QVariantMap> problems() const { return bus::to_wire(hooks_.problems()); }

public: // the methods of the interface, called by the generated adaptor; names are the bus's
    uint Start(const QString& rule, const QString& exercise, const QVariantMap& options);

    void Steer(const QString& how) { ask_if(steer_request(how)); }

    void Snooze(qlonglong seconds);

    void Skip() { answer_prompt(Answer::skip); }

    void Another() { answer_prompt(Answer::another); }

    void Never() { answer_prompt(Answer::never_again); }

    void Allow(const QString& exercise) { ask_if(allow_request(exercise)); }

    void Pause(qlonglong seconds) { ask_if(pause_request(seconds)); }

    void PauseUntil(const QString& when) { ask_if(pause_until_request(when)); }

    void Resume() { ask(ResumeRequested{}); }

    void Rested() { ask(limber::Rested{}); }

    void Reload() { hooks_.reload(); }

    QList<QVariantMap> Exercises() { return hooks_.exercises(); }

private:
    /// Effects, or nothing after an error reply.
    std::optional<std::vector<Effect>> ask(Happening what);
    void answer_prompt(Answer answer, Duration snooze = {});
    void refuse(const RequestError& error);
    /// A session that this caller shows is stopped if the caller leaves the bus, or has left it already.
    void stop_without(const QString& caller, SessionId session);
    void send_changed(const QVariantMap& changed);

    template <class T>
    void ask_if(const Request<T>& request) {
        if (request) {
            ask(*request);
        } else {
            refuse(request.error());
        }
    }

    ServiceHooks hooks_;
    std::optional<QDBusConnection> bus_;
    std::optional<bus::StatusReport> shown_;
    std::unique_ptr<bus::NameOwner> shower_; ///< of the latest session that its caller shows
};

/// Every exercise for the method Exercises: whether it may be suggested to this person, and if not, which
/// setting says so; never a health tag.
[[nodiscard]] QList<QVariantMap> exercise_list(const Plan& plan, const State& state);

} // namespace limber::shell
