// SPDX-License-Identifier: GPL-3.0-or-later
// What screen readers are told: what each part of the window is, how far the break has come, and, without
// being asked, what a new step says.
#pragma once

#include <QWidget>

#include <functional>

class QWidget;

namespace limber::window {

/// For all windows made from here on; more than once does no harm.
void teach_roles();

/// Not to be seen: its accessible name is a notice that has come up.
class SpokenNotice : public QWidget {
    Q_OBJECT

public:
    explicit SpokenNotice(QWidget* parent);
};

/// Has screen readers say the label's accessible name, without moving the focus: politely, after what they
/// are saying, if they know announcements, and as a notification if they know only those. `unheard` is
/// called, now or soon, where none listens; not after the label is gone.
void announce_to_readers(QWidget* label, std::function<void()> unheard);

} // namespace limber::window
