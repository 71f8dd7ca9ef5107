// SPDX-License-Identifier: GPL-3.0-or-later
#include "why_view.hpp"

#include "bus/status_text.hpp"
#include "bus/wire.hpp"
#include "core/effect.hpp"
#include "core/time.hpp"
#include "output.hpp"
#include "text.hpp"
#include "words/story_text.hpp"

#include <QDateTime>
#include <QString>

#include <chrono>

namespace limber::cli {
namespace {

using std::chrono::seconds;

std::chrono::local_seconds whole(LocalTime local) {
    return std::chrono::round<seconds>(local);
}

QDateTime date_time(LocalTime local) {
    return QDateTime::fromSecsSinceEpoch(whole(local).time_since_epoch().count(), Qt::UTC);
}

QString clock(LocalTime local) {
    return date_time(local).toString(QStringLiteral("HH:mm:ss"));
}

QString day(LocalTime local) {
    return date_time(local).toString(QStringLiteral("yyyy-MM-dd"));
}

} // namespace

QString standing_text(const Explanation& explanation) {
    const QString when = explanation.asked ? clock(*explanation.asked) : QString{};
    if (!explanation.standing) {
        return explanation.asked ? Cli::tr("At %1: Limber was not running.").arg(when)
                                 : Cli::tr("Limber has not seen anything yet.");
    }
    const QString present = terminal::shown(bus::present_sentence(*explanation.standing).toStdString());
    if (explanation.asked) return Cli::tr("At %1: %2").arg(when, present);
    if (explanation.running) return Cli::tr("Now: %1").arg(present);
    return Cli::tr("Limber is not running now. At %1, when it last looked: %2")
        .arg(clock(local_time(explanation.standing->stamp.civil)), present);
}

QString why_text(const Explanation& explanation) {
    QString all;
    QString last_day = day(explanation.seen_from);
    Table table;
    const auto finish_table = [&] {
        all += table.lines();
        table = Table{};
    };
    for (const StoryLine& line : explanation.lines) {
        const LocalTime local = local_time(line.when);
        if (const QString its_day = day(local); its_day != last_day) {
            finish_table();
            all += inked(its_day, terminal::Ink::faint) + u'\n';
            last_day = its_day;
        }
        const bool prompt = part_as<ShowPrompt>(line.parts.front()) != nullptr;
        table.row({{clock(local), terminal::Ink::faint},
                   {terminal::shown(line.text.toStdString()),
                    prompt ? terminal::Ink::strong : terminal::Ink::plain}});
    }
    finish_table();
    if (!all.isEmpty()) all += u'\n';
    return all + standing_text(explanation) + u'\n';
}

} // namespace limber::cli
