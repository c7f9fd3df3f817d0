#!/usr/bin/env bash
# Runs the JSON Schema Test Suite through generated code: suite.sh WRITER DATA   (WRITER is the built SuiteWriter)
# PARTS names folders of the suite's tests, such as "draft7 draft7/optional/format"; by default all that hold cases.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[[ $# -eq 2 ]] || { echo "usage: suite.sh WRITER DATA" >&2; exit 2; }
parts=${PARTS:-$(for draft in draft4 draft6 draft7 draft2019-09 draft2020-12; do
  echo "$draft" "$draft/optional" "$draft/optional/format"
done)}
program=$here/../../.build/generated/suite
mkdir -p "$program"
# shellcheck disable=SC2086 # One word for each part.
"$1" "$program" "$2/json-schema-test-suite" $parts
"$here/build.sh" "$program"
# What is expected of the other parts is not missed.
for part in $parts; do
  grep "^$part/[^/]*\.json |" "$here/suite-exceptions.txt" || true
done > "$program/exceptions.txt"
"$program/run" "$program/cases.jsonl" "$program/exceptions.txt"
