# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the with-* scripts: private folders, private buses, bookkeeping, teardown.
# Source it as the first thing:   . "$(dirname "$(readlink -f "$0")")/lib.sh"
#
# Everything a desktop starts lives in a PID namespace of its own (when root, or when
# user namespaces are allowed): when the script ends, for whatever reason, the kernel
# ends what the script started and nothing else.

set -u
TB_HERE=$(dirname "$(readlink -f "$0")")
TB_ROOT=${TESTBED_ROOT:-${TMPDIR:-/tmp}/limber-desktops}
TB_PIDS=()

tb_log() { [ -n "${TESTBED_QUIET:-}" ] || printf '[%s] %s\n' "$(basename "$0")" "$*" >&2; }
tb_die() { printf '[%s] FAILED: %s\n' "$(basename "$0")" "$*" >&2; exit 97; }

# Re-run the calling script inside its own PID namespace, as uid $TESTBED_UID (1000).
# The uid comes from a user namespace that maps it onto the caller: root's files stay
# writable, yet programs that refuse root (sway) see an ordinary user.
# TESTBED_UID=0 stays root (PID namespace only).
# Where the kernel forbids namespaces the test fails: a desktop that is not contained could
# leave programs behind.
tb_contain() {
    [ -n "${TB_INNER:-}" ] && return 0
    mkdir -p "$TB_ROOT"; chmod 1777 "$TB_ROOT" 2>/dev/null
    local uid=${TESTBED_UID:-1000} flags=(--pid --fork --kill-child=KILL --mount-proc)
    [ "$uid" = 0 ] || flags+=(--user --map-user="$uid" --map-group="$uid")
    unshare "${flags[@]}" true 2>/dev/null ||
        tb_die "this machine allows no private PID namespace (unshare ${flags[*]})"
    TB_INNER=1 exec unshare "${flags[@]}" -- bash "$(readlink -f "$0")" "$@"
}

# tb_init NAME: private folders + clean environment.
tb_init() {
    TB_NAME=$1
    [ -z "${TESTBED_INHERIT:-}" ] || { tb_init_inherit; return; }
    mkdir -p "$TB_ROOT"
    TB_DIR=$(mktemp -d "$TB_ROOT/$TB_NAME.XXXXXX") || tb_die "mktemp"
    export TESTBED_DIR=$TB_DIR TESTBED_LOGS=$TB_DIR/log TESTBED_SCRIPTS=$TB_HERE TESTBED_NAME=$TB_NAME
    mkdir -p "$TB_DIR"/{run,home,log,services,system-services}
    chmod 700 "$TB_DIR/run" "$TB_DIR/home"
    export XDG_RUNTIME_DIR=$TB_DIR/run HOME=$TB_DIR/home
    export XDG_CONFIG_HOME=$HOME/.config XDG_CACHE_HOME=$HOME/.cache
    export XDG_DATA_HOME=$HOME/.local/share XDG_STATE_HOME=$HOME/.local/state
    mkdir -p "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_DATA_HOME" "$XDG_STATE_HOME"
    unset DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS DBUS_SYSTEM_BUS_ADDRESS \
          XDG_CURRENT_DESKTOP XDG_SESSION_TYPE XDG_SESSION_ID DESKTOP_SESSION SWAYSOCK I3SOCK \
          QT_QPA_PLATFORM QT_QPA_PLATFORMTHEME GDK_BACKEND SESSION_MANAGER
    export LANG=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=1 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=0
    export USER=tester LOGNAME=tester
    [ "$(id -u)" = 0 ] && export USER=root LOGNAME=root
    trap tb_cleanup EXIT
    trap 'exit 130' INT; trap 'exit 143' TERM; trap 'exit 129' HUP
    TB_T0=$(date +%s%N)
}

# Inside with-systemd: keep its home, runtime folder and buses (TESTBED_INHERIT=1).
tb_init_inherit() {
    TB_DIR=$(mktemp -d "$TESTBED_DIR/home/$TB_NAME.XXXXXX") || tb_die mktemp
    export TESTBED_DIR=$TB_DIR TESTBED_LOGS=$TB_DIR/log TESTBED_SCRIPTS=$TB_HERE TESTBED_NAME=$TB_NAME
    mkdir -p "$TB_DIR"/{run,log,services,home}
    export XDG_CONFIG_HOME=$HOME/.config XDG_CACHE_HOME=$HOME/.cache XDG_DATA_HOME=$HOME/.local/share
    mkdir -p "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_DATA_HOME"
    export LANG=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=1 USER=tester LOGNAME=tester
    trap tb_cleanup EXIT; trap 'exit 143' TERM
    TB_T0=$(date +%s%N)
}

tb_ms() { echo $(( ($(date +%s%N) - TB_T0) / 1000000 )); }

# tb_spawn LABEL CMD...   background, own log, pid remembered ($TB_LAST)
tb_spawn() {
    local label=$1; shift
    "$@" >"$TB_DIR/log/$label.log" 2>&1 </dev/null &
    TB_LAST=$!
    disown "$TB_LAST"      # no 'Segmentation fault' chatter from bash at teardown (gnome-shell 43 does that)
    TB_PIDS+=("$TB_LAST")
    echo "$TB_LAST" >"$TB_DIR/run/$label.pid"
}

# tb_again LABEL CMD...   as tb_spawn, and $TESTBED_DIR/run/LABEL starts it again after it was killed; variables
# that match $TB_WITHOUT are not handed on
tb_again() {
    local label=$1; shift
    tb_spawn "$label" "$@"
    {
        echo '#!/bin/bash'
        export -p | grep -vE "^declare -x (TB_INNER|${TB_WITHOUT:-TB_WITHOUT})="
        printf '%q ' "$@"
        printf '>>%q 2>&1 </dev/null &\necho $! >%q\n' "$TB_DIR/log/$label.log" "$TB_DIR/run/$label.pid"
    } >"$TB_DIR/run/$label"
    chmod +x "$TB_DIR/run/$label"
}

# tb_compositor CMD...   with nothing of the display it had before
tb_compositor() {
    TB_WITHOUT='WAYLAND_DISPLAY|DISPLAY|QT_QPA_PLATFORM|GDK_BACKEND|SWAYSOCK' tb_again compositor "$@"
}

# tb_wait SECONDS WHAT CMD...   poll until CMD succeeds
tb_wait() {
    local limit=$1 what=$2 end; shift 2
    end=$(( $(date +%s%N) + limit * 1000000000 ))
    until "$@" >/dev/null 2>&1; do
        [ "$(date +%s%N)" -lt "$end" ] || {
            tb_log "gave up after ${limit}s waiting for: $what"
            tail -n 8 "$TB_DIR"/log/*.log >&2 2>/dev/null
            return 1; }
        sleep 0.05
    done
}

tb_need() { local c; for c in "$@"; do command -v "$c" >/dev/null || tb_die "program not installed: $c"; done; }

# tb_allow_service NAME...  let the private session bus activate these (nothing else)
tb_allow_service() {
    local n d
    for n in "$@"; do
        for d in ${XDG_DATA_DIRS:-/usr/local/share:/usr/share}; do :; done
        IFS=: read -ra dirs <<<"${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
        for d in "${dirs[@]}"; do
            local f=$d/dbus-1/services/$n.service
            # strip SystemdService=: there is no systemd on the private bus
            [ -e "$f" ] && { grep -v '^SystemdService=' "$f" >"$TB_DIR/services/$n.service"; break; }
        done
    done
}

tb_bus_conf() { # TYPE SOCKET SERVICEDIR
    cat <<XML
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "busconfig.dtd">
<busconfig>
  <type>$1</type>
  <listen>unix:path=$2</listen>
  <servicedir>$3</servicedir>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
XML
}

# Private session bus. Only services named with tb_allow_service can be activated, so
# no surprise notification daemon is pulled in by D-Bus activation.
tb_session_bus() {
    [ -z "${TESTBED_INHERIT:-}" ] || return 0
    tb_need dbus-daemon
    tb_bus_conf session "$XDG_RUNTIME_DIR/bus" "$TB_DIR/services" >"$TB_DIR/session-bus.conf"
    export DBUS_SESSION_BUS_ADDRESS=unix:path=$XDG_RUNTIME_DIR/bus
    tb_spawn dbus-session dbus-daemon --config-file="$TB_DIR/session-bus.conf" --nofork --nopidfile
    tb_wait 30 "session bus" test -S "$XDG_RUNTIME_DIR/bus" || tb_die "session bus"
}

# Private system bus with a mock logind (python3-dbusmock), session "c1", seat0.
tb_system_bus() {
    [ -z "${TESTBED_INHERIT:-}" ] || return 0
    tb_bus_conf system "$XDG_RUNTIME_DIR/system_bus_socket" "$TB_DIR/system-services" >"$TB_DIR/system-bus.conf"
    export DBUS_SYSTEM_BUS_ADDRESS=unix:path=$XDG_RUNTIME_DIR/system_bus_socket
    tb_spawn dbus-system dbus-daemon --config-file="$TB_DIR/system-bus.conf" --nofork --nopidfile
    tb_wait 30 "system bus" test -S "$XDG_RUNTIME_DIR/system_bus_socket" || tb_die "system bus"
    if [ -z "${TESTBED_NO_LOGIND:-}" ] && [ -e "$TB_HERE/fake-logind" ]; then
        tb_spawn logind "$TB_HERE/fake-logind" serve
        tb_wait 30 "mock logind" "$TB_HERE/fake-logind" ping || tb_die "mock logind"
        export XDG_SESSION_ID=c1
    fi
}

tb_owns() { # session-bus name owned?
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
        string:"$1" 2>/dev/null | grep -q 'boolean true'; }

# tb_free_display: first free X display in the range (default 70..99), held by lock file
tb_free_display() {
    local n lo hi
    mkdir -p "$TB_ROOT/.displays"; chmod 1777 "$TB_ROOT/.displays" 2>/dev/null
    IFS=- read -r lo hi <<<"${TESTBED_DISPLAYS:-40-69}"
    for n in $(seq "$lo" "$hi"); do
        [ -e "/tmp/.X$n-lock" ] || [ -e "/tmp/.X11-unix/X$n" ] && continue
        # a server that is about to end has its socket still
        grep -q "@/tmp/.X11-unix/X$n\$" /proc/net/unix && continue
        if ( set -C; echo $$ >"$TB_ROOT/.displays/$n" ) 2>/dev/null; then
            TB_DISPLAY_NUM=$n; TB_DISPLAY_LOCK=$TB_ROOT/.displays/$n; return 0
        fi
        # a stale reservation of ours (its X server is gone): older than 30 s
        if [ -n "$(find "$TB_ROOT/.displays/$n" -mmin +0.5 2>/dev/null)" ]; then
            { echo $$ >"$TB_ROOT/.displays/$n"; } 2>/dev/null || continue
            TB_DISPLAY_NUM=$n; TB_DISPLAY_LOCK=$TB_ROOT/.displays/$n; return 0
        fi
    done
    tb_die "no free X display in ${TESTBED_DISPLAYS:-40-69}"
}

# tb_xwayland_display: as tb_free_display, for a compositor's XWayland
tb_xwayland_display() {
    [ -d /tmp/.X11-unix ] || mkdir -m 1777 /tmp/.X11-unix || [ -d /tmp/.X11-unix ] || tb_die "/tmp/.X11-unix"
    tb_free_display
}

# tb_run CMD...  run the caller's command, remember its status
tb_ready() { tb_log "ready after $(tb_ms) ms"; }
tb_run() {
    [ $# -gt 0 ] || set -- "${SHELL:-bash}"
    "$@"; TB_STATUS=$?
    exit "$TB_STATUS"
}

tb_cleanup() {
    local st=$? i p
    trap - EXIT
    for ((i = ${#TB_PIDS[@]} - 1; i >= 0; i--)); do
        p=${TB_PIDS[i]}; kill -TERM "$p" 2>/dev/null
    done
    for ((i = 0; i < 20; i++)); do
        local alive=0
        for p in "${TB_PIDS[@]}"; do kill -0 "$p" 2>/dev/null && alive=1; done
        [ $alive = 0 ] && break; sleep 0.05
    done
    for p in "${TB_PIDS[@]}"; do kill -KILL "$p" 2>/dev/null; done
    if [ -n "${TB_DISPLAY_NUM:-}" ]; then
        rm -f "${TB_DISPLAY_LOCK:-}" "/tmp/.X$TB_DISPLAY_NUM-lock" "/tmp/.X11-unix/X$TB_DISPLAY_NUM"
    fi
    if [ -n "${TESTBED_KEEP:-}" ]; then tb_log "kept: $TB_DIR"
    elif [ -n "${TB_DIR:-}" ]; then rm -rf "$TB_DIR" 2>/dev/null; fi
    exit "$st"
}
