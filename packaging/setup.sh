#!/usr/bin/env bash
# Makes .venv and installs Garita into it: setup.sh [EXTRA,EXTRA]
# Knows Debian, Ubuntu and macOS. What the system lacks is installed when we may, else one sentence says what to type.
# llama-cpp-python is a source package and compiles for some minutes; pip keeps the wheel, so it happens once.
set -euo pipefail
cd "$(dirname "$0")/.."
extras="${1:-}"
python="${PYTHON:-python3}"

say() { printf 'garita: %s\n' "$*" >&2; }
stop() { say "$*"; exit 2; }

python_ok() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
has_venv() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }
has_extra() { case ",$extras," in *",$1,"*) true ;; *) false ;; esac; }
# Ubuntu has given some libraries a name with t64 at its end; apt finds them under the old one, dpkg does not.
has_package() { { dpkg-query -W -f='${Status}\n' "$1" "$1t64" 2>/dev/null || true; } | grep -q "ok installed"; }
has_compiler() { command -v c++ >/dev/null || command -v g++ >/dev/null || command -v clang++ >/dev/null; }

find_python() {
    for candidate in "$python" python3 python3.13 python3.12 python3.11; do
        if python_ok "$candidate"; then python="$candidate"; return; fi
    done
}

# Debian and Ubuntu: install the named packages when we are root or sudo asks no password.
apt_install() {
    if [ "$(id -u)" = 0 ]; then sudo=(); elif sudo -n true 2>/dev/null; then sudo=(sudo -n)
    else stop "These system packages are missing: $*. Please run: sudo apt-get install $*"; fi
    say "installing the system packages $*"
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

find_python
missing=()
python_ok "$python" || missing+=(python3 python3-venv)
{ python_ok "$python" && has_venv; } || missing+=(python3-venv)
has_compiler || missing+=(g++)
if [ "${#missing[@]}" -gt 0 ]; then
    if command -v apt-get >/dev/null; then apt_install "${missing[@]}"
    elif [ "$(uname)" = Darwin ]; then
        has_compiler || stop "A C++ compiler is missing. Please run: xcode-select --install"
        stop "Python 3.11 or newer is missing. Please run: brew install python@3.12"
    else stop "Please install Python 3.11 or newer with venv, and a C++ compiler, then try again."; fi
    find_python
fi
python_ok "$python" || stop "Garita needs Python 3.11 or newer; this system has $("$python" --version 2>&1). Set PYTHON=/path/to/python3.11 and try again."

# Sound and screen: libraries that Python's packages do not bring on Linux; for the tests a sound server, a screen and
# fonts of their own.
system=()
if has_extra voice || has_extra dev; then system+=(libportaudio2 libasound2-plugins); fi
if has_extra desktop; then
    system+=(libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0)
    system+=(libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0)
    system+=(libxcb-shape0 libxcb-xkb1)
fi
if has_extra dev; then system+=(pulseaudio pulseaudio-utils libpulse0 xvfb xdotool fonts-inter fonts-dejavu-core); fi
if [ "${#system[@]}" -gt 0 ] && command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    missing=()
    for package in "${system[@]}"; do has_package "$package" || missing+=("$package"); done
    if [ "${#missing[@]}" -gt 0 ]; then apt_install "${missing[@]}"; fi
fi

[ -x .venv/bin/python ] && .venv/bin/python -c 'import pip' 2>/dev/null || "$python" -m venv --clear .venv
say "installing the pinned packages into .venv (the first time llama.cpp is compiled, about 4 minutes)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check -c packaging/constraints.txt -e ".${extras:+[$extras]}"
