#!/bin/sh
# Makes the virtual environment .venv from requirements.lock and requirements-axe.txt and puts the command `edition` into it.
# Does nothing, and needs no network, while .venv fits both. PYTHON names an interpreter to try first.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

libraries_stamp=.venv/libraries.stamp
project_stamp=.venv/project.stamp
old=build/venv-before

stop() {
    printf 'setup: %s\n' "$1" >&2
    exit 1
}

# A virtual environment can't be moved, so the folder belongs to the stamp.
libraries_key() {
    printf '%s %s\n' "$(cat requirements.lock requirements-axe.txt | cksum)" "$(pwd)"
}

project_key() {
    cksum <pyproject.toml
}

fresh() { # stamp file, key
    [ -f "$1" ] && [ "$(cat "$1")" = "$2" ] && .venv/bin/python -c '' 2>/dev/null
}

find_python() {
    for name in "${PYTHON:-python3.11}" python3.11 python3 python3.13 python3.12; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s\n' "$name"
            return
        fi
    done
    stop "Python 3.11 or newer is needed and was not found; on Debian, run: apt install python3 python3-venv"
}

pip_install() {
    quiet=--quiet
    if [ -t 1 ]; then quiet=; fi
    .venv/bin/python -m pip install $quiet --disable-pip-version-check --no-input "$@"
}

# What worked before is put back when its successor can't be made, for want of a network say.
set_old_aside() {
    trap put_old_back EXIT
    trap 'exit 1' HUP INT TERM
    rm -rf "$old"
    if [ -d .venv ]; then
        mkdir -p build
        mv .venv "$old"
    fi
}

put_old_back() {
    if [ ! -f "$libraries_stamp" ] && [ -d "$old" ]; then
        rm -rf .venv
        mv "$old" .venv
    fi
    rm -rf "$old"
}

install_libraries() {
    python=$(find_python)
    "$python" -c 'import venv, ensurepip; ensurepip.version()' 2>/dev/null ||
        stop "$python has no venv module with ensurepip; on Debian, run: apt install python3-venv"
    echo "setup: making .venv with the libraries of requirements.lock (once; needs the network) ..."
    set_old_aside
    "$python" -m venv .venv || stop "the virtual environment .venv could not be made (see above)"
    pip_install --require-hashes --requirement requirements.lock &&
        pip_install --require-hashes --no-deps --ignore-requires-python --requirement requirements-axe.txt ||
        stop "the libraries could not be installed (see above); is there a network connection?"
    libraries_key >"$libraries_stamp"
}

install_project() {
    pip_install --no-index --no-deps --no-build-isolation --editable . ||
        stop "the command \"edition\" could not be installed (see above)"
    project_key >"$project_stamp"
}

if ! fresh "$libraries_stamp" "$(libraries_key)"; then install_libraries; fi
if ! fresh "$project_stamp" "$(project_key)"; then install_project; fi
