// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/status_text.hpp"
#include "core/effect.hpp"
#include "core/exercise.hpp"
#include "day_story.hpp"
#include "settings/settings.hpp"
#include "words/story_text.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace limber::cli {

using terminal::columns_of;
using terminal::Ink;

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr int text_indent = 10;    ///< "  09:30 ◆ "
constexpr int outcome_width = 13;  ///< "left the desk"
constexpr int narrowest_text = 33; ///< "Away for 2h 40min, back at 14:00"
constexpr int widest_text = 40;
/// A rest that is no break of its own is told from this length on.
constexpr minutes long_absence{5};
/// More than a day ever has at once; the oldest is printed as it is.
constexpr std::size_t most_open = 64;

QString outcome_of(Why why) {
    switch (why) {
    case Why::start: return _("started");
    case Why::snooze: return _("snoozed");
    case Why::skip: return _("skipped");
    case Why::dismissed: return _("dismissed");
    case Why::timeout: return _("no answer");
    case Why::hold: return _("held");
    case Why::replaced: return _("replaced");
    case Why::followed: return _("rested");
    case Why::rested: return _("left the desk");
    case Why::lost: return _("not shown");
    }
    return {};
}

} // namespace

QString clock_of(Moment at) {
    const auto time = at - std::chrono::floor<std::chrono::days>(at);
    const auto whole = std::chrono::floor<minutes>(time).count();
    return QStringLiteral("%1:%2").arg(whole / 60, 2, 10, QChar{u'0'}).arg(whole % 60, 2, 10, QChar{u'0'});
}

QString rounded_length(Duration length) {
    const Duration rounded = length >= minutes{1} ? Duration{std::chrono::floor<minutes>(length)}
                                                  : Duration{std::chrono::floor<seconds>(length)};
    return terminal::shown(settings::format_duration(rounded));
}

DayLines::DayLines(const Plan& plan, int columns, bool beyond_ascii, Print print)
    : plan_(plan), columns_(columns), beyond_ascii_(beyond_ascii), print_(std::move(print)) {
    int rules = 0;
    int exercises = 0;
    for (const BreakRule& rule : plan_.breaks)
        rules = std::max(rules, columns_of(title_of(rule.name)));
    for (const Exercise& exercise : plan_.exercises)
        exercises = std::max(exercises, columns_of(terminal::shown(exercise.title)));
    text_width_ = std::clamp(rules + 2 + exercises, narrowest_text, widest_text);
}

QString DayLines::title_of(const std::string& rule) const {
    return terminal::shown(limber::title_of(plan_, rule).toStdString());
}

/// The newest of this kind and name that has not ended.
DayLines::Entry* DayLines::open(Kind kind, const std::string& name) {
    for (Entry& one : std::views::reverse(entries_))
        if (one.kind == kind && !one.settled && one.name == name) return &one;
    return nullptr;
}

bool DayLines::away() const {
    return std::ranges::any_of(entries_,
                               [](const Entry& one) { return one.kind == Kind::away && !one.settled; });
}

void DayLines::add(Entry entry) {
    const auto place = std::ranges::upper_bound(entries_, entry.at, {}, &Entry::at);
    entries_.insert(place, std::move(entry));
    if (entries_.size() > most_open) {
        print(entries_.front());
        entries_.pop_front();
    }
}

void DayLines::prompted(Moment at, const simulate::Prompted& prompt, Moment due_since) {
    const Exercise* exercise = find_exercise(plan_, prompt.exercise);
    const QString what = exercise == nullptr || exercise->title.empty() ? _("stand up and rest")
                                                                        : terminal::shown(exercise->title);
    add({.kind = Kind::prompt,
         .at = at,
         .name = prompt.break_id,
         .text = _("%1: %2").arg(title_of(prompt.break_id), what),
         .reason = reason_of(prompt, at, due_since)});
}

QString DayLines::reason_of(const simulate::Prompted& prompt, Moment at, Moment due_since) const {
    if (prompt.reason == Reason::again) return _("asked again");
    const auto rule = find_rule(plan_, prompt.break_id);
    const QString reason = prompt.reason == Reason::merged ? _("due soon as well")
                           : at - due_since > plan_.typing_patience || !rule
                               ? _("due since %1").arg(clock_of(due_since))
                               : _("%1 of work").arg(rounded_length(plan_.breaks[*rule].interval));
    return prompt.held_by.empty() ? reason : reason + _(", held: %1").arg(bus::hold_text(prompt.held_by));
}

void DayLines::withdrawn(const simulate::Withdrawn& prompt) {
    Entry* entry = open(Kind::prompt, prompt.break_id);
    if (entry == nullptr) return;
    entry->ended = prompt.why;
    entry->outcome = outcome_of(prompt.why);
    // A session's end, a rest's length or a break given up is told next.
    entry->settled = prompt.why != Why::start && prompt.why != Why::rested && prompt.why != Why::timeout &&
                     prompt.why != Why::followed;
}

void DayLines::recorded(const simulate::Recorded& record) {
    Entry* entry = open(Kind::prompt, record.break_id);
    const bool rested = record.outcome == Outcome::followed || record.outcome == Outcome::natural;
    if (entry == nullptr) {
        // A guided break counts for others as well; that needs no line.
        const bool guided = std::ranges::any_of(
            entries_, [](const Entry& one) { return one.ended == Why::start && !one.settled; });
        if (!rested || guided) return;
        if (Entry* away = open(Kind::away)) {
            away->counts << title_of(record.break_id);
        } else {
            counted_ << title_of(record.break_id);
        }
        return;
    }
    switch (record.outcome) {
    case Outcome::done: entry->outcome = _("done"); break;
    case Outcome::abandoned: entry->outcome = _("stopped early"); break;
    case Outcome::unanswered: entry->outcome = _("given up"); break;
    case Outcome::followed:
    case Outcome::natural: entry->outcome = _("rested"); break;
    case Outcome::snoozed:
    case Outcome::skipped: break;
    }
    entry->taken = rested || record.outcome == Outcome::done;
    if (const auto rule = find_rule(plan_, record.break_id); rested && rule)
        followed_ = plan_.breaks[*rule].rest;
    entry->settled = true;
}

void DayLines::hold_began(Moment at, const std::string& hold) {
    add({.kind = Kind::hold,
         .at = at,
         .name = hold,
         .text = _("Held: %1").arg(bus::hold_text(hold)),
         .outcome = _("nothing is suggested")});
}

void DayLines::hold_ended(Moment at, const std::string& hold) {
    if (Entry* entry = open(Kind::hold, hold)) {
        entry->text = _("%1 until %2").arg(entry->text, clock_of(at));
        entry->settled = true;
    }
}

void DayLines::left(Moment since) {
    if (Entry* entry = open(Kind::away)) {
        entry->at = std::min(entry->at, since);
        return;
    }
    add({.kind = Kind::away,
         .at = since,
         .text = _("Away, not back"),
         .counts = std::exchange(counted_, {})});
}

void DayLines::came_back(Moment at) {
    if (Entry* entry = open(Kind::away)) {
        const Duration length = at - entry->at;
        entry->text = _("Away for %1, back at %2").arg(rounded_length(length), clock_of(at));
        entry->worth_telling =
            length >= followed_ + long_absence || (!entry->counts.isEmpty() && followed_ == Duration{});
        entry->settled = true;
    }
    for (Entry& one : entries_)
        if (one.ended && one.ended != Why::start) one.settled = true;
    followed_ = {};
}

void DayLines::remark(Moment at, const QString& sentence) {
    add({.kind = Kind::remark, .at = at, .text = terminal::shown(sentence.toStdString()), .settled = true});
}

void DayLines::print_settled() {
    // A prompt that timed out is settled unless the same instant gave the break up.
    for (Entry& one : entries_)
        if (one.ended == Why::timeout) one.settled = true;
    while (!entries_.empty() && entries_.front().settled) {
        print(entries_.front());
        entries_.pop_front();
    }
}

void DayLines::finish() {
    for (const Entry& one : entries_)
        print(one);
    entries_.clear();
    counted_.clear();
}

void DayLines::print(const Entry& entry) const {
    if (!entry.worth_telling) return;
    QString sign;
    Ink ink = Ink::faint;
    switch (entry.kind) {
    case Kind::prompt:
        sign = entry.taken ? QStringLiteral("◆@") : QStringLiteral("◇o");
        ink = entry.taken ? Ink::good : Ink::bad;
        break;
    case Kind::away:
    case Kind::remark: sign = QStringLiteral("·."); break;
    case Kind::hold:
        sign = QStringLiteral("▒%");
        ink = Ink::warn;
        break;
    }
    QString outcome = entry.outcome;
    if (!entry.counts.isEmpty()) outcome = _("counts as %1").arg(entry.counts.join(QStringLiteral(", ")));
    QString line = QStringLiteral("  ") + inked(clock_of(entry.at), Ink::faint) + QStringLiteral(" ") +
                   inked(sign.mid(beyond_ascii_ ? 0 : 1, 1), ink) + u' ';
    int used = text_indent;
    int gap = 0;
    bool wrapped = false;
    const auto cell = [&](const QString& text, int width, Ink cell_ink) {
        if (text.isEmpty()) return;
        if (used > text_indent && used + gap + columns_of(text) > columns_) {
            line += u'\n' + QString(text_indent, u' ');
            used = text_indent;
            gap = 0;
            wrapped = true;
        }
        line += QString(gap, u' ') + inked(text, cell_ink);
        used += gap + columns_of(text);
        gap = (wrapped ? 0 : std::max(0, width - columns_of(text))) + 2;
    };
    if (entry.kind == Kind::remark) {
        const QStringList parts =
            terminal::wrapped(entry.text, std::max(columns_ - text_indent, narrowest_text));
        return print_(line + parts.join(u'\n' + QString(text_indent, u' ')) + u'\n');
    }
    cell(entry.text, text_width_, entry.kind == Kind::prompt ? Ink::strong : Ink::plain);
    cell(outcome, outcome_width,
         entry.taken                  ? Ink::good
         : entry.kind == Kind::prompt ? Ink::plain
                                      : Ink::faint);
    cell(entry.reason, 0, Ink::faint);
    print_(line + u'\n');
}

} // namespace limber::cli
