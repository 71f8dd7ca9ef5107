# SPDX-License-Identifier: GPL-3.0-or-later
# on_systemd DESKTOP: runs the rest of the test inside this desktop under a real systemd with a real logind, instead of
# `desktop`. What it needs lies in $stage then: the programs, config and limberd.service.
# shellcheck shell=bash

on_systemd() {
    [ -z "${LIMBER_CASE_INSIDE:-}" ] || { stage=$(dirname "$case_dir"); desktop; return; }
    # systemd as PID 1 of a namespace needs root; the programs run as another user there, who must be able to read
    # them.
    [ -z "${LIMBER_CELLS:-}" ] || mkdir -p "$LIMBER_CELLS"
    if [ "$(id -u)" != 0 ]; then
        exec sudo -n --preserve-env=LIMBERD,LIMBER,LIMBER_SHIPPED_DIR,LIMBER_CELLS,ASAN_OPTIONS,UBSAN_OPTIONS "$(readlink -f "$0")"
    fi
    local here=$case_dir
    stage=$(mktemp -d "${TMPDIR:-/tmp}/limber-stage.XXXXXX") && chmod 755 "$stage" || exit 1
    trap 'rm -rf "$stage"' EXIT
    cp -r "$here" "$stage/desktop"
    cp -r "$LIMBER_SHIPPED_DIR" "$stage/config"
    cp "$LIMBERD" "$LIMBER" "$stage/"
    sed "s|@CMAKE_INSTALL_FULL_BINDIR@|$stage|" "$here/../../systemd/limberd.service.in" >"$stage/limberd.service"
    chmod -R a+rX "$stage"
    mkdir -m 777 "$stage/cells"
    export TESTBED_QUIET=1 TESTBED_LIMIT=${limit:-160}
    export TESTBED_PASS="LIMBERD=$stage/limberd LIMBER=$stage/limber LIMBER_SHIPPED_DIR=$stage/config
        LIMBER_CELLS=$stage/cells LIMBER_CASE_INSIDE=1 TESTBED_QUIET=1
        ASAN_OPTIONS=${ASAN_OPTIONS:-} UBSAN_OPTIONS=${UBSAN_OPTIONS:-}"
    timeout -s KILL "$((${limit:-160} + 10))" "$stage/desktop/scaffold/with-systemd" "$stage/desktop/scaffold/$1" \
        bash "$stage/desktop/$case_name" </dev/null
    local status=$?
    if [ -n "${LIMBER_CELLS:-}" ]; then
        cp "$stage"/cells/* "$LIMBER_CELLS/" 2>/dev/null
    fi
    exit "$status"
}
