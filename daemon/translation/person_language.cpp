// SPDX-License-Identifier: GPL-3.0-or-later
#include "translation/person_language.hpp"

#include "settings/settings.hpp"
#include "translation/said.hpp"

#include <QCoreApplication>
#include <QFile>
#include <QString>
#include <QTranslator>

#include <memory>
#include <string>
#include <vector>

/// Q_INIT_RESOURCE works in no namespace, not even one without a name.
static void find_catalogues() { // NOLINT(misc-use-anonymous-namespace)
    Q_INIT_RESOURCE(translations);
}

namespace limber::translation {

namespace {

std::string translation_of(const char* english) {
    return QCoreApplication::translate("said", english).toStdString();
}

} // namespace

QString speak(const std::vector<std::string>& languages) {
    find_catalogues();
    for (const std::string& language : languages) {
        const QString name = QString::fromStdString(language);
        auto translator = std::make_unique<QTranslator>(QCoreApplication::instance());
        const QString catalogue = QStringLiteral(":/translations/limber_%1.qm").arg(name);
        // load() would be content with another one of a shorter name
        if (!QFile::exists(catalogue) || !translator->load(catalogue)) continue;
        QCoreApplication::installTranslator(translator.release()); // its parent keeps it
        lend_translator(translation_of);
        return name;
    }
    return QStringLiteral("en");
}

QString speak_persons_language() {
    return speak(settings::wanted_languages());
}

} // namespace limber::translation
