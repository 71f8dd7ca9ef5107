// SPDX-License-Identifier: GPL-3.0-or-later
#include "observer.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace limber::observer {

namespace {

long double seconds(Duration length) {
    return static_cast<long double>(length.count()) / 1e9L;
}

} // namespace

void Observer::begins(Fact fact, Duration at) {
    auto& known = facts_[static_cast<std::size_t>(fact)];
    if (known.empty() || known.back().until != Duration::max()) known.push_back({at});
}

void Observer::ends(Fact fact, Duration at) {
    auto& known = facts_[static_cast<std::size_t>(fact)];
    if (!known.empty() && known.back().until == Duration::max()) known.back().until = at;
}

void Observer::prompt_goes(Duration at) {
    if (!prompts_.empty()) prompts_.back().up.until = std::min(prompts_.back().up.until, at);
}

bool Observer::is(Fact fact, Duration at) const {
    return std::ranges::any_of(spans(fact), [&](const Span& span) { return span.holds(at); });
}

/// Input up to now, without what fell into sleep or was made while nobody ran to see it; parts that touch are
/// one.
std::vector<Span> Observer::true_inputs(Duration now) const {
    std::vector<Span> pieces;
    for (const Span& typed : inputs_) {
        if (typed.from > now) continue;
        std::vector<Span> left{{typed.from, std::min(typed.until, now)}};
        for (const Fact blind : {Fact::asleep, Fact::down, Fact::down_at_rest}) {
            for (const Span& gap : spans(blind)) {
                std::vector<Span> kept;
                for (const Span& piece : left) {
                    // The instants of falling asleep and of waking belong to the waking time.
                    if (piece.from <= gap.from) kept.push_back({piece.from, std::min(piece.until, gap.from)});
                    if (piece.until >= gap.until)
                        kept.push_back({std::max(piece.from, gap.until), piece.until});
                }
                left = kept;
            }
        }
        pieces.insert(pieces.end(), left.begin(), left.end());
    }
    std::ranges::sort(pieces, {}, [](const Span& piece) { return std::pair(piece.from, piece.until); });
    std::vector<Span> merged;
    for (const Span& piece : pieces) {
        if (!merged.empty() && piece.from <= merged.back().until) {
            merged.back().until = std::max(merged.back().until, piece.until);
        } else {
            merged.push_back(piece);
        }
    }
    return merged;
}

/// Silence since `from` is told of once it has lasted `threshold`, but not while the machine sleeps or nobody
/// knows, and not after `latest`. It lasts until `end` – or until sight is lost, unless it is told of again.
void Observer::known_idle(std::vector<Span>& idle, Duration from, Duration threshold, Duration latest,
                          Duration end) const {
    const auto first_told = [&](Duration at) {
        for (bool moved = true; moved;) {
            moved = false;
            for (const Fact blind : {Fact::asleep, Fact::presence_unknown}) {
                for (const Span& gap : spans(blind)) {
                    if (gap.from < at && at < gap.until) {
                        at = gap.until;
                        moved = true;
                    }
                }
            }
        }
        return at;
    };
    const Duration told = first_told(from + threshold);
    if (told > latest) return;
    // A wake ends a prompt that the sleep has rested for, before the silence is told of.
    const bool at_wake = std::ranges::any_of(
        spans(Fact::asleep), [&](const Span& gap) { return gap.from < told && told == gap.until; });
    if (at_wake && told == latest && latest < end) return;
    Duration until = end;
    for (const Span& lost : spans(Fact::presence_unknown)) {
        if (lost.from >= told && lost.from < end && lost.until > end) until = std::min(until, lost.from);
    }
    idle.push_back({from, until});
}

std::vector<Span> Observer::idle_times(Duration now) const {
    std::vector<Span> idle;
    const auto inputs = true_inputs(now);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const Duration last = inputs[i].until;
        Duration end = i + 1 < inputs.size() ? inputs[i + 1].from : now;
        // What nobody ran to see ends the stretch that was seen.
        for (const Fact down : {Fact::down, Fact::down_at_rest}) {
            for (const Span& gap : spans(down)) {
                if (gap.from >= last) end = std::min(end, gap.from);
            }
        }
        known_idle(idle, last, idle_after_, end, end); // NOLINT(readability-suspicious-call-argument)
        for (const Prompt& prompt : prompts_) {
            if (prompt.rest >= idle_after_) continue;
            const Duration from = std::max(last, prompt.up.from);
            if (from < end) known_idle(idle, from, prompt.rest, std::min(end, prompt.up.until), end);
        }
    }
    return idle;
}

std::vector<Observer::Segment> Observer::segments(Duration now) const {
    const auto idle = idle_times(now);
    std::set<Duration> cuts{now};
    const auto cut = [&](const Span& span) {
        for (const Duration at : {span.from, span.until}) {
            if (at < now) cuts.insert(at);
        }
    };
    std::ranges::for_each(idle, cut);
    for (const auto& known : facts_)
        std::ranges::for_each(known, cut);
    for (const Zero& zero : zeros_)
        cut({zero.at, zero.at});
    if (!inputs_.empty()) cut(inputs_.front());

    std::vector<Segment> made;
    const Duration begin = inputs_.empty() ? now : inputs_.front().from;
    Duration from = begin;
    for (const Duration until : cuts) {
        if (until <= begin) continue;
        const bool resting = std::ranges::any_of(idle, [&](const Span& span) { return span.holds(from); }) ||
                             is(Fact::locked, from) || is(Fact::elsewhere, from) || is(Fact::asleep, from) ||
                             is(Fact::down_at_rest, from);
        const bool stopped = is(Fact::down, from) || is(Fact::paused, from);
        const bool unseen = is(Fact::presence_unknown, from) || is(Fact::outside_hours, from);
        Kind kind = Kind::work;
        if (resting || (is(Fact::session, from) && !stopped)) {
            kind = Kind::rest;
        } else if (stopped || unseen) {
            kind = Kind::neither;
        }
        made.push_back({from, until, kind});
        from = until;
    }
    return made;
}

Duration Observer::active(const std::string& name, Duration now) const {
    const auto rule = std::ranges::find(rules_, name, &Rule::name);
    if (rule == rules_.end()) return {};
    long double active = 0;
    long double at_start = 0;
    long double rested = 0;
    bool in_spell = false;
    bool zero_in_spell = false;
    const auto zero_at = [&](Duration at) {
        for (const Zero& zero : zeros_) {
            if (zero.at != at || (zero.rule && *zero.rule != name)) continue;
            active = 0;
            zero_in_spell = true;
        }
    };
    for (const Segment& segment : segments(now)) {
        const long double length = seconds(segment.until - segment.from);
        switch (segment.kind) {
        case Kind::work:
            in_spell = false;
            zero_at(segment.from);
            active += length;
            break;
        case Kind::neither:
            in_spell = false;
            zero_at(segment.from);
            break;
        case Kind::rest:
            if (!in_spell) {
                in_spell = true;
                zero_in_spell = false;
                at_start = active;
                rested = 0;
            }
            zero_at(segment.from);
            rested += length;
            active = zero_in_spell
                         ? 0
                         : std::max(0.0L, at_start - rested * std::max(at_start, seconds(rule->interval)) /
                                                         seconds(rule->rest));
            break;
        }
    }
    zero_at(now);
    return Duration{static_cast<Duration::rep>(std::llround(active * 1e9L))};
}

std::optional<Duration> Observer::resting_for(Duration now) const {
    std::optional<Duration> length;
    for (const Segment& segment : segments(now)) {
        if (segment.kind == Kind::rest) {
            length = length.value_or(Duration{}) + (segment.until - segment.from);
        } else {
            length.reset();
        }
    }
    return length;
}

bool Observer::at_desk(Duration now) const {
    for (const Fact away : {Fact::locked, Fact::elsewhere, Fact::asleep, Fact::presence_unknown,
                            Fact::outside_hours, Fact::down, Fact::down_at_rest, Fact::session}) {
        if (is(away, now)) return false;
    }
    // Input at this instant ends a silence; the last segment tells of the time before it.
    const auto inputs = true_inputs(now);
    if (!inputs.empty() && inputs.back().until == now) return true;
    const auto known = segments(now);
    return known.empty() || known.back().kind != Kind::rest ||
           std::ranges::none_of(idle_times(now), [&](const Span& span) { return span.until >= now; });
}

} // namespace limber::observer
