// SPDX-License-Identifier: GPL-3.0-or-later
#include "menu/applet.hpp"

#include "bus/boottime.hpp"
#include "core/overloaded.hpp"

#include <QVariantMap>

#include <chrono>
#include <utility>
#include <variant>

namespace limber::tray {
namespace {

// Who clicked looks again soon; who opens the menu later has something else in mind.
constexpr auto trouble_lasts = std::chrono::minutes{5};

} // namespace

Applet::Applet(const QDBusConnection& bus, QObject* parent) : QObject(parent), bus_(bus), link_(bus) {
    connect(&link_, &DaemonLink::changed, this, [this] {
        const bool runs = link_.daemon() == Daemon::running;
        const auto doing = runs ? std::optional{link_.report()->status.doing} : std::nullopt;
        if (std::exchange(doing_, doing) != doing) trouble_.clear(); // of an earlier state
        if (!runs) exercises_.clear();
        Q_EMIT changed();
        // The first menu that opens has them, too: not every tray can add to a menu that is open.
        if (const bool ran = std::exchange(ran_, runs); runs && !ran) about_to_show();
    });
}

View Applet::view() const {
    View view{.daemon = link_.daemon(),
              .report = std::nullopt,
              .problems = link_.snapshot().troubles(),
              .exercises = exercises_,
              .trouble = {},
              .now = bus::boottime_now()};
    if (view.now - told_ < trouble_lasts) view.trouble = trouble_;
    if (const bus::StatusReport* const report = link_.report()) view.report = *report;
    return view;
}

void Applet::about_to_show() {
    if (asking_ || link_.daemon() != Daemon::running) return;
    asking_ = true;
    link_.ask_for(QStringLiteral("Exercises"), {}, [this](const QVariantList& values, const QString& error) {
        asking_ = false;
        if (!error.isEmpty() || link_.daemon() != Daemon::running) return;
        auto list = exercises_from_wire(values);
        if (list == exercises_) return;
        exercises_ = std::move(list);
        Q_EMIT changed();
    });
}

void Applet::click(const QString& key) {
    const Menu now = menu();
    const Item* const item = find_item(now, key);
    if (item != nullptr && item->enabled) perform(item->action);
}

void Applet::middle_click() {
    if (link_.daemon() == Daemon::absent) return perform(Errand::start_daemon);
    if (link_.daemon() == Daemon::running && !link_.session()) return perform(StartBreak{});
    show_state();
}

void Applet::perform(const Action& action) {
    if (std::holds_alternative<std::monostate>(action)) return;
    if (!trouble_.isEmpty()) tell({});
    std::visit(Overloaded{
                   [](std::monostate) {},
                   [this](const Call& call) {
                       link_.ask(call.method, call.arguments, [this](const QString& error) { tell(error); });
                   },
                   [this](const StartBreak& wish) { start(wish); },
                   [this](Errand errand) {
                       switch (errand) {
                       case Errand::show_window: show_window(); break;
                       case Errand::open_configuration: open_configuration(); break;
                       case Errand::start_daemon: start_daemon(); break;
                       case Errand::quit: Q_EMIT quit_wanted(); break;
                       }
                   },
               },
               action);
}

void Applet::start(const StartBreak& wish) {
    QVariantMap options;
    if (!token_.isEmpty()) options.insert(QStringLiteral("activation-token"), std::exchange(token_, {}));
    link_.ask(QStringLiteral("Start"), {wish.rule, wish.exercise, options},
              [this](const QString& error) { tell(error); });
}

void Applet::tell(const QString& trouble) {
    told_ = bus::boottime_now();
    if (trouble == trouble_) return;
    trouble_ = trouble;
    Q_EMIT changed();
}

} // namespace limber::tray
