# SPDX-License-Identifier: GPL-3.0-or-later
# Notification server and bar for the Wayland desktops; sourced by with-kwin and with-sway.
wl_parts() {
    case ${NOTIFIER:-mako} in
        mako)
            mkdir -p "$XDG_CONFIG_HOME/mako"
            printf 'default-timeout=0\nactions=1\nmax-visible=10\n' >"$XDG_CONFIG_HOME/mako/config"
            tb_spawn mako mako ;;
        dunst)
            printf '[global]\n    origin = top-right\n    idle_threshold = 0\n    dmenu = %s\n' "$TB_HERE/dunst-pick" >"$TB_DIR/dunstrc"
            tb_spawn dunst dunst -config "$TB_DIR/dunstrc" -print ;;
        none) ;;
        *) tb_die "NOTIFIER?" ;;
    esac
    [ "${NOTIFIER:-mako}" = none ] || tb_wait 30 "notification server" tb_owns org.freedesktop.Notifications || tb_die "${NOTIFIER:-mako}"
    # The bar can be started again by $TESTBED_DIR/run/tray.
    case ${BAR:-none} in
        waybar)
            tb_need waybar
            mkdir -p "$XDG_CONFIG_HOME/waybar"
            cat >"$XDG_CONFIG_HOME/waybar/config" <<'JSON'
{ "layer": "top", "position": "bottom", "height": 32,
  "modules-left": [], "modules-center": ["clock"], "modules-right": ["tray"],
  "tray": { "icon-size": 24, "spacing": 6 } }
JSON
            echo '* { font-family: sans; font-size: 13px; } window#waybar { background: #303030; color: white; }' \
                >"$XDG_CONFIG_HOME/waybar/style.css"
            tb_again tray waybar -l info
            tb_wait 30 "StatusNotifierWatcher" tb_owns org.kde.StatusNotifierWatcher || tb_die waybar ;;
        none) ;;
        *) tb_die "BAR?" ;;
    esac
}
