// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps notifications from the screen, said once, with what to do; over when one is shown again.
#pragma once

#include "notify/notifier.hpp"
#include "problem_board.hpp"

#include <QDBusServiceWatcher>

#include <memory>

namespace limber::shell {

class NotificationTrouble {
public:
    explicit NotificationTrouble(ProblemBoard& board) : board_(board) {}

    /// Each reply of the notifier.
    void heard(const notify::NotifierReply& reply);

private:
    ProblemBoard& board_;
    std::unique_ptr<QDBusServiceWatcher> watch_; ///< from the first trouble on
};

} // namespace limber::shell
