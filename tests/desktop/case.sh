# SPDX-License-Identifier: GPL-3.0-or-later
# What every desktop test is written with. A test is a bash script:
#
#   . "$(dirname "$(readlink -f "$0")")/case.sh"
#   desktop with-x11          # from here on inside a private desktop
#   configure <<TOML …        # limber.toml
#   start_limberd
#   within 10 "a prompt appears" noted '.what == "Notify"'
#   finish
#
# Nothing waits for longer than it must: `within` polls a condition up to a deadline. Deadlines are generous
# (a slow machine, sanitizers), order and content are exact. The first failure ends the test and shows what
# there is to see. LIMBERD, LIMBER and LIMBER_SHIPPED_DIR come from ctest.
# shellcheck shell=bash

set -u
case_dir=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
case_name=$(basename "$0")
scaffold=$case_dir/scaffold

: "${LIMBERD:?path of limberd}" "${LIMBER:?path of limber}" "${LIMBER_SHIPPED_DIR:?folder config of the source tree}"
export LIMBERD LIMBER LIMBER_SHIPPED_DIR
export LIMBER_WINDOW_PATIENCE=${LIMBER_WINDOW_PATIENCE:-6000} # 2 s is for windows without the sanitizers' checks

# --- sentences ----------------------------------------------------------------------------------------

now_ms() { local t=${EPOCHREALTIME/[.,]/}; echo $((t / 1000)); }
case_began=$(now_ms)

say() {
    [ -z "${hushed:-}" ] || [ "${1#ok}" = "$1" ] || return 0
    local t=$(($(now_ms) - case_began))
    printf '%4d.%01d  %s\n' $((t / 1000)) $((t % 1000 / 100)) "$*"
}

# fail SENTENCE [DETAIL…]: ends the test and shows what there is to see.
fail() {
    say "FAIL  $1"
    shift
    [ $# = 0 ] || printf '      %s\n' "$@"
    {
        echo "--- limber status --json"
        timeout 5 "$LIMBER" status --json 2>&1 | head -n 120
        [ ! -e "${notes:-/nonexistent}" ] || { echo "--- notifications"; tail -n 12 "$notes"; }
        if [ -n "${TESTBED_LOGS:-}" ]; then
            echo "--- limberd"; tail -n 40 "$TESTBED_LOGS/limberd.log" 2>/dev/null
            sanitizer_reports
        fi
    } | sed 's/^/      | /'
    exit 1
}

# check SENTENCE COMMAND…: it holds now.
check() {
    local sentence=$1
    shift
    "$@" >/dev/null 2>&1 || fail "$sentence" "it was: $*"
    say "ok    $sentence"
}

# equal SENTENCE WANTED GOT
equal() {
    [ "$2" = "$3" ] || fail "$1" "wanted: $2" "got:    $3"
    say "ok    $1"
}

# between SENTENCE LOW HIGH NUMBER
between() {
    { [ -n "$4" ] && [ "$4" -ge "$2" ] && [ "$4" -le "$3" ]; } || fail "$1" "wanted: $2 … $3" "got:    $4"
    say "ok    $1 ($4)"
}

# looked COMMAND…: is it true? And rest_a_little for twice as long as the look took, that looking leaves two thirds of a
# processor to what is looked at.
looked_at=0 look_began=0
looked() {
    local is
    look_began=$((${EPOCHREALTIME/[.,]/} / 1000))
    "$@" >/dev/null 2>&1
    is=$?
    looked_at=$((${EPOCHREALTIME/[.,]/} / 1000))
    return $is
}
rest_a_little() {
    local pause=$(((looked_at - look_began) * 2))
    [ $pause -ge 200 ] || pause=200
    [ $pause -le 600 ] || pause=600
    sleep "0.$pause"
}

# within SECONDS SENTENCE COMMAND…: it comes true before the deadline.
within() {
    local limit=$1 sentence=$2 begin
    shift 2
    begin=$(now_ms)
    until looked "$@"; do
        [ $((looked_at - begin)) -lt $((limit * 1000)) ] || fail "$sentence" "not within $limit s: $*"$'\n'"$("$@" 2>&1 | tail -n 20)"
        rest_a_little
    done
    say "ok    $sentence (after $(($(now_ms) - begin)) ms)"
}

# meanwhile SECONDS SENTENCE COMMAND…: it is true now and stays so for that long.
meanwhile() {
    local limit=$1 sentence=$2 begin
    shift 2
    begin=$(now_ms) looked_at=$begin
    while [ $((looked_at - begin)) -lt $((limit * 1000)) ]; do
        looked "$@" || fail "$sentence" "no longer true: $*"
        rest_a_little
    done
    say "ok    $sentence (for $limit s)"
}

not() { ! "$@"; }

# quietly COMMAND…: says something only if it fails.
quietly() {
    local hushed=1
    "$@"
}

# --- what it proves about this desktop ----------------------------------------------------------------

# prove FEATURE [ANSWER [PROGRAM]]: a cell of docs/desktops.md, said where the test has just shown it. FEATURE is one
# of idle, inhibitors, lock, sleep, buttons, tray, window; ANSWER is yes (unless told otherwise), no or a few words;
# PROGRAM is what it was shown with (mako, waybar, …). ./table puts the records together.
prove() {
    local feature=$1 answer=${2:-yes} with=${3:-}
    say "      $TESTBED_NAME: $feature $answer${with:+ ($with)}"
    [ -n "${LIMBER_CELLS:-}" ] || return 0
    mkdir -p "$LIMBER_CELLS"
    printf '%s\t%s\t%s\n' "$answer" "${with:+$with $(version_of "$with")}" "$(desktop_version)" \
        >"$LIMBER_CELLS/$TESTBED_NAME.$feature.$case_name${with:+.$with}"
}

# version_of PROGRAM: of the package it comes from, without the packager's own number.
version_of() {
    local path package
    path=$(command -v "$1") || path=$(dpkg-query -S "*/$1" 2>/dev/null | sed -n "s|.*: \(/.*bin/$1\)$|\1|p" | head -n 1)
    package=$(dpkg-query -S "$(readlink -f "${path:-$1}")" 2>/dev/null | head -n 1 | cut -d: -f1)
    dpkg-query -W -f '${source:Upstream-Version}' "${package:-$1}" 2>/dev/null || echo '?'
}

desktop_version() {
    case $TESTBED_NAME in
        x11) echo "X.Org $(version_of Xvfb)" ;;
        kwin) echo "KWin $(version_of kwin_wayland)" ;;
        sway) echo "sway $(version_of sway)" ;;
        gnome) echo "GNOME Shell $(version_of gnome-shell)" ;;
    esac
}

# --- the desktop --------------------------------------------------------------------------------------

# desktop WRAPPER [WRAPPER…]: runs the rest of the test inside it, under the time limit of $limit seconds.
desktop() {
    [ -z "${LIMBER_CASE_INSIDE:-}" ] || { case_inside; return; }
    local wrappers=() wrapper
    for wrapper in "$@"; do
        [ -x "$scaffold/$wrapper" ] || { echo "no such desktop: $wrapper" >&2; exit 1; }
        wrappers+=("$scaffold/$wrapper")
    done
    export LIMBER_CASE_INSIDE=1 TESTBED_QUIET=1
    # unshare(1) does not heed TERM
    exec timeout -s KILL "${limit:-120}" "${wrappers[@]}" bash "$(readlink -f "$0")"
}

case_inside() {
    # Sanitizers write into files of their own, so that nothing they say is lost in a log.
    export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}log_path=$TESTBED_LOGS/sanitizer"
    export UBSAN_OPTIONS="${UBSAN_OPTIONS:+$UBSAN_OPTIONS:}log_path=$TESTBED_LOGS/sanitizer"
    export LSAN_OPTIONS="${LSAN_OPTIONS:+$LSAN_OPTIONS:}suppressions=$case_dir/leaks.supp:print_suppressions=0"
    export XDG_CONFIG_DIRS=$TESTBED_DIR/etc/xdg
    [ -z "${LIMBER_CELLS:-}" ] || rm -f "$LIMBER_CELLS/$TESTBED_NAME".*."$case_name" "$LIMBER_CELLS/$TESTBED_NAME".*."$case_name".*
    state_dir=${XDG_STATE_HOME:-$HOME/.local/state}/limber
    config_file=$XDG_CONFIG_HOME/limber/limber.toml
    mkdir -p "$XDG_CONFIG_HOME/limber/exercises"
}

sanitizer_reports() { cat "$TESTBED_LOGS"/sanitizer.* 2>/dev/null | head -n 80; }

# --- limberd ------------------------------------------------------------------------------------------

# configure <<TOML: writes limber.toml in place.
configure() { cat >"$config_file"; }

# An exercise of ten seconds (the least there is) in two phases, so that a whole session fits into a test.
write_test_exercise() {
    cp "$case_dir/test_exercise.toml" "$XDG_CONFIG_HOME/limber/exercises/test.toml"
}

limberd_pid=

# start_limberd [ARGUMENT…]: in the background, until it owns its name.
start_limberd() {
    "$LIMBERD" "$@" >>"$TESTBED_LOGS/limberd.log" 2>&1 </dev/null &
    limberd_pid=$!
    within 20 "limberd is up" "$LIMBER" status
}

limberd_lives() { [ -n "$limberd_pid" ] && kill -0 "$limberd_pid" 2>/dev/null; }

# stop_limberd: asks it to end; it must say good-bye within ten seconds, with status 0.
stop_limberd() {
    local status
    limberd_lives || fail "limberd is still there at the end"
    kill -TERM "$limberd_pid"
    within 10 "limberd ends when asked to" not limberd_lives
    wait "$limberd_pid"; status=$?
    equal "limberd ends with status 0" 0 "$status"
    limberd_pid=
}

kill_limberd() {
    kill -KILL "$limberd_pid"
    wait "$limberd_pid" 2>/dev/null
    limberd_pid=
}

finish() {
    type_off
    [ -z "$limberd_pid" ] || stop_limberd
    [ -z "$(sanitizer_reports)" ] || fail "the sanitizers have nothing to say"
    say "done  $case_name"
    exit 0
}

# status JQ: a value of `limber status --json`.
status() { "$LIMBER" status --json 2>/dev/null | jq -r "$1"; }

# status_is JQ WANTED
status_is() { [ "$(status "$1")" = "$2" ]; }

doing() { status_is .doing "$1"; }

# active RULE: its active time in milliseconds.
active() { status ".breaks[] | select(.name == \"$1\") | .active * 1000 | round"; }

# problem JQ: one of the daemon's problems is so.
problem() { "$LIMBER" status --json | jq -es "any(.[].problems[]; $1)"; }

# outcomes: RULE OUTCOME of every record, in order.
outcomes() { sqlite3 -readonly -separator ' ' "$state_dir/history.db" 'SELECT break, outcome FROM record ORDER BY id' 2>/dev/null; }

# recorded RULE OUTCOME [TIMES]
recorded() { [ "$(outcomes | grep -cx "$1 $2")" = "${3:-1}" ]; }

# --- notifications ------------------------------------------------------------------------------------

notes=
notes_mark=0

# watch_notifications: everything said to and by the notification server goes to $notes from now on.
watch_notifications() {
    notes=$TESTBED_DIR/notifications.jsonl
    "$scaffold/notetool" watch >"$notes" 2>"$TESTBED_LOGS/notetool.log" &
    disown $!
    # The monitor is ready once it sees a call that is answered.
    within 30 "notifications are watched" sees_a_call
    mark
}
sees_a_call() {
    timeout 8 "$scaffold/notetool" close 4000000 2>/dev/null
    sleep 0.2
    [ -s "$notes" ]
}

# mark: `noted`, `noted_count` and `note` look only at what comes after it.
mark() { notes_mark=$(wc -l <"$notes"); }

after_mark() { tail -n "+$((notes_mark + 1))" "$notes"; }

# noted JQ: something so has been said since the mark.
noted() { after_mark | jq -es "any(.[]; $1)"; }

noted_count() { after_mark | jq -s "map(select($1)) | length"; }

# note CONDITION VALUE: of the first that is so since the mark.
note() { after_mark | jq -rs "map(select($1)) | .[0] | $2"; }

# A prompt, as against a message or a phase of a session: it can be started.
prompt='.what == "Notify" and (.actions | has("start"))'

# press KEY: the button of the prompt on screen, by the action's name.
press() {
    local label
    label=$(note "$prompt" ".actions[\"$1\"]")
    { [ -n "$label" ] && [ "$label" != null ]; } || fail "the prompt has a button \"$1\""
    "$scaffold/notetool" press "$label" || fail "the button \"$label\" can be pressed"
}

# --- somebody at the desk -----------------------------------------------------------------------------

typing_pid=

# one_input: a single input in whatever desktop this is.
one_input() {
    case $TESTBED_NAME in
        x11) xdotool key shift ;;
        kwin) "$scaffold/waytool" key 42 ;;
        sway) "$scaffold/waytool" pointer move 3 3 ;;
        gnome) "$scaffold/gnometool" input key 42 ;;
    esac
}

# type_on: typing without a gap longer than about half a second, until type_off.
type_on() {
    type_off
    ( while :; do one_input; sleep 0.4; done ) >/dev/null 2>&1 &
    typing_pid=$!
    disown "$typing_pid"
}

type_off() {
    [ -z "$typing_pid" ] || kill "$typing_pid" 2>/dev/null
    typing_pid=
}
