// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt_menu.hpp"

#include "menu/menu.hpp"

#include <QAction>
#include <QMenu>
#include <QString>
#include <Qt>
#include <QtAlgorithms>

#include <functional>

namespace limber::tray {
namespace {

/// "&" marks the letter to press.
QString unmarked(QString label) {
    return label.replace(u'&', QStringLiteral("&&"));
}

} // namespace

void fill(QMenu& shown, const Menu& menu, const std::function<void(const QString& key)>& click) {
    // clear() would leave the menus below behind
    qDeleteAll(shown.findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    shown.clear();
    for (const Item& item : menu) {
        if (item.separator) {
            shown.addSeparator();
        } else if (!item.children.empty()) {
            QMenu* const below = shown.addMenu(unmarked(item.label));
            below->setEnabled(item.enabled);
            fill(*below, item.children, click);
        } else {
            QAction* const action = shown.addAction(unmarked(item.label));
            action->setEnabled(item.enabled);
            QObject::connect(action, &QAction::triggered, &shown, [click, key = item.key] { click(key); });
        }
    }
}

} // namespace limber::tray
