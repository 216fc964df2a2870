#!/usr/bin/env bash
# What Uncramp needs of the system: libraries that Qt loads, and for the tests a desktop to run on.
# Usage: .ci/system-packages.sh app|tests [PACKAGE...], where the packages named are known to be missing.
# Installs what is missing where it may (root on Debian or Ubuntu), else says how and exits with 1.
set -euo pipefail

# What the program loads or starts, and the Debian package that holds it.
libraries="
libglib-2.0.so.0        libglib2.0-0
libGL.so.1              libgl1
libEGL.so.1             libegl1
libxkbcommon.so.0       libxkbcommon0
libdbus-1.so.3          libdbus-1-3
libfontconfig.so.1      libfontconfig1
libxcb-cursor.so.0      libxcb-cursor0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-shape.so.0       libxcb-shape0
libxcb-xkb.so.1         libxcb-xkb1
libxkbcommon-x11.so.0   libxkbcommon-x11-0
"
programs="
Xvfb                    xvfb
dbus-daemon             dbus
dunst                   dunst
espeak-ng               espeak-ng
notify-send             libnotify-bin
openbox                 openbox
faketime                faketime
setpriv                 util-linux
sway                    sway
trayer                  trayer
xdotool                 xdotool
"
files="
/usr/libexec/at-spi-bus-launcher                    at-spi2-core
/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf     fonts-dejavu-core
"

missing_packages() {
  local known name package
  printf '%s\n' "${@:2}"
  [ "$(uname -s)" = Linux ] || return 0
  known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p)
  while read -r name package; do
    [ -z "$name" ] || grep -qF "	$name " <<<"$known" || echo "$package"
  done <<<"$libraries"
  [ "$1" = tests ] || return 0
  while read -r name package; do
    [ -z "$name" ] || command -v "$name" >/dev/null || echo "$package"
  done <<<"$programs"
  while read -r name package; do
    [ -z "$name" ] || [ -e "$name" ] || echo "$package"
  done <<<"$files"
}

missing=$(missing_packages "$@" | xargs)
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null; then
  echo "Missing on this system; install what corresponds to these Debian packages, then run make again: $missing" >&2
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "Missing on this system; install it, then run make again: sudo apt-get install -y --no-install-recommends $missing" >&2
  exit 1
fi
echo "Installing system packages: $missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
# Package names hold no blanks, and each is an argument of its own.
# shellcheck disable=SC2086
if ! { apt-get update && apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1 </dev/null; then
  tail -n 20 "$log" >&2
  echo "Could not install: $missing" >&2
  exit 1
fi
