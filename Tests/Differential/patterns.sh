#!/bin/sh
# Compares verdicts on the patterns of real schemas, and on made-up ones, with those of Node.
# Usage: patterns.sh PROBE FOLDER…   (PROBE is the built PatternProbe; PATTERN_TEXTS texts are tried per pattern)
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
# Node 18 has the properties of an older Unicode, and negated classes that miss characters beyond U+FFFF.
if ! node --eval 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' > /dev/null 2>&1; then
  echo "There is no Node 20 or later: patterns are not compared with it."
  exit 0
fi
[ $# -ge 2 ] || { echo "usage: patterns.sh PROBE FOLDER…" >&2; exit 2; }
probe=$1
shift
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
node "$here/patterns.mjs" collect "$@" > "$scratch/real"
node "$here/patterns.mjs" random 5000 1 > "$scratch/random"
for kind in real random; do
  echo "== $kind patterns"
  "$probe" "${PATTERN_TEXTS:-120}" < "$scratch/$kind" > "$scratch/verdicts"
  node "$here/patterns.mjs" compare "$scratch/$kind" < "$scratch/verdicts"
done
