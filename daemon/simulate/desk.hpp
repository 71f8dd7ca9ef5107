// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated desk around the core: what truly happens goes in, and the core hears of it as late as from a
// real idle source. Keeps the one alarm and obeys idle_watches(), as the daemon does.
#pragma once

#include "core/step.hpp"

#include <deque>
#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace limber::simulate {

/// The local offset at a moment, until when it holds, and what it is then.
struct LocalOffset {
    std::chrono::seconds offset{};
    Utc until = Utc::max();
    std::chrono::seconds next{};
};

using Zone = std::function<LocalOffset(Utc)>;

/// Clocks of the simulated machine at the start.
struct DeskClock {
    Instant boot{std::chrono::hours{1}};
    Utc utc{};
    Zone zone; ///< unset: UTC
};

/// How a daemon goes down: told to, so that it saves first, or without a chance to.
enum class Ending { orderly, killed };

/// Everything happens at now(), which only pass() moves. Times are counted from the start.
/// What the core cannot hear, asleep, unwatched or not running, is true all the same.
class Desk {
public:
    using Heard = std::function<void(const Event&, const std::vector<Effect>&)>;

    /// `heard` is called after each step; what it asks of the desk follows at the same instant.
    Desk(Plan plan, std::uint64_t seed, DeskClock clock, Heard heard);

    /// From here on notes() has what the core says beside its effects.
    void want_notes() { wants_notes_ = true; }

    /// Starts the daemon; an idle source is found at once.
    void start();

    /// Lets time pass up to and including what time itself brings at `until`.
    void pass(Duration until);

    /// Input at every instant from now to `until`; it stops for sleep and for ignore_input_until().
    void type(Duration until);
    /// A single input.
    void touch();
    /// True input does not exist before `until`; typing that is going on resumes there.
    void ignore_input_until(Duration until);

    void sleep();
    void wake();
    /// The wall clock alone jumps.
    void step_clock(Duration by);
    /// Anything else. What happens during sleep is told after the wake; what happens while the core hears
    /// nothing is not told at all.
    void tell(Happening what);
    /// What the idle source can tell from now on; one that is lost says it when it is found.
    void change_sight(PresenceFound sight);

    [[nodiscard]] const PresenceFound& sight() const { return sight_; }

    /// The core saves; then neither event nor alarm reaches it before `until`, where it learns the state as
    /// it is then. Commands that are given meanwhile are lost; no plan may be replaced.
    void leave_unwatched(Duration until);

    /// The daemon ends, and starts when pass() has come to the end of `gap`; a killed one goes on from what
    /// it last saved. Where the machine boots, its clocks begin anew. The error is what read_state() says.
    [[nodiscard]] std::expected<void, std::string> stop(Duration gap, Gap kind, bool boots, Ending ending);
    /// The core learns what time has brought, and nothing else, whatever kept it from hearing.
    void look_up();

    [[nodiscard]] Duration now() const { return now_; }

    [[nodiscard]] bool asleep() const { return asleep_; }

    /// Whether an event that happens now reaches the core now.
    [[nodiscard]] bool hears() const { return !asleep_ && !deaf_; }

    [[nodiscard]] const Plan& plan() const { return plan_; }

    [[nodiscard]] const State& state() const { return state_; }

    /// Of the last step.
    [[nodiscard]] const std::vector<Note>& notes() const { return notes_; }

    /// The last true input so far, whoever has been told of it; now() while somebody types.
    [[nodiscard]] Duration last_input() const { return typing_ ? now_ : last_input_; }

    /// An instant of the core's clock, counted from the start.
    [[nodiscard]] Duration since_start(Instant at) const { return at - boot_; }

protected:
    /// State and text and state again, as a restart does it. The error is what read_state() says.
    [[nodiscard]] static std::expected<State, std::string> through_text(const State& state);
    /// Obeys what the core wants now.
    void obey();
    void deliver(Happening what);
    void follow_up();
    [[nodiscard]] std::optional<Duration> next_report() const;

    [[nodiscard]] bool told_all() const { return to_tell_.empty(); }

    Plan plan_;
    State state_;

private:
    [[nodiscard]] Stamp stamp() const;

    [[nodiscard]] Instant instant(Duration since) const { return boot_ + since; }

    /// The daemon that will start, and after what.
    struct Starting {
        Gap kind = Gap::neither;
        bool boots = false;
    };

    /// Nothing reaches the core before `until`.
    struct Deaf {
        Duration until{};
        std::optional<Starting> starting; ///< unset: it runs, but nobody watches
        bool input = false;               ///< there was some meanwhile
    };

    void remember(const Happening& what);
    void go_deaf(Deaf deaf);
    void hear_again();
    void start_again(const Starting& starting);
    void see_again(bool input);
    void learn();
    [[nodiscard]] static bool reports_silence(const PresenceFound& source, bool inhibited);
    [[nodiscard]] bool sees_silence() const;
    void begin_silence();
    void begin_silence_anew();
    void forget_reports();
    [[nodiscard]] Duration silence() const;
    [[nodiscard]] bool asked() const;
    void begin_typing();
    void end_typing();
    void note_input();
    [[nodiscard]] std::optional<Duration> next_edge();
    void report_silence();
    void turn_edge();

    State saved_;
    Duration saved_at_{};
    DeskClock clock_;
    Heard heard_;
    Duration now_{};
    Instant boot_;
    Duration asleep_so_far_{};
    Duration wall_steps_{};
    std::vector<Effect> effects_;
    std::vector<Note> notes_;
    bool wants_notes_ = false;
    std::vector<Duration> watches_;
    Instant alarm_ = never;
    bool delivering_ = false;
    std::deque<Happening> to_tell_;
    std::vector<Happening> told_asleep_;

    std::optional<Duration> stretch_until_;
    bool typing_ = false;
    Duration ignored_until_{};
    Duration last_input_{};
    Duration silent_since_{}; ///< as the source counts
    Duration asleep_before_silence_{};
    std::vector<Duration> reported_;
    bool reported_idle_ = false;
    std::optional<PresenceFound> told_; ///< of the source; unset: of none
    bool told_inhibited_ = false;
    std::optional<Instant> answered_; ///< the question of a source that can be asked
    bool asleep_ = false;
    Duration sleeps_since_{};
    std::optional<Deaf> deaf_;

    // What is true, whether or not the core has heard of it.
    bool source_ = true;
    PresenceFound sight_;
    bool locked_ = false;
    bool left_ = false;
    std::map<std::string, Level, std::less<>> levels_;
};

} // namespace limber::simulate
