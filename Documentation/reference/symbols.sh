#!/usr/bin/env bash
# Writes the symbol graphs of modules that are built: their public symbols with comments, places and relations.
# Usage: symbols.sh FOLDER-OF-MODULES OUTPUT MODULE...
set -euo pipefail
package=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
modules=$1
output=$2
shift 2
mkdir -p "$output"
# A cache of its own: one that is shared may hold what was compiled by another way to the same folder.
cache=$(mktemp -d)
trap 'rm -rf "$cache"' EXIT

target=$(swiftc -print-target-info)
told() { sed -n -E "s/^ *\"$1\" *: *\"(.*)\",?\$/\1/p" <<< "$target" | head -n 1; }
extract=$(told runtimeResourcePath)/../../bin/swift-symbolgraph-extract

flags=(-target "$(told triple)" -I "$modules" -module-cache-path "$cache")
if [[ $(uname) == Darwin ]]; then flags+=(-sdk "$(xcrun --show-sdk-path)"); fi
# The C libraries, of which modules know only the names.
for folder in "$package"/Sources/C*/; do flags+=(-I "$folder"); done
libraries=$(sed -n -E 's/.*pkgConfig: "([^"]*)".*/\1/p' "$package/Package.swift")
# shellcheck disable=SC2046,SC2086 # Words are meant to be split.
flags+=($(pkg-config --cflags-only-I $libraries))

for module; do
  "$extract" "${flags[@]}" -module-name "$module" -minimum-access-level public -skip-synthesized-members \
    -emit-extension-block-symbols -output-dir "$output"
done
