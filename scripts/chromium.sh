#!/bin/sh
# Prints the path of the Chromium that the tests drive, or fails. CHROMIUM names another one.
if [ -n "${CHROMIUM:-}" ]; then
    command -v -- "$CHROMIUM"
    exit
fi
# First the one without windows: the same engine, and a page opens in half the time.
for name in chromium-headless-shell chromium chromium-browser google-chrome; do
    if command -v "$name"; then exit; fi
done
exit 1
