#!/bin/sh
# Installs Chromium, a Chinese font and what Playwright's driver links to from Debian's packages, where they are
# missing and this user may.
# Never fails: without a browser the tests still run, and skip what needs one.
CDPATH='' cd -- "$(dirname -- "$0")/.." || exit

say() {
    printf 'test: %s\n' "$1" >&2
}

lack() {
    missing="${missing:+$missing }$*"
}

font_is_there() {
    fc-list :lang=zh 2>/dev/null | grep -q .
}

driver_starts() {
    .venv/bin/python -m playwright --version >/dev/null 2>&1
}

missing=
sh scripts/chromium.sh >/dev/null || lack chromium-headless-shell
# fontconfig brings fc-list, by which the next run sees that the font is there.
font_is_there || lack fontconfig fonts-noto-cjk
driver_starts || lack libatomic1
if [ -z "$missing" ]; then exit 0; fi

if [ -n "${CHROMIUM:-}" ]; then
    say "nothing is installed, since CHROMIUM=$CHROMIUM names a browser; missing here: $missing"
elif [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    say "missing here: $missing; on Debian, root can install them with: apt install $missing"
else
    say "installing $missing from Debian's packages (once; needs the network) ..."
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086  # a list of names
    if ! { timeout 300 apt-get update -qq && timeout 900 apt-get install -y -qq --no-install-recommends $missing; } \
        >/dev/null; then
        say "apt-get failed (see above); going on without: $missing"
    fi
fi
exit 0
