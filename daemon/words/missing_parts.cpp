// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/missing_parts.hpp"

#include "core/finding.hpp"
#include "core/plan.hpp"
#include "settings/settings.hpp"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLibrary>
#include <QStandardPaths>
#include <QString>
#include <QStringLiteral>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace limber {
namespace {

class Parts {
    Q_DECLARE_TR_FUNCTIONS(limber::Parts)
};

/// As the window looks for it.
bool drawn_by_plugin(const QString& format) {
    return std::ranges::any_of(QCoreApplication::libraryPaths(), [&](const QString& folder) {
        return QFileInfo::exists(folder + QStringLiteral("/imageformats/libq%1.so").arg(format));
    });
}

bool has_picture(const Plan& plan, const char* ending) {
    return std::ranges::any_of(plan.exercises, [&](const Exercise& exercise) {
        return std::filesystem::path{exercise.image}.extension() == ending;
    });
}

bool can_play() {
    QLibrary library{QStringLiteral("canberra"), 0};
    return library.load() && library.unload();
}

} // namespace

std::vector<Finding> missing_parts(const settings::Settings& settings) {
    std::vector<Finding> missing;
    const auto lacks = [&](const char* id, const QString& sentence, const char* package) {
        missing.push_back(
            {.id = id,
             .grade = Grade::lacking,
             .sentence = sentence.toStdString(),
             .remedy = Parts::tr("Install the package %1.").arg(QLatin1String{package}).toStdString()});
    };
    if (has_picture(settings.plan, ".svg") && !drawn_by_plugin(QStringLiteral("svg")))
        lacks("pictures",
              Parts::tr("Nothing here draws .svg pictures, so their exercises are shown without."),
              "libqt6svg6");
    if (has_picture(settings.plan, ".webp") && !drawn_by_plugin(QStringLiteral("webp")))
        lacks("pictures",
              Parts::tr("Nothing here draws .webp pictures, so their exercises are shown without."),
              "qt6-image-formats-plugins");
    if (settings.guide.sounds && !can_play())
        lacks("sounds", Parts::tr("Nothing here plays sounds, so the steps of a break are silent."),
              "libcanberra0");
    if (settings.guide.speech && QStandardPaths::findExecutable(QStringLiteral("spd-say")).isEmpty())
        lacks("speech", Parts::tr("Nothing here speaks, so the steps of a break are silent."),
              "speech-dispatcher");
    return missing;
}

} // namespace limber
