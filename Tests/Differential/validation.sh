#!/bin/sh
# Compares verdicts on made-up instances of real schemas with those of jsonschema-rs.
# Usage: validation.sh PROBE   (PROBE is the built ValidationProbe)
# INSTANCES of real schemas are made up (20,000 by default), SEED tells one run from another, TYPECAST_DATA is the data
# folder. The Python environment with jsonschema-rs is kept in VALIDATION_VENV, by default in the folder .build.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
[ $# -eq 1 ] || { echo "usage: validation.sh PROBE" >&2; exit 2; }

missing() {
  echo "$1"
  if [ "${TYPECAST_REQUIRE_DATA:-0}" = 1 ]; then exit 1; else exit 0; fi
}

data=${TYPECAST_DATA:-$root/../shared/data}
[ -d "$data/jsonschemabench" ] || missing "The shared data folder is not at $data: verdicts are not compared with jsonschema-rs. Set TYPECAST_DATA to it."

python=$("$here/python.sh") || missing "Nothing was compared."
PYTHONDONTWRITEBYTECODE=1 exec "$python" "$here/validation.py" "$1" "$data" "${INSTANCES:-20000}" --seed "${SEED:-1}"
