#!/bin/sh
# Prints as Markdown what changes for readers from a commit to the files that are here: changes.sh COMMIT
# Both states are read by the tools that are here, so that only what people wrote is compared.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

base=${1:?changes: name the commit to compare with}
before=$(mktemp -d)
trap 'git worktree remove --force "$before/edition" 2>/dev/null; rm -rf "$before"' EXIT
git worktree add --quiet --detach "$before/edition" "$base" >&2
sh scripts/run.sh edition --root "$before/edition" manifest >"$before/before.tsv"
sh scripts/run.sh edition manifest >"$before/now.tsv"
sh scripts/run.sh edition diff "$before/before.tsv" "$before/now.tsv"
