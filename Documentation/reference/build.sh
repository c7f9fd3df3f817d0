#!/usr/bin/env bash
# Builds the reference of what the package's libraries offer, as a site of static files. A warning is an error.
# Usage: build.sh FOLDER-OF-MODULES OUTPUT
set -euo pipefail
package=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
modules=$1
output=$2
if ! command -v docc > /dev/null; then
  echo "docc is missing. It is part of the Swift toolchain: put the folder that swift is in into PATH." >&2
  exit 1
fi

# What products of the package let a program import, each after those whose symbols it names.
names=(
  TypecastJSON TypecastSchema TypecastPrompts Typecast TypecastCurl TypecastModels TypecastCassettes TypecastTesting
)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$package/Documentation/reference/symbols.sh" "$modules" "$work/symbols" "${names[@]}"
archives=()
dependencies=()
for name in "${names[@]}"; do
  echo "Building the reference of $name"
  mkdir "$work/$name"
  find "$work/symbols" \( -name "$name.*" -o -name "$name@*" \) -exec mv {} "$work/$name" \;
  archive=$work/$name.doccarchive
  if ! docc convert "$package/Sources/$name/$name.docc" --additional-symbol-graph-dir "$work/$name" \
    --output-path "$archive" --fallback-display-name "$name" --fallback-bundle-identifier "$name" \
    --fallback-default-module-kind Module --enable-experimental-external-link-support --warnings-as-errors \
    ${dependencies[@]+"${dependencies[@]}"} > "$work/log" 2>&1; then
    cat "$work/log"
    exit 1
  fi
  archives+=("$archive")
  dependencies+=(--dependency "$archive")
done

rm -rf "$output"
docc merge "${archives[@]}" --synthesized-landing-page-name Typecast --output-path "$output"
echo "The reference is in $output. To read it:"
echo "  python3 -m http.server --directory $output 8000"
echo "and open http://localhost:8000/documentation/. Any server of static files does."
