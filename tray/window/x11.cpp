// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/x11.hpp"

#include <QByteArray>
#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QLatin1String>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>
#include <QWidget>
#include <QWindow>
#include <Qt>
#include <xcb/xcb.h>
#include <xcb/xproto.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <string_view>

namespace limber::window {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds bus_patience = 500ms;

/// X.Org's clock: the monotonic one, in milliseconds that begin anew after 50 days.
std::uint32_t server_time() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<std::uint32_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

xcb_atom_t atom(xcb_connection_t* connection, std::string_view name) {
    const auto asked = xcb_intern_atom(connection, 0, static_cast<std::uint16_t>(name.size()), name.data());
    const std::unique_ptr<xcb_intern_atom_reply_t, decltype(&std::free)> reply{
        xcb_intern_atom_reply(connection, asked, nullptr), &std::free};
    return reply == nullptr ? xcb_atom_t{XCB_ATOM_NONE} : reply->atom;
}

xcb_window_t root_of(xcb_connection_t* connection) {
    return xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
}

using MessageWords = std::array<std::uint32_t, 5>;

constexpr std::uint32_t from_application = 1;

/// A request of the Extended Window Manager Hints; nothing where windows are not X11's.
template <class Write>
void tell_window_manager(const QWindow& window, std::string_view what, Write write) {
    if (!on_x11()) return;
    const auto* x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (x11 == nullptr) return;
    xcb_connection_t* const connection = x11->connection();
    xcb_client_message_event_t message{};
    message.response_type = XCB_CLIENT_MESSAGE;
    message.format = 32;
    message.window = static_cast<xcb_window_t>(window.winId());
    message.type = atom(connection, what);
    std::ranges::copy(write(connection), std::begin(message.data.data32));
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): events are sent as their bytes
    const auto* const bytes = reinterpret_cast<const char*>(&message);
    xcb_send_event(connection, 0, root_of(connection),
                   XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY | XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT, bytes);
    xcb_flush(connection);
}

bool is_set(const char* variable) {
    return !qEnvironmentVariableIsEmpty(variable);
}

/// Whether Mutter draws X11's windows larger than they are, as it does for fractional scales. A reply that
/// is none counts as no: the scales that come from GNOME's settings without further ado are whole.
bool mutter_enlarges(int& argc, char** argv) {
    const QCoreApplication application{argc, argv};
    const QString own = QStringLiteral("limber-window-scale");
    QDBusMessage reply;
    {
        const QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, own);
        reply = bus.call(QDBusMessage::createMethodCall(QStringLiteral("org.gnome.Mutter.DisplayConfig"),
                                                        QStringLiteral("/org/gnome/Mutter/DisplayConfig"),
                                                        QStringLiteral("org.gnome.Mutter.DisplayConfig"),
                                                        QStringLiteral("GetCurrentState")),
                         QDBus::Block, static_cast<int>(bus_patience.count()));
    }
    QDBusConnection::disconnectFromBus(own);
    const QVariantList state = reply.arguments();
    // serial, monitors, logical monitors (x, y, scale, …), properties
    if (reply.type() != QDBusMessage::ReplyMessage || state.size() < 4 ||
        !reply.signature().contains(QLatin1String{"a(iiduba(ssss)a{sv})"})) {
        return false;
    }
    constexpr unsigned logical = 1; // "layout-mode": X11's windows are enlarged with all others
    if (qdbus_cast<QVariantMap>(state[3]).value(QStringLiteral("layout-mode")).toUInt() != logical)
        return false;
    bool enlarged = false;
    const auto monitors = state[2].value<QDBusArgument>();
    monitors.beginArray();
    while (!monitors.atEnd()) {
        int x = 0;
        int y = 0;
        double scale = 1;
        monitors.beginStructure();
        monitors >> x >> y >> scale;
        monitors.endStructure();
        enlarged = enlarged || scale != 1;
    }
    monitors.endArray();
    return enlarged;
}

} // namespace

bool on_x11() {
    return QGuiApplication::platformName() == QLatin1String{"xcb"};
}

bool on_xwayland() {
    return on_x11() && is_set("WAYLAND_DISPLAY");
}

void keep_above(QWidget& window) {
    if (on_x11() && !window.isVisible()) window.setWindowFlag(Qt::WindowStaysOnTopHint);
}

void drop_to_others(QWindow& window) {
    if (on_x11()) window.setFlag(Qt::WindowStaysOnTopHint, false);
}

void call_for_no_attention(const QWindow& window) {
    constexpr std::uint32_t removed = 0;
    tell_window_manager(window, "_NET_WM_STATE", [](xcb_connection_t* connection) {
        return MessageWords{removed, atom(connection, "_NET_WM_STATE_DEMANDS_ATTENTION"), XCB_ATOM_NONE,
                            from_application};
    });
}

void take_focus(const QWindow& window) {
    tell_window_manager(window, "_NET_ACTIVE_WINDOW",
                        [](xcb_connection_t*) { return MessageWords{from_application, server_time()}; });
}

void choose_windows_that_decline_focus(int& argc, char** argv) {
    if (is_set("QT_QPA_PLATFORM") || !is_set("WAYLAND_DISPLAY") || !is_set("DISPLAY")) return;
    const QStringList desktops = qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':');
    const bool gnome = desktops.contains(u"GNOME");
    if (!gnome && !desktops.contains(u"KDE")) return;
    if (gnome && mutter_enlarges(argc, argv)) return;
    // the second is for when XWayland does not answer
    qputenv("QT_QPA_PLATFORM", "xcb;wayland");
}

} // namespace limber::window
