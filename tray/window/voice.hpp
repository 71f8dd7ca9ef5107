// SPDX-License-Identifier: GPL-3.0-or-later
// What can be heard of a break: a soft sound at each step, the instruction spoken. Both only if asked for in
// the settings, and both without a sound where what plays them is not installed.
#pragma once

#include <QString>

#include <memory>

namespace limber {

/// Sounds of the desktop's own theme. The library that plays them is looked for when it is first needed: a
/// break without sounds does not load it, and nobody has to install it.
class Chime {
public:
    enum class Sound { step, end };

    Chime();
    Chime(const Chime&) = delete;
    Chime& operator=(const Chime&) = delete;
    ~Chime();

    /// Returns at once. False if nothing plays it.
    bool play(Sound sound); // NOLINT(modernize-use-nodiscard): a break goes on without

private:
    struct Player;
    std::unique_ptr<Player> player_;
    bool looked_ = false;
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

} // namespace limber
