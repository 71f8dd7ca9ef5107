// SPDX-License-Identifier: GPL-3.0-or-later
// The tray applet without a face: what there is to show, and what a click does. The same behind a
// StatusNotifierItem and behind an icon of Qt.
#pragma once

#include "bus/daemon_link.hpp"
#include "core/status.hpp"
#include "core/time.hpp"
#include "icons/look.hpp"
#include "menu/menu.hpp"

#include <QDBusConnection>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace limber::tray {

using bus::DaemonLink;

class Applet : public QObject {
    Q_OBJECT

public:
    explicit Applet(const QDBusConnection& bus, QObject* parent = nullptr);

    /// As of this moment.
    [[nodiscard]] Menu menu() const { return menu_of(view()); }

    [[nodiscard]] QString tooltip() const { return tooltip_of(view()); }

    [[nodiscard]] Icon icon() const { return icon_of(view()); }

    /// Somebody is about to look at the menu: asks the daemon which exercises there are.
    void about_to_show();

    /// Does what the entry with this key says; nothing if the menu has none such now, or not enabled.
    void click(const QString& key);

    /// The window: the running break, or what comes next. For hosts that do not open the menu by a click.
    void show_state() { perform(Errand::show_window); }

    /// A break at once: the one prompted for, else the first rule's; the running one is shown. Without a
    /// daemon: starts it.
    void middle_click();

    /// Lets the next window that opens take the focus.
    void set_activation_token(const QString& token) { token_ = token; }

Q_SIGNALS:
    void changed();
    void quit_wanted();

private:
    [[nodiscard]] View view() const;
    void perform(const Action& action);
    void start(const StartBreak& wish);
    void tell(const QString& trouble);

    // errands.cpp: what is done beside asking the daemon. None of it blocks, and what fails is told.
    void show_window();
    void open_configuration();
    void open_file(const QString& file);
    void start_daemon();
    void start_program();
    void look_after_unit();
    void start_apart(const QString& program, const QStringList& arguments, const QString& failure);

    QDBusConnection bus_;
    DaemonLink link_;
    std::vector<ExerciseChoice> exercises_;
    bool asking_ = false;
    bool ran_ = false; ///< the daemon, when it last said something
    std::optional<Activity> doing_;
    QString trouble_; ///< why the last click had no effect
    Instant told_{};
    QString token_;
};

} // namespace limber::tray
