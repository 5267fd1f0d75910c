#!/bin/sh
# Writes requirements.lock from requirements.in, keeping the versions that still fit (--upgrade: take the newest).
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

PATH=$PATH:$(pwd)/.venv/bin
if ! command -v uv >/dev/null; then
    echo "lock: this needs uv, which nothing else does; run: .venv/bin/pip install uv" >&2
    exit 1
fi
# One version for all Pythons (fewest), so that everybody builds the same site.
UV_CUSTOM_COMPILE_COMMAND="make lock" exec uv pip compile --quiet --generate-hashes --universal \
    --fork-strategy fewest --python-version 3.11 --output-file requirements.lock "$@" requirements.in
