// SPDX-License-Identifier: GPL-3.0-or-later
#include "menu.hpp"

#include "bus/daemon_link.hpp"
#include "bus/status_text.hpp"
#include "bus/wire.hpp"
#include "bus/wire_values.hpp"
#include "core/session.hpp"
#include "core/status.hpp"
#include "core/time.hpp"
#include "menu_parts.hpp"
#include "settings/problem.hpp"
#include "text.hpp"

#include <QChar>
#include <QLatin1Char>
#include <QList>
#include <QString>
#include <QVariant>
#include <QVariantMap>

#include <algorithm>
#include <iterator>
#include <optional>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

namespace limber::tray {
namespace {

/// More than anybody looks through; a daemon that says so has gone wrong.
constexpr qsizetype most_exercises = 500;

Item separator(const char* key) {
    return {.key = QLatin1String{key}, .label = {}, .separator = true, .action = {}, .children = {}};
}

void append(Menu& menu, Menu part) {
    std::ranges::move(part, std::back_inserter(menu));
}

Menu without_daemon(Daemon daemon) {
    if (daemon == Daemon::absent) {
        return {line("state", Tray::tr("Limber is not running")),
                item("start-daemon", Tray::tr("Start Limber"), Errand::start_daemon)};
    }
    return {line("state", Tray::tr("Limber does not answer"))};
}

Menu ending() {
    return {
        separator("separator/end"),
        item("configuration", Tray::tr("Open the configuration"), Errand::open_configuration),
        item("quit", Tray::tr("Quit the tray"), Errand::quit),
    };
}

} // namespace

Menu menu_of(const View& view) {
    Menu menu;
    if (!view.trouble.isEmpty()) menu.push_back(line("trouble", view.trouble));
    if (const QString problem = problem_text(view.problems); !problem.isEmpty()) {
        menu.push_back(item("problem", Tray::tr("Problem: %1").arg(problem), Errand::open_configuration));
    }
    if (view.daemon != Daemon::running || !view.report) {
        append(menu, without_daemon(view.daemon));
        append(menu, ending());
        return menu;
    }
    const bus::StatusReport report = bus::as_of(*view.report, view.now);
    append(menu, state_part(report));
    menu.push_back(separator("separator/state"));
    if (report.status.session) {
        append(menu, session_part(report));
        menu.push_back(separator("separator/session"));
    } else if (report.status.prompt) {
        append(menu, prompt_part(report));
        menu.push_back(separator("separator/prompt"));
    }
    if (!report.status.session) {
        append(menu, start_part(report, view.exercises));
        menu.push_back(separator("separator/start"));
    }
    append(menu, pause_part(report));
    append(menu, ending());
    return menu;
}

const Item* find_item(const Menu& menu, const QString& key) {
    for (const Item& item : menu) {
        if (item.key == key) return &item;
        if (const Item* const below = find_item(item.children, key)) return below;
    }
    return nullptr;
}

std::vector<ExerciseChoice> exercises_from_wire(const QVariantList& values) {
    std::vector<ExerciseChoice> list;
    if (values.isEmpty()) return list;
    for (const QVariantMap& map : bus::maps_of(values.front()) | std::views::take(most_exercises)) {
        const auto id = bus::read_text(map, "id");
        if (!id || id->empty()) continue;
        list.push_back({
            .id = bus::text(*id),
            .title = one_line(bus::text(bus::read_text(map, "title").value_or(*id))),
            .area = one_line(bus::text(bus::read_text(map, "area").value_or(""))),
            .allowed = bus::read_flag(map, "allowed").value_or(true),
        });
    }
    return list;
}

QString problem_text(const std::vector<settings::Problem>& problems) {
    if (problems.empty()) return {};
    const auto error =
        std::ranges::find(problems, settings::Problem::Severity::error, &settings::Problem::severity);
    const settings::Problem& first = error == problems.end() ? problems.front() : *error;
    // longer ones would make the whole menu wide; `limber config check` tells all of it
    QString message = one_line(bus::text(first.message), 64);
    const QString file = bus::text(first.file).section(QLatin1Char{'/'}, -1);
    if (file.isEmpty()) return message;
    if (first.line <= 0) return Tray::tr("%1 (%2)").arg(message, one_line(file));
    return Tray::tr("%1 (%2, line %3)").arg(message, one_line(file)).arg(first.line);
}

} // namespace limber::tray
