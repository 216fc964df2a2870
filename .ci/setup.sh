#!/usr/bin/env bash
# Makes .venv with the locked dependencies and this checkout in it. Does nothing when nothing changed since the last time.
# Usage: .ci/setup.sh app|tests       PYTHON=... chooses the interpreter it is made from.
set -euo pipefail
cd "$(dirname "$0")/.."
wanted=$1
python=.venv/bin/python

fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
  local candidate
  for candidate in "${PYTHON:-}" python3.11 python3.12 python3.13 python3 python "$HOME"/.pyenv/versions/3.1[1-9]*/bin/python; do
    if [ -n "$candidate" ] && fits "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  echo "Uncramp needs Python 3.11 or newer; none was found. Set PYTHON=/path/to/python." >&2
  return 1
}

# The interpreter, the place and the lock: when one of them changes, the environment is made anew or brought up to date.
fingerprint() {
  { "$python" -VV && pwd && cat pyproject.toml "requirements/$1.txt" .ci/*.sh setup.py resources/locale/*/*/*.po; } 2>&1 | sha256sum
}

up_to_date() {
  [ -x "$python" ] && [ -f ".venv/$1.stamp" ] && [ "$(fingerprint "$1")" = "$(cat ".venv/$1.stamp")" ]
}

# An environment that was moved, or whose making was interrupted, is not worth mending.
usable() {
  fits "$python" && [ "$(cat .venv/place 2>/dev/null)" = "$(pwd)" ]
}

# Debian's Python comes without the part that makes environments.
package_for_venv() {
  "$1" -c 'import ensurepip, venv' >/dev/null 2>&1 ||
    "$1" -c 'import sys; print("python{}.{}-venv".format(*sys.version_info))'
}

if up_to_date "$wanted"; then
  exit
elif usable; then
  .ci/system-packages.sh "$wanted"
else
  base=$(find_python)
  .ci/system-packages.sh "$wanted" "$(package_for_venv "$base")"
  rm -rf .venv
  "$base" -m venv .venv
fi
echo "Installing the locked Python packages into .venv"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
# The lock is whole, so nothing is to be resolved: pip takes a newer release of what is locked where another package asks
# for an extra of it, and then refuses it for want of a hash.
"$python" -m pip install --quiet --no-deps --require-hashes --only-binary :all: -r "requirements/$wanted.txt"
broken=$("$python" -m pip check) || { echo "$broken" >&2 && exit 1; }
# In this mode the checkout is one line in a .pth file; setuptools' other way costs every start 15 ms.
"$python" -m pip install --quiet --no-index --no-deps --no-build-isolation --config-settings editable_mode=compat --editable .
pwd >.venv/place
# Everything that runs the program is in the lock of the tests too.
[ "$wanted" = app ] || fingerprint app >.venv/app.stamp
fingerprint "$wanted" >".venv/$wanted.stamp"
