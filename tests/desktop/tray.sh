# SPDX-License-Identifier: GPL-3.0-or-later
# The story every tray must tell. LIMBER_TRAY (from ctest) is limber-tray; limber-tray-xembed lies beside it.
# Sourced after case.sh, used inside the desktop.
# shellcheck shell=bash

. "$case_dir/window.sh"
: "${LIMBER_TRAY:?path of limber-tray}"
tray_pid=
# How long a late panel lets wait.
late=${late:-6}

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
exercises = ["window-test"]
TOML
}

# prepare_tray: what every story of a tray begins with.
prepare_tray() {
    # where the tray finds limberd, limber, and what opens files
    mkdir -p "$TESTBED_DIR/bin"
    cat >"$TESTBED_DIR/bin/xdg-open" <<SH
#!/bin/sh
echo "\$*" >>'$TESTBED_DIR/opened'
SH
    chmod +x "$TESTBED_DIR/bin/xdg-open"
    PATH=$TESTBED_DIR/bin:$(dirname "$LIMBERD"):$(dirname "$LIMBER"):$PATH
    write_test_exercise
    write_window_exercise
    tray_settings 30min
    allow_window
}

start_tray() {
    # Qt's part for X11 duplicates strings by their length, as one may; strict checks want them to end there.
    ASAN_OPTIONS=$ASAN_OPTIONS:strict_string_checks=0 "$LIMBER_TRAY" >>"$TESTBED_LOGS/tray.log" 2>&1 </dev/null &
    tray_pid=$!
}

# end_tray: asks it to end.
end_tray() {
    kill -TERM "$tray_pid"
    within 15 "the tray ends when asked to" not kill -0 "$tray_pid"
    tray_pid=
}

# --- by the item's own words
item() { "$scaffold/snitool" list | grep 'id=limber '; }
icon_is() { item | grep -q " icon=limber-$1\(-symbolic\)\? "; }
menu_of() { "$scaffold/snitool" menu limber; }
# menu_says TEXT: an entry that begins so.
menu_says() { menu_of | grep -q "^[0-9]* $1"; }
choose() { "$scaffold/snitool" click limber "$1" || fail "the menu has: $1" "$(menu_of)"; }

# doctor_finds GRADE SENTENCE [REMEDY]: of the tray; the remedy, or its beginning.
doctor_finds() {
    "$LIMBER" doctor --json | jq -e --arg grade "$1" --arg sentence "$2" --arg remedy "${3:-}" '
        .findings[] | select(.id == "tray") | .grade == $grade and .sentence == $sentence and
        (.remedy | startswith($remedy)) and ((.remedy == "") == ($remedy == ""))'
}

host_end() { kill -KILL "$(cat "$TESTBED_DIR/run/tray.pid")"; }
host_begin() { "$TESTBED_DIR/run/tray" >/dev/null 2>&1; }

# opened TIMES: so often the configuration, and nothing else.
opened() {
    cat "$TESTBED_DIR/opened" "$config_file"
    [ "$(wc -l <"$TESTBED_DIR/opened")" = "$1" ] && [ "$(grep -cxF "$config_file" "$TESTBED_DIR/opened")" = "$1" ]
}

# start_by_hand: opens the menu in the panel and chooses the first entry that can be chosen, as people do.
start_by_hand() {
    type_off
    case $TESTBED_NAME in
        x11)
            xdotool mousemove 16 784 sleep 0.3 click 3 sleep 1
            picture menu
            xdotool key Down sleep 0.2 key Return ;;
        sway | kwin)
            "$scaffold/waytool" pointer abs 1267 784 sleep 0.3 click right sleep 1
            picture menu
            "$scaffold/waytool" pointer abs 1190 "$first_entry_at" sleep 0.3 click ;;
        gnome)
            # one session of input: its end closes the menu
            "$scaffold/gnometool" input tray 0 sleep 0.3 click sleep 4 key 108 sleep 0.3 key 28 &
            sleep 2
            picture menu
            wait $! ;;
    esac
    type_on
}

# begun_in_notification: by its button, or a click on it where the server then says that somebody did (mako, to programs
# that ask for the focus).
begun_in_notification() {
    case ${click_gives_token:-} in
        "") "$scaffold/notetool" press Start ;;
        *) "$scaffold/waytool" pointer abs 1120 50 sleep 0.3 click ;;
    esac
    sleep 0.5
    doing resting
}

# --- what is the same everywhere
tray_story() {
    prepare_tray
    type_on
    start_limberd
    start_tray
    within 10 "the icon is there" item
    within 30 "at the beginning of the interval" icon_is working-0
    check "the menu tells the next break with the minutes left" menu_says "Micro-break in 30 min \[disabled\]"
    within 15 "and lists exercises" menu_says "Test Roll"

    # --- a second one
    equal "a second tray sees the first and ends" 0 "$("$LIMBER_TRAY" >/dev/null 2>&1; echo $?)"

    # --- a break from the tray to its end
    start_by_hand
    within 15 "Start, clicked in the panel's menu, begins the session" doing resting
    within 15 "its window is on the screen" on_screen window
    break_with_pictures
    "$scaffold/snitool" scroll limber 120
    meanwhile 1 "the wheel starts nothing" doing working

    # --- beside somebody's work
    type_off
    begin_work
    choose "Start the micro-break"
    within 15 "a click on Start begins the session" doing resting
    within 15 "and its window is on the screen" on_screen window
    within 15 "the icon shows it" icon_is resting
    check "and the running break can be steered" menu_says "Pause the break"
    picture beside-work
    prove window yes
    kill -KILL "$(window_pid)"
    within 15 "the window is killed" not on_screen window
    check "the break goes on" doing resting
    choose "Show the guided break"
    within 15 "and is shown again from the tray" on_screen window
    choose "Stop the break"
    within 15 "Stop stops it" not doing resting
    within 10 "and the window goes" not window_runs
    first_keys_do_nothing "$scaffold/snitool" secondary limber
    type_keys Escape
    within 15 "begun by a middle click, the break is stopped by a key" not doing resting
    within 10 "and the window goes" not window_runs
    type_on

    # --- the prompt's own button
    tray_settings 6s
    within 40 "the break is suggested" doing prompted
    within 20 "and can be begun in the notification" begun_in_notification
    within 15 "with its window on the screen" on_screen window
    [ -z "${click_gives_token:-}" ] || within 5 "which has the focus" has_focus window
    choose "Enough: count it as done"
    within 15 "Enough ends it" not window_runs
    within 15 "as done" recorded micro done 2

    # --- Snooze
    within 40 "the break is suggested again" doing prompted
    within 15 "the icon asks for attention" icon_is prompted
    check "and says so" sh -c "'$scaffold/snitool' list | grep -q 'id=limber .*status=NeedsAttention'"
    check "Another exercise is offered" menu_says "Another exercise"
    picture prompted
    snooze_label=$(menu_of | sed -n 's/^[0-9]* \(Snooze for 30 s.*left)\) *$/\1/p')
    case $snooze_label in *"of"*) ;; *) fail "the menu tells how many snoozes are left" "$(menu_of)" ;; esac
    choose "$snooze_label"
    within 15 "a click on Snooze puts it off" doing waiting
    within 15 "which the icon shows" icon_is waiting
    within 15 "and the history knows" recorded micro snoozed

    # --- Pause
    choose "For 30 min"
    within 15 "a click on Pause pauses" doing paused
    within 15 "which the icon shows" icon_is 'paused-[0-9]*'
    picture paused
    choose "Resume"
    within 15 "Resume goes on" not doing paused
    tray_settings 30min
    type_off

    # --- the configuration
    choose "Open the configuration"
    within 20 "Open the configuration opens it with what opens files here" opened 1
    rm "$config_file"
    choose "Open the configuration"
    within 20 "and again, where there is none" opened 2
    check "one is begun first" grep -q '\[\[break\]\]' "$config_file"
    tray_settings 30min

    # --- without a daemon
    kill_limberd
    within 15 "the icon says that the daemon is gone" icon_is absent
    check "so does the menu" menu_says "Limber is not running"
    picture absent
    choose "Start Limber"
    within 20 "Start Limber starts it" "$LIMBER" status
    limberd_pid=$(pidof limberd)
    within 15 "and the icon sees it" not icon_is absent

    # --- the panel
    host_gone_and_back
    prove tray yes "${TRAY:-${BAR:-gnome-shell-extension-appindicator}}"
}

# host_hangs: nobody waits for a panel that does not answer, and it is up to date as soon as it does. GNOME's is the
# desktop itself.
host_hangs() {
    local panel
    panel=$(cat "$TESTBED_DIR/run/tray.pid")
    kill -STOP "$panel"
    "$LIMBER" pause >/dev/null
    check "with a panel that hangs everything goes on" doing paused
    kill -CONT "$panel"
    within 15 "and the panel has the icon of what is going on" icon_is 'paused-[0-9]*'
    "$LIMBER" resume >/dev/null
    within 15 "also when that ends" icon_is 'working-[0-9]*'
}

# host_gone_and_back: killed and started again; then, with another tray, started late.
host_gone_and_back() {
    [ "$TESTBED_NAME" = gnome ] || host_hangs
    host_end
    within 15 "the panel is gone" not item
    host_begin
    within 30 "the panel is back" "$scaffold/snitool" host
    within 5 "and has the icon again" item
    "$scaffold/snitool" click limber "Quit the tray" 2>/dev/null # it may be gone before it answers
    within 15 "Quit ends the tray" not kill -0 "$tray_pid"
    tray_pid=
    host_end
    within 15 "the panel is gone again" not "$scaffold/snitool" host
    start_tray
    meanwhile "$late" "the tray waits for a panel" kill -0 "$tray_pid"
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
