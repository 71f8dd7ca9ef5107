# SPDX-License-Identifier: GPL-3.0-or-later
# GNOME's session manager as far as idleness goes: a stand-in, of which the shell asks who keeps the screen awake.
# shellcheck shell=bash

manager() {
    gdbus call --session --dest org.gnome.SessionManager --object-path /org/gnome/SessionManager --method "$@"
}
# inhibited ACTIONS: as a sum; 8 is "mark the session as idle".
inhibited() {
    manager org.freedesktop.DBus.Mock.UpdateProperties org.gnome.SessionManager "{'InhibitedActions': <uint32 $1>}" &&
        manager org.freedesktop.DBus.Mock.EmitSignal org.gnome.SessionManager "$2" o "[<objectpath '/org/gnome/SessionManager/Inhibitor1'>]"
}
film_begins() {
    /usr/bin/python3 -m dbusmock --session org.gnome.SessionManager /org/gnome/SessionManager org.gnome.SessionManager \
        >>"$TESTBED_LOGS/session-manager.log" 2>&1 &
    disown $!
    within 15 "there is a session manager" manager org.freedesktop.DBus.Mock.AddProperty org.gnome.SessionManager InhibitedActions "<uint32 0>"
    check "a film keeps the screen awake" inhibited 8 InhibitorAdded
    within 5 "status says so" status_is .presence.inhibited true
    check "in words" grep -q "until it ends this source does not tell that you rest" <("$LIMBER" status)
}
film_ends() { inhibited 0 InhibitorRemoved >/dev/null; }
