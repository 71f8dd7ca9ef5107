// SPDX-License-Identifier: GPL-3.0-or-later
// What can be heard: through a library and a command that are not the real ones.
#include "core/session.hpp"
#include "desk.hpp"
#include "window/voice.hpp"

#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QThread>
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace limber;
using namespace limber::window;
using namespace std::chrono_literals;

namespace {

QStringList lines_in(const QString& path) {
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

/// What the command wrote, once it has written so much.
QStringList lines_soon(const QString& path, qsizetype count) {
    const QDeadlineTimer limit{10'000};
    while (lines_in(path).size() < count && !limit.hasExpired())
        QThread::msleep(5);
    return lines_in(path);
}

/// Until the end of the block.
struct Variable {
    Variable(const char* its_name, const QByteArray& value) : name(its_name), before(qgetenv(its_name)) {
        qputenv(name, value);
    }

    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

    ~Variable() {
        if (before.isNull())
            qunsetenv(name);
        else
            qputenv(name, before);
    }

    const char* name;
    QByteArray before;
};

/// A PATH with nothing but this.
struct OnlyPath : Variable {
    explicit OnlyPath(const QString& path) : Variable("PATH", path.toUtf8()) {}
};

struct Locale : Variable {
    explicit Locale(const char* locale) : Variable("LC_ALL", locale) {}
};

} // namespace

TEST_CASE("sounds are asked for by the names every sound theme has") {
    test::need_gui(); // the thread of Qt's first object is the main one
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("sounds"));
    qputenv("FAKE_CANBERRA_LOG", log.toUtf8());
    QStringList wanted;
    {
        Chime chime;
        for (const Chime::Sound sound : {Chime::Sound::step, Chime::Sound::step, Chime::Sound::end}) {
            wanted += QString::fromLatin1(sound == Chime::Sound::end ? "complete" : "message-new-instant");
            while (!chime.play(sound))
                QThread::msleep(5);
            CHECK(lines_soon(log, wanted.size()) == wanted);
        }
    }
    CHECK(lines_in(log) == wanted);
}

TEST_CASE("a sound server that does not answer keeps nobody waiting") {
    test::need_gui();
    qputenv("FAKE_CANBERRA_HANGS", "1");
    QElapsedTimer clock;
    clock.start();
    {
        Chime chime;
        for (int i = 0; i < 5; ++i)
            chime.play(Chime::Sound::step);
    }
    CHECK(clock.elapsed() < 400);
    qunsetenv("FAKE_CANBERRA_HANGS");
}

TEST_CASE("instructions are spoken in the language they are in, and hushed once") {
    test::need_gui();
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("spoken"));
    QFile command{folder.filePath(QStringLiteral("spd-say"))};
    REQUIRE(command.open(QIODevice::WriteOnly));
    command.write("#!/bin/sh\nfor word; do printf '%s|' \"$word\"; done >>" + log.toUtf8() +
                  "\necho \"$LC_ALL\" >>" + log.toUtf8() + "\n");
    command.close();
    REQUIRE(command.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    const OnlyPath path{folder.path()};
    const Locale german{"de_DE.UTF-8.not-installed"};
    Voice voice{QStringLiteral("de")};
    voice.hush();
    CHECK(voice.say(QStringLiteral("--nicht; \"eilen\" $HOME")));
    REQUIRE(lines_soon(log, 1).size() == 1);
    CHECK(lines_in(log)[0] ==
          QStringLiteral(
              "--application-name|limber|--priority|text|--language|de|--|--nicht; \"eilen\" $HOME|C.UTF-8"));
    voice.hush();
    REQUIRE(lines_soon(log, 2).size() == 2);
    CHECK(lines_in(log)[1] == QStringLiteral("-S|C.UTF-8"));
    voice.hush();
    CHECK(voice.say(QStringLiteral("Los.")));
    CHECK(lines_soon(log, 3)[2].endsWith(QStringLiteral("|Los.|C.UTF-8")));
    const Locale known{"C"};
    CHECK(voice.say(QStringLiteral("Und.")));
    CHECK(lines_soon(log, 4)[3].endsWith(QStringLiteral("|Und.|C")));
}

TEST_CASE("where nobody can speak, nothing happens") {
    test::need_gui();
    const QTemporaryDir folder;
    const OnlyPath path{folder.path()};
    Voice voice{QStringLiteral("en")};
    CHECK_FALSE(voice.say(QStringLiteral("Hold.")));
    voice.hush();
}

TEST_CASE("there is one sound for each step and one for the end, and none in a break that is stopped") {
    test::need_gui();
    test::Desk desk;
    std::vector<std::string> heard;
    std::vector<std::string> said;
    int hushed = 0;
    bool reader = false;
    BreakWindow window{
        test::figures(),
        {.now = [&desk] { return desk.now; },
         .ask = [](const QString&, const QVariantList&, const bus::DaemonLink::Then&) {},
         .quit = [] {},
         .announce =
             [&](const QWidget*, const std::function<void()>& unheard) {
                 if (!reader) unheard();
             },
         .sound =
             [&](Chime::Sound sound) { heard.emplace_back(sound == Chime::Sound::end ? "end" : "step"); },
         .say = [&](const QString& words) { said.push_back(words.toStdString()); },
         .hush = [&hushed] { ++hushed; }}};
    bus::StatusReport report = test::resting(test::short_session());
    const auto know = [&] { window.know(bus::Daemon::running, &report, test::short_book()); };
    know();
    window.open(true, {});
    test::Desk::settle();
    for (int i = 0; i < 28; ++i) {
        desk.now += 500ms;
        // the hold is read by a screen reader that has just come
        reader = cursor_at(*report.status.session, desk.now).phase == 1;
        know();
    }
    desk.now += 2s;
    report = test::working();
    report.status.today = {{"micro", {{Outcome::done, 1}}}};
    report.ended = CloseSession{.id = test::short_session().id, .outcome = Outcome::done};
    know();
    CHECK(heard == std::vector<std::string>{"step", "step", "step", "end"});
    CHECK(said == std::vector<std::string>{"Lift both shoulders. 4 seconds", "Let go and breathe. 5 seconds",
                                           "Well done. First break today."});
    CHECK(hushed == 0);
    window.close();
    CHECK(hushed == 1);
}
