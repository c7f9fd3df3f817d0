#!/usr/bin/env bash
# Compiles a program that CaseProgram wrote: build.sh FOLDER
# Its modules are compiled without optimisation, as strictly as this package itself, against the library's own modules
# of the release build. A module whose text stayed the same is not compiled again.
set -euo pipefail
folder=$(cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# With the flags of the other heavy checks, or each would build what the other had.
optimised=(-c release -Xswiftc -enable-testing)
swift build "${optimised[@]}" --target Typecast
built=$(swift build "${optimised[@]}" --show-bin-path)
mkdir -p "$folder/built"

flags=(-swift-version 6 -warnings-as-errors -wmo -I "$built/Modules" -I "$folder/built")
for feature in ExistentialAny InternalImportsByDefault MemberImportVisibility; do
  flags+=(-enable-upcoming-feature "$feature")
done
library=()
for module in TypecastJSON TypecastSchema TypecastPrompts Typecast; do
  while read -r name; do
    name=${name##*/}
    library+=("$built/$module.build/${name%\"}.o")
  done < "$built/$module.build/sources"
done
state=$(printf '%s\n' "${flags[@]}"; cat "$built"/Modules/Typecast*.swiftmodule | cksum; swiftc --version 2>&1 | head -n 1)

# Compiles one module, unless that was done.
compile() {
  local source=$1 module sum
  module=$(basename "$source" .swift)
  sum=$(printf '%s' "$state" | cat - "$source" | cksum)
  [[ -f $folder/built/$module.sum && $(< "$folder/built/$module.sum") == "$sum" ]] && return
  rm -f "$folder/built/$module.sum"
  swiftc -Onone "${flags[@]}" -parse-as-library -module-name "$module" \
    -emit-module -emit-module-path "$folder/built/$module.swiftmodule" -c "$source" -o "$folder/built/$module.o"
  printf '%s' "$sum" > "$folder/built/$module.sum"
}

running=0
for source in "$folder"/sources/*.swift; do
  if ((running == $(nproc))); then wait -n; running=$((running - 1)); fi
  compile "$source" & running=$((running + 1))
done
while ((running > 0)); do wait -n; running=$((running - 1)); done

objects=()
for source in "$folder"/sources/*.swift; do objects+=("$folder/built/$(basename "$source" .swift).o"); done
swiftc -O "${flags[@]}" -module-name Runner Tests/Generated/Runner/*.swift "$folder/groups.swift" \
  "${objects[@]}" "${library[@]}" -use-ld=lld -o "$folder/run"
