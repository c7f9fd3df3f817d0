#!/bin/sh
# Prints the path of a Python that has jsonschema-rs, and makes its environment if there is none.
# It is kept in VALIDATION_VENV, by default in the folder .build.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
venv=${VALIDATION_VENV:-$here/../../.build/validation-venv}
if ! "$venv/bin/python" -c 'import jsonschema_rs' > /dev/null 2>&1; then
  # An environment that was left half made would fail for ever.
  rm -rf "$venv"
  { python3 -m venv "$venv" && "$venv/bin/pip" install --quiet --disable-pip-version-check 'jsonschema-rs==0.60.3'; } >&2 || {
    echo "jsonschema-rs can't be installed: verdicts are not compared with it. Check python3-venv and the network, then run this again." >&2
    exit 1
  }
fi
echo "$venv/bin/python"
