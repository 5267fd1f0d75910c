#!/bin/sh
# Puts site/ on the branch gh-pages of REPOSITORY at SERVER, with TOKEN; KEEP=--keep also keeps it as a release of its own.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

served=$(mktemp -d)
trap 'rm -rf "$served"' EXIT
git init --quiet --initial-branch=gh-pages "$served"
git -C "$served" config user.name "${PUBLISHER:-The edition}"
git -C "$served" config user.email "${PUBLISHER_EMAIL:-edition@users.noreply.github.com}"
git -C "$served" remote add origin "$SERVER/$REPOSITORY"
if [ -n "${TOKEN:-}" ]; then # a header, so that the token stands in no file and no address
    GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=http.extraHeader
    GIT_CONFIG_VALUE_0="Authorization: Basic $(printf 'x-access-token:%s' "$TOKEN" | base64 | tr -d '\n')"
    export GIT_CONFIG_COUNT GIT_CONFIG_KEY_0 GIT_CONFIG_VALUE_0
fi
if git -C "$served" ls-remote --exit-code --heads origin gh-pages >/dev/null; then
    git -C "$served" fetch --quiet --depth 1 origin gh-pages
    git -C "$served" reset --quiet --hard FETCH_HEAD
fi
# shellcheck disable=SC2086 # KEEP is one word or none
sh scripts/run.sh edition publish site "$served" ${KEEP:-}
touch "$served/.nojekyll" # so that GitHub serves folders that begin with an underscore
git -C "$served" add --all
git -C "$served" diff --cached --quiet || git -C "$served" commit --quiet --message "Publish"
git -C "$served" push --quiet origin gh-pages
