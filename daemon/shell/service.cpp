// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.hpp"

#include "bus/names.hpp"
#include "bus/wire_values.hpp"
#include "core/choosing.hpp"
#include "core/words.hpp"
#include "limber1_adaptor.h"
#include "runner.hpp"
#include "words/text.hpp"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QRegularExpression>
#include <QStringList>
#include <QStringLiteral>

#include <chrono>
#include <variant>

namespace limber::shell {
namespace {

using std::chrono::seconds;

/// Names in files and on the bus are far shorter; nothing longer is looked at.
constexpr qsizetype longest_name = 200;
constexpr seconds longest_pause = std::chrono::days{366};

std::unexpected<RequestError> bad(const QString& sentence) {
    return std::unexpected(RequestError{QStringLiteral("BadArgument"), sentence});
}

std::unexpected<RequestError> too_long() {
    return bad(_("That name is too long. Names of rules and exercises have at most 200 characters."));
}

QString sentence_for(Refusal refusal) {
    switch (refusal) {
    case Refusal::nothing_prompted:
        return _("There is no prompt to answer. To be left alone for a while use: limber pause 1h");
    case Refusal::stale_prompt: return _("That prompt is no longer there. See: limber status");
    case Refusal::no_snooze_left:
        return _("This break has been put off as often as the settings allow. Start it or skip it, or use: "
                 "limber pause 1h");
    case Refusal::snooze_out_of_range:
        return _("A snooze cannot be that long. To be left alone for longer use: limber pause 1h");
    case Refusal::busy: return _("A break is running. Stop it first with: limber stop");
    case Refusal::no_session: return _("No break is running. Start one with: limber start");
    case Refusal::no_such_rule: return _("There is no break rule of that name. See: limber status");
    case Refusal::no_such_exercise: return _("There is no exercise of that name. See: limber exercises list");
    case Refusal::no_other_exercise:
        return _("No other exercise fits your settings. See: limber exercises list");
    case Refusal::not_suitable:
        return _("Your settings leave that exercise out. Others: limber exercises list");
    case Refusal::not_paused: return _("Limber is not paused.");
    case Refusal::pause_out_of_range: return _("A pause must end in the future, and within 366 days.");
    case Refusal::not_excluded:
        return _("There is no never to take back. What is suggested, and why not, tells: limber exercises");
    case Refusal::not_started: return _("Limber is just starting. Try again in a moment.");
    }
    return _("That did not work.");
}

QString why_not(Unfit unfit) {
    switch (unfit) {
    case Unfit::no: return {};
    case Unfit::place: return _("not for the place you work in (place)");
    case Unfit::position: return _("needs a position you left out (positions)");
    case Unfit::excluded:
    case Unfit::health: return _("not for you, as your settings say");
    case Unfit::never_again: return _("you asked not to see it again (limber allow)");
    }
    return {};
}

int done_today(const Bag& bag, const std::string& id) {
    const ExerciseMemory* const memory = memory_of(bag, id);
    return memory == nullptr ? 0 : memory->done_today;
}

} // namespace

Request<StartRequested> start_request(const QString& rule, const QString& exercise, bool replace) {
    if (rule.size() > longest_name || exercise.size() > longest_name) return too_long();
    return StartRequested{.rule = rule.toStdString(), .exercise = exercise.toStdString(), .replace = replace};
}

Request<SessionSteered> steer_request(const QString& how) {
    if (how.size() <= longest_name) {
        if (const auto steering = value_of<Steering>(how.toStdString())) return SessionSteered{*steering};
    }
    return bad(_("A session can be steered with: pause, resume, repeat, next, enough, stop."));
}

Request<Duration> snooze_request(qlonglong length) {
    if (length < 0 || length > longest_pause.count()) {
        return bad(_("A snooze lasts from 1 second up to the lengths offered; 0 means the shortest."));
    }
    return Duration{seconds{length}};
}

Request<PauseRequested> pause_request(qlonglong length) {
    if (length < 0 || length > longest_pause.count()) {
        return bad(_("A pause lasts from 1 second up to 366 days; 0 means until you resume."));
    }
    if (length == 0) return PauseRequested{UntilResumed{}};
    return PauseRequested{ForDuration{seconds{length}}};
}

Request<PauseRequested> pause_until_request(const QString& when) {
    if (when == QLatin1String{"tomorrow"}) return PauseRequested{UntilTomorrow{}};
    static const QRegularExpression time_of_day{R"(\A([01]?[0-9]|2[0-3]):([0-5][0-9])\z)"};
    const auto match = when.size() <= 5 ? time_of_day.match(when) : QRegularExpressionMatch{};
    if (match.hasMatch()) {
        return PauseRequested{UntilClock{std::chrono::hours{match.captured(1).toInt()} +
                                         std::chrono::minutes{match.captured(2).toInt()}}};
    }
    return bad(_("Say until when as a time of day such as 15:30, or \"tomorrow\"."));
}

Request<ExerciseAllowed> allow_request(const QString& exercise) {
    if (exercise.size() > longest_name) return too_long();
    return ExerciseAllowed{exercise.toStdString()};
}

RequestError explained(Refusal refusal) {
    return {bus::word(refusal == Refusal::pause_out_of_range ? Refusal::snooze_out_of_range
                      : refusal == Refusal::not_started      ? Refusal::busy
                                                             : refusal),
            sentence_for(refusal)};
}

QList<QVariantMap> exercise_list(const Plan& plan, const State& state) {
    QList<QVariantMap> list;
    for (const auto& exercise : plan.exercises) {
        const Unfit reason = unfit(plan, state.bag, exercise);
        list.push_back({
            {"id", bus::text(exercise.id)},
            {"title", bus::text(exercise.title)},
            {"area", bus::text(exercise.area)},
            {"summary", bus::text(exercise.summary)},
            {"caution", bus::text(exercise.caution)},
            {"pose", bus::text(exercise.pose)},
            {"image", bus::text(exercise.image)},
            {"per_day", exercise.quota ? exercise.quota->per_day : 0},
            {"done_today", done_today(state.bag, exercise.id)},
            {"seconds",
             static_cast<qlonglong>(std::chrono::ceil<std::chrono::seconds>(length_of(exercise)).count())},
            {"allowed", reason == Unfit::no},
            {"why_not", why_not(reason)},
        });
    }
    return list;
}

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

void Service::publish_problems(const std::vector<settings::Problem>& problems) {
    if (bus_) send_changed({{"Problems", QVariant::fromValue(bus::to_wire(problems))}});
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

QVariantMap Service::session() const {
    const auto session = hooks_.report().status.session;
    return session ? bus::to_wire(*session) : QVariantMap{};
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

void Service::Snooze(qlonglong seconds) {
    const auto length = snooze_request(seconds);
    length ? answer_prompt(Answer::snooze, *length) : refuse(length.error());
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
