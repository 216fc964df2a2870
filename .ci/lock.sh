#!/usr/bin/env bash
# Resolves the dependencies of pyproject.toml into requirements/, with hashes, for every platform and Python from 3.11 on.
# A version that is locked stays unless pyproject.toml forbids it; UPGRADE=1 takes the newest of everything.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/setup.sh app
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
.venv/bin/python -m venv "$tool"
"$tool/bin/python" -m pip install --quiet 'uv>=0.9,<1'
lock() {
  "$tool/bin/uv" pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-config \
    --no-header --no-annotate --no-emit-index-url --no-emit-find-links ${UPGRADE:+--upgrade} "$@"
}
lock --group build --output-file requirements/app.txt
lock --group build --group tests --constraint requirements/app.txt --output-file requirements/tests.txt
