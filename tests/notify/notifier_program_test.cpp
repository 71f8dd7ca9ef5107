// SPDX-License-Identifier: GPL-3.0-or-later
// limber-notify as a program: what it and limberd say to each other, and one that misbehaves.
#include "core/words.hpp"
#include "notify/notifier_desk.hpp"
#include "notify/pipe_lines.hpp"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QVariantMap>
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace limber::notify {

namespace fs = std::filesystem;

namespace {

/// One that takes notifications for programs that are shut in.
class Portal : public QDBusVirtualObject {
public:
    Portal() : bus_(QDBusConnection::connectToBus(QDBusConnection::SessionBus, "portal")) {
        bus_.registerVirtualObject("/org/freedesktop/portal/desktop", this);
        bus_.registerService("org.freedesktop.portal.Desktop");
    }

    Portal(const Portal&) = delete;
    Portal& operator=(const Portal&) = delete;

    ~Portal() override { QDBusConnection::disconnectFromBus("portal"); }

    QStringList calls;

    [[nodiscard]] QString introspect(const QString& /*path*/) const override { return {}; }

    bool handleMessage(const QDBusMessage& call, const QDBusConnection& /*bus*/) override {
        calls << call.member();
        const QVariantMap properties{{"version", 1U}};
        bus_.send(call.member() == "GetAll" ? call.createReply(properties) : call.createReply());
        return true;
    }

private:
    QDBusConnection bus_;
};

long threads() {
    return std::distance(fs::directory_iterator("/proc/self/task"), fs::directory_iterator());
}

} // namespace

TEST_CASE("no thread of ours, whatever is shown") {
    const long before = threads(); // QtDBus has one
    Desk desk;
    desk.serve();
    desk.notifier->withdraw(7);
    desk.put_up(1, view());
    CHECK(threads() <= before + 1);
}

TEST_CASE("what the two programs say to each other arrives as it was, and anything else is nothing") {
    const PromptView said{.title = "a \"b\"\n\u00e9",
                          .body = "1",
                          .body_without_actions = "2",
                          .actions = {{"start", "Start"}, {"skip", "\t"}},
                          .icon = "other",
                          .picture = "/a/picture.png",
                          .pose = "butterfly"};
    CHECK(view_of(line_of(said)) == said);
    CHECK(line_of(said).find('\n') == std::string::npos);
    Report report{
        .reply = {.kind = Kind::action, .action = "start", .activation_token = "t"}, .view = 2, .number = 3};
    CHECK(report_of(line_of(report)) == report);
    for (const auto& [cause, word] : words<NotifierReply::Cause>) {
        report = {.reply = {.kind = Kind::failed, .cause = cause, .error = "none"}};
        CHECK(report_of(line_of(report)) == report);
    }
    for (const char* const line :
         {"", "nonsense", "{", "null", "[]", "{}", R"({"kind":"shown"})", R"({"kind":7,"view":1,"number":1})",
          R"({"action":"","cause":"none","error":"","kind":"odd","number":0,"token":"","view":1})",
          R"({"action":"","cause":"odd","error":"","kind":"shown","number":0,"token":"","view":1})",
          R"({"action":"","cause":"none","error":"","kind":"shown","number":"x","token":"","view":1})"}) {
        CAPTURE(line);
        CHECK(!report_of(line));
        CHECK(!view_of(line));
    }
}

TEST_CASE("a limber-notify that misbehaves is a failure, and takes nothing along") {
    const QTemporaryDir folder;
    const std::string program = folder.filePath("limber-notify").toStdString();
    const auto shown = line_of(Report{.reply = {.kind = Kind::shown}, .view = 1, .number = 7});
    const auto does = [&](const std::string& script) {
        std::ofstream(program) << "#!/bin/sh\n" << script << '\n';
        fs::permissions(program, fs::perms::owner_all);
    };
    bool slow = false;
    SUBCASE("ends at once") {
        does("exit 1");
    }
    SUBCASE("ends later, killed, with a notification on the screen") {
        does("echo '" + shown + "'; read view; kill -9 $$");
    }
    SUBCASE("talks nonsense") {
        does("echo hello; exec sleep 60");
    }
    SUBCASE("talks nonsense without end") {
        does("while :; do echo hello; done");
    }
    SUBCASE("says the same without end") {
        does("while :; do echo '" + shown + "'; done");
    }
    SUBCASE("has a line of megabytes") {
        does("head -c 50000000 /dev/zero; exec sleep 60");
    }
    SUBCASE("says nothing and never ends") {
        does("exec sleep 7");
        slow = true;
    }
    bool begins = true;
    SUBCASE("is not there") {
        begins = false;
    }
    SUBCASE("is no program") {
        std::ofstream(program) << "no program";
        begins = false;
    }
    Desk desk(QString::fromStdString(program));
    desk.serve();
    QElapsedTimer clock;
    clock.start();
    desk.notifier->show(1, view());
    desk.notifier->show(1, view());
    CHECK(clock.elapsed() < 1'000);
    REQUIRE(desk.told());
    CHECK((clock.elapsed() < 3'000 || slow));
    CHECK(desk.replies.size() == 1);
    CHECK(desk.replies[0].kind == Kind::failed);
    CHECK(desk.replies[0].id == 1);
    CHECK(desk.replies[0].error.starts_with("limber-notify "));
    CHECK(desk.replies[0].error.contains("cannot be started") == !begins);
    if (!desk.shown.empty() && !slow) CHECK(until([&] { return !desk.server->withdrawn.empty(); }));
}

TEST_CASE("the server itself is spoken to, also where libnotify would go through a portal") {
    qputenv("NOTIFY_FORCE_PORTAL", "1"); // as inside of a Flatpak or a Snap
    Portal portal;
    Desk desk;
    desk.serve();
    const uint number = desk.put_up(1, view());
    qunsetenv("NOTIFY_FORCE_PORTAL");
    CHECK(portal.calls.isEmpty());
    CHECK(desk.server->notes.size() == 1);
    CHECK(desk.shown[0].kind == Kind::shown);
    desk.server->invoked(number, "start");
    REQUIRE(desk.told());
    CHECK(desk.replies[0].action == "start");
}

TEST_CASE("limber-notify says what it is, and waits for nothing") {
    struct {
        const char* argument;
        const char* words;
        int status;
    } const all[]{{"--version", "limber-notify ", 0}, {"--help", "limberd", 0}, {"--odd", "", 2}};

    for (const auto& [argument, words, status] : all) {
        CAPTURE(argument);
        QProcess process;
        process.start(LIMBER_NOTIFY, {argument});
        REQUIRE(process.waitForFinished(5'000));
        CHECK(process.exitCode() == status);
        CHECK(process.readAllStandardOutput().contains(words));
    }
}

TEST_CASE("the notifier may be ended by its own reply") {
    std::unique_ptr<Notifier> notifier;
    Desk desk;
    bool told = false;
    notifier = desktop_notifier(
        [&](const NotifierReply&) {
            notifier.reset();
            told = true;
        },
        LIMBER_NOTIFY);
    notifier->show(1, view());
    CHECK(until([&] { return told; }));
    CHECK(notifier == nullptr);
}

} // namespace limber::notify
