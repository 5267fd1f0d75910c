#!/bin/sh
# Serves the site on 127.0.0.1 at PORT (default 8000) and builds it again when a file changes.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

port=${PORT:-8000}
.venv/bin/python - "$port" <<'PY' || exit 1
import socket
import sys

try:
    socket.create_server(("127.0.0.1", int(sys.argv[1]))).close()
except (OSError, ValueError, OverflowError) as error:
    sys.exit(f"serve: port {sys.argv[1]} can't be used ({error}); try: make serve PORT=8001")
PY
exec sh scripts/run.sh mkdocs serve --dev-addr "127.0.0.1:$port" --watch "${EDITION_PAPERS:-papers}"
