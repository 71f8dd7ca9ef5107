# SPDX-License-Identifier: GPL-3.0-or-later
# The guided break on two screens of a Wayland desktop: over the one somebody looks at, over both, and over what is left
# when one is unplugged and plugged again. Sourced after case.sh, used inside a desktop with SCREENS=2.
# shellcheck shell=bash

. "$case_dir/window.sh"

# screens SCALE|-…: as the desktop's settings would have it; "-" unplugs one.
screens() {
    case $TESTBED_NAME in
        kwin) "$scaffold/waytool" screens "$@" ;;
        gnome) "$scaffold/gnometool" screens "$@" ;;
    esac
}

# look_at X: somebody's pointer is on the screen there.
look_at() {
    case $TESTBED_NAME in
        kwin) "$scaffold/waytool" pointer abs "$1" 400 ;;
        # its first movement brings a new pointer and is lost
        gnome) "$scaffold/gnometool" input move 3 3 sleep 0.3 move -9999 -9999 sleep 0.1 move "$1" 400 sleep 0.1 ;;
    esac
}

# filled: where on the desktop, from left to right, a screen is filled.
filled() {
    case $TESTBED_NAME in
        kwin)
            "$scaffold/waytool" windows | awk -v name="$(name_of window)" '$1 == name && /fullscreen/ { print $2 }' |
                sort -n | paste -sd ' ' ;;
        gnome)
            "$scaffold/gnometool" eval "global.get_window_actors().map(a => a.meta_window).filter(w => w.is_fullscreen() &&
                w.get_wm_class() === '$(name_of window)').map(w => w.get_frame_rect().x).sort().join(' ')" | tr -d '"' ;;
    esac
}
filled_is() { [ "$(filled)" = "$1" ]; }

# screen_settings MODE: the configuration, with this [guide] window.
screen_settings() {
    configure <<TOML
[guide]
window = "$1"

[[break]]
name = "micro"
interval = "1h"
rest = "3s"
exercises = ["window-test"]
TOML
}

screens_story() {
    write_window_exercise
    allow_window
    screen_settings fullscreen
    start_limberd
    look_at 1900
    check "somebody looks at the second screen; a break is started" "$LIMBER" start micro
    within 20 "and fills that one" filled_is 1280
    check "the second screen is unplugged" screens 1 -
    within 15 "it fills the first" filled_is 0
    check "and goes on" doing resting
    check "the second is plugged again" screens 1 1
    "$LIMBER" stop >/dev/null
    within 10 "it is gone with the break" not window_runs

    screen_settings all-screens
    check "a break is started, for all screens" "$LIMBER" start micro
    within 20 "it fills both" filled_is "0 1280"
    local gone
    for gone in "- 1" "1 -"; do
        # shellcheck disable=SC2086 # words
        check "one is unplugged ($gone)" screens $gone
        within 15 "the other is filled" filled_is 0
        check "it is plugged again" screens 1 1
        within 15 "and both are filled" filled_is "0 1280"
    done
    check "the break goes on" doing resting
    sleep 0.5; picture all-screens
    "$LIMBER" stop >/dev/null
    within 10 "and is gone from both with the break" not window_runs
}
