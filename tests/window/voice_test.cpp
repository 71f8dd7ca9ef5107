// SPDX-License-Identifier: GPL-3.0-or-later
// What can be heard: through a library and a command that are not the real ones.
#include "core/session.hpp"
#include "desk.hpp"
#include "window/voice.hpp"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QThread>
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace limber;
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

/// A PATH with nothing but this.
struct OnlyPath {
    explicit OnlyPath(const QString& path) : before(qgetenv("PATH")) { qputenv("PATH", path.toUtf8()); }

    OnlyPath(const OnlyPath&) = delete;
    OnlyPath& operator=(const OnlyPath&) = delete;

    ~OnlyPath() { qputenv("PATH", before); }

    QByteArray before;
};

} // namespace

TEST_CASE("sounds are asked for by the names every sound theme has") {
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("sounds"));
    qputenv("FAKE_CANBERRA_LOG", log.toUtf8());
    Chime chime;
    CHECK(chime.play(Chime::Sound::step));
    CHECK(chime.play(Chime::Sound::step));
    CHECK(chime.play(Chime::Sound::end));
    CHECK(lines_in(log) ==
          QStringList{QStringLiteral("message"), QStringLiteral("message"), QStringLiteral("complete")});
}

TEST_CASE("instructions are spoken in the language they are in, and hushed once") {
    test::need_gui();
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("spoken"));
    QFile command{folder.filePath(QStringLiteral("spd-say"))};
    REQUIRE(command.open(QIODevice::WriteOnly));
    command.write("#!/bin/sh\nfor word; do printf '%s|' \"$word\"; done >>" + log.toUtf8() + "\necho >>" +
                  log.toUtf8() + "\n");
    command.close();
    REQUIRE(command.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    const OnlyPath path{folder.path()};
    Voice voice{QStringLiteral("de")};
    voice.hush();
    CHECK(voice.say(QStringLiteral("--nicht; \"eilen\" $HOME")));
    REQUIRE(lines_soon(log, 1).size() == 1);
    CHECK(lines_in(log)[0] ==
          QStringLiteral(
              "--application-name|limber|--priority|text|--language|de|--|--nicht; \"eilen\" $HOME|"));
    voice.hush();
    REQUIRE(lines_soon(log, 2).size() == 2);
    CHECK(lines_in(log)[1] == QStringLiteral("--cancel|"));
    voice.hush();
    CHECK(voice.say(QStringLiteral("Los.")));
    CHECK(lines_soon(log, 3)[2].endsWith(QStringLiteral("|Los.|")));
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
    int hushed = 0;
    BreakWindow window{test::figures(),
                       {.now = [&desk] { return desk.now; },
                        .ask = [](const QString&, const QVariantList&, const DaemonLink::Then&) {},
                        .quit = [] {},
                        .announce = [](const QWidget*) {},
                        .sound =
                            [&](Chime::Sound sound, const QString& words) {
                                heard.push_back((sound == Chime::Sound::end ? "end: " : "step: ") +
                                                words.toStdString());
                            },
                        .hush = [&hushed] { ++hushed; }}};
    StatusReport report = test::resting(test::short_session());
    const auto know = [&] { window.know(Daemon::running, &report, test::short_book()); };
    know();
    window.open(true, {});
    test::Desk::settle();
    for (int i = 0; i < 28; ++i) {
        desk.now += 500ms;
        know();
    }
    desk.now += 2s;
    report = test::working();
    report.status.today = {{"micro", {{Outcome::done, 1}}}};
    know();
    CHECK(heard == std::vector<std::string>{
                       "step: Lift both shoulders. 4 seconds", "step: Hold with the left hand. 6 seconds",
                       "step: Let go and breathe. 5 seconds", "end: Well done. First break today."});
    CHECK(hushed == 0);
    window.close();
    CHECK(hushed == 1);
}
