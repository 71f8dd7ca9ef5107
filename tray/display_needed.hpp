// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is started where there is no display says so.
#pragma once

#include <QString>
#include <QtGlobal>

#include <cstdio>
#include <cstdlib>

namespace limber::tray {

/// While it lives, Qt ends the program with this sentence and status where it finds no display. By itself it
/// would end it with a core dump. Made just before the application, and given up just after.
class DisplayNeeded {
public:
    /// The sentence is a literal, with its line's end.
    DisplayNeeded(const char* sentence, int status) {
        last_words = sentence;
        last_status = status;
        others = qInstallMessageHandler(heed);
    }

    DisplayNeeded(const DisplayNeeded&) = delete;
    DisplayNeeded& operator=(const DisplayNeeded&) = delete;

    ~DisplayNeeded() { qInstallMessageHandler(others); }

private:
    static void heed(QtMsgType type, const QMessageLogContext& context, const QString& message) {
        if (type != QtFatalMsg) return others(type, context, message);
        std::fputs(last_words, stderr);
        std::fflush(stderr);
        std::_Exit(last_status);
    }

    // a message handler has no place of its own for them
    // NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables)
    inline static const char* last_words = nullptr;
    inline static int last_status = EXIT_FAILURE;
    inline static QtMessageHandler others = nullptr;
    // NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)
};

} // namespace limber::tray
