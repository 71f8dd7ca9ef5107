// SPDX-License-Identifier: GPL-3.0-or-later
// What the observer answers: all it was told, reckoned anew for each question.
#include "observer.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace limber::observer {

namespace {

long double seconds(Duration length) {
    return static_cast<long double>(length.count()) / 1e9L;
}

} // namespace

std::vector<Observer::Segment> Observer::segments() const {
    std::vector<Span> idles = idles_;
    if (idle_) idles.push_back({*idle_, Duration::max()});
    std::set<Duration> cuts;
    for (const Span& idle : idles) {
        cuts.insert(idle.from);
        cuts.insert(idle.until);
    }
    for (const Zero& zero : zeros_)
        cuts.insert(zero.at);
    for (const auto& [start, by] : longer_)
        cuts.insert(start);
    std::vector<Segment> made;
    for (const Segment& segment : base_) {
        Duration from = segment.from;
        const auto add = [&](Duration until) {
            if (until <= from) return;
            const bool idle = std::ranges::any_of(
                idles, [&](const Span& span) { return span.from <= from && from < span.until; });
            made.push_back({from, until, idle ? Kind::rest : segment.kind});
            from = until;
        };
        for (auto cut = cuts.upper_bound(segment.from); cut != cuts.end() && *cut < segment.until; ++cut)
            add(*cut);
        add(segment.until);
    }
    return made;
}

Duration Observer::active(const std::string& name, Duration now) {
    advance(now);
    const auto rule = std::ranges::find(rules_, name, &Rule::name);
    if (rule == rules_.end()) return {};
    Account account;
    bool in_spell = false;
    long double rested = 0;
    const auto zero_at = [&](Duration at) {
        for (const Zero& zero : zeros_) {
            if (zero.at != at || (zero.rule && *zero.rule != name)) continue;
            account.active = 0;
            account.zero_in_spell = true;
        }
    };
    const auto pay = [&] {
        const long double half = std::max(0.0L, 2 * rested / seconds(rule->rest) - 1);
        const long double paid = half * std::max(account.at_start, seconds(rule->interval));
        account.active = account.zero_in_spell ? 0 : std::max(0.0L, account.at_start - paid);
    };
    for (const Segment& segment : segments()) {
        if (segment.kind == Kind::rest && !in_spell) {
            account = {.active = account.active, .at_start = account.active, .zero_in_spell = false};
            rested = 0;
        }
        zero_at(segment.from);
        switch (segment.kind) {
        case Kind::work:
            in_spell = false;
            account.active += seconds(segment.until - segment.from);
            break;
        case Kind::neither: in_spell = false; break;
        case Kind::still: break;
        case Kind::rest:
            in_spell = true;
            rested += seconds(segment.until - segment.from);
            for (const auto& [start, by] : longer_)
                rested += start == segment.until ? seconds(by) : 0;
            pay();
            break;
        }
    }
    zero_at(now);
    return Duration{static_cast<Duration::rep>(std::llround(account.active * 1e9L))};
}

std::optional<Duration> Observer::resting_for(Duration now) {
    advance(now);
    std::optional<Duration> length;
    for (const Segment& segment : segments()) {
        if (segment.kind == Kind::rest) {
            length = length.value_or(Duration{}) + (segment.until - segment.from);
        } else if (segment.kind != Kind::still) {
            length.reset();
        }
    }
    return length;
}

Kind Observer::kind(Duration now) {
    advance(now);
    const auto known = segments();
    return known.empty() ? Kind::work : known.back().kind;
}

std::optional<Duration> Observer::unlocked(Duration now) {
    advance(now);
    return unlocked_;
}

bool Observer::at_desk(Duration now) {
    advance(now);
    return base() == Kind::work && !idle_;
}

} // namespace limber::observer
