# SPDX-License-Identifier: GPL-3.0-or-later
# A film on GNOME, where the session manager knows of it.
# shellcheck shell=bash

film_begins() {
    check "a film keeps the screen awake" "$scaffold/gnome-inhibitor" on
    within 5 "status says so" status_is .presence.inhibited true
}
film_ends() { "$scaffold/gnome-inhibitor" off; }
