// SPDX-License-Identifier: GPL-3.0-or-later
// What choosing promises, over made-up catalogues and answers.
#include "catalogue.hpp"
#include "core/choosing.hpp"
#include "core/step.hpp"
#include "record/record.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <rapidcheck.h>
#include <set>
#include <string>
#include <vector>

using namespace limber;
using namespace limber::testing;
using namespace std::chrono_literals;

namespace {

/// What became of an exercise, or what else happened.
enum class Deed { done, skipped, passed_over, never, allowed, morning };

rc::Gen<std::vector<int>> some_areas() {
    return rc::gen::suchThat(
        rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 5)),
        [](const std::vector<int>& areas) { return !areas.empty() && areas.size() < 8; });
}

std::vector<Deed> some_deeds() {
    return *rc::gen::container<std::vector<Deed>>(120, rc::gen::weightedElement<Deed>({{8, Deed::done},
                                                                                       {3, Deed::skipped},
                                                                                       {3, Deed::passed_over},
                                                                                       {1, Deed::never},
                                                                                       {1, Deed::allowed},
                                                                                       {1, Deed::morning}}));
}

/// Chooses and answers, and knows by itself what may be shown.
class Player {
public:
    Player(Plan plan, std::uint64_t seed) : plan_{std::move(plan)}, state_{fresh_state(plan_, seed)} {}

    [[nodiscard]] bool may_be(const Exercise& exercise) const {
        const auto skips = skipped_.find(exercise.id);
        return suits(plan_.person, exercise) && !never_.contains(exercise.id) &&
               (skips == skipped_.end() || skips->second < 2);
    }

    [[nodiscard]] int eligible() const {
        return static_cast<int>(
            std::ranges::count_if(plan_.exercises, [&](const Exercise& e) { return may_be(e); }));
    }

    [[nodiscard]] bool can_take_turns() const {
        return areas_can_take_turns(plan_, [&](const Exercise& e) { return may_be(e); });
    }

    std::string next(const std::vector<std::string>& without = {}) {
        std::string id = choose(plan_, state_, plan_.breaks[0], without);
        exercise_shown(plan_, state_, id);
        return id;
    }

    void answer(const std::string& id, Deed deed) {
        state_.desk_time += 30min;
        switch (deed) {
        case Deed::done: return exercise_done(state_, id);
        case Deed::skipped: ++skipped_[id]; return exercise_skipped(state_, id);
        case Deed::passed_over: return exercise_passed_over(state_, id);
        case Deed::never: never_.insert(id); return exercise_never(state_, id);
        case Deed::allowed:
            never_.clear();
            exercise_allowed(state_, {});
            return exercise_done(state_, id);
        case Deed::morning:
            skipped_.clear();
            exercise_done(state_, id);
            return begin_day(state_);
        }
    }

    void save_and_load() {
        const auto again = record::read_state(record::write_state(state_));
        RC_ASSERT(again.has_value());
        state_ = *again;
    }

    [[nodiscard]] const Plan& plan() const { return plan_; }

    State& state() { return state_; }

private:
    Plan plan_;
    State state_;
    std::map<std::string, int> skipped_; ///< today
    std::set<std::string> never_;
};

Plan random_person(Plan plan) {
    const std::vector<std::string> tags{"knee_pain", "dizziness", "wrist_injury"};
    for (Exercise& exercise : plan.exercises) {
        exercise.avoid_if = {*rc::gen::elementOf(tags)};
        exercise.places = {*rc::gen::element<std::string>("office", "office", "private")};
        exercise.positions = {*rc::gen::element<std::string>("any", "seated", "standing", "floor")};
        exercise.ride_along = *rc::gen::inRange(0, 4) == 0;
        if (*rc::gen::inRange(0, 4) == 0) exercise.quota = Quota{.per_day = 8, .min_gap = 20min};
    }
    plan.person.health = {*rc::gen::elementOf(tags)};
    plan.person.exclude = {plan.exercises.front().id, plan.exercises.back().area};
    return plan;
}

} // namespace

TEST_CASE("1: never the same one twice running while there is another") {
    const auto law = [] {
        Player player(plan_with(*some_areas()), *rc::gen::arbitrary<std::uint64_t>());
        std::string last;
        for (const Deed deed : some_deeds()) {
            const bool choice = player.eligible() >= 2;
            const std::string id = player.next();
            if (choice) RC_ASSERT(id != last);
            if (id.empty()) break;
            player.answer(id, deed);
            last = id;
        }
    };
    CHECK(rc::check("not twice running", law));
}

TEST_CASE("2: never the same area twice running while areas can take turns") {
    const auto law = [] {
        Player player(plan_with(*some_areas()), *rc::gen::arbitrary<std::uint64_t>());
        std::string last;
        int checked = 0;
        for (const Deed deed : some_deeds()) {
            const bool turns = player.can_take_turns();
            const std::string id = player.next();
            if (id.empty()) break;
            const std::string area = in(player.plan(), id).area;
            if (turns) RC_ASSERT(area != last);
            checked += turns ? 1 : 0;
            player.answer(id, deed);
            last = area;
        }
        RC_CLASSIFY(checked > 20);
    };
    CHECK(rc::check("areas take turns", law));
}

TEST_CASE("3: after whole rounds everything was shown equally often") {
    const auto law = [] {
        Player player(plan_with(*some_areas()), *rc::gen::arbitrary<std::uint64_t>());
        const int rounds = *rc::gen::inRange(1, 12);
        std::map<std::string, int> shown;
        std::map<std::string, int> last_at;
        const int n = player.eligible();
        for (int i = 0; i < rounds * n; ++i) {
            const std::string id = player.next();
            if (shown[id]++ > 0) RC_ASSERT(i - last_at[id] <= 2 * n - 1);
            last_at[id] = i;
            player.answer(id, Deed::done);
        }
        RC_ASSERT(shown.size() == player.plan().exercises.size());
        for (const auto& [id, times] : shown)
            RC_ASSERT(times == rounds);
    };
    CHECK(rc::check("equal shares", law));
}

TEST_CASE("3: a round cut short by skipping takes no turn from anybody") {
    const auto law = [] {
        // areas of two: skipping pushes both of one area to the end of a round again and again
        Player player(plan_with({2, 2, 2, 2}), *rc::gen::arbitrary<std::uint64_t>());
        std::map<std::string, int> done;
        for (int i = 0; i < 800; ++i) {
            const std::string id = player.next();
            const bool skip = *rc::gen::inRange(0, 5) == 0;
            player.answer(id, skip ? Deed::passed_over : Deed::done);
            done[id] += skip ? 0 : 1;
        }
        const auto [least, most] =
            std::ranges::minmax_element(done, {}, [](const auto& entry) { return entry.second; });
        RC_ASSERT(most->second - least->second <= 3);
    };
    CHECK(rc::check("equal shares in the end", law));
}

TEST_CASE("4: what does not suit is never chosen, neither as first nor in a set, nor through a quota") {
    const auto law = [] {
        Player player(random_person(plan_with(*some_areas())), *rc::gen::arbitrary<std::uint64_t>());
        const Plan& plan = player.plan();
        BreakRule rule = plan.breaks[0];
        rule.rest = 5min;
        rule.exercises.count = 4;
        for (const Deed deed : some_deeds()) {
            const std::string id = player.next();
            if (id.empty()) break;
            RC_ASSERT(player.may_be(in(plan, id)));
            for (const std::string& member : compose(plan, player.state(), rule, id))
                RC_ASSERT(player.may_be(in(plan, member)));
            player.answer(id, deed);
        }
    };
    CHECK(rc::check("only what suits", law));
}

TEST_CASE("6: the same past gives the same choice, also when it was written down in between") {
    const auto law = [] {
        const Plan plan = random_person(plan_with(*some_areas()));
        const auto seed = *rc::gen::arbitrary<std::uint64_t>();
        Player one(plan, seed);
        Player other(plan, seed);
        for (const Deed deed : some_deeds()) {
            const std::string id = one.next();
            RC_ASSERT(other.next() == id);
            if (id.empty()) break;
            one.answer(id, deed);
            other.answer(id, deed);
            if (*rc::gen::inRange(0, 4) == 0) other.save_and_load();
        }
    };
    CHECK(rc::check("same past, same choice", law));
    const auto forty = [](std::uint64_t seed) {
        Player player(plan_with({3, 3, 3, 3}), seed);
        std::vector<std::string> ids;
        for (int i = 0; i < 40; ++i) {
            ids.push_back(player.next());
            player.answer(ids.back(), Deed::done);
        }
        return ids;
    };
    CHECK(forty(1) != forty(2));
}

TEST_CASE("7: a memory that is missing or broken is refused or harmless, and the choice goes on") {
    const auto law = [] {
        Player player(plan_with({2, 2, 3, 1}), *rc::gen::arbitrary<std::uint64_t>());
        for (int i = 0; i < 12; ++i)
            player.answer(player.next(), Deed::done);
        std::string text = record::write_state(player.state());
        // mostly in the bag, which is written last
        const auto from =
            *rc::gen::element<std::size_t>(text.find(" bag "), text.find(" bag "), std::size_t{0});
        const auto at = *rc::gen::inRange(from, text.size());
        const auto length = *rc::gen::inRange<std::size_t>(0, 12);
        const auto junk =
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string{"0123456789-{}[]\"~ abeg"}));
        text.replace(at, std::min(length, text.size() - at), junk);
        auto read = record::read_state(text);
        State state = read ? *read : fresh_state(player.plan(), 1);
        const Plan& plan = player.plan();
        for (int i = 0; i < 30; ++i) {
            const std::string id = choose(plan, state, plan.breaks[0], {});
            RC_ASSERT(id.empty() || find_exercise(plan, id) != nullptr);
            exercise_shown(plan, state, id);
            exercise_done(state, id);
            if (!read) RC_ASSERT(!id.empty());
        }
        for (const std::string& id : compose(plan, state, plan.breaks[0], "a0"))
            RC_ASSERT(find_exercise(plan, id) != nullptr);
    };
    CHECK(rc::check("broken memory", law));
}
