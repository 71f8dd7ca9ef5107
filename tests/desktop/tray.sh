# SPDX-License-Identifier: GPL-3.0-or-later
# The story every tray must tell. LIMBER_TRAY (from ctest) is limber-tray; limber-tray-xembed lies beside it.
# shellcheck shell=bash

: "${LIMBER_TRAY:?path of limber-tray}"
shots=${LIMBER_SHOTS:-}
# where the tray finds limberd and limber
PATH=$(dirname "$LIMBERD"):$(dirname "$LIMBER"):$PATH
tray_pid=

# shot NAME: a picture of the desktop in $LIMBER_SHOTS, if that is set.
shot() {
    [ -n "$shots" ] || return 0
    mkdir -p "$shots"
    case $TESTBED_NAME in
        x11) import -window root "$shots/$case_name-$1.png" ;;
        sway) grim "$shots/$case_name-$1.png" ;;
        gnome) "$scaffold/gnometool" shot "$shots/$case_name-$1.png" >/dev/null ;;
    esac
}

# tray_settings INTERVAL: the configuration, with this interval.
tray_settings() {
    configure <<TOML
idle_after = "10s"
merge_within = "0s"
typing_gap = "0s"
settle = "0s"
return_grace = "0s"

[[break]]
name = "micro"
title = "Micro-break"
interval = "$1"
rest = "3s"
snooze = ["20s", "30s"]
prompt_timeout = "40s"
repeat_after = "4s"
max_prompts = 2
exercises = ["test-roll"]
TOML
}

start_tray() {
    # Qt's part for X11 duplicates strings by their length, as one may; strict checks want them to end there.
    ASAN_OPTIONS=$ASAN_OPTIONS:strict_string_checks=0 "$LIMBER_TRAY" >>"$TESTBED_LOGS/tray.log" 2>&1 </dev/null &
    tray_pid=$!
}

# end_tray: asks it to end.
end_tray() {
    kill -TERM "$tray_pid"
    within 5 "the tray ends when asked to" not kill -0 "$tray_pid"
    tray_pid=
}

# --- by the item's own words
item() { "$scaffold/snitool" list | grep 'id=limber '; }
icon_is() { item | grep -q " icon=limber-$1\(-symbolic\)\? "; }
menu_of() { "$scaffold/snitool" menu limber; }
# menu_says TEXT: an entry that begins so.
menu_says() { menu_of | grep -q "^[0-9]* $1"; }
choose() { "$scaffold/snitool" click limber "$1" || fail "the menu has: $1" "$(menu_of)"; }

host_end() { kill -KILL "$(cat "$TESTBED_DIR/run/tray.pid")"; }
host_begin() { "$TESTBED_DIR/run/tray" >/dev/null 2>&1; }

# --- what is the same everywhere; where limber-window may be started, window_on_screen says whether it is there
tray_story() {
    write_test_exercise
    tray_settings 30min
    type_on
    start_limberd
    start_tray
    within 10 "the icon is there" item
    within 5 "at the beginning of the interval" icon_is working-0
    check "the menu tells the next break with the minutes left" menu_says "Micro-break in 30 min \[disabled\]"
    within 5 "and lists exercises" menu_says "Test Roll"
    shot working

    # --- a second one
    equal "a second tray sees the first and ends" 0 "$("$LIMBER_TRAY" >/dev/null 2>&1; echo $?)"

    # --- Start
    choose "Start the micro-break"
    within 5 "a click on Start begins the session" doing resting
    ! declare -F window_on_screen >/dev/null || within 15 "and its window is on the screen" window_on_screen
    within 5 "and the icon shows it" icon_is resting
    check "the running break can be steered" menu_says "Pause the break"
    shot resting
    within 30 "the session ends by itself" recorded micro done
    "$scaffold/snitool" scroll limber 120
    meanwhile 1 "the wheel starts nothing" doing working
    "$scaffold/snitool" secondary limber
    within 5 "a middle click starts a break" doing resting
    choose "Stop the break"
    within 5 "Stop stops it" doing working

    # --- Snooze
    tray_settings 6s
    within 40 "the break is suggested" doing prompted
    within 5 "the icon asks for attention" icon_is prompted
    check "and says so" sh -c "'$scaffold/snitool' list | grep -q 'id=limber .*status=NeedsAttention'"
    check "Another exercise is offered" menu_says "Another exercise"
    shot prompted
    snooze_label=$(menu_of | sed -n 's/^[0-9]* \(Snooze for 30 s.*left)\) *$/\1/p')
    case $snooze_label in *"of"*) ;; *) fail "the menu tells how many snoozes are left" "$(menu_of)" ;; esac
    choose "$snooze_label"
    within 5 "a click on Snooze puts it off" doing waiting
    within 5 "which the icon shows" icon_is waiting
    within 5 "and the history knows" recorded micro snoozed

    # --- Pause
    choose "For 30 min"
    within 5 "a click on Pause pauses" doing paused
    within 5 "which the icon shows" icon_is 'paused-[0-9]*'
    shot paused
    choose "Resume"
    within 5 "Resume goes on" not doing paused
    tray_settings 30min
    type_off

    # --- without a daemon
    kill_limberd
    within 5 "the icon says that the daemon is gone" icon_is absent
    check "so does the menu" menu_says "Limber is not running"
    shot absent
    choose "Start Limber"
    within 20 "Start Limber starts it" "$LIMBER" status
    limberd_pid=$(pidof limberd)
    within 5 "and the icon sees it" not icon_is absent

    # --- the panel
    host_gone_and_back
}

# host_gone_and_back: killed and started again; then, with another tray, started late.
host_gone_and_back() {
    host_end
    within 5 "the panel is gone" not item
    host_begin
    within 30 "the panel is back" "$scaffold/snitool" host
    within 5 "and has the icon again" item
    "$scaffold/snitool" click limber "Quit the tray" 2>/dev/null # it may be gone before it answers
    within 5 "Quit ends the tray" not kill -0 "$tray_pid"
    tray_pid=
    host_end
    within 5 "the panel is gone again" not "$scaffold/snitool" host
    start_tray
    meanwhile 6 "the tray waits for a panel" kill -0 "$tray_pid"
    host_begin
    within 30 "a panel that is late" "$scaffold/snitool" host
    within 5 "shows the icon too" item
    within 5 "with what is going on" not icon_is unknown
}

# finish_tray: the daemon that was started from the menu is no child of this shell.
finish_tray() {
    [ -z "$tray_pid" ] || end_tray
    kill -TERM "$limberd_pid"
    within 10 "limberd ends when asked to" not kill -0 "$limberd_pid"
    limberd_pid=
    finish
}
