// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulate_replay.hpp"

#include "command.hpp"
#include "journal_parts.hpp"
#include "output.hpp"
#include "record/replay.hpp"
#include "text.hpp"

#include <QString>
#include <QtGlobal>

#include <cstdint>
#include <expected>
#include <filesystem>
#include <istream>
#include <optional>
#include <string>

namespace limber::cli {
namespace {

/// A session tells all of its phases: more than anybody wants to read.
constexpr qsizetype longest_shown = 400;

QString excerpt(const std::string& line) {
    if (line.empty()) return Cli::tr("(nothing)");
    const QString text = terminal::shown(line);
    return text.size() > longest_shown ? text.left(longest_shown) + QStringLiteral("…") : text;
}

QString place(const std::filesystem::path& part, std::uint64_t line) {
    return QStringLiteral("%1:%2")
        .arg(part == "-" ? QStringLiteral("-") : terminal::shown(part.string()))
        .arg(line);
}

void tell(const std::filesystem::path& part, const record::JournalDifference& difference) {
    print_line(Cli::tr("%1: this does not happen again").arg(place(part, difference.line)));
    print_line(Cli::tr("  the journal has: %1").arg(excerpt(difference.expected)));
    print_line(Cli::tr("  the replay has:  %1").arg(excerpt(difference.got)));
}

} // namespace

Exit replay_journal(const std::string& path) {
    const auto parts = journal_parts(path);
    if (parts.empty()) {
        complain(Cli::tr("There is no journal at %1.").arg(terminal::shown(path)));
        return Exit::failed;
    }
    record::Replayed sum;
    for (const auto& part : parts) {
        std::expected<record::Replayed, record::JournalProblem> replayed;
        if (!with_journal(part, [&](std::istream& text) { replayed = record::replay(text); }))
            return Exit::failed;
        if (!replayed) {
            complain(QStringLiteral("%1: %2").arg(place(part, replayed.error().line),
                                                  terminal::shown(replayed.error().message)));
            return Exit::failed;
        }
        if (replayed->difference) {
            tell(part, *replayed->difference);
            return Exit::failed;
        }
        sum.events += replayed->events;
        sum.effects += replayed->effects;
        sum.cut = sum.cut || replayed->cut;
    }
    print_line(Cli::tr("%1 events, %2 effects: the same")
                   .arg(static_cast<qulonglong>(sum.events))
                   .arg(static_cast<qulonglong>(sum.effects)));
    if (sum.cut) print_line(Cli::tr("(The journal is cut off in places; what there is was compared.)"));
    return Exit::ok;
}

} // namespace limber::cli
