// SPDX-License-Identifier: GPL-3.0-or-later
// What can be heard of a break: a soft sound at each step, the instruction spoken. Both only if asked for in
// the settings, and both without a sound where what plays them is not installed.
#pragma once

#include <QString>

#include <memory>
#include <utility>

namespace limber::window {

/// Sounds of the desktop's own theme, through libcanberra. Built without it there are none.
class Chime {
public:
    enum class Sound { step, end };

    /// Returns at once, whatever the sound server does. False if it still has to begin the one before.
    bool play(Sound sound); // NOLINT(modernize-use-nodiscard): a break goes on without

private:
    struct Player;
    std::shared_ptr<Player> player_; ///< from the first sound on; its last user may be a thread
};

/// Speaks through speech-dispatcher's own command, which starts its server, keeps its settings and is not
/// there where people do not want it.
class Voice {
public:
    explicit Voice(QString language) : language_(std::move(language)) {}

    /// Instead of what is being said. False if there is nobody to say it.
    bool say(const QString& words); // NOLINT(modernize-use-nodiscard): a break goes on without

    /// Says no more.
    void hush();

private:
    QString language_;
    bool speaking_ = false;
};

} // namespace limber::window
