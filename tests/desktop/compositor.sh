# SPDX-License-Identifier: GPL-3.0-or-later
# The story every compositor must tell: somebody at work, gone, back; the compositor killed and started again.
# shellcheck shell=bash

# away_after LENGTH: the configuration, with this idle_after.
away_after() {
    configure <<TOML
idle_after = "$1"

[[break]]
name = "micro"
interval = "1h"
rest = "1min"

[[break]]
name = "other"
interval = "2h"
rest = "2min"
TOML
}

# tell_compositor_story SOURCE…: one of these is the idle source.
tell_compositor_story() {
    local before after begun
    away_after 3s
    type_on
    start_limberd
    within 30 "the idle source is $1" status_is .presence.source "$1"
    within 10 "somebody is at work" doing working
    within 15 "active time is counted" active_above 2000
    type_off
    within 20 "somebody who left is known to be away" doing away
    # Three seconds of rest pay back three minutes of work (rest 1min for interval 1h): more than there was.
    equal "and to have rested since the last input" 0 "$(active micro)"
    one_input
    within 10 "one input, and they are back" doing working

    # --- the compositor dies
    # Coming back takes it a while, in which nobody can type; that must not be told apart from leaving.
    away_after 1min
    type_on
    within 15 "active time grows again" active_above 1500
    type_off
    kill -KILL "$(cat "$TESTBED_DIR/run/compositor.pid")"
    within 10 "without its compositor presence is unknown" status_is .presence.known false
    check "and said to be so" doing unknown
    before=$(active micro)
    meanwhile 4 "no active time is invented meanwhile" active_is "$before"

    # --- and comes back
    begun=$(now_ms)
    "$TESTBED_DIR/run/compositor" >/dev/null 2>&1 || fail "the compositor starts again"
    type_on
    within 70 "presence is known again" status_is .presence.known true
    equal "from the same source" "$1" "$(status .presence.source)"
    after=$(active micro)
    between "and no active time was lost or invented" $((before - 200)) $((before + $(now_ms) - begun)) "$after"
    within 10 "somebody at work is seen" doing working
    away_after 3s
    type_off
    within 20 "and seen to leave" doing away
}

active_above() { [ "$(active micro)" -gt "$1" ]; }
active_is() { [ "$(active micro)" = "$1" ]; }
