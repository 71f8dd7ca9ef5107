// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/voice.hpp"

#include <QLibrary>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QString>
#include <QStringList>

#include <chrono>
#include <condition_variable>
#include <future>
#include <locale.h> // NOLINT(modernize-deprecated-headers): newlocale is POSIX's
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

namespace limber::window {

// What of canberra.h is used.
extern "C" {
struct ca_context;
using ca_context_create_t = int (*)(ca_context**);
using ca_context_change_props_t = int (*)(ca_context*, ...);
using ca_context_play_t = int (*)(ca_context*, unsigned, ...);
using ca_context_destroy_t = int (*)(ca_context*);
}

namespace {

/// The library as a break needs it. Used by one thread.
class SoundLibrary {
public:
    SoundLibrary() : library_(QStringLiteral("canberra"), 0) {
        if (!library_.load()) return;
        const auto find = [&](auto& function, const char* name) {
            using Function = std::remove_reference_t<decltype(function)>;
            function = reinterpret_cast<Function>(library_.resolve(name)); // NOLINT(*-reinterpret-cast)
            return function != nullptr;
        };
        ca_context_create_t create = nullptr;
        ca_context_change_props_t change_props = nullptr;
        if (!find(create, "ca_context_create") || !find(change_props, "ca_context_change_props") ||
            !find(destroy_, "ca_context_destroy") || !find(play_, "ca_context_play"))
            return;
        if (create(&context_) != 0) {
            context_ = nullptr;
            return;
        }
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg,hicpp-vararg): the library's own
        change_props(context_, "application.name", "Limber", "application.id", "org.limber.Limber",
                     "application.icon_name", "org.limber.Limber", nullptr);
    }

    SoundLibrary(const SoundLibrary&) = delete;
    SoundLibrary& operator=(const SoundLibrary&) = delete;

    ~SoundLibrary() {
        if (context_ != nullptr) destroy_(context_);
    }

    void play(Chime::Sound sound) {
        if (context_ == nullptr) return;
        // Names of the sound naming specification; of those that mean no harm the first is the softest in
        // most themes. How loud: as the desktop plays its sounds. A volume of ours would take the place of
        // the person's.
        const char* const name = sound == Chime::Sound::end ? "complete" : "message-new-instant";
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg,hicpp-vararg): the library's own
        play_(context_, 0, "event.id", name, "media.role", "event", "canberra.cache-control", "permanent",
              nullptr);
    }

private:
    QLibrary library_;
    ca_context_destroy_t destroy_ = nullptr;
    ca_context_play_t play_ = nullptr;
    ca_context* context_ = nullptr;
};

// So long the last sound is waited for, should the sound server not answer.
constexpr auto sound_patience = std::chrono::milliseconds{500};

} // namespace

// The library waits for the sound server, as long as that takes. So it has a thread of its own, which may
// outlive the chime: what they share belongs to both.
struct Chime::Player {
    std::mutex guard;
    std::condition_variable changed;
    std::optional<Sound> wanted;
    bool over = false;

    void run() {
        SoundLibrary library;
        std::unique_lock lock{guard};
        while (true) {
            changed.wait(lock, [this] { return wanted || over; });
            if (!wanted) return;
            const Sound sound = *std::exchange(wanted, std::nullopt);
            lock.unlock();
            library.play(sound);
            lock.lock();
        }
    }
};

Chime::Chime() = default;

Chime::~Chime() {
    if (!player_) return;
    {
        const std::scoped_lock lock{player_->guard};
        player_->over = true;
    }
    player_->changed.notify_one();
    if (ended_.wait_for(sound_patience) == std::future_status::ready) {
        thread_.join();
    } else {
        thread_.detach();
    }
}

void Chime::play(Sound sound) {
    if (!player_) {
        player_ = std::make_shared<Player>();
        std::packaged_task<void()> task{[player = player_] { player->run(); }};
        ended_ = task.get_future();
        thread_ = std::thread{std::move(task)};
    }
    {
        const std::scoped_lock lock{player_->guard};
        player_->wanted = sound;
    }
    player_->changed.notify_one();
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
