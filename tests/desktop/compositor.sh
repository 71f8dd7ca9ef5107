# SPDX-License-Identifier: GPL-3.0-or-later
# The story every compositor must tell: active, idle, prompted, answered; killed and started again.
# shellcheck shell=bash

# tell_compositor_story SOURCE…: one of these is the idle source.
tell_compositor_story() {
    local before after begun
    write_test_exercise
    configure <<'TOML'
idle_after = "3s"
merge_within = "0s"
typing_gap = "0s"
settle = "0s"
return_grace = "0s"

[[break]]
name = "micro"
interval = "1h"
rest = "1min"
exercises = ["test-roll"]

[[break]]
name = "other"
interval = "2h"
rest = "2min"
TOML
    type_on
    start_limberd
    within 15 "the idle source is $1" status_is .presence.source "$1"
    within 10 "somebody is at work" doing working
    within 15 "active time is counted" active_above 2000
    type_off
    within 20 "somebody who left is known to be away" doing away
    check "and what was counted since the last input is taken back" active_below 20000
    one_input
    within 10 "one input, and they are back" doing working

    # --- the compositor dies
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
    within 70 "presence is known again" status_is .presence.known true
    equal "from the same source" "$1" "$(status .presence.source)"
    after=$(active micro)
    between "and no active time was lost or invented" $((before - 200)) $((before + $(now_ms) - begun)) "$after"
    type_on
    within 10 "somebody at work is seen" doing working
    type_off
    within 20 "and seen to leave" doing away
}

active_above() { [ "$(active micro)" -gt "$1" ]; }
active_below() { [ "$(active micro)" -lt "$1" ]; }
active_is() { [ "$(active micro)" = "$1" ]; }
