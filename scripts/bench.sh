#!/bin/sh
# Builds the site and measures its search in Chromium; `bench.sh --help` says what else it can.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

site=build/bench-site
sh scripts/run.sh mkdocs build --quiet --strict --site-dir "$site"
PYTHONPATH=tests exec sh scripts/run.sh searchbench "$site" "$@"
