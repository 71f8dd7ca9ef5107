// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/voice.hpp"

#include <QLibrary>
#include <QProcess>
#include <QStandardPaths>
#include <QString>
#include <QStringList>

#include <memory>
#include <utility>

namespace limber {

// What of canberra.h is used.
extern "C" {
struct ca_context;
using ca_context_create_t = int (*)(ca_context**);
using ca_context_change_props_t = int (*)(ca_context*, ...);
using ca_context_play_t = int (*)(ca_context*, unsigned, ...);
using ca_context_destroy_t = int (*)(ca_context*);
}

struct Chime::Player {
    Player() : library(QStringLiteral("canberra"), 0) {
        if (!library.load()) return;
        const auto find = [&](auto& function, const char* name) {
            using Function = std::remove_reference_t<decltype(function)>;
            function = reinterpret_cast<Function>(library.resolve(name)); // NOLINT(*-reinterpret-cast)
            return function != nullptr;
        };
        ca_context_create_t create = nullptr;
        ca_context_change_props_t change_props = nullptr;
        if (!find(create, "ca_context_create") || !find(change_props, "ca_context_change_props") ||
            !find(destroy, "ca_context_destroy") || !find(play, "ca_context_play"))
            return;
        if (create(&context) != 0) {
            context = nullptr;
            return;
        }
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg,hicpp-vararg): the library's own
        change_props(context, "application.name", "Limber", "application.id", "org.limber.Limber",
                     "application.icon_name", "org.limber.Limber", nullptr);
    }

    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    ~Player() {
        if (context != nullptr) destroy(context);
    }

    QLibrary library;
    ca_context_destroy_t destroy = nullptr;
    ca_context_play_t play = nullptr;
    ca_context* context = nullptr;
};

Chime::Chime() = default;
Chime::~Chime() = default;

bool Chime::play(Sound sound) {
    if (!std::exchange(looked_, true)) player_ = std::make_unique<Player>();
    if (player_->context == nullptr) return false;
    // names of the sound naming specification
    const char* const name = sound == Sound::end ? "complete" : "message";
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg,hicpp-vararg): the library's own
    return player_->play(player_->context, 0, "event.id", name, "media.role", "event",
                         "canberra.cache-control", "permanent", nullptr) == 0;
}

namespace {

bool spoken_by_dispatcher(const QStringList& arguments) {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("spd-say"));
    if (program.isEmpty()) return false;
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
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
    if (std::exchange(speaking_, false)) spoken_by_dispatcher({QStringLiteral("--cancel")});
}

} // namespace limber
