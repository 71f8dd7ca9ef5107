// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/voice.hpp"

#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QStringList>

#include <atomic>
#include <canberra.h>
#include <locale.h> // NOLINT(modernize-deprecated-headers): newlocale is POSIX's
#include <thread>

namespace limber::window {

struct Chime::Player {
    Player() {
        if (ca_context_create(&context) != CA_SUCCESS) context = nullptr;
        if (context == nullptr) return;
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg,hicpp-vararg): the library's own
        ca_context_change_props(context, CA_PROP_APPLICATION_NAME, "Limber", CA_PROP_APPLICATION_ID,
                                "org.limber.Limber", CA_PROP_APPLICATION_ICON_NAME, "org.limber.Limber",
                                nullptr);
    }

    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    ~Player() {
        if (context != nullptr) ca_context_destroy(context);
    }

    void play(Sound sound) const {
        if (context == nullptr) return;
        // Names of the sound naming specification; of those that mean no harm the first is the softest in
        // most themes. How loud: as the desktop plays its sounds. A volume of ours would take the place of
        // the person's.
        const char* const name = sound == Sound::end ? "complete" : "message-new-instant";
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg,hicpp-vararg): the library's own
        ca_context_play(context, 0, CA_PROP_EVENT_ID, name, CA_PROP_MEDIA_ROLE, "event",
                        CA_PROP_CANBERRA_CACHE_CONTROL, "permanent", nullptr);
    }

    ca_context* context = nullptr;
    std::atomic_flag busy;
};

bool Chime::play(Sound sound) {
    if (!player_) player_ = std::make_shared<Player>();
    if (player_->busy.test_and_set()) return false;
    // The library waits for the sound server, as long as that takes: nothing a window can wait for.
    std::thread{[player = player_, sound] {
        player->play(sound);
        player->busy.clear();
    }}.detach();
    return true;
}

namespace {

/// The command refuses to speak at all in a session whose locale is not installed.
QProcessEnvironment with_a_locale() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (const locale_t ours = newlocale(LC_ALL_MASK, "", nullptr); ours != nullptr) {
        freelocale(ours);
    } else {
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    }
    return environment;
}

bool spoken_by_dispatcher(const QStringList& arguments) {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("spd-say"));
    if (program.isEmpty()) return false;
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    process.setProcessEnvironment(with_a_locale());
    // what it has to say about its server is not for whoever started the window
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    return process.startDetached();
}

} // namespace

bool Voice::say(const QString& words) {
    // a message of the priority "text" takes the place of the one before
    speaking_ = spoken_by_dispatcher({QStringLiteral("--application-name"), QStringLiteral("limber"),
                                      QStringLiteral("--priority"), QStringLiteral("text"),
                                      QStringLiteral("--language"), language_, QStringLiteral("--"), words});
    return speaking_;
}

void Voice::hush() {
    // Stop, whose long name version 0.11 does not understand. "--cancel" would take away as well what others
    // are waiting to say.
    if (std::exchange(speaking_, false)) spoken_by_dispatcher({QStringLiteral("-S")});
}

} // namespace limber::window
