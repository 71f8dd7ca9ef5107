// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/accessible.hpp"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QAccessibleWidget>
#include <QObject>
#include <QString>
#include <QWidget>

namespace limber {
namespace {

// Qt takes every widget without a class of its own for a filler between others.
QAccessibleInterface* with_role(const QString& name, QObject* object) {
    auto* const widget = qobject_cast<QWidget*>(object);
    if (widget == nullptr) return nullptr;
    // NOLINTBEGIN(cppcoreguidelines-owning-memory): Qt deletes them
    if (name == QLatin1String{"limber::BreakWindow"})
        return new QAccessibleWidget{widget, QAccessible::Window};
    if (name == QLatin1String{"limber::Stage"}) return new QAccessibleWidget{widget, QAccessible::Graphic};
    // NOLINTEND(cppcoreguidelines-owning-memory)
    return nullptr;
}

} // namespace

void teach_roles() {
    static bool taught = false;
    if (taught) return;
    taught = true;
    QAccessible::installFactory(with_role);
}

} // namespace limber
