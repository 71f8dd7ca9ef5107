// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

#include "bus/follow.hpp"
#include "bus/names.hpp"
#include "bus/wire.hpp"
#include "bus/wire_values.hpp"
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/time.hpp"
#include "limber1_adaptor.h"
#include "runner.hpp"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QString>
#include <QStringList>
#include <QStringLiteral>

#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace limber::shell {

Service::Service() {
    bus::register_wire_types();
    new LimberAdaptor(this); // NOLINT(cppcoreguidelines-owning-memory): owned by this
}

Service::~Service() = default;

Service::Claim Service::claim(QDBusConnection bus) {
    if (!bus.isConnected()) return Claim::no_bus;
    if (!bus.registerObject(QLatin1String{bus::bus_path}, this)) return Claim::no_bus;
    const auto reply = bus.interface()->registerService(QLatin1String{bus::bus_name},
                                                        QDBusConnectionInterface::DontQueueService,
                                                        QDBusConnectionInterface::DontAllowReplacement);
    if (!reply.isValid() || reply.value() != QDBusConnectionInterface::ServiceRegistered) {
        bus.unregisterObject(QLatin1String{bus::bus_path});
        return reply.isValid() ? Claim::taken : Claim::no_bus;
    }
    bus_ = std::move(bus);
    return Claim::owned;
}

void Service::publish_status(const bus::StatusReport& report) {
    if (!bus_ || (shown_ && !bus::says_more(report, *shown_))) return;
    const auto& session = report.status.session;
    QVariantMap changed{{"Status", bus::to_wire(report)}};
    if (!shown_ || shown_->status.session != session) {
        changed.insert("Session", session ? bus::to_wire(*session) : QVariantMap{});
    }
    shown_ = report;
    send_changed(changed);
}

void Service::publish_problems() {
    if (bus_) send_changed({{"Problems", QVariant::fromValue(problems())}});
}

void Service::publish_findings(const std::vector<Finding>& findings) {
    if (bus_) send_changed({{"Findings", QVariant::fromValue(bus::to_wire(findings))}});
}

void Service::send_changed(const QVariantMap& changed) {
    auto signal = QDBusMessage::createSignal(QLatin1String{bus::bus_path},
                                             QStringLiteral("org.freedesktop.DBus.Properties"),
                                             QStringLiteral("PropertiesChanged"));
    signal.setArguments({QLatin1String{bus::bus_interface}, changed, QStringList{}});
    bus_->send(signal);
}

QString Service::version() const {
    return QStringLiteral(LIMBER_VERSION);
}

QVariantMap Service::status() const {
    return bus::to_wire(hooks_.report());
}

QVariantMap Service::session() const {
    const auto session = hooks_.report().status.session;
    return session ? bus::to_wire(*session) : QVariantMap{};
}

QList<QVariantMap> Service::findings() const {
    return bus::to_wire(hooks_.findings());
}

QList<QVariantMap> Service::problems() const {
    return bus::to_wire(hooks_.problems());
}

QString Service::journal() const {
    return QString::fromStdString(hooks_.journal);
}

uint Service::Start(const QString& rule, const QString& exercise, const QVariantMap& options) {
    auto request = start_request(rule, exercise, bus::read_flag(options, "replace").value_or(false));
    if (!request) {
        refuse(request.error());
        return 0;
    }
    const bool here = bus::read_flag(options, "here").value_or(false);
    request->by = {.caller = here, .token = bus::read_text(options, "activation-token").value_or("")};
    const auto effects = ask(*request);
    if (!effects) return 0;
    for (const auto& effect : *effects) {
        const auto* opened = std::get_if<OpenSession>(&effect.what);
        if (opened == nullptr) continue;
        if (here) stop_without(message().service(), opened->session.id);
        return opened->session.id;
    }
    return 0;
}

void Service::stop_without(const QString& caller, SessionId session) {
    shower_ = std::make_unique<bus::NameOwner>(*bus_, caller, [this, session](const QString& owner) {
        if (!owner.isEmpty()) return;
        const auto running = hooks_.report().status.session;
        if (running && running->id == session) hooks_.handle(SessionSteered{.how = Steering::stop});
    });
}

void Service::Steer(const QString& how) {
    ask_if(steer_request(how));
}

void Service::Snooze(qlonglong seconds) {
    const auto length = snooze_request(seconds);
    if (length) {
        answer_prompt(Answer::snooze, *length);
    } else {
        refuse(length.error());
    }
}

void Service::Skip() {
    answer_prompt(Answer::skip);
}

void Service::Another() {
    answer_prompt(Answer::another);
}

void Service::Never() {
    answer_prompt(Answer::never_again);
}

void Service::Allow(const QString& exercise) {
    ask_if(allow_request(exercise));
}

void Service::Pause(qlonglong seconds) {
    ask_if(pause_request(seconds));
}

void Service::PauseUntil(const QString& when) {
    ask_if(pause_until_request(when));
}

void Service::Resume() {
    ask(ResumeRequested{});
}

void Service::Rested() {
    ask(limber::Rested{});
}

void Service::Reload() {
    hooks_.reload();
}

QList<QVariantMap> Service::Exercises() {
    const auto list = hooks_.exercises();
    return {list.begin(), list.end()};
}

std::optional<std::vector<Effect>> Service::ask(Happening what) {
    auto effects = hooks_.handle(std::move(what));
    if (const auto refusal = refusal_in(effects)) {
        refuse(explained(*refusal));
        return std::nullopt;
    }
    return effects;
}

void Service::answer_prompt(Answer answer, Duration snooze) {
    const auto prompt = hooks_.report().status.prompt;
    if (prompt) {
        ask(PromptAnswered{.id = prompt->id, .answer = answer, .snooze = snooze});
    } else {
        refuse(explained(Refusal::nothing_prompted));
    }
}

void Service::refuse(const RequestError& error) {
    sendErrorReply(QLatin1String{bus::bus_error_prefix} + error.name, error.sentence);
}

} // namespace limber::shell
