#!/usr/bin/env bash
# Compiles every real schema of the shared data, and runs values through the generated code of a sample of them.
# Usage: realSchemas.sh PROBE DATA   (PROBE is the built RealSchemaProbe)
# SAMPLE schemas are taken (100 by default), INSTANCES values of each are made up, SEED tells one run from another.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[[ $# -eq 2 ]] || { echo "usage: realSchemas.sh PROBE DATA" >&2; exit 2; }
sample=${SAMPLE:-100}
program=$here/../../.build/generated/real-$sample
mkdir -p "$program"
"$1" compile "$2" > "$program/compile.log" || { tail -n 40 "$program/compile.log" >&2; exit 1; }
grep -v '^refused' "$program/compile.log"
"$1" write "$2" "$program" "$sample"
"$here/build.sh" "$program"
"$program/run" "$program/cases.jsonl" "$here/real-exceptions.txt" "${INSTANCES:-1000}" "${SEED:-1}"
