// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt cannot know by itself: that the break's window is one, that its stage is a picture, how far the
// break has come, and what is a notice.
#pragma once

#include <QWidget>

namespace limber::window {

/// For all windows made from here on; more than once does no harm.
void teach_roles();

/// Not to be seen: its accessible name is a notice that has come up.
class SpokenNotice : public QWidget {
    Q_OBJECT

public:
    explicit SpokenNotice(QWidget* parent);
};

} // namespace limber::window
