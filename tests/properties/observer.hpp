// SPDX-License-Identifier: GPL-3.0-or-later
// An all-seeing observer of law 2: it is told what truly happened, what others said and what Limber did, and
// computes `active` from LAW.md §3, §4 and §8 alone, one segment of time after the other.
#pragma once

#include "core/time.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limber::observer {

struct Rule {
    std::string name;
    Duration interval{};
    Duration rest{};
};

/// What a source of presence is able to tell.
struct Sight {
    bool blind = false; ///< behind a film
    Duration finest{};
};

/// What others say of the screen and the session.
enum class Word { lock, lock_request, unlock, leave, come_back };

/// What an instant is. `still`: a paused session, whose spell stands still.
enum class Kind { work, rest, neither, still };

/// Times are counted from any one origin. What is told later may not lie before what was told earlier.
class Observer {
public:
    /// `film_counts`: watching is being at the desk (passive_screen = "count").
    Observer(std::vector<Rule> rules, Duration idle_after, bool film_counts = false)
        : rules_(std::move(rules)), idle_after_(idle_after), film_counts_(film_counts) {}

    // What is true, whoever hears of it

    /// Input at every instant, both ends included, while the machine is awake; the last one said holds.
    void input(Duration from, Duration until);
    void sleeps(Duration at);
    void wakes(Duration at);
    /// From `from` to `until` nothing is heard; after `asked_for`, if that is given, nobody watched.
    void hears_nothing(Duration from, Duration until, std::optional<Duration> asked_for);
    /// The daemon runs no more; and again, which counts as an input. What it finds is said anew.
    void ends(Duration at, bool at_rest);
    void starts(Duration at);
    /// The gap before the last start was longer by this, as is known from `at` on.
    void gap_was_longer(Duration by, Duration at);

    // What is said

    void says(Word word, Duration at);
    /// A source is found, or says what it can tell; nothing: it is lost.
    void source(std::optional<Sight> sight, Duration at);
    void film(bool on, Duration at);
    /// An answer, a command: somebody is there.
    void certain(Duration at);

    // What Limber does

    /// Silences that the source is to tell of, ascending.
    void asks_for(std::vector<Duration> silences, Duration at);
    void prompt_appears(Duration rest, Duration at);
    /// `unseen`: before anything that is told at `at`.
    void prompt_goes(Duration at, bool unseen = false);
    /// A session begins, goes on or pauses; by itself it ends at `until`.
    void session(bool paused, Duration until, Duration at);
    void session_closes(Duration at);
    /// `active` is set to zero by an answer, by giving up, by a session done; no name: every rule.
    void zeroed(std::optional<std::string> rule, Duration at);

    // Questions, as known at `now`, with hindsight

    [[nodiscard]] Duration active(const std::string& rule, Duration now);
    /// The rest spell that lasts: how long it has lasted.
    [[nodiscard]] std::optional<Duration> resting_for(Duration now);
    /// What the time just before `now` was.
    [[nodiscard]] Kind kind(Duration now);
    /// At the desk, just after `now`.
    [[nodiscard]] bool at_desk(Duration now);
    /// The last unlock, or what counts as one.
    [[nodiscard]] std::optional<Duration> unlocked(Duration now);

private:
    struct Span {
        Duration from{};
        Duration until{};
    };

    struct Segment {
        Duration from{};
        Duration until{};
        Kind kind = Kind::work;
    };

    struct Deaf {
        Duration until{};
        std::optional<Duration> asked_for;
        std::optional<Duration> input; ///< the last one meanwhile
    };

    struct Prompt {
        Duration shown{};
        Duration rest{};
    };

    struct Session {
        bool paused = false;
        Duration until{};
    };

    struct Zero {
        Duration at{};
        std::optional<std::string> rule;
    };

    struct Crossing {
        Duration at{};
        Duration from{};
    };

    /// What has become of a rule, and of the spell, up to some instant.
    struct Account {
        long double active = 0;
        long double at_start = 0;
        bool zero_in_spell = false;
    };

    void advance(Duration now);
    [[nodiscard]] Duration next_change() const;
    void pass_to(Duration next);
    void notice();
    void notice_return(Duration at);
    void hear_again();
    void input_at(Duration at);
    void unlock();
    void see_anew(bool saw);
    void begin_silence();
    void end_idle();

    [[nodiscard]] bool types_on() const { return !asleep_ && typing_until_ > now_; }

    [[nodiscard]] bool hears() const { return !asleep_ && !deaf_ && !down_; }

    [[nodiscard]] bool nobody_watches() const {
        return deaf_ && deaf_->asked_for && *deaf_->asked_for <= now_;
    }

    [[nodiscard]] bool behind_film() const { return source_ && source_->blind && film_; }

    [[nodiscard]] bool sees() const { return source_ && !behind_film(); }

    [[nodiscard]] bool away() const { return (locked_ || elsewhere_) && !sits_; }

    [[nodiscard]] Duration belief_ends() const;
    [[nodiscard]] Duration told_at() const;
    [[nodiscard]] std::optional<Crossing> idle_crossing() const;
    [[nodiscard]] Duration sits_at() const;
    [[nodiscard]] Duration request_ends_at() const;
    [[nodiscard]] Kind base() const;
    [[nodiscard]] std::vector<Segment> segments() const;

    std::vector<Rule> rules_;
    Duration idle_after_;
    bool film_counts_;

    Duration now_{};
    bool begun_ = false;

    // truth
    Duration typing_until_ = Duration::min();
    bool asleep_ = false;
    Duration slept_{}; ///< in all
    Duration asleep_since_{};
    std::optional<Deaf> deaf_;
    std::optional<bool> down_; ///< set while it does not run: whether that is rest

    // the silence, as known
    Duration last_{};
    Duration slept_before_{}; ///< of slept_, before last_
    bool told_ = false;
    Duration told_up_to_{}; ///< of the silence there is, whatever became of the telling
    std::optional<Duration> idle_;
    std::vector<Duration> asked_;
    Duration typing_since_{};
    Duration seeing_since_{};
    Duration certain_{};

    // what others say
    std::optional<Sight> source_;
    bool film_ = false;
    std::optional<Duration> film_began_;
    Duration film_since_{};
    bool locked_ = false;
    bool elsewhere_ = false;
    std::optional<Duration> request_;
    Duration said_{};
    bool sits_ = false;
    std::optional<Duration> unlocked_;

    // what Limber does
    std::optional<Prompt> prompt_;
    std::optional<Session> session_;
    std::vector<Zero> zeros_;

    // what came of it
    Duration began_{};
    Duration started_{};
    std::vector<std::pair<Duration, Duration>>
        longer_;                ///< a start, and by how much the gap before it was longer
    std::vector<Segment> base_; ///< without idleness
    std::vector<Span> idles_;
};

} // namespace limber::observer
