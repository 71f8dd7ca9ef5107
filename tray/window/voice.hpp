// SPDX-License-Identifier: GPL-3.0-or-later
// What can be heard of a break: a soft sound at each step, the instruction spoken. Both only if asked for in
// the settings, and both without a sound where what plays them is not installed.
#pragma once

#include <QString>

#include <future>
#include <memory>
#include <thread>
#include <utility>

namespace limber::window {

/// Sounds of the desktop's own theme. The library that plays them is looked for when it is first needed: a
/// break without sounds does not load it, and nobody has to install it.
class Chime {
public:
    enum class Sound { step, end };

    Chime();
    Chime(const Chime&) = delete;
    Chime& operator=(const Chime&) = delete;
    /// Waits for at most half a second.
    ~Chime();

    /// Returns at once, whatever the sound server does. Instead of one that has not begun.
    void play(Sound sound);

private:
    struct Player;
    std::shared_ptr<Player> player_; ///< from the first sound on
    std::future<void> ended_;
    std::thread thread_;
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
