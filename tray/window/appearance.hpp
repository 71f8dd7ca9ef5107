// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop says about light or dark and about motion, from its settings portal; from the palette
// where there is no portal.
#pragma once

#include "bus/follow.hpp"
#include "window/style.hpp"

#include <QDBusConnection>
#include <QObject>
#include <QString>
#include <QVariantMap>

#include <optional>

namespace limber::window {

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

} // namespace limber::window
