// SPDX-License-Identifier: GPL-3.0-or-later
// limber why: what was decided lately, or around a time, and what is waited for. From the journal, so that it
// works without the daemon too.
#include "command.hpp"
#include "output.hpp"
#include "record/replay.hpp"
#include "settings/settings.hpp"
#include "why_view.hpp"
#include "words/text.hpp"

#include <CLI/CLI.hpp> // IWYU pragma: keep (the umbrella header)
#include <QDate>
#include <QDateTime>
#include <QRegularExpression>
#include <QTime>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>

namespace limber::cli {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr std::size_t last_ones = 12;
constexpr std::size_t before_at_least = 3;
constexpr Duration before_that_time = minutes{30};
constexpr Duration after_that_time = minutes{5};

struct WhyWish {
    std::string when;
    std::string journal; ///< empty: the person's own
    bool all = false;
    bool json = false;
};

/// What was asked for: a time of day, or a date with one.
struct Asked {
    std::optional<std::chrono::local_days> day;
    Duration time_of_day{};
};

std::optional<Asked> parse_when(const std::string& text) {
    const QString when = QString::fromStdString(text).trimmed();
    QString clock = when;
    Asked asked;
    if (const auto between = when.indexOf(QRegularExpression(QStringLiteral("[T ]"))); between > 0) {
        const QDate date = QDate::fromString(when.left(between), Qt::ISODate);
        if (!date.isValid() || date.year() < 1970 || date.year() > 2200) return std::nullopt;
        asked.day = std::chrono::local_days{days{date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()}};
        clock = when.mid(between + 1);
    }
    for (const char* format : {"H:mm", "H:mm:ss"}) {
        const QTime time = QTime::fromString(clock, QLatin1String(format));
        if (!time.isValid()) continue;
        asked.time_of_day = std::chrono::milliseconds{time.msecsSinceStartOfDay()};
        return asked;
    }
    return std::nullopt;
}

LocalTime local_now() {
    const QDateTime now = QDateTime::currentDateTime();
    return LocalTime{std::chrono::seconds{now.toSecsSinceEpoch() + now.offsetFromUtc()}};
}

QString date_text(LocalTime local) {
    const auto whole = std::chrono::floor<std::chrono::seconds>(local).time_since_epoch().count();
    return QDateTime::fromSecsSinceEpoch(whole, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

/// The latest such time that is over.
LocalTime resolve(const Asked& asked, LocalTime now) {
    if (asked.day) return *asked.day + asked.time_of_day;
    const LocalTime today = std::chrono::floor<days>(now) + asked.time_of_day;
    return today > now ? today - days{1} : today;
}

/// Reads all parts. What was read before a mistake is still worth telling.
bool read_parts(Past& past, const std::vector<std::filesystem::path>& parts, bool say) {
    bool fine = true;
    for (const auto& part : parts) {
        std::expected<record::Replayed, record::JournalProblem> replayed;
        if (!with_journal(part, [&](std::istream& text) { replayed = past.read(text); })) {
            fine = false;
        } else if (!replayed) {
            fine = false;
            if (say) {
                complain(QStringLiteral("%1:%2: %3")
                             .arg(terminal::shown(part.string()))
                             .arg(static_cast<qulonglong>(replayed.error().line))
                             .arg(terminal::shown(replayed.error().message)));
            }
        } else if (replayed->difference && say) {
            complain(_("%1:%2: this does not happen again, perhaps because another version of Limber "
                       "wrote it. What is told here may be wrong from there on.")
                         .arg(terminal::shown(part.string()))
                         .arg(static_cast<qulonglong>(replayed->difference->line)));
        }
    }
    return fine;
}

std::vector<StoryLine> around(const std::vector<StoryLine>& all, LocalTime at) {
    const auto later_than = [](LocalTime than) {
        return [than](const StoryLine& line) { return local_time(line.when) > than; };
    };
    const auto upper = std::ranges::find_if(all, later_than(at + after_that_time));
    const auto middle = std::find_if(all.begin(), upper, later_than(at));
    auto lower = std::find_if_not(all.begin(), middle, [&](const StoryLine& line) {
        return local_time(line.when) < at - before_that_time;
    });
    while (lower != all.begin() && std::cmp_less(middle - lower, before_at_least))
        --lower;
    return {lower, upper};
}

std::vector<StoryLine> last_of(const std::vector<StoryLine>& all) {
    const std::size_t left_out = all.size() > last_ones ? all.size() - last_ones : 0;
    return {all.begin() + static_cast<std::ptrdiff_t>(left_out), all.end()};
}

std::filesystem::path journal_of(const WhyWish& wish, const Result<bus::Snapshot>& daemon) {
    if (!wish.journal.empty()) return wish.journal;
    if (daemon && !daemon->journal.empty()) return daemon->journal;
    return settings::state_folder() / "journal";
}

Exit explain(const WhyWish& wish) {
    const bool own = wish.journal.empty();
    // asking brings its journal up to date as well
    const auto daemon = own ? present() : Result<bus::Snapshot>{std::unexpected(Failure{})};
    const std::filesystem::path journal = journal_of(wish, daemon);
    const auto parts = journal_parts(journal);
    if (parts.empty()) {
        complain(_("There is no journal at %1. limberd writes it while it runs; start it with: "
                   "systemctl --user start limberd")
                     .arg(terminal::shown(journal.string())));
        return Exit::failed;
    }
    Past past;
    bool fine = read_parts(past, parts, true);
    if (!past.ends()) {
        if (fine) complain(_("There is nothing in the journal yet."));
        return Exit::failed;
    }
    Explanation explanation;
    explanation.seen_from = own ? local_now() : *past.ends();
    if (wish.when.empty()) {
        explanation.lines = wish.all ? past.lines() : last_of(past.lines());
        explanation.running = daemon || !own;
        explanation.standing = daemon ? daemon->report : past.standing();
    } else {
        const LocalTime at = resolve(*parse_when(wish.when), explanation.seen_from);
        if (at < *past.begins()) {
            complain(_("The journal begins later, at %1.").arg(date_text(*past.begins())));
            return Exit::failed;
        }
        Past then{at};
        fine = read_parts(then, parts, false) && fine;
        explanation.asked = at;
        explanation.lines = wish.all ? then.lines() : around(then.lines(), at);
        explanation.standing = then.standing();
        explanation.running = explanation.standing.has_value();
    }
    if (wish.json) {
        print_json(why_json(explanation));
    } else {
        print(why_text(explanation));
    }
    return fine ? Exit::ok : Exit::failed;
}

} // namespace

void add_why(CLI::App& limber, Run& run) {
    const auto wish = std::make_shared<WhyWish>();
    CLI::App* why = limber.add_subcommand(
        "why", _("Why something was suggested, or nothing was, and what is waited for").toStdString());
    why->group(_("Look").toStdString());
    why->add_option(_("TIME").toStdString(), wish->when,
                    _("A time, such as 10:05 or 2025-01-06T10:05; without it: now").toStdString());
    why->add_flag("--all", wish->all, _("Everything the journal knows of").toStdString());
    why->add_option("--journal", wish->journal, _("Another journal than your own").toStdString())
        ->type_name(_("FILE").toStdString());
    why->add_flag("--json", wish->json, _("As JSON").toStdString());
    why->callback([wish, &run] {
        if (!wish->when.empty() && !parse_when(wish->when)) {
            throw CLI::ValidationError("TIME",
                                       _("must be a time such as 10:05 or 2025-01-06T10:05").toStdString());
        }
        if (wish->journal == "-") throw CLI::ValidationError("--journal", _("must be a file").toStdString());
        run = [wish] { return explain(*wish); };
    });
}

} // namespace limber::cli
