#!/bin/sh
# Makes the virtual environment of the read-back tests (default: .venv at the root), anew when the requirements change.
# Prints its Python, for TIES_PYTHON. Needs Python 3.11 or later, as python3 or as $PYTHON.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
venv=${1:-$here/../../../.venv}
if ! cmp -s "$here/requirements.txt" "$venv/requirements.txt"; then
	rm -rf "$venv"
	"${PYTHON:-python3}" -c 'import sys; sys.exit("Python 3.11 or later is needed: name one in PYTHON" if sys.version_info < (3, 11) else 0)'
	"${PYTHON:-python3}" -m venv "$venv" >&2 || { echo "no virtual environment can be made: on Debian and Ubuntu, install python3-venv" >&2; exit 1; }
	"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$here/requirements.txt" >&2
	cp "$here/requirements.txt" "$venv/requirements.txt" # last: an install that was broken off is done again
fi
echo "$(cd "$venv" && pwd)/bin/python"
