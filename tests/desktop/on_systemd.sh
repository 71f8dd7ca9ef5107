# SPDX-License-Identifier: GPL-3.0-or-later
# on_systemd [DESKTOP]: runs the rest of the test under a real systemd with a real logind, as a person for whom Limber was
# installed by `./dev install`; inside this desktop, or in none.
# shellcheck shell=bash

: "${LIMBER_BUILD:?the build that is installed}"

on_systemd() {
    if [ -n "${LIMBER_CASE_INSIDE:-}" ]; then
        export XDG_CONFIG_HOME=${XDG_CONFIG_HOME:-$HOME/.config}
        sanitized_units
        desktop
        return
    fi
    # systemd as PID 1 of a namespace needs root; the programs run as another user there, who must be able to read
    # them.
    [ -z "${LIMBER_CELLS:-}" ] || mkdir -p "$LIMBER_CELLS"
    if [ "$(id -u)" != 0 ]; then
        exec sudo -n --preserve-env=LIMBERD,LIMBER,LIMBER_BUILD,LIMBER_SHIPPED_DIR,LIMBER_CELLS,ASAN_OPTIONS,UBSAN_OPTIONS "$(readlink -f "$0")"
    fi
    stage=$(mktemp -d "${TMPDIR:-/tmp}/limber-stage.XXXXXX") && chmod 755 "$stage" || exit 1
    trap 'rm -rf "$stage"' EXIT
    cp -r "$case_dir" "$stage/desktop"
    mkdir -m 777 "$stage/cells"
    export TESTBED_HOME=$stage/home
    mkdir -m 700 "$TESTBED_HOME"
    env -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u XDG_RUNTIME_DIR -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS \
        HOME="$TESTBED_HOME" LIMBER_INSTALL_FROM="$LIMBER_BUILD" "$case_dir/../../dev" install >"$stage/install.log" ||
        { cat "$stage/install.log"; exit 1; }
    local bin=$TESTBED_HOME/.local/bin
    chmod -R a+rX "$stage/desktop"
    export TESTBED_QUIET=1 TESTBED_LIMIT=${limit:-160}
    export TESTBED_PASS="LIMBERD=$bin/limberd LIMBER=$bin/limber LIMBER_TRAY=$bin/limber-tray LIMBER_BUILD=installed
        LIMBER_SHIPPED_DIR=$TESTBED_HOME/.local/share/limber LIMBER_CELLS=$stage/cells LIMBER_CASE_INSIDE=1 TESTBED_QUIET=1
        ASAN_OPTIONS=${ASAN_OPTIONS:-} UBSAN_OPTIONS=${UBSAN_OPTIONS:-}"
    timeout -s KILL "$((${limit:-160} + 10))" "$stage/desktop/scaffold/with-systemd" ${1:+"$stage/desktop/scaffold/$1"} \
        bash "$stage/desktop/$case_name" </dev/null
    local status=$?
    if [ -n "${LIMBER_CELLS:-}" ]; then
        cp "$stage"/cells/* "$LIMBER_CELLS/" 2>/dev/null
    fi
    exit "$status"
}

# The units are as installed; sanitizers need more memory than they allow, and may not trace themselves under seccomp.
sanitized_units() {
    local unit
    for unit in limberd limber-tray limber-window; do
        mkdir -p ~/.config/systemd/user/$unit.service.d
        cat >~/.config/systemd/user/$unit.service.d/test.conf <<U
[Service]
MemoryMax=2G
Environment=ASAN_OPTIONS=detect_leaks=0:strict_string_checks=0:log_path=$TESTBED_LOGS/sanitizer
Environment=UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1:log_path=$TESTBED_LOGS/sanitizer
Environment=LIMBER_WINDOW_PATIENCE=$LIMBER_WINDOW_PATIENCE
U
    done
    systemctl --user daemon-reload
}
