// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's side: what it says about light or dark and about motion, and how the daemon, the tray and
// launchers ask for the window.
#pragma once

#include "bus/follow.hpp"
#include "window/style.hpp"

#include <QDBusConnection>
#include <QDBusContext>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <QVariantMap>

#include <functional>
#include <optional>

namespace limber::window {

/// Light or dark, contrast and motion, from the desktop's settings portal; from the palette where there is
/// none.
class Appearance : public QObject {
    Q_OBJECT

public:
    /// Asks at once, and waits for no longer than a person notices.
    explicit Appearance(const QDBusConnection& bus, QObject* parent = nullptr);

    [[nodiscard]] Scheme scheme() const;

    /// Whether the person asked for less movement.
    [[nodiscard]] bool reduced_motion() const { return reduced_motion_; }

Q_SIGNALS:
    void changed();

private:
    void take(const QString& name_space, const QString& key, const QVariant& value);

    std::optional<Scheme> scheme_; ///< as the portal has it
    bool contrast_ = false;
    bool reduced_motion_ = false;
    bus::Signal setting_changed_;
};

/// org.freedesktop.Application on the session bus.
class Application : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    /// `only_session`: nothing is shown without a session. `settled` is to be called once it is decided.
    using Opening =
        std::function<void(bool only_session, const QString& token, std::function<void()> settled)>;

    Application(QDBusConnection bus, Opening open, QObject* parent = nullptr);

    /// False if another window has the name, or there is no bus.
    [[nodiscard]] bool claim();

    /// Tells everybody that the running session can be seen.
    void say_painted() const;

    /// Asks the window that has the name to come forward.
    static void activate_other(const QDBusConnection& bus, const QString& token);

public Q_SLOTS: // the interface; names are the bus's
    Q_SCRIPTABLE void Activate(const QVariantMap& platform);
    Q_SCRIPTABLE void Open(const QStringList& uris, const QVariantMap& platform);
    Q_SCRIPTABLE void ActivateAction(const QString& action, const QVariantList& parameters,
                                     const QVariantMap& platform);

private:
    void answer_when_open(bool only_session, const QVariantMap& platform);

    QDBusConnection bus_;
    Opening open_;
};

} // namespace limber::window
