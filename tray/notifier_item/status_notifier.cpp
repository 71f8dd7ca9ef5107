// SPDX-License-Identifier: GPL-3.0-or-later
#include "status_notifier.hpp"

#include "icons/look.hpp"
#include "menu/applet.hpp"
#include "menu/tooltip.hpp"
#include "notifier_icon.hpp"
#include "tray_types.hpp"

#include <QDBusAbstractAdaptor>
#include <QDBusObjectPath>
#include <QList>
#include <QObject>
#include <QString>

#include <utility>

namespace limber::tray {
namespace {

QString status_word(const Icon& icon) {
    // Never Passive: hosts hide that, and an icon that is not there cannot be asked what it waits for.
    return icon.look == Look::prompted ? QStringLiteral("NeedsAttention") : QStringLiteral("Active");
}

} // namespace

StatusNotifier::StatusNotifier(QObject* object, Applet& applet, const QString& menu)
    : QDBusAbstractAdaptor(object), applet_(applet), menu_(menu), theme_path_(tray::icon_theme_path()),
      symbolic_(wants_symbolic_icons()), icon_(applet.icon()), tooltip_(applet.tooltip()) {
    setAutoRelaySignals(false);
    connect(&applet_, &Applet::changed, this, &StatusNotifier::tell);
}

void StatusNotifier::tell() {
    const Icon icon_before = std::exchange(icon_, applet_.icon());
    const Tooltip tooltip_before = std::exchange(tooltip_, applet_.tooltip());
    if (icon_ != icon_before) Q_EMIT NewIcon();
    if (status_word(icon_) != status_word(icon_before)) Q_EMIT NewStatus(status());
    if (tooltip_ != tooltip_before) Q_EMIT NewToolTip();
}

QString StatusNotifier::status() const {
    return status_word(icon_);
}

QString StatusNotifier::icon_name() const {
    return QString::fromStdString(tray::icon_name(icon_, symbolic_));
}

QList<Pixmap> StatusNotifier::icon_pixmap() const {
    return pixmaps_of(icon_);
}

QString StatusNotifier::attention_icon_name() const {
    return QString::fromStdString(tray::icon_name({Look::prompted, 0}, symbolic_));
}

QList<Pixmap> StatusNotifier::attention_icon_pixmap() {
    return pixmaps_of({Look::prompted, 0});
}

WireTooltip StatusNotifier::tool_tip() const {
    // The text is markup by the protocol, and hosts take it as such.
    QString text = tooltip_.text.toHtmlEscaped();
    return {.icon = {}, .pixmaps = {}, .title = tooltip_.title, .text = std::move(text)};
}

void StatusNotifier::Activate(int /*x*/, int /*y*/) {
    applet_.show_state();
}

void StatusNotifier::SecondaryActivate(int /*x*/, int /*y*/) {
    applet_.middle_click();
}

void StatusNotifier::XAyatanaSecondaryActivate(uint /*time*/) {
    applet_.middle_click();
}

void StatusNotifier::ContextMenu(int /*x*/, int /*y*/) {}

void StatusNotifier::Scroll(int /*delta*/, const QString& /*orientation*/) {}

void StatusNotifier::ProvideXdgActivationToken(const QString& token) {
    applet_.set_activation_token(token);
}

} // namespace limber::tray
