// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/status.hpp"
#include "journal/written.hpp"
#include "record/record.hpp"
#include "record/replay.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::simulate;
using namespace limber::testing;
using record::JournalProblem;
using record::replay;
using record::Replayed;
using record::ReplayedStep;

namespace {

std::vector<std::string> lines_of_story(const char* name) {
    return journal_of(story_in(std::string(LIMBER_SOURCE_DIR "/tests/scenarios/") + name));
}

std::expected<Replayed, JournalProblem> replay_of(const std::string& text) {
    std::istringstream in(text);
    return replay(in);
}

std::size_t index_of(const std::vector<std::string>& lines, const std::string& part) {
    const auto found = std::ranges::find_if(
        lines, [&](const std::string& line) { return line.find(part) != std::string::npos; });
    REQUIRE(found != lines.end());
    return static_cast<std::size_t>(found - lines.begin());
}

} // namespace

TEST_CASE("a journal as it was written is the same") {
    const auto lines = lines_of_story("law-10-6-simply-gets-up.txt");
    const auto replayed = replay_of(joined(lines));
    REQUIRE(replayed.has_value());
    CHECK_FALSE(replayed->difference.has_value());
    CHECK_FALSE(replayed->cut);
    const auto notes =
        std::ranges::count_if(lines, [](const std::string& line) { return line.starts_with(R"({"note")"); });
    CHECK(notes > 2);
    CHECK(replayed->events + replayed->effects + static_cast<std::size_t>(notes) + 2 == lines.size());
}

TEST_CASE("what was tampered with is found in its line") {
    const auto lines = lines_of_story("law-10-6-simply-gets-up.txt");
    const std::size_t prompt = index_of(lines, "ShowPrompt");
    const std::size_t record = index_of(lines, "Record");

    SUBCASE("another exercise") {
        auto changed = lines;
        const auto at = changed[prompt].find(R"("exercise":")") + 12;
        changed[prompt].insert(at, "not-");
        const auto replayed = replay_of(joined(changed));
        REQUIRE(replayed.has_value());
        REQUIRE(replayed->difference.has_value());
        CHECK(replayed->difference->line == prompt + 1);
        CHECK(replayed->difference->expected == changed[prompt]);
        CHECK(replayed->difference->got == lines[prompt]);
    }
    SUBCASE("an effect too few: told where the next event stands") {
        auto changed = lines;
        changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(record));
        const auto replayed = replay_of(joined(changed));
        REQUIRE(replayed.has_value());
        REQUIRE(replayed->difference.has_value());
        CHECK(replayed->difference->line == record + 1);
        CHECK(replayed->difference->got == lines[record]);
    }
    SUBCASE("an effect too many") {
        auto changed = lines;
        changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(record) + 2, lines[record]);
        const auto replayed = replay_of(joined(changed));
        REQUIRE(replayed.has_value());
        REQUIRE(replayed->difference.has_value());
        CHECK(replayed->difference->line == record + 3);
        CHECK(replayed->difference->got.empty());
    }
    SUBCASE("a line that is none") {
        auto changed = lines;
        changed[record].insert(1, "!");
        const auto replayed = replay_of(joined(changed));
        REQUIRE_FALSE(replayed.has_value());
        CHECK(replayed.error().line == record + 1);
    }
}

TEST_CASE("plans are replaced by their event alone") {
    auto lines = lines_of_story("reload-keeps-progress.txt");
    const auto fine = replay_of(joined(lines));
    REQUIRE(fine.has_value());
    CHECK_FALSE(fine->difference.has_value());
    const std::size_t replaced = index_of(lines, "PlanReplaced");
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(replaced));
    const auto replayed = replay_of(joined(lines));
    REQUIRE_FALSE(replayed.has_value());
    CHECK(replayed.error().line > replaced);
    CHECK(replayed.error().message.find("PlanReplaced") != std::string::npos);
}

TEST_CASE("a plan replaced before the start is the one that stands") {
    const auto lines = lines_of_story("reload-drops-a-rule.txt");
    const std::size_t replaced = index_of(lines, "PlanReplaced");
    std::istringstream text(joined({lines[0], lines[1], lines[replaced - 1], lines[replaced]}));
    std::size_t steps = 0;
    const auto replayed = replay(text, [&](const ReplayedStep& step) {
        ++steps;
        CHECK(status(step.plan, step.after).rules.size() == step.plan.breaks.size());
        CHECK(step.after.progress.size() == step.plan.breaks.size());
    });
    REQUIRE(replayed.has_value());
    CHECK(steps == 1);
}

TEST_CASE("a plan may lack the rule that is asked for, and all others") {
    auto lines = lines_of_story("reload-drops-a-rule.txt");
    std::string& plan = lines[index_of(lines, "PlanReplaced") - 1];
    REQUIRE(plan.starts_with(R"({"plan":{"breaks":)"));
    plan.insert(plan.find("breaks"), "no_");
    CHECK(replay_of(joined(lines)).has_value());
}

TEST_CASE("a journal cut anywhere is read as far as it goes, and says that it was cut") {
    const auto lines = lines_of_story("law-10-6-simply-gets-up.txt");
    const std::string text = joined(lines);
    std::size_t whole = 0;
    std::size_t begin = 0;
    std::set<std::string> kinds;
    const auto cut_at = [&](std::size_t length) {
        CAPTURE(length);
        const auto replayed = replay_of(text.substr(0, length));
        if (length == 0) {
            REQUIRE_FALSE(replayed.has_value());
            CHECK(replayed.error() == JournalProblem{1, "there is nothing in it"});
            return;
        }
        REQUIRE_MESSAGE(replayed.has_value(), replayed.error().message);
        CHECK_FALSE(replayed->difference.has_value());
        if (text[length - 1] != '\n') CHECK(replayed->cut);
        whole += replayed->cut ? 0 : 1;
    };
    for (const std::string& line : lines) {
        // at each place of the first line of a kind, and about the end of each other one
        const bool of_new_kind = kinds.insert(line.substr(0, line.find_first_of("0123456789"))).second;
        std::size_t place = of_new_kind ? 0 : line.size() - 1;
        for (; place <= line.size() + 1 && begin + place <= text.size(); place += begin == 0 ? 37 : 1)
            cut_at(begin + place);
        begin += line.size() + 1;
    }
    CHECK(kinds.size() >= 5);
    CHECK(whole > 3);
}

TEST_CASE("garbage is refused with its line") {
    const auto lines = lines_of_story("law-10-6-simply-gets-up.txt");
    const auto refused = [](const std::string& text, std::uint64_t line) {
        CAPTURE(text.substr(0, 60));
        const auto replayed = replay_of(text);
        REQUIRE_FALSE(replayed.has_value());
        CHECK(replayed.error().line == line);
        CHECK_FALSE(replayed.error().message.empty());
    };
    refused("\x7f"
            "ELF\x02\x01",
            1);
    refused("hello\nworld\n", 1);
    refused("\n", 1);
    refused(std::string(3'000'000, 'x'), 1);
    refused(lines[0] + '\n' + lines[2] + '\n', 2); // no state
    refused(lines[1] + '\n', 1);                   // no plan
    refused(lines[0] + '\n' + lines[1] + '\n' + R"({"effect": {"at": 0, "what": {"is": "Save"}}})" + '\n', 3);
    refused(lines[0] + '\n' + lines[1] + '\n' + lines[2] + '\n' + std::string(9, '\0') + '\n', 4);

    // the clock of an event cannot run years ahead of the alarm
    auto ahead = lines;
    const std::size_t event = index_of(lines, "PresenceFound") + 1;
    const auto next =
        std::ranges::find_if(lines.begin() + static_cast<std::ptrdiff_t>(event), lines.end(),
                             [](const std::string& one) { return one.starts_with(R"({"event")"); });
    const auto number = static_cast<std::size_t>(next - lines.begin());
    ahead[number].insert(ahead[number].find(R"("at":)") + 5, "99");
    refused(joined(ahead), number + 1);
}

TEST_CASE("a text that cannot be read on is no line that is too long") {
    std::istringstream in(joined(lines_of_story("law-10-6-simply-gets-up.txt")));
    in.setstate(std::ios::badbit);
    const auto replayed = replay(in);
    REQUIRE_FALSE(replayed.has_value());
    CHECK(replayed.error() == JournalProblem{1, "reading failed"});
}

TEST_CASE("a step is shown with the notes that the journal has of it") {
    auto lines = lines_of_story("law-10-6-simply-gets-up.txt");
    const auto notes_of = [](const std::string& text) {
        std::vector<Note> notes;
        std::istringstream in(text);
        REQUIRE(replay(in, [&](const ReplayedStep& step) {
                    notes.insert(notes.end(), step.notes.begin(), step.notes.end());
                }).has_value());
        return notes;
    };
    const auto written = notes_of(joined(lines));
    CHECK(written.size() > 2);
    const std::size_t due = index_of(lines, R"("is":"Due")");
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(due));
    CHECK(notes_of(joined(lines)).size() + 1 == written.size());
}

TEST_CASE("journals of earlier versions are read to their end, with notes: theirs, or made of their steps") {
    for (const char* kept : {"record/first", "journal/corpus"}) {
        int journals = 0;
        const std::filesystem::path tests{LIMBER_SOURCE_DIR "/tests"};
        for (const auto& entry : std::filesystem::directory_iterator{tests / kept}) {
            CAPTURE(entry.path().string());
            std::ifstream in{entry.path()};
            std::size_t notes = 0;
            const auto replayed = replay(in, [&](const ReplayedStep& step) { notes += step.notes.size(); });
            REQUIRE_MESSAGE(replayed.has_value(), replayed.error().line, ": ", replayed.error().message);
            CHECK(replayed->events > 3);
            CHECK(notes > 0);
            ++journals;
        }
        CHECK(journals >= 7);
    }
}
