#!/bin/sh
# Runs a Python module of .venv from the repository's root: run.sh MODULE [ARGUMENT ...]
# Makes EDITION_PAPERS (default: papers) an absolute path that must be a folder.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

papers=${EDITION_PAPERS:-papers}
if ! EDITION_PAPERS=$(CDPATH='' cd -- "$papers" 2>/dev/null && pwd); then
    printf 'EDITION_PAPERS: there is no folder %s\n' "$papers" >&2
    exit 1
fi
export EDITION_PAPERS
# Material's notice about MkDocs 2 tells the reader of a build nothing: requirements.lock pins MkDocs 1.6.1.
export NO_MKDOCS_2_WARNING=1
exec .venv/bin/python -m "$@"
