// SPDX-License-Identifier: GPL-3.0-or-later
#include "day_story.hpp"
#include "words/text.hpp"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace limber::cli {

using terminal::Ink;

namespace {

constexpr std::size_t seconds_per_hour = 3600;
constexpr std::size_t seconds_per_day = 24 * seconds_per_hour;
constexpr int margin = 6; ///< left of the first minute: "  09  "

/// How a kind of cell is drawn, and what the legend says of it.
struct Look {
    const char* sign;
    const char* ascii;
    Ink ink;
    const char* means;
};

/// By Scene.
constexpr std::array<Look, 6> scenes{{
    {" ", " ", Ink::plain, ""},
    {"·", ".", Ink::faint, N_("away")},
    {"┄", ":", Ink::faint, N_("not counted")},
    {"━", "=", Ink::calm, N_("at the desk")},
    {"▒", "%", Ink::warn, N_("held")},
    {"█", "#", Ink::good, N_("break")},
}};

constexpr Look prompt_taken{"◆", "@", Ink::good, N_("prompt taken")};
constexpr Look prompt_open{"◇", "o", Ink::bad, N_("not taken")};

QString sign_of(const Look& look, bool beyond_ascii) {
    return QString::fromUtf8(beyond_ascii ? look.sign : look.ascii);
}

/// Cells that an hour is cut into: as many as there is room for.
std::size_t cells_an_hour(int columns) {
    for (const int cells : {120, 60, 30, 20, 12})
        if (cells + margin <= columns) return static_cast<std::size_t>(cells);
    return 6;
}

std::size_t second_of(Duration time) {
    const auto whole = std::chrono::floor<std::chrono::seconds>(time).count();
    return static_cast<std::size_t>(std::clamp<decltype(whole)>(whole, 0, seconds_per_day));
}

/// ":00 … :50" above the minutes.
QString ruler(std::size_t cells) {
    const std::size_t marks = cells >= 30 ? 6 : 2;
    QString line(margin, u' ');
    for (std::size_t i = 0; i < marks; ++i) {
        const QString mark = QStringLiteral(":%1").arg(i * (60 / marks), 2, 10, QChar{u'0'});
        line += mark.leftJustified(static_cast<int>(cells / marks));
    }
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

} // namespace

DayPicture::DayPicture(Duration begins)
    : first_hour_(second_of(begins) / seconds_per_hour % 24), seconds_(seconds_per_day) {}

void DayPicture::paint(Duration from, Duration until, Scene scene) {
    for (std::size_t s = second_of(from); s < second_of(until); ++s)
        seconds_[s].scene = scene;
}

void DayPicture::correct(Duration from, Duration until) {
    for (std::size_t s = second_of(from); s < second_of(until); ++s) {
        Scene& scene = seconds_[s].scene;
        if (scene == Scene::desk || scene == Scene::held) scene = Scene::away;
    }
}

void DayPicture::prompt(Duration at, bool taken) {
    seconds_[std::min(second_of(at), seconds_per_day - 1)].prompt = taken ? Prompt::taken : Prompt::open;
}

bool DayPicture::empty() const {
    return std::ranges::all_of(
        seconds_, [](const Cell& one) { return one.scene <= Scene::away && one.prompt == Prompt::none; });
}

void DayPicture::clear() {
    std::ranges::fill(seconds_, Cell{});
}

/// What there is most of; a break shows even if it is short.
DayPicture::Cell DayPicture::cell(std::size_t from, std::size_t length) const {
    Cell cell;
    std::array<std::size_t, scenes.size()> sums{};
    for (std::size_t s = from; s < from + length; ++s) {
        cell.prompt = std::max(cell.prompt, seconds_[s].prompt);
        ++sums[static_cast<std::size_t>(seconds_[s].scene)];
    }
    if (sums[0] < length) sums[0] = 0; // the day begins and ends somewhere within a minute
    const auto most = static_cast<std::size_t>(std::ranges::max_element(sums) - sums.begin());
    const bool break_shows = sums[static_cast<std::size_t>(Scene::session)] * 3 >= length;
    cell.scene = break_shows ? Scene::session : static_cast<Scene>(most);
    return cell;
}

bool DayPicture::lively(std::size_t of_hour) const {
    for (std::size_t s = of_hour * seconds_per_hour; s < (of_hour + 1) * seconds_per_hour; ++s)
        if (seconds_[s].scene > Scene::away || seconds_[s].prompt != Prompt::none) return true;
    return false;
}

/// Cells of one colour in a row share it, so that what is piped through a pager stays small.
QString DayPicture::drawn(const std::vector<Cell>& cells, bool beyond_ascii) {
    QString line;
    QString run;
    Ink ink = Ink::plain;
    for (const Cell& one : cells) {
        const Look& look = one.prompt == Prompt::taken  ? prompt_taken
                           : one.prompt == Prompt::open ? prompt_open
                                                        : scenes[static_cast<std::size_t>(one.scene)];
        if (look.ink != ink) {
            line += inked(run, ink);
            run.clear();
            ink = look.ink;
        }
        run += sign_of(look, beyond_ascii);
    }
    line += inked(run, ink);
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

QString DayPicture::legend(int columns, bool beyond_ascii) const {
    std::vector<const Look*> present;
    const auto look_for = [&](const Look& look, auto occurs) {
        if (std::ranges::any_of(seconds_, occurs)) present.push_back(&look);
    };
    for (const Scene scene : {Scene::desk, Scene::held, Scene::uncounted, Scene::away, Scene::session}) {
        look_for(scenes[static_cast<std::size_t>(scene)],
                 [&](const Cell& one) { return one.scene == scene; });
    }
    look_for(prompt_taken, [](const Cell& one) { return one.prompt == Prompt::taken; });
    look_for(prompt_open, [](const Cell& one) { return one.prompt == Prompt::open; });
    QString all;
    int used = columns;
    for (const Look* look : present) {
        const QString means = _(look->means);
        const int needed = terminal::columns_of(means) + 2;
        if (used + 3 + needed > columns) {
            all += (all.isEmpty() ? QString{} : QStringLiteral("\n")) + QString(margin, u' ');
            used = margin;
        } else {
            all += QStringLiteral("   ");
            used += 3;
        }
        all += inked(sign_of(*look, beyond_ascii), look->ink) + u' ' + means;
        used += needed;
    }
    return all + u'\n';
}

QString DayPicture::text(int columns, bool beyond_ascii) const {
    std::size_t first = 24;
    std::size_t last = 0;
    for (std::size_t row = 0; row < 24; ++row) {
        if (!lively((first_hour_ + row) % 24)) continue;
        first = std::min(first, row);
        last = row;
    }
    const std::size_t cells = cells_an_hour(columns);
    QString all = inked(ruler(cells), Ink::faint) + u'\n';
    for (std::size_t row = first; row <= last; ++row) {
        const std::size_t now = (first_hour_ + row) % 24;
        std::vector<Cell> line(cells);
        for (std::size_t i = 0; i < cells; ++i) {
            const std::size_t from = now * seconds_per_hour + i * (seconds_per_hour / cells);
            line[i] = cell(from, seconds_per_hour / cells);
        }
        all += inked(QStringLiteral("  %1").arg(now, 2, 10, QChar{u'0'}), Ink::faint) + QStringLiteral("  ") +
               drawn(line, beyond_ascii) + u'\n';
    }
    return all + u'\n' + legend(columns, beyond_ascii);
}

} // namespace limber::cli
