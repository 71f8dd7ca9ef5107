# SPDX-License-Identifier: GPL-3.0-or-later
# The guided break's window in a desktop test: sourced after case.sh, used inside the desktop.
# LIMBER_WINDOW is the program; LIMBER_PICTURES, where screenshots are kept, comes from ctest.
# shellcheck shell=bash

: "${LIMBER_WINDOW:?path of limber-window}"

# started_quickly PROGRAM: the words that start it. KWin reads the whole executable of a new client, twice, before it
# answers. With sanitizers in it that is some ten times its size; started by the loader, the loader is what KWin reads.
started_quickly() {
    [ "$TESTBED_NAME" != kwin ] || printf '%q ' "$(ldd "$1" | sed -n 's|^[[:space:]]*\(/[^ ]*/ld-linux[^ ]*\).*|\1|p')"
    printf '%q' "$1"
}

# allow_window: lets the private bus start it. The bus is older than the display, so its environment is ours.
allow_window() {
    {
        echo '#!/bin/bash'
        export -p | grep -vE '^declare -x (TB_INNER|LIMBER_CASE_INSIDE|DBUS_STARTER_[A-Z_]*)='
        # Qt's parts for X11 and Wayland duplicate strings by their length, as one may, and keep what they
        # have at the end; the window's own memory is looked at by the test window.
        echo 'export ASAN_OPTIONS=$ASAN_OPTIONS:strict_string_checks=0:detect_leaks=0'
        printf 'exec %s --service >>%q 2>&1\n' "$(started_quickly "$LIMBER_WINDOW")" "$TESTBED_LOGS/window.log"
    } >"$TESTBED_DIR/run/limber-window"
    chmod +x "$TESTBED_DIR/run/limber-window"
    printf '[D-BUS Service]\nName=org.limber.Window\nExec=%s\n' "$TESTBED_DIR/run/limber-window" \
        >"$TESTBED_DIR/services/org.limber.Window.service"
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.ReloadConfig >/dev/null
    # what tells the desktop its name and icon
    local tray=$case_dir/../../tray
    mkdir -p "$XDG_DATA_HOME/applications" "$XDG_DATA_HOME/icons/hicolor/scalable/apps"
    cp "$tray/icons/org.limber.Limber.svg" "$XDG_DATA_HOME/icons/hicolor/scalable/apps/"
    sed "s|@DESKTOP_BINDIR@/limber-window|$TESTBED_DIR/run/limber-window|" "$tray/org.limber.Limber.desktop.in" \
        >"$XDG_DATA_HOME/applications/org.limber.Limber.desktop"
}

# Every kind of phase, both sides. The longer ones are gone on from (limber next) as soon as their picture is taken, so
# that a busy machine has the time it needs.
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
pose = "front/side-reach"

  [[exercise.block]]
  reps = 1
  phases = [
    { name = "lean left",  text = "Lean slowly to the left.",   s = 30, kind = "move", side = "left" },
    { name = "hold left",  text = "Hold, and keep breathing.",  s = 6, kind = "hold", side = "left" },
    { name = "switch",     text = "Come back up.",              s = 20, kind = "switch", side = "none" },
    { name = "lean right", text = "Lean slowly to the right.",  s = 20, kind = "move", side = "right" },
    { name = "down",       text = "Let go and breathe.",        s = 4, kind = "rest", side = "none" },
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
        --method org.freedesktop.Application.Activate '@a{sv} {}'
}

# picture_file NAME: where that screenshot is kept.
picture_file() {
    local file=$case_name
    [[ $case_name == *"$TESTBED_NAME"* ]] || file+=-$TESTBED_NAME
    echo "${LIMBER_PICTURES:-$TESTBED_DIR/pictures}/$file-$1.png"
}

# picture NAME: a screenshot of the whole desktop, kept in $LIMBER_PICTURES.
picture() {
    local file
    file=$(picture_file "$1")
    mkdir -p "${file%/*}"
    rm -f "$file"
    case $TESTBED_NAME in
        x11) import -window root "$file" ;;
        sway) grim "$file" ;;
        kwin) "$scaffold/kwintool" shot "$file" ;;
        gnome) "$scaffold/gnometool" shot "$file" >/dev/null ;;
    esac
    check "a screenshot: $1" test -s "$file"
}

# --- windows and keys, in the words of each desktop. WHOSE: "window", the guided break, or "work".

# What X11 and Wayland call it.
name_of() {
    case $TESTBED_NAME:$1 in
        x11:window) echo limber-window ;;
        *:window) echo org.limber.Limber ;;
        *:work) echo org.limber.Work ;;
    esac
}

# gnome_window WHOSE JS: something of that window, called w there.
gnome_window() {
    "$scaffold/gnometool" eval "(() => { const w = global.get_window_actors().map(a => a.meta_window)
        .find(w => w.get_wm_class() === '$(name_of "$1")'); return w ? $2 : false; })()"
}

# on_screen WHOSE: people can see it.
on_screen() {
    local name
    name=$(name_of "$1")
    case $TESTBED_NAME in
        x11) xdotool search --onlyvisible --class "$name" ;;
        sway) swaymsg -t get_tree | jq -es --arg name "$name" 'any(.. | objects; .app_id? == $name and .visible)' ;;
        kwin) "$scaffold/waytool" windows | grep -v minimized | grep "^$name\>" ;;
        gnome) gnome_window "$1" 'w.showing_on_its_workspace() && w.get_frame_rect().width > 100' | grep true ;;
    esac
}

# has_focus WHOSE: what is typed goes there.
has_focus() {
    local name
    name=$(name_of "$1")
    case $TESTBED_NAME in
        x11) xprop -id "$(xprop -root _NET_ACTIVE_WINDOW | grep -o '0x[0-9a-f]*$')" WM_CLASS | grep -F "\"$name\"" ;;
        sway) swaymsg -t get_tree | jq -es --arg name "$name" 'any(.. | objects; .app_id? == $name and .focused)' ;;
        kwin) "$scaffold/waytool" windows | grep "^$name .*active" ;;
        gnome) gnome_window "$1" 'w.has_focus()' | grep true ;;
    esac
}

# focus_on WHOSE: as by a click in a task bar.
focus_on() {
    local name
    name=$(name_of "$1")
    case $TESTBED_NAME in
        x11) xdotool search --onlyvisible --class "$name" windowactivate --sync ;;
        sway) swaymsg "[app_id=\"$name\"] focus" ;;
        kwin) "$scaffold/waytool" focus "$name" ;;
        gnome) gnome_window "$1" 'w.activate(global.display.get_current_time_roundtrip()) || true' ;;
    esac >/dev/null
}

# key_words KEY…: e, n, x, space, Down, Return or Escape, as this desktop's tool for typing has them.
key_words() {
    local key
    local -A code=([Escape]=1 [e]=18 [Return]=28 [x]=45 [n]=49 [space]=57 [Down]=108)
    for key in "$@"; do
        case $TESTBED_NAME in
            x11) echo "$key" ;;
            sway) printf '%s\n' -k "$key" ;;
            kwin) echo "${code[$key]}" ;;
            gnome) printf '%s\n' key "${code[$key]}" ;;
        esac
    done
}

# type_keys KEY…: into what has the focus.
type_keys() {
    local keys
    mapfile -t keys < <(key_words "$@")
    case $TESTBED_NAME in
        x11) xdotool key "${keys[@]}" ;;
        # both bring a new keyboard (GNOME with its first key), which programs have to notice first
        sway) wtype -s 200 "${keys[@]}" ;;
        gnome) "$scaffold/gnometool" input key 42 sleep 0.2 "${keys[@]}" ;;
        kwin) "$scaffold/waytool" key "${keys[@]}" ;;
    esac
}

# type_at_once KEY…: waits for the guided break's window, sees to it that it has the focus, and types at once.
type_at_once() {
    local name keys
    name=$(name_of window)
    mapfile -t keys < <(key_words "$@")
    case $TESTBED_NAME in
        x11)
            until xdotool search --onlyvisible --class "$name" windowfocus --sync; do sleep 0.02; done 2>/dev/null
            xdotool key "${keys[@]}" ;;
        sway)
            until swaymsg "[app_id=\"$name\"] focus"; do sleep 0.02; done >/dev/null 2>&1
            wtype -s 100 "${keys[@]}" ;;
        gnome) "$scaffold/gnometool" input key 42 await "$name" "${keys[@]}" ;;
        kwin) "$scaffold/waytool" await "$name" "${keys[@]}" ;;
    esac
}

# begin_work: a window somebody works in, with the focus. What is typed into it is in $work_log.
begin_work() {
    work_log=$TESTBED_LOGS/work.log
    "$scaffold/work-window" >"$work_log" 2>"$TESTBED_LOGS/work-window.log" </dev/null &
    disown $!
    within 20 "somebody works in a window" on_screen work
    has_focus work >/dev/null || focus_on work
    within 5 "which has the focus" has_focus work
}

typed_into_work() { [ "$(grep -cx "$1" "$work_log")" -ge "${2:-1}" ]; }

phase_is() { status_is .session.phase.number "$1"; }

# A window without a figure and words, or none, has far fewer colours; the least of a phase was 3300.
shows_much() { [ "$(identify -format %k "$1")" -gt 1000 ]; }

# break_with_pictures: a break of the window-test exercise runs and its window is there; a picture of each phase,
# done, the last line, gone.
break_with_pictures() {
    local pid phase before=
    pid=$(window_pid)
    for phase in 1-move 2-hold 3-switch 4-other-side 5-rest; do
        within 10 "phase ${phase%%-*}" phase_is "${phase%%-*}"
        sleep 0.7
        picture "$phase"
        check "in which a figure and words are seen" shows_much "$(picture_file "$phase")"
        [ -z "$before" ] || check "other ones than before" not cmp -s "$before" "$(picture_file "$phase")"
        before=$(picture_file "$phase")
        case $phase in *-move | *-switch | *-side) "$LIMBER" next >/dev/null || fail "it can be gone on from" ;; esac
    done
    within 20 "the break is done" recorded micro done
    sleep 0.5
    picture 6-farewell
    within 15 "after its last line the window is gone" not window_runs
    within 5 "and so is its program" not kill -0 "$pid"
}

# first_keys_do_nothing COMMAND…: somebody types when the window of the break begun by this command opens. Where the
# machine was too busy for that, it is tried again.
first_keys_do_nothing() {
    local attempt typist began
    for attempt in 1 2 3; do
        type_at_once e n Escape &
        typist=$!
        sleep 0.7
        began=$(now_ms)
        "$@" >/dev/null
        within 20 "somebody types into its window" not kill -0 "$typist"
        wait "$typist" || fail "keys can be typed"
        say "      a break is begun, its window is there and typed into: $(($(now_ms) - began)) ms"
        sleep 0.2
        ! { doing resting && phase_is 1; } || break
        [ "$attempt" != 3 ] || fail "keys typed as soon as the window is there do nothing"
        "$LIMBER" stop >/dev/null 2>&1
        within 15 "once more" not window_runs
    done
    check "keys typed as soon as the window is there do nothing: the break goes on" doing resting
    sleep 1.3
    type_keys space
    within 5 "later ones do: the space bar pauses" status_is .session.paused true
    type_keys space
    within 5 "and goes on" status_is .session.paused false
}
