#!/usr/bin/env bash
# Runs the JSON Schema Test Suite through generated code: suite.sh WRITER DATA   (WRITER is the built SuiteWriter)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[[ $# -eq 2 ]] || { echo "usage: suite.sh WRITER DATA" >&2; exit 2; }
program=$here/../../.build/generated/suite
mkdir -p "$program"
"$1" "$program" "$2/json-schema-test-suite" draft7 draft2020-12
"$here/build.sh" "$program"
"$program/run" "$program/cases.jsonl" "$here/suite-exceptions.txt"
