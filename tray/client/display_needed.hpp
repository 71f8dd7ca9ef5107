// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is started where there is no display says so.
#pragma once

namespace limber::tray {

/// While it lives, Qt ends the program with this sentence and status where it finds no display. By itself it
/// would end it with a core dump. Made just before the application, and given up just after.
class DisplayNeeded {
public:
    /// The sentence is a literal, with its line's end.
    DisplayNeeded(const char* sentence, int status);
    DisplayNeeded(const DisplayNeeded&) = delete;
    DisplayNeeded& operator=(const DisplayNeeded&) = delete;
    ~DisplayNeeded();
};

} // namespace limber::tray
