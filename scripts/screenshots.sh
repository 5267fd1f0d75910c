#!/bin/sh
# Builds the site and writes pictures of its kinds of pages to build/screenshots: screenshots.sh [KIND ...]
# SITE_DIR names a site that is built already.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

site=${SITE_DIR:-build/screenshots-site}
if [ -z "${SITE_DIR:-}" ]; then sh scripts/run.sh mkdocs build --quiet --strict --site-dir "$site"; fi
PYTHONPATH=tests exec sh scripts/run.sh screenshots "$site" build/screenshots "$(sh scripts/chromium.sh)" "$@"
