// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/effect.hpp"
#include "core/event.hpp"
#include "core/plan.hpp"
#include "core/state.hpp"
#include "core/step.hpp"
#include "core/time.hpp"
#include "fakes.hpp"
#include "record/replay.hpp"
#include "shell/journal_file.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <utility>
#include <vector>

using namespace limber;
using namespace limber::shell;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// A core and its journal in a folder that is gone afterwards.
struct Office {
    std::string folder = (fs::temp_directory_path() / "limber-journal-XXXXXX").string();
    fs::path file;
    std::vector<std::string> said;
    std::unique_ptr<JournalFile> journal;
    Plan plan = test::small_plan();
    State state = fresh_state(plan, 7);
    Stamp clock{.at = Instant{10h}, .asleep = {}, .civil = {.utc = Utc{490'000h}}};

    explicit Office(std::size_t most = JournalFile::most_bytes) {
        REQUIRE(::mkdtemp(folder.data()) != nullptr);
        file = fs::path{folder} / "limber" / "journal";
        open(most);
    }

    ~Office() { fs::remove_all(folder); }

    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    void open(std::size_t most = JournalFile::most_bytes) {
        journal.reset();
        journal = std::make_unique<JournalFile>(
            file, [this](const std::string& trouble) { said.push_back(trouble); }, most);
    }

    void happen(Duration later, Happening what) {
        clock.at += later;
        clock.civil.utc += later;
        const Event event{clock, std::move(what)};
        journal->before(plan, state, event);
        std::vector<Effect> effects;
        std::vector<Note> notes;
        step(plan, state, event, effects, &notes);
        journal->after(event, effects, notes);
    }

    void begin() {
        happen(0s, Started{});
        happen(0s, PresenceFound{});
    }

    /// Somebody who works and never answers.
    void work(Duration length) {
        const Instant end = clock.at + length;
        for (Instant next = next_wakeup(plan, state); next <= end; next = next_wakeup(plan, state)) {
            happen(next - clock.at, AlarmRang{});
        }
        happen(end - clock.at, BecameIdle{.silence = 3s});
        happen(0s, BecameActive{});
    }

    [[nodiscard]] fs::path old() const { return file.string() + ".old"; }

    [[nodiscard]] std::string text() const { return text_of(file); }

    static std::string text_of(const fs::path& path) {
        std::ifstream in(path);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    /// Number of events, all of which happen again.
    [[nodiscard]] std::uint64_t events() const { return events_in(file); }

    static std::uint64_t events_in(const fs::path& path) {
        std::ifstream in(path);
        const auto replayed = record::replay(in);
        REQUIRE_MESSAGE(replayed.has_value(), replayed.error().line, ": ", replayed.error().message);
        CHECK_FALSE(replayed->difference.has_value());
        CHECK_FALSE(replayed->cut);
        return replayed->events;
    }
};

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

/// Files of this process cannot grow past so much.
class FileLimit {
public:
    explicit FileLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
    }

    ~FileLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        static_cast<void>(std::signal(SIGXFSZ, handler_));
    }

    FileLimit(const FileLimit&) = delete;
    FileLimit& operator=(const FileLimit&) = delete;

private:
    rlimit before_{};
    void (*handler_)(int);
};

} // namespace

TEST_CASE("the journal is for its owner alone and begins with a plan and a state") {
    Office office;
    office.begin();
    office.work(2h);
    struct stat found{};
    REQUIRE(::stat(office.file.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777U) == 0600U);
    REQUIRE(::stat(office.file.parent_path().c_str(), &found) == 0);
    CHECK((found.st_mode & 0777U) == 0700U);
    const std::string text = office.text();
    CHECK(text.starts_with(R"({"plan":)"));
    CHECK(text.find(R"(
{"format":2,"state":)") < text.find(R"(
{"event":)"));
    CHECK(text.find(R"(
{"note":)") != std::string::npos);
    CHECK(text.find("ShowPrompt") != std::string::npos);
    CHECK(office.events() > 10);
    CHECK(office.said.empty());
}

TEST_CASE("two files, neither larger than it may be, each happens again by itself") {
    constexpr std::size_t most = std::size_t{64} * 1024;
    Office office{most};
    office.begin();
    std::size_t rotated = 0;
    std::string previous;
    for (int day = 0; day < 6; ++day) {
        office.work(4h);
        CHECK(fs::file_size(office.file) <= most);
        if (!fs::exists(office.old())) continue;
        CHECK(fs::file_size(office.old()) <= most);
        const std::string now = Office::text_of(office.old());
        rotated += now == previous ? 0 : 1;
        previous = now;
        CHECK(office.events() > 0);
        CHECK(Office::events_in(office.old()) > 0);
    }
    CHECK(rotated >= 2);
    CHECK(std::distance(fs::directory_iterator{office.file.parent_path()}, {}) == 2);
    CHECK(office.said.empty());
}

TEST_CASE("after a day a new file begins") {
    Office office;
    office.begin();
    office.work(23h);
    CHECK_FALSE(fs::exists(office.old()));
    office.work(2h);
    CHECK(fs::exists(office.old()));
    CHECK(Office::events_in(office.old()) > 10);
    CHECK(office.events() > 1);
}

TEST_CASE("a restart goes on in the same file, with a state but not with the same plan again") {
    Office office;
    office.begin();
    office.work(1h);
    const auto before = office.events();
    office.open();
    office.happen(10s, Started{.gap = 10s, .kind = Gap::neither});
    office.happen(0s, PresenceFound{});
    office.work(1h);
    const std::string text = office.text();
    CHECK(count(text, R"({"plan":)") == 1);
    CHECK(count(text, R"({"format":2,"state":)") == 2);
    CHECK(office.events() > before + 2);
    CHECK(office.said.empty());
}

TEST_CASE("what a crash left half written is cut off") {
    Office office;
    office.begin();
    office.work(1h);
    office.journal.reset();
    std::ofstream(office.file, std::ios::app) << R"({"event":{"stamp":{"at":39)";
    office.open();
    office.happen(10s, Started{.gap = 10s, .kind = Gap::neither});
    CHECK(office.text().find(R"("at":39{)") == std::string::npos);
    CHECK(office.events() > 3);
}

TEST_CASE("a journal of the first format becomes the older file, as it is") {
    Office office;
    fs::create_directories(office.file.parent_path());
    const fs::path first = fs::path{LIMBER_SOURCE_DIR} / "tests/record/first/session-paused.journal";
    fs::copy_file(first, office.file);
    office.begin();
    office.work(1h);
    CHECK(Office::text_of(office.old()) == Office::text_of(first));
    CHECK(office.text().starts_with(R"({"plan":)"));
    CHECK(office.events() > 3);
    CHECK(office.said.empty());
}

TEST_CASE("a new plan stands before its event, and an early alarm before it stays before it") {
    Office office;
    office.begin();
    office.happen(5min, AlarmRang{});
    office.happen(0s, AlarmRang{});
    office.plan.breaks[0].interval = 50min;
    office.happen(0s, PlanReplaced{});
    office.work(1h);
    CHECK(count(office.text(), R"({"plan":)") == 2);
    CHECK(office.events() > 5);
    office.plan.breaks[0].interval = 20min;
    office.happen(1min, AlarmRang{});
    office.happen(0s, PlanReplaced{});
    office.happen(0s, AlarmRang{});
    office.happen(1min, Locked{});
    CHECK(office.events() > 7);
}

TEST_CASE("who asks for the status every second does not fill the journal") {
    Office office;
    office.begin();
    office.work(10min);
    const auto size = fs::file_size(office.file);
    const auto wanted = next_wakeup(office.plan, office.state);
    while (office.clock.at + 1s < wanted)
        office.happen(1s, AlarmRang{});
    CHECK(fs::file_size(office.file) == size);
    office.happen(1s, Locked{});
    CHECK(fs::file_size(office.file) > size);
    CHECK(count(office.text().substr(size), R"({"event":)") == 2);
    CHECK(office.events() > 4);
}

TEST_CASE("the health of a person is nowhere in it") {
    Office office;
    office.plan.exercises.push_back(office.plan.exercises[0]);
    office.plan.exercises[1].id = "twist";
    office.plan.exercises[1].avoid_if = {"secret_back"};
    office.plan.person.health = {"secret_back"};
    office.begin();
    office.happen(1min, StartRequested{.rule = {}, .exercise = "twist"});
    office.work(2h);
    office.plan.person.place = "private";
    office.happen(0s, PlanReplaced{});
    CHECK(office.text().find("secret_back") == std::string::npos);
    CHECK(office.events() > 5);
}

TEST_CASE("a disk that is full is told once, costs nothing else, and the journal goes on afterwards") {
    Office office;
    office.begin();
    office.work(1h);
    const auto size = fs::file_size(office.file);
    {
        const FileLimit full{size + 100};
        office.work(1h);
        office.work(1h);
        CHECK(office.said.size() == 1);
        CHECK(office.said.at(0).find(office.file.string()) != std::string::npos);
        CHECK(fs::file_size(office.file) <= size + 100);
    }
    office.work(1h);
    REQUIRE(office.said.size() == 2);
    CHECK(office.said.at(1).empty());
    CHECK(count(office.text(), R"({"format":2,"state":)") == 2);
    CHECK(office.events() > 10);
}

TEST_CASE("a folder in its place, and then not") {
    Office office;
    fs::create_directories(office.file);
    office.begin();
    office.work(1h);
    CHECK(office.said.size() == 1);
    fs::remove(office.file);
    office.work(1h);
    CHECK(office.said.size() == 2);
    CHECK(office.events() > 3);
}

TEST_CASE("a file where its folder should be") {
    Office office;
    std::ofstream(office.file.parent_path()) << "in the way";
    office.begin();
    office.work(1h);
    CHECK(office.said.size() == 1);
    CHECK(Office::text_of(office.file.parent_path()) == "in the way");
}

TEST_CASE("a stranger's file is moved aside") {
    Office office;
    fs::create_directories(office.file.parent_path());
    std::ofstream(office.file) << "my diary\n";
    office.begin();
    CHECK(Office::text_of(office.old()) == "my diary\n");
    CHECK(office.events() > 1);
    CHECK(office.said.empty());
}

TEST_CASE("a file that is deleted, emptied or held by another limberd") {
    Office office;
    office.begin();
    office.work(1h);
    fs::remove(office.file);
    office.work(1h);
    CHECK(office.events() > 3);
    fs::resize_file(office.file, 0);
    office.work(1h);
    CHECK(office.events() > 3);
    CHECK(office.said.empty());

    std::vector<std::string> said;
    JournalFile other{office.file, [&](const std::string& trouble) { said.push_back(trouble); }};
    const Event event{office.clock, AlarmRang{}};
    other.before(office.plan, office.state, event);
    other.after(event, {}, {});
    REQUIRE(said.size() == 1);
    CHECK(said.at(0).find("another limberd") != std::string::npos);
    CHECK(office.events() > 3);
}

TEST_CASE("settings that alone would fill it leave no journal, and say so") {
    Office office;
    office.plan.exercises[0].summary = std::string(600'000, 'x');
    office.begin();
    office.work(1h);
    CHECK(office.said.size() == 1);
    CHECK(fs::file_size(office.file) == 0);
}
