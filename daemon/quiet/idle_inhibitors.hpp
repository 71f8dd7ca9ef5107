// SPDX-License-Identifier: GPL-3.0-or-later
// Whether something keeps the screen awake (a video, a call, a presentation), as the desktop's own lists say.
#pragma once

#include "bus/follow.hpp"
#include "core/event.hpp"
#include "quiet/quiet_source.hpp"

#include <QDBusConnection>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace limber::quiet {

/// Says QuietChanged "inhibitor": on while any list has one, off while a list is known and none has, unknown
/// without a list. Asks logind, GNOME's session manager, Plasma's power management and the freedesktop one;
/// each is read when it says that it has changed, and none is ever started. Which program it is, is not
/// asked.
class IdleInhibitors final : public QuietSource {
public:
    IdleInhibitors(QDBusConnection session_bus, QDBusConnection system_bus);

    [[nodiscard]] std::string name() const override { return "idle inhibitors"; }

    void watch(Report report) override;

    /// Limber's own inhibitor is none (LAW.md §3): meanwhile what the lists said before holds, and they are
    /// asked anew afterwards.
    void ours_is_on(bool on);

    /// As last said.
    [[nodiscard]] Level level() const { return level_; }

private:
    void told();

    QDBusConnection session_bus_;
    QDBusConnection system_bus_;
    Report report_;
    Level level_ = Level::unknown;
    bool ours_is_on_ = false;
    std::vector<std::optional<bool>> inhibited_; ///< as each list says; nothing: it says nothing
    std::vector<std::unique_ptr<bus::Followed>> lists_;
};

} // namespace limber::quiet
