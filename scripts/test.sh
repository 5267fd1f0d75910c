#!/bin/sh
# Runs all tests, or what the arguments for pytest choose; says which are skipped and why.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

sh scripts/install-chromium.sh
if ! sh scripts/chromium.sh >/dev/null; then
    echo "test: there is no Chromium, so the tests that need a browser are skipped (listed at the end)" >&2
fi
# Many tests start Python anew, which then would compile the same modules each time.
unset PYTHONDONTWRITEBYTECODE
exec sh scripts/run.sh pytest --numprocesses auto --dist worksteal -r fEs "$@"
