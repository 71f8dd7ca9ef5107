// SPDX-License-Identifier: GPL-3.0-or-later
#include "notifier_item/menu_server.hpp"

#include "bus/boottime.hpp"

#include <QDBusError>
#include <QVariant>

#include <chrono>
#include <utility>

namespace limber::tray {
namespace {

constexpr int root = 0;
/// Nobody shows deeper menus.
constexpr int deepest = 8;

qint64 this_second() {
    return std::chrono::floor<std::chrono::seconds>(bus::boottime_now().time_since_epoch()).count();
}

/// "_" marks the letter to press.
QString without_mnemonic(QString label) {
    return label.replace(u'_', QStringLiteral("__"));
}

/// What is not said has the protocol's default: enabled, visible, no children.
QVariantMap properties_of(const Item& item) {
    if (item.separator) return {{QStringLiteral("type"), QStringLiteral("separator")}};
    QVariantMap properties{{QStringLiteral("label"), without_mnemonic(item.label)},
                           {QStringLiteral("enabled"), item.enabled}};
    if (!item.children.empty()) {
        properties.insert(QStringLiteral("children-display"), QStringLiteral("submenu"));
    }
    return properties;
}

QVariantMap named(const QVariantMap& all, const QStringList& names) {
    if (names.isEmpty()) return all;
    QVariantMap chosen;
    for (const QString& name : names) {
        const auto found = all.constFind(name);
        if (found != all.constEnd()) chosen.insert(name, *found);
    }
    return chosen;
}

QVariantMap without_label(QVariantMap properties) {
    properties.remove(QStringLiteral("label"));
    return properties;
}

} // namespace

MenuServer::MenuServer(QObject* object, Applet& applet, QDBusConnection bus)
    : QDBusAbstractAdaptor(object), applet_(applet), bus_(std::move(bus)) {
    setAutoRelaySignals(false);
    renew();
    connect(&applet_, &Applet::changed, this, [this] {
        const QHash<int, Entry> before = entries_;
        // Texts can wait until somebody looks.
        if (renew() == Change::structure) {
            Q_EMIT LayoutUpdated(revision_, root);
        } else {
            entries_ = before;
            made_ = -1;
        }
    });
}

int MenuServer::id_of(const QString& key) {
    const auto known = ids_.constFind(key);
    if (known != ids_.constEnd()) return *known;
    const int id = static_cast<int>(ids_.size()) + 1;
    ids_.insert(key, id);
    return id;
}

void MenuServer::put(const Item& item, int id) {
    Entry entry{item.key, properties_of(item), {}};
    for (const Item& child : item.children) {
        const int below = id_of(child.key);
        entry.children.append(below);
        put(child, below);
    }
    entries_.insert(id, entry);
}

MenuServer::Change MenuServer::renew() {
    const QHash<int, Entry> before = std::exchange(entries_, {});
    made_ = this_second();
    Item menu;
    menu.children = applet_.menu();
    put(menu, root);
    entries_[root].properties = {{QStringLiteral("children-display"), QStringLiteral("submenu")}};
    retold_.clear();
    Change change = entries_.size() == before.size() ? Change::none : Change::structure;
    for (auto entry = entries_.constBegin(); entry != entries_.constEnd(); ++entry) {
        const auto old = before.constFind(entry.key());
        if (old == before.constEnd() || old->children != entry->children ||
            without_label(old->properties) != without_label(entry->properties)) {
            change = Change::structure;
        } else if (old->properties != entry->properties) {
            retold_.append(
                {entry.key(), {{QStringLiteral("label"), entry->properties.value(QStringLiteral("label"))}}});
            if (change == Change::none) change = Change::texts;
        }
    }
    if (change == Change::structure) ++revision_;
    return change;
}

MenuServer::Change MenuServer::renew_and_tell() {
    const Change change = renew();
    if (change == Change::structure) Q_EMIT LayoutUpdated(revision_, root);
    if (change == Change::texts) Q_EMIT ItemsPropertiesUpdated(retold_, {});
    return change;
}

WireItem MenuServer::wire_of(int id, int depth, const QStringList& names) const {
    const Entry entry = entries_.value(id);
    WireItem item{id, named(entry.properties, names), {}};
    if (depth == 0) return item;
    for (const int child : entry.children)
        item.children.append(wire_of(child, depth - 1, names));
    return item;
}

uint MenuServer::GetLayout(int parent, int depth, const QStringList& names, const QDBusMessage& call,
                           WireItem& layout) {
    // Hosts that ask without having announced it get what is true now; those that ask a thousand times a
    // second get the same again.
    if (made_ != this_second()) {
        if (parent == root) applet_.about_to_show();
        renew();
    }
    if (!entries_.contains(parent)) {
        call.setDelayedReply(true);
        bus_.send(call.createErrorReply(QDBusError::InvalidArgs, QStringLiteral("no such entry")));
        return revision_;
    }
    layout = wire_of(parent, depth < 0 || depth > deepest ? deepest : depth, names);
    return revision_;
}

QList<WireProperties> MenuServer::GetGroupProperties(const QList<int>& ids, const QStringList& names) {
    QList<WireProperties> list;
    const QList<int> asked = ids.isEmpty() ? entries_.keys() : ids;
    for (const int id : asked) {
        const auto entry = entries_.constFind(id);
        if (entry != entries_.constEnd()) list.append({id, named(entry->properties, names)});
    }
    return list;
}

QDBusVariant MenuServer::GetProperty(int id, const QString& name, const QDBusMessage& call) {
    const QVariant value = entries_.value(id).properties.value(name);
    if (!value.isValid()) {
        call.setDelayedReply(true);
        bus_.send(
            call.createErrorReply(QDBusError::InvalidArgs, QStringLiteral("no such entry or property")));
    }
    return QDBusVariant{value};
}

bool MenuServer::handle(int id, const QString& type) {
    const auto entry = entries_.constFind(id);
    if (entry == entries_.constEnd()) return false;
    if (type == u"clicked") {
        const QString key = entry->key; // what follows may make the menu anew
        applet_.click(key);
    } else if (type == u"opened") {
        AboutToShow(id);
    }
    return true;
}

void MenuServer::Event(int id, const QString& type, const QDBusVariant& /*content*/, uint /*time*/) {
    handle(id, type);
}

QList<int> MenuServer::EventGroup(const QList<WireEvent>& events) {
    QList<int> unknown;
    for (const WireEvent& event : events) {
        if (!handle(event.id, event.type)) unknown.append(event.id);
    }
    return unknown;
}

bool MenuServer::AboutToShow(int id) {
    // A menu below was made together with the one it hangs on.
    if (id != root) return false;
    applet_.about_to_show();
    return renew_and_tell() != Change::none;
}

QList<int> MenuServer::AboutToShowGroup(const QList<int>& ids, QList<int>& unknown) {
    QList<int> to_update;
    for (const int id : ids) {
        if (!entries_.contains(id)) {
            unknown.append(id);
        } else if (AboutToShow(id)) {
            to_update.append(id);
        }
    }
    return to_update;
}

} // namespace limber::tray
