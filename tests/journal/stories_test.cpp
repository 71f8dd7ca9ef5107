// SPDX-License-Identifier: GPL-3.0-or-later
// Every story goes through the journal of a daemon and happens again from there, to the last effect.
#include "record/record.hpp"
#include "record/replay.hpp"
#include "shell/journal_file.hpp"
#include "written.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;

namespace {

/// A folder of its own, gone afterwards.
class Folder {
public:
    Folder() : path_((std::filesystem::temp_directory_path() / "limber-journal-XXXXXX").string()) {
        REQUIRE(::mkdtemp(path_.data()) != nullptr);
    }

    ~Folder() { std::filesystem::remove_all(path_); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::filesystem::path file(const char* name) const {
        return std::filesystem::path(path_) / name;
    }

private:
    std::string path_;
};

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_story(const story::Story& story, const std::filesystem::path& file) {
    std::unique_ptr<shell::JournalFile> journal;
    play(story, [&](const Plan& plan, const State& state, const Event& event,
                    const std::vector<Effect>& effects, const std::vector<Note>& notes) {
        if (std::holds_alternative<Started>(event.what)) {
            journal.reset(); // one daemon after the other
            journal = std::make_unique<shell::JournalFile>(
                file, [](const std::string& trouble) { FAIL_CHECK(trouble); });
        }
        journal->before(plan, state, event);
        journal->after(event, effects, notes);
    });
}

} // namespace

TEST_CASE("every story happens again from its journal") {
    for (const auto& path : story_files()) {
        CAPTURE(path.filename().string());
        const Folder folder;
        const auto file = folder.file("journal");
        write_story(story_in(path), file);
        CHECK_FALSE(std::filesystem::exists(folder.file("journal.old")));
        std::ifstream in(file);
        const auto replayed = record::replay(in);
        REQUIRE_MESSAGE(replayed.has_value(), replayed.error().line, ": ", replayed.error().message);
        CHECK(replayed->events >= 3);
        CHECK_FALSE(replayed->cut);
        if (replayed->difference) {
            FAIL_CHECK(replayed->difference->line, " expected ", replayed->difference->expected, " got ",
                       replayed->difference->got);
        }
    }
}

TEST_CASE("health stays out of a whole day's journal, and the day happens again without it") {
    story::Story story = story_in(LIMBER_SOURCE_DIR "/tests/scenarios/snooze-to-the-limit.txt");
    REQUIRE(story.plan.exercises.size() >= 2);
    story.plan.exercises[0].avoid_if = {"secret_knee"};
    story.plan.person.health = {"secret_knee"};
    const std::string asked = story.plan.exercises[0].id;
    story.deeds.insert(story.deeds.end() - 1,
                       story::Dated{story.deeds.back().at, story::Begins{.rule = {}, .exercise = asked}});
    const Folder folder;
    write_story(story, folder.file("journal"));
    const std::string text = text_of(folder.file("journal"));
    CHECK(text.find("secret_knee") == std::string::npos);
    std::istringstream in(text);
    const auto replayed = record::replay(in);
    REQUIRE_MESSAGE(replayed.has_value(), replayed.error().message);
    CHECK_MESSAGE(!replayed->difference, replayed->difference->expected, " ", replayed->difference->got);
    CHECK(replayed->effects > 4);
}
