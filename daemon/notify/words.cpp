// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/words.hpp"

#include "core/exercise.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace limber::notify {

namespace {

/// Nearest multiple of `step`, at least one step.
int rounded(Duration length, std::chrono::seconds step) {
    const auto steps = (std::max(length, Duration::zero()) + Duration{step} / 2) / Duration{step};
    return static_cast<int>(std::clamp<Duration::rep>(steps, 1, 100'000));
}

} // namespace

std::string instruction(const SessionPhase& phase) {
    if (phase.exercise.empty()) {
        return _("Leave the desk. Walk a little and look into the distance.").toStdString();
    }
    return with_side(phase.text, phase.side);
}

std::string what_follows(const Session& session, std::size_t phase,
                         const std::function<std::string(std::string_view)>& title_of) {
    if (phase + 1 >= session.phases.size()) return _("Then you are done.").toStdString();
    const SessionPhase& next = session.phases[phase + 1];
    const bool other = next.exercise != session.phases[phase].exercise && !next.exercise.empty();
    return _("Then: %1")
        .arg(QString::fromStdString(other ? title_of(next.exercise) : instruction(next)))
        .toStdString();
}

std::string spoken_length(Duration length) {
    using namespace std::chrono_literals;
    int seconds = rounded(length, 1s);
    if (seconds >= 10) {
        seconds = 5 * rounded(length, 5s);
    }
    // without a translation %n has no singular
    if (seconds == 1) return _("1 second").toStdString();
    if (seconds < 60) {
        return n_("%n seconds", "%n seconds", seconds).toStdString();
    }
    const int halves = rounded(length, 30s);
    if (halves % 2 != 0) return n_("%n½ minutes", "%n½ minutes", halves / 2).toStdString();
    if (halves == 2) {
        return _("1 minute").toStdString();
    }
    return n_("%n minutes", "%n minutes", halves / 2).toStdString();
}

std::string short_length(Duration length) {
    using namespace std::chrono_literals;
    if (length < 60s) return _("%1 s").arg(rounded(length, 1s)).toStdString();
    const int minutes = rounded(length, 60s);
    if (minutes < 60) return _("%1 min").arg(minutes).toStdString();
    if (minutes % 60 == 0) {
        return _("%1 h").arg(minutes / 60).toStdString();
    }
    return _("%1 h %2 min").arg(minutes / 60).arg(minutes % 60).toStdString();
}

void say_titles(Plan& plan) {
    constexpr std::array titles{N_("Micro-break"), N_("Long break")};
    for (BreakRule& rule : plan.breaks) {
        const auto* const shipped = std::ranges::find(titles, std::string_view{rule.title});
        if (shipped != titles.end()) rule.title = _(*shipped).toStdString();
    }
}

QString area_name(const QString& area) {
    constexpr std::array names{
        std::pair{"upper_back", N_("Upper back")},
        std::pair{"lower_back", N_("Lower back")},
        std::pair{"trunk", N_("Trunk")},
        std::pair{"shoulders", N_("Shoulders")},
        std::pair{"neck", N_("Neck")},
        std::pair{"chest", N_("Chest")},
        std::pair{"wrists", N_("Wrists")},
        std::pair{"eyes", N_("Eyes")},
        std::pair{"hips", N_("Hips")},
        std::pair{"ankles", N_("Ankles")},
        std::pair{"whole_body", N_("Whole body")},
    };
    for (const auto& [id, name] : names) {
        if (area == QLatin1String{id}) return _(name);
    }
    QString name = area.left(1).toUpper() + area.mid(1);
    return name.replace(QLatin1Char{'_'}, QLatin1Char{' '});
}

std::string stop_if_it_hurts() {
    return _("Stop if it hurts.").toStdString();
}

} // namespace limber::notify
