# SPDX-License-Identifier: GPL-3.0-or-later
# Run by `cmake --install`: what names the programs' folder, and must lie where systemd, the session bus and desktops
# look for it. Below /usr and /usr/local that is for everybody; from any other prefix for the person who installs.
get_filename_component(BINDIR "${CMAKE_INSTALL_PREFIX}/${BINDIR_NAME}" ABSOLUTE)
if(CMAKE_INSTALL_PREFIX MATCHES "^/usr(/local)?/?$")
  set(data "${CMAKE_INSTALL_PREFIX}/share")
  set(units "${CMAKE_INSTALL_PREFIX}/lib/systemd/user")
  set(autostart /etc/xdg/autostart)
else()
  set(data "$ENV{XDG_DATA_HOME}")
  if(data STREQUAL "")
    set(data "$ENV{HOME}/.local/share")
  endif()
  set(units "${data}/systemd/user")
  set(autostart "$ENV{XDG_CONFIG_HOME}")
  if(autostart STREQUAL "")
    set(autostart "$ENV{HOME}/.config")
  endif()
  string(APPEND autostart /autostart)
endif()

# All of them put it between double quotes; what these could not hold was refused before (CMakeLists.txt).
string(REPLACE "%" "%%" UNIT_BINDIR "${BINDIR}")
string(REPLACE "%" "%%" DESKTOP_BINDIR "${BINDIR}")

string(MD5 scratch "${CMAKE_INSTALL_PREFIX}")
set(scratch "${LIMBER_SCRATCH}/${scratch}") # of this prefix: two may be installed at a time

function(place template folder name)
  configure_file("${LIMBER_SOURCE}/${template}" "${scratch}/${name}" @ONLY)
  file(INSTALL DESTINATION "${folder}" TYPE FILE FILES "${scratch}/${name}")
  set(CMAKE_INSTALL_MANIFEST_FILES "${CMAKE_INSTALL_MANIFEST_FILES}" PARENT_SCOPE)
endfunction()

foreach(unit limberd.service limber-tray.service limber-window.service)
  place(systemd/${unit}.in "${units}" ${unit})
endforeach()
file(INSTALL DESTINATION "${units}" TYPE FILE FILES "${LIMBER_SOURCE}/systemd/limber-session.target")
place(systemd/limber-autostart.desktop.in "${autostart}" limber.desktop)
place(tray/window/org.limber.Window.service.in "${data}/dbus-1/services" org.limber.Window.service)
place(tray/org.limber.Limber.desktop.in "${data}/applications" org.limber.Limber.desktop)
foreach(icon "scalable org.limber.Limber.svg" "symbolic org.limber.Limber-symbolic.svg")
  separate_arguments(icon)
  list(GET icon 0 kind)
  list(GET icon 1 name)
  file(INSTALL DESTINATION "${data}/icons/hicolor/${kind}/apps" TYPE FILE FILES "${LIMBER_SOURCE}/tray/icons/${name}")
endforeach()
file(REMOVE_RECURSE "${scratch}")
