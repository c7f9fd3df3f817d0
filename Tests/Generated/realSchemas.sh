#!/usr/bin/env bash
# Compiles every real schema of the shared data, and runs values through the generated code of a sample of them. Verdicts
# of generated code are compared with those of the interpreter and of jsonschema-rs.
# Usage: realSchemas.sh PROBE DATA   (PROBE is the built RealSchemaProbe)
# SAMPLE schemas are taken (100 by default), INSTANCES values of each are made up (1,000), SEED tells one run from another,
# KEEP is a file for the disagreements with jsonschema-rs. SAMPLE=500 INSTANCES=2500 come to a good million.
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
run=("$program" "$here/real-exceptions.txt" "${INSTANCES:-1000}" "${SEED:-1}")
if python=$("$here/../Differential/python.sh"); then
  PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$here/../Differential "$python" "$here/compare.py" "${run[@]}" ${KEEP:+--keep "$KEEP"}
elif [[ ${TYPECAST_REQUIRE_DATA:-0} == 1 ]]; then
  exit 1
else
  "$program/run" "$program/cases.jsonl" "${run[@]:1}"
fi
