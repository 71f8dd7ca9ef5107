# SPDX-License-Identifier: GPL-3.0-or-later
# The story every desktop must tell: somebody at work, gone, back; prompted, locked out, asleep, watching a film; the
# display server killed and hung, and killed twenty-four times in one day.
# shellcheck shell=bash

. "$case_dir/clocks.sh"

# --- how it is on this desktop; a test that knows better says so after sourcing this

lock_screen() { "$scaffold/fake-logind" locked yes; }
unlock_screen() { "$scaffold/fake-logind" locked no; }
lock_is="told by logind"

film_begins() {
    "$scaffold/film" >"$TESTBED_LOGS/film.log" 2>&1 &
    film_pid=$!
    disown "$film_pid"
    within 20 "a film keeps the screen awake" grep -q playing "$TESTBED_LOGS/film.log"
}
film_ends() { kill "$film_pid"; }

kill_display() { kill -KILL "$(cat "$TESTBED_DIR/run/compositor.pid")"; }
start_display() { "$TESTBED_DIR/run/compositor" >/dev/null 2>&1 || fail "the display server starts again"; }

# --- small words

# away_after LENGTH [INTERVAL REST]: the configuration, with this idle_after and this rule, in use.
away_after() {
    configure <<TOML
idle_after = "$1"
merge_within = "0s"
typing_gap = "0s"
settle = "0s"

[[break]]
name = "micro"
interval = "${2:-1h}"
rest = "${3:-1min}"
TOML
    [ -n "$limberd_pid" ] || return 0
    busctl --user call org.limber.Limber /org/limber/Limber org.limber.Limber1 Reload || fail "the settings are read"
    quietly check "and without a mistake" not problem '.file != ""'
}
active_above() { [ "$(active micro)" -gt "$1" ]; }
away() { [ "$(wire away_since)" != null ]; }
known() { [ "$(wire presence_known)" = "${1:-true}" ]; }

# doctor_says ID JQ: of this finding. Asked anew each time: a busy display may not have answered doctor in time.
ask_doctor() { "$LIMBER" doctor --json >"$TESTBED_DIR/doctor.json"; }
doctor_says() {
    ask_doctor
    jq -e ".findings[] | select(.id == \"$1\") | $2" "$TESTBED_DIR/doctor.json"
}

# --- the parts of the story

# before_limberd SOURCE: doctor needs no limberd to say what one would find.
before_limberd() {
    check "doctor fails while limberd does not run" not ask_doctor
    within 30 "and says so" doctor_says limberd '.grade == "lacking" and (.sentence | contains("not running"))'
    within 30 "and that $1 would see who is there" doctor_says idle ".grade == \"good\" and .sentence == \"seen by $1\""
    within 30 "and what it does not watch" doctor_says quiet '.sentence | contains("not watched by this version")'
}

# presence SOURCE
presence() {
    away_after 3s 1h 3s
    type_on
    start_limberd
    within 30 "the idle source is $1" status_is .presence.source "$1"
    within 20 "somebody is at work" doing working
    within 30 "active time is counted" active_above 2000
    type_off
    within 20 "somebody who left is known to be away" doing away
    # Three seconds of rest are all that is asked for.
    equal "and to have rested since the last input" 0 "$(active micro)"
    one_input
    within 20 "one input, and they are back" doing working
    prove idle "$1"
}

with_limberd() {
    within 30 "doctor is content" ask_doctor
    within 30 "and says it in words" eval "\"\$LIMBER\" doctor | grep -q 'seen by $1'"
}

# no_prompt_at_first WHAT: back at the desk with a break that is due.
no_prompt_at_first() {
    "$LIMBER" resume >/dev/null || fail "the pause can end"
    check "still due" active_above "$(($(minutes 30) * 1000))"
    meanwhile 1 "$1: no prompt at once" not doing prompted
    passes 30
    meanwhile 1 "nor within the first minute" not doing prompted
    passes 60
    within 20 "but then" doing prompted
}

# returns: from being away, by a prompt and its button, from a lock, from sleep.
returns() {
    # A rest pays back no more than it lasts, so that the break stays due.
    away_after 6s 30min 29min
    watch_notifications
    type_on
    within 20 "somebody is at work" doing working
    "$LIMBER" pause >/dev/null
    passes "$(minutes 50)"
    type_off
    within 30 "away" away
    sleep 1
    type_on
    within 20 "and back" not away
    no_prompt_at_first "after an absence"
    within 20 "as a notification" noted "$prompt"
    press start
    within 20 "its button starts the break" doing resting
    prove buttons yes "$1"
    "$LIMBER" stop >/dev/null
    "$LIMBER" pause >/dev/null
    passes 300 # a break that was stopped is not asked for again so soon

    type_off
    lock_screen
    within 30 "the screen is locked" status_is .presence.locked true
    check "who locked it is away" away
    unlock_screen
    within 30 "and unlocked" status_is .presence.locked false
    type_on
    within 20 "at the desk again" not away
    no_prompt_at_first "after a lock"
    prove lock "$lock_is"
    "$LIMBER" pause >/dev/null

    sleeps 5
    no_prompt_at_first "after a short sleep"
    sleeps 32400
    within 10 "nine hours of sleep are a rest" status_is '.breaks[0].active < 5' true
    meanwhile 1 "and nothing is due" not doing prompted
    prove sleep "by the clocks"
}

# behind_a_film: somebody who leaves during one is not seen to, but is asked about when a prompt draws near.
behind_a_film() {
    passes 60 # the nine hours of sleep ended in a return: until return_grace is over no prompt draws near, and nobody is asked
    "$LIMBER" rested >/dev/null
    configure <<TOML
idle_after = "3s"
typing_gap = "3s"
typing_patience = "8s"
merge_within = "0s"
settle = "0s"
return_grace = "0s"

[[break]]
name = "micro"
interval = "20s"
rest = "15s"
TOML
    busctl --user call org.limber.Limber /org/limber/Limber org.limber.Limber1 Reload || fail "the settings are read"
    mark
    within 20 "somebody works, with a film beside it" active_above 7000
    type_off
    within 20 "who leaves is known to be away before a prompt comes" doing away
    check "and is shown none" not noted "$prompt"
}

# a_film SEEN_THROUGH (yes, no or asked)
a_film() {
    away_after 3s
    type_on
    within 20 "somebody is at work" doing working
    film_begins
    [ "$1" != asked ] || behind_a_film
    type_off
    if [ "$1" = asked ]; then
        equal "and the source counts as one that sees" false "$(status .presence.inhibitor_aware)"
    elif [ "$1" = yes ]; then
        within 20 "who watches a film rests" doing away
        equal "and that is known of the source" false "$(status .presence.inhibitor_aware)"
    else
        meanwhile 7 "a film hides that nobody types" doing working
        equal "and that is known of the source" true "$(status .presence.inhibitor_aware)"
        within 30 "doctor says so" doctor_says inhibitors '.grade == "note"'
    fi
    if [ "$1" = asked ]; then prove inhibitors "yes, when asked"; else prove inhibitors "$1"; fi
    film_ends
    within 20 "it ends" doing away
    one_input
    within 20 "somebody is back" doing working
}

# death SOURCE [SECONDS]: killed, dead for so long, started again.
death() {
    local before after begun
    # Coming back takes it a while, in which nobody can type; that must not be told apart from leaving.
    away_after 1min
    type_on
    within 30 "active time grows again" active_above 1500
    type_off
    kill_display
    within 20 "without its display server presence is unknown" status_is .presence.known false
    check "and said to be so" doing unknown
    check "in words" grep -q "Cannot see whether somebody is at the desk" <("$LIMBER" status)
    check "and where to learn more" grep -q "limber doctor" <("$LIMBER" status)
    check "limber why knows of it, too" grep -q "nothing is counted" <("$LIMBER" why)
    before=$(active micro)
    sleep "${2:-34}"
    equal "no active time is invented meanwhile" "$before" "$(active micro)"
    check "doctor finds nothing, and fails" not ask_doctor
    within 30 "it names what was tried" doctor_says idle '.grade == "lacking" and (.remedy | split("\n") | length >= 5)'

    begun=$(now_ms)
    start_display
    type_on
    # by itself it would look again after half a minute only
    within 25 "it comes back, and presence is known at once" status_is .presence.known true
    equal "from the same source" "$1" "$(status .presence.source)"
    after=$(active micro)
    between "and no active time was lost or invented" $((before - 200)) $((before + $(now_ms) - begun)) "$after"
    within 20 "somebody at work is seen" doing working
    away_after 3s
    type_off
    within 20 "and seen to leave" doing away
}

# a_day: eight hours of work in twenty-four pieces, between which the display server is gone for ten minutes.
a_day() {
    local n before begun real pieces=24
    away_after 1h 4h 1h
    one_input
    within 10 "a day begins" doing working
    "$LIMBER" rested >/dev/null
    "$LIMBER" pause >/dev/null # no prompts; the hours are counted all the same
    before=$(active micro) begun=$(now_ms)
    say "--- $pieces times killed"
    for ((n = 1; n <= pieces; n++)); do
        quietly passes "$(minutes 20)"
        kill_display
        quietly within 20 "presence is unknown" known false
        quietly passes "$(minutes 10)"
        start_display
        quietly within 60 "presence is known again" known
    done
    real=$(($(now_ms) - begun))
    say "      eight hours and $((real / 1000)) s"
    # The seconds it really took are less than 1 % of them.
    between "not one of its eight hours is lost, and no minute without presence is counted" \
        $((before + 8 * 3600 * 1000)) $((before + 8 * 3600 * 1000 + real)) "$(active micro)"
    between "which is the truth within 1 %" 0 288000 $real
    "$LIMBER" resume >/dev/null
    "$LIMBER" rested >/dev/null
    away_after 3s
    type_on
    within 20 "at the end somebody is seen to work" doing working
    type_off
    within 20 "and to leave" doing away
    one_input
    within 10 "and to come back" doing working
}

# a_hang SOURCE: it stops answering, as a stopped process does.
a_hang() {
    local before after
    away_after 1h
    one_input
    kill -STOP "$(cat "$TESTBED_DIR/run/compositor.pid")"
    passes 300
    within 30 "a display server that hangs is found out" known false
    before=$(active micro)
    passes 3600
    equal "and nothing is counted meanwhile" "$before" "$(active micro)"
    check "limberd answers all the same" timeout 3 "$LIMBER" status
    kill -CONT "$(cat "$TESTBED_DIR/run/compositor.pid")"
    within 100 "it goes on, and presence is known again" known
    equal "from the same source" "$1" "$(status .presence.source)"
    away_after 3s
    one_input
    within 10 "somebody is seen to work" doing working
    within 20 "and to leave" doing away
}

# tell_desktop_story SOURCE SEES_THROUGH_FILMS NOTIFICATION_SERVER
tell_desktop_story() {
    before_limberd "$1"
    presence "$1"
    with_limberd "$1"
    returns "$3"
    a_film "$2"
    death "$1"
    a_day
    a_hang "$1"
}
