#!/usr/bin/env bash
# Installs Debian packages where it may, else says in one line how, and exits with 1.
# Usage: .ci/apt-install.sh "PACKAGE..."
set -euo pipefail

if ! command -v apt-get >/dev/null; then
  echo "Missing on this system; install what corresponds to these Debian packages: $1" >&2
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "Missing on this system; install it, then run make again: sudo apt-get install -y --no-install-recommends $1" >&2
  exit 1
fi
echo "Installing system packages: $1"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# The package names hold no blanks, and each is an argument of its own.
# shellcheck disable=SC2086
if ! { apt-get update && apt-get install -y --no-install-recommends $1; } >"$log" 2>&1 </dev/null; then
  tail -n 20 "$log" >&2
  echo "Could not install: $1" >&2
  exit 1
fi
