# SPDX-License-Identifier: GPL-3.0-or-later
# Hours in a moment: the clocks of a running limberd are put forward at the one place that reads them (test builds
# only), with or without time asleep. Sourced after `desktop`, before limberd starts.
# shellcheck shell=bash

export LIMBER_CLOCK_SEAM=$TESTBED_DIR/clocks
ahead=0 slept=0
set_clocks() { echo "$ahead $slept" >"$LIMBER_CLOCK_SEAM.new" && mv "$LIMBER_CLOCK_SEAM.new" "$LIMBER_CLOCK_SEAM"; }
set_clocks

# wire JQ: a value of the status as it is on the bus; cheaper than `status`.
wire() { busctl --user --json=short get-property org.limber.Limber /org/limber/Limber org.limber.Limber1 Status | jq -e ".data.$1.data"; }

# passes SECONDS: so much time awake; sleeps SECONDS: so much asleep. Both return once limberd knows.
moved() { [ "$(($(wire at) - moved_from))" -ge "$(($1 * 1000))" ]; }
passes() { moved_from=$(wire at); ahead=$((ahead + $1 * 1000)); set_clocks; within 20 "$1 s pass" moved "$1"; }
sleeps() { slept=$((slept + $1 * 1000)); passes "$1"; }
minutes() { echo $(($1 * 60)); }
