// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/missing_parts.hpp"

#include "core/plan.hpp"
#include "idle/display.hpp"
#include "settings/picture.hpp"
#include "words/text.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QString>
#include <QStringLiteral>

#include <algorithm>

namespace limber {
namespace {

/// As the window looks for it.
bool has_plugin(const QString& folder, const QString& files) {
    return std::ranges::any_of(QCoreApplication::libraryPaths(), [&](const QString& plugins) {
        return !QDir{plugins + u'/' + folder}.entryList({files}, QDir::Files).isEmpty();
    });
}

bool has_picture(const Plan& plan, const char* ending) {
    return std::ranges::any_of(plan.exercises, [&](const Exercise& exercise) {
        return settings::picture_ending(exercise.image) == ending;
    });
}

QString install(const char* package) {
    return _("Install the package %1.").arg(QLatin1String{package});
}

} // namespace

std::vector<Finding> missing_display_parts(bool wayland, bool x11) {
    if (!wayland || has_plugin(QStringLiteral("platforms"), QStringLiteral("libqwayland*.so"))) return {};
    const QString sentence = x11 ? _("Qt's part for Wayland is missing, so the window goes by way of X11.")
                                 : _("Qt's part for Wayland is missing, so no window can be opened.");
    return {{.id = "wayland",
             .grade = x11 ? Grade::note : Grade::lacking,
             .sentence = sentence.toStdString(),
             .remedy = install("qt6-wayland").toStdString()}};
}

std::vector<Finding> missing_parts(const settings::Settings& settings) {
    std::vector<Finding> missing;
    const auto lacks = [&](const char* id, const QString& sentence, const char* package) {
        if (!missing.empty() && missing.back().id == id) {
            missing.back().sentence += ' ' + sentence.toStdString();
            missing.back().remedy += ' ' + install(package).toStdString();
            return;
        }
        missing.push_back({.id = id,
                           .grade = Grade::lacking,
                           .sentence = sentence.toStdString(),
                           .remedy = install(package).toStdString()});
    };
    const QString imageformats = QStringLiteral("imageformats");
    if (has_picture(settings.plan, ".svg") && !has_plugin(imageformats, QStringLiteral("libqsvg.so"))) {
        lacks("pictures", _("Nothing here draws .svg pictures, so their exercises are shown without."),
              "libqt6svg6");
    }
    if (has_picture(settings.plan, ".webp") && !has_plugin(imageformats, QStringLiteral("libqwebp.so"))) {
        lacks("pictures", _("Nothing here draws .webp pictures, so their exercises are shown without."),
              "qt6-image-formats-plugins");
    }
    if (settings.guide.speech && QStandardPaths::findExecutable(QStringLiteral("spd-say")).isEmpty()) {
        lacks("speech", _("Nothing here speaks, so the steps of a break are silent."), "speech-dispatcher");
    }
    return missing;
}

} // namespace limber
