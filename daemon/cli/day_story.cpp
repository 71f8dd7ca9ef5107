// SPDX-License-Identifier: GPL-3.0-or-later
#include "day_story.hpp"

#include "core/circumstance.hpp"
#include "core/effect.hpp"
#include "core/ledger.hpp"
#include "core/overloaded.hpp"
#include "settings/settings.hpp"
#include "words/story_text.hpp"
#include "words/text.hpp"

#include <QtGlobal>
#include <climits>

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>
#include <variant>

namespace limber::cli {
namespace {

/// Of the notes that tell neither of a prompt nor of an absence or a hold.
template <class What>
constexpr bool worth_a_line =
    std::is_same_v<What, note::Presence> || std::is_same_v<What, note::Blind> ||
    std::is_same_v<What, note::Contradiction> || std::is_same_v<What, note::NobodyWatched> ||
    std::is_same_v<What, note::ClockForward> || std::is_same_v<What, note::GapLonger> ||
    std::is_same_v<What, note::TooManyToday> || std::is_same_v<What, note::OffScreen> ||
    std::is_same_v<What, note::Cut>;

Scene scene_of(const Plan& plan, const State& state) {
    if (state.session) return Scene::session;
    if (at_desk(plan, state)) return holds_on(plan, state).empty() ? Scene::desk : Scene::held;
    const bool uncounted = ground_of(plan, state) == Ground::neither && !idle_now(state.ledger);
    return uncounted ? Scene::uncounted : Scene::away;
}

QString name_of(Day day) {
    constexpr std::array names{N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
                               N_("Friday"), N_("Saturday"), N_("Sunday")};
    return _(names.at(std::chrono::weekday{day}.iso_encoding() - 1));
}

QString date_of(Day day) {
    const std::chrono::year_month_day date{day};
    return QStringLiteral("%1-%2-%3")
        .arg(static_cast<int>(date.year()), 4, 10, QChar{u'0'})
        .arg(static_cast<unsigned>(date.month()), 2, 10, QChar{u'0'})
        .arg(static_cast<unsigned>(date.day()), 2, 10, QChar{u'0'});
}

} // namespace

DayStory::DayStory(const Plan& plan, Page page, Print print)
    : plan_(plan), page_(page), print_(std::move(print)), lines_(plan, page.columns, page.beyond_ascii,
                                                                 [this](const QString& line) {
                                                                     head();
                                                                     print_(line);
                                                                 }),
      picture_(plan.day_starts) {}

Day DayStory::day_of(Moment at) const {
    return std::chrono::floor<std::chrono::days>(at - plan_.day_starts);
}

void DayStory::tell(const simulate::Line& line) {
    reckoner_.tell(line);
    if (const auto* prompt = std::get_if<simulate::Prompted>(&line.what)) {
        prompted_ = prompt->break_id;
        prompted_at_ = moment(line.at);
        prompt_new_ = true;
        lines_.prompted(prompted_at_, *prompt, moment(prompt->due_since));
    } else if (const auto* withdrawn = std::get_if<simulate::Withdrawn>(&line.what)) {
        lines_.withdrawn(*withdrawn);
    } else if (const auto* record = std::get_if<simulate::Recorded>(&line.what)) {
        lines_.recorded(*record);
        const bool taken = record->outcome == Outcome::done || record->outcome == Outcome::followed;
        prompt_taken_ = prompt_taken_ || (taken && record->break_id == prompted_);
    }
}

void DayStory::watch(Duration at, const simulate::Desk& desk) {
    reckoner_.watch(at, desk);
    const State& state = desk.state();
    pass(at, state);
    if (const auto& spell = state.ledger.now.spell) correct(moment(desk.since_start(spell->began)));
    picture_prompt();
    for (const Note& note : desk.notes())
        tell(note);
    lines_.print_settled();
}

void DayStory::pass(Duration at, const State& state) {
    const Moment now = local_time(state.now.civil);
    const Scene before = scene_;
    if (std::exchange(begun_, true)) {
        const Duration slept = std::clamp(state.now.asleep - asleep_, Duration{}, at - at_);
        const Moment until = moment(at);
        paint(clock_, until - slept, scene_);
        paint(until - slept, until, Scene::away);
    } else {
        day_ = day_of(now);
    }
    if (day_of(now) != day_) { // also where the clock was set
        end_day();
        day_ = day_of(now);
    }
    at_ = at;
    clock_ = now;
    asleep_ = state.now.asleep;
    scene_ = scene_of(plan_, state);
    if (before == Scene::session && scene_ != Scene::session) session_until_ = now;
}

void DayStory::paint(Moment from, Moment until, Scene scene) {
    if (scene == Scene::desk || scene == Scene::held) {
        if (from != present_until_) present_since_ = from;
        present_until_ = until;
    }
    while (from < until) {
        if (day_of(from) != day_) {
            end_day();
            day_ = day_of(from);
        }
        const Moment midnight{std::chrono::floor<std::chrono::days>(from)};
        const Moment day_end = Moment{day_ + std::chrono::days{1}} + plan_.day_starts;
        const Moment stop = std::min({until, day_end, midnight + std::chrono::days{1}});
        picture_.paint(from - midnight, stop - midnight, scene);
        from = stop;
    }
}

/// The person has been resting since then: presence painted later was none.
void DayStory::correct(Moment began) {
    Moment from = std::max(began, present_since_);
    const Moment until = std::exchange(present_until_, std::min(present_until_, from));
    from = std::max(from, Moment{day_} + plan_.day_starts);
    while (from < until) {
        const Moment midnight{std::chrono::floor<std::chrono::days>(from)};
        const Moment stop = std::min(until, midnight + std::chrono::days{1});
        picture_.correct(from - midnight, stop - midnight);
        from = stop;
    }
}

void DayStory::picture_prompt() {
    const bool today = day_of(prompted_at_) == day_;
    const Duration time = prompted_at_ - std::chrono::floor<std::chrono::days>(prompted_at_);
    if (std::exchange(prompt_new_, false) && today) picture_.prompt(time, false);
    if (std::exchange(prompt_taken_, false) && today) picture_.prompt(time, true);
}

void DayStory::tell(const Note& note) {
    const Moment now = local_time(note.when);
    const auto moment_of = [&](Instant at) {
        return local_time(civil_at(Stamp{.at = note.at, .asleep = {}, .civil = note.when}, at));
    };
    const auto rested = [&](Duration length) {
        if (lines_.away()) return;
        lines_.left(now - length);
        lines_.came_back(now);
    };
    std::visit(
        Overloaded{
            [&](const note::Left& left) { lines_.left(std::max(moment_of(left.since), session_until_)); },
            [&](const note::Away&) { lines_.left(now); },
            [&](const note::Slept& slept) { rested(slept.length); },
            [&](const note::Returned&) { lines_.came_back(now); },
            [&](const note::Began& began) {
                if (began.kind == Gap::first) return;
                lines_.came_back(now);
                lines_.remark(now, sentence_of(plan_, note));
            },
            [&](const note::Held& held) {
                // the picture shows the working hours
                if (held.hold != "outside-hours") lines_.hold_began(now, held.hold);
            },
            [&](const note::HoldOver& over) { lines_.hold_ended(now, over.hold); },
            [&]<class What>(const What&) {
                if constexpr (worth_a_line<What>) lines_.remark(now, sentence_of(plan_, note));
            },
        },
        note.what);
}

void DayStory::head() {
    if (std::exchange(headed_, true)) return;
    QString title = name_of(day_);
    if (page_.dated) title += u' ' + date_of(day_);
    print_(u'\n' + inked(title, terminal::Ink::strong) + QStringLiteral("\n\n"));
}

void DayStory::end_day() {
    lines_.finish();
    if (!picture_.empty()) {
        head();
        print_(u'\n' + picture_.text(page_.columns, page_.beyond_ascii));
    }
    picture_.clear();
    headed_ = false;
}

void DayStory::finish() {
    end_day();
    const simulate::Reckoning all = reckoner_.result();
    const auto count = [](std::int64_t of) { return static_cast<int>(std::min<std::int64_t>(of, INT_MAX)); };
    const QString suggested = all.breaks == 1
                                  ? _("1 break suggested")
                                  : n_("%n breaks suggested", "%n breaks suggested", count(all.breaks));
    const QString unasked = all.natural == 1 ? _("1 rest unasked")
                                             : n_("%n rests unasked", "%n rests unasked", count(all.natural));
    print_(u'\n' +
           _("%1 at the desk: %2, %3 taken; %4.")
               .arg(rounded_length(all.at_desk), suggested, QString::number(all.taken), unasked) +
           u'\n');
    print_(_("Longest time at the desk without a rest: %1.").arg(rounded_length(all.longest)) + u'\n');
}

} // namespace limber::cli
