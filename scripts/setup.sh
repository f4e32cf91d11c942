#!/bin/sh
# Sets this checkout up, on a fresh Debian or Ubuntu too: `setup.sh site` for building, `setup.sh test` for testing.
#
# The Makefile runs it before every target. It makes .venv from the hashed lock, puts this checkout on the
# environment's import path, and for tests sees to a Chromium. When all is there already it takes about 0.1 s.
# PYTHON=/path/to/python3.12 chooses the Python that .venv is made with.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd -- "$root"
venv_python=.venv/bin/python

say() { printf '%s\n' "$*" >&2; }
fail() { say "setup: $*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif has sudo && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then sudo "$@"
    else return 1
    fi
}

# Installs a Debian package if that is possible here; silent unless it fails.
apt_install() {
    has apt-get || return 1
    say "Installing the system package $1"
    log=$(mktemp)
    if { as_root apt-get -qq update &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$1"
    } >"$log" 2>&1 </dev/null; then
        rm -f -- "$log"
    else
        cat -- "$log" >&2
        rm -f -- "$log"
        return 1
    fi
}

# ---- a Python, 3.11 or newer
find_python() {
    for candidate in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python=$candidate
            return
        fi
    done
    fail "no Python 3.11 or newer found. On Debian 12, Ubuntu 24.04 or newer:
    sudo apt-get install python3 python3-venv
Elsewhere install one from python.org, or name yours: PYTHON=/path/to/python3.12 make ..."
}

# Debian keeps a part of the venv module in a package of its own.
need_venv_module() {
    "$python" -c 'import venv, ensurepip' 2>/dev/null && return
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    apt_install "$package" && "$python" -c 'import venv, ensurepip' 2>/dev/null && return
    fail "this Python cannot make virtual environments yet. Run, then try again:
    sudo apt-get install $package"
}

# ---- .venv, holding exactly what the lock says; a copy of the installed lock tells whether it still does
is_sound() {
    [ -x "$venv_python" ] && "$venv_python" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

is_installed() { cmp -s "$1" ".venv/locks/$1"; }

install_lock() {
    is_sound && is_installed "$1" && return
    if ! is_sound; then
        find_python
        need_venv_module
        "$python" -m venv --clear .venv || fail "could not make .venv with $python"
    fi
    say "Installing the locked packages (about a minute the first time)"
    rm -rf .venv/locks
    PIP_DISABLE_PIP_VERSION_CHECK=1 "$venv_python" -m pip -qq install --no-input --only-binary :all: \
        --require-hashes -r "$1" || fail "the packages of $1 could not be installed (see above)"
    mkdir .venv/locks
    cp requirements.txt .venv/locks/ # the lock for tests holds everything in the lock for building
    cp "$1" .venv/locks/
}

# Lets console scripts and notebooks import `scripts`; rewritten when the checkout was moved or copied.
put_on_path() {
    for packages in .venv/lib/python3.*/site-packages; do
        pth=$packages/market_almanac.pth
        [ "$(cat "$pth" 2>/dev/null)" = "$root" ] || printf '%s\n' "$root" >"$pth"
    done
}

# ---- a Chromium; the tests look for it under the same names, and else use Playwright's own
has_chromium() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        "$name" --version >/dev/null 2>&1 && return
    done
    "$venv_python" - 2>/dev/null <<'PY'
import os, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not os.path.exists(playwright.chromium.executable_path))
PY
}

install_chromium() {
    has_chromium && return
    # Ubuntu's chromium package is a snap, which containers cannot run.
    if ! grep -qs '^ID=ubuntu' /etc/os-release; then
        apt_install chromium && has_chromium && return
    fi
    say "Installing Playwright's Chromium"
    if "$venv_python" -m playwright install chromium >/dev/null; then
        as_root "$root/$venv_python" -m playwright install-deps chromium >/dev/null 2>&1 || true
        has_chromium && return
    fi
    fail "the tests need a Chromium and none could be installed. Run, then try again:
    sudo apt-get install chromium"
}

# ---- one set-up at a time: the second of two parallel makes waits for the first
if has flock; then
    exec 9<"scripts/setup.sh"
    flock 9
fi

case ${1-} in
    site) install_lock requirements.txt ;;
    check) install_lock requirements-dev.txt ;;
    test)
        install_lock requirements-dev.txt
        install_chromium
        ;;
    *) fail "usage: setup.sh site | check | test" ;;
esac
put_on_path
