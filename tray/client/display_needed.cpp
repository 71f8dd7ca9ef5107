// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/display_needed.hpp"

#include <QString>
#include <QtGlobal>

#include <cstdio>
#include <cstdlib>

namespace limber::tray {
namespace {

// a message handler has no place of its own for them
const char* last_words = nullptr;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
int last_status = EXIT_FAILURE;    // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
QtMessageHandler others = nullptr; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void heed(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    if (type != QtFatalMsg) {
        others(type, context, message);
        return;
    }
    std::fputs(last_words, stderr);
    std::fflush(stderr);
    std::_Exit(last_status);
}

} // namespace

DisplayNeeded::DisplayNeeded(const char* sentence, int status) {
    last_words = sentence;
    last_status = status;
    others = qInstallMessageHandler(heed);
}

DisplayNeeded::~DisplayNeeded() {
    qInstallMessageHandler(others);
}

} // namespace limber::tray
