// SPDX-License-Identifier: GPL-3.0-or-later
// limber status: once, or a new block (with --json: a line) whenever something changes.
#include "bus/snapshot.hpp"
#include "client.hpp"
#include "command.hpp"
#include "output.hpp"
#include "status_json.hpp"
#include "status_view.hpp"
#include "text.hpp"

#include <CLI/CLI.hpp> // IWYU pragma: keep (the umbrella header)
#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

#include <memory>

namespace limber::cli {
namespace {

Exit show_once(bool json) {
    const auto now = present();
    if (!now) {
        return report(now.error());
    }
    if (json) {
        print_json(status_json(*now));
    } else {
        print(status_text(*now));
    }
    return Exit::ok;
}

QString block(const Result<bus::Snapshot>& now) {
    return now ? status_text(*now) : now.error().sentence + u'\n';
}

QJsonObject line(const Result<bus::Snapshot>& now) {
    return now ? status_json(*now) : QJsonObject{{"running", false}, {"summary", now.error().sentence}};
}

Exit watch(bool json) {
    QString last;
    return follow([&](const Result<bus::Snapshot>& snapshot) {
        if (json) {
            print_json(line(snapshot), true);
        } else if (const QString now = block(snapshot); now != last) {
            print(last.isEmpty() ? now : u'\n' + now);
            last = now;
        }
        if (!flush_output()) {
            QCoreApplication::exit(static_cast<int>(Exit::failed));
        }
    });
}

} // namespace

void add_status(CLI::App& limber, Run& run) {
    struct Wish {
        bool json = false;
        bool watch = false;
    };

    const auto wish = std::make_shared<Wish>();
    CLI::App* status =
        limber.add_subcommand("status", Cli::tr("What Limber does, why, and what comes next").toStdString());
    status->group(Cli::tr("Look").toStdString());
    status->add_flag("--json", wish->json,
                     Cli::tr("As JSON; with --watch one object per line").toStdString());
    status->add_flag("--watch", wish->watch, Cli::tr("Go on with every change, until Ctrl-C").toStdString());
    status->callback(
        [wish, &run] { run = [wish] { return wish->watch ? watch(wish->json) : show_once(wish->json); }; });
}

} // namespace limber::cli
