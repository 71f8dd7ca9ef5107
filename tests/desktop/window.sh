# SPDX-License-Identifier: GPL-3.0-or-later
# The guided break's window in a desktop test: sourced after case.sh, used inside the desktop.
# LIMBER_WINDOW is the program; LIMBER_PICTURES, where screenshots are kept, comes from ctest.
# shellcheck shell=bash

: "${LIMBER_WINDOW:?path of limber-window}"
pictures=${LIMBER_PICTURES:-${TESTBED_DIR:-/tmp}/pictures}
mkdir -p "$pictures"

# allow_window: lets the private bus start it. The bus is older than the display, so its environment is ours.
allow_window() {
    {
        echo '#!/bin/bash'
        export -p | grep -vE '^declare -x (TB_INNER|LIMBER_CASE_INSIDE|DBUS_STARTER_[A-Z_]*)='
        # Qt's parts for X11 and Wayland duplicate strings by their length, as one may, and keep what they
        # have at the end; the window's own memory is looked at by the test window.
        echo 'export ASAN_OPTIONS=$ASAN_OPTIONS:strict_string_checks=0:detect_leaks=0'
        printf 'exec %q --service >>%q 2>&1\n' "$LIMBER_WINDOW" "$TESTBED_LOGS/window.log"
    } >"$TESTBED_DIR/run/limber-window"
    chmod +x "$TESTBED_DIR/run/limber-window"
    printf '[D-BUS Service]\nName=org.limber.Window\nExec=%s\n' "$TESTBED_DIR/run/limber-window" \
        >"$TESTBED_DIR/services/org.limber.Window.service"
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.ReloadConfig >/dev/null
}

# Every kind of phase, both sides, 17 seconds.
write_window_exercise() {
    cat >"$XDG_CONFIG_HOME/limber/exercises/window.toml" <<'TOML'
[[exercise]]
id = "window-test"
title = "Side Reach"
area = "trunk"
positions = ["seated", "standing"]
places = ["office", "private"]
summary = "Reach over your head to each side."
caution = "Only as far as it is comfortable."
pose = "front/trunk-rotation"

  [[exercise.block]]
  reps = 1
  phases = [
    { name = "reach",  text = "Reach over your head with the left arm.",  s = 4, kind = "move", side = "left" },
    { name = "hold",   text = "Hold, and keep breathing.",                s = 4, kind = "hold", side = "left" },
    { name = "switch", text = "Now the other side.",                      s = 3, kind = "switch", side = "none" },
    { name = "reach",  text = "Reach over your head with the right arm.", s = 3, kind = "move", side = "right" },
    { name = "rest",   text = "Let go and breathe.",                      s = 3, kind = "rest", side = "none" },
  ]
TOML
}

# window_pid: of whoever has the window's name on the bus; fails if nobody has.
window_pid() {
    dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.GetConnectionUnixProcessID string:org.limber.Window 2>/dev/null | awk '{ print $2 }' |
        grep -E '^[0-9]+$'
}

window_runs() { window_pid; }

# activate_window: as the tray and launchers do it.
activate_window() {
    gdbus call --session --dest org.limber.Window --object-path /org/limber/Window \
        --method org.freedesktop.Application.Activate '{}'
}


# picture NAME: a screenshot of the whole desktop.
picture() {
    local file=$pictures/$TESTBED_NAME-$1.png
    case $TESTBED_NAME in
        x11) import -window root "$file" ;;
        sway) grim "$file" ;;
        *) return 0 ;;
    esac
    check "a screenshot: $1" test -s "$file"
}
