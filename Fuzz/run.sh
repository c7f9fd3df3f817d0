#!/usr/bin/env bash
# Fuzzes what reads hostile input, address sanitizer on. What breaks a target is kept in Fuzz/findings.
#
#   Fuzz/run.sh [TARGET | all] [SECONDS]    each target for so long, 20 seconds unless told, as many at once as there are cores
#   Fuzz/run.sh TARGET FILE                 one input again
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

all=(reader stream validator lint compile pattern format prompt extract mend coerce growing
  sse ndjson ollama openai responses anthropic gemini failure cassette)
declare -A longest=(
  [reader]=2048 [stream]=1024 [validator]=4096 [lint]=4096 [compile]=4096 [pattern]=512 [format]=512 [prompt]=1024
  [extract]=1024 [mend]=1024 [coerce]=1024 [growing]=1024
  [sse]=512 [ndjson]=512 [ollama]=2048 [openai]=2048 [responses]=2048 [anthropic]=2048 [gemini]=2048 [failure]=1024 [cassette]=4096)
declare -A dictionary=(
  [reader]=json [stream]=json [validator]=schema [lint]=schema [compile]=schema [pattern]=pattern [format]=format
  [prompt]=prompt [extract]=casting [mend]=casting [coerce]=coercion [growing]=json [sse]=wire [ndjson]=wire [ollama]=wire [openai]=wire
  [responses]=wire [anthropic]=wire [gemini]=wire [failure]=wire [cassette]=xml)

wanted=${1:-all}
much=${2:-20}
build=Fuzz/.build
bin=$build/bin

# Prints what is wrong with the call, and ends.
refuse() {
  echo "Fuzz/run.sh: $1" >&2
  exit 2
}

if [[ $wanted == all ]]; then
  targets=("${all[@]}")
elif [[ -n ${longest[$wanted]:-} ]]; then
  targets=("$wanted")
else
  refuse "there is no target '$wanted'. Give one of: all ${all[*]}"
fi
[[ $much =~ ^[1-9][0-9]*$ || (-f $much && $wanted != all) ]] ||
  refuse "'$much' is neither a number of seconds nor a file. Say, for example: Fuzz/run.sh $wanted 600"

# What comes to the end of its steps takes a good second here, and the sanitizer and neighbours make that several.
patience=15

# The Swift runtime would report a crash before the sanitizer does, and takes its time. Leaks are not looked for: what
# a `static let` holds lives as long as the process.
export SWIFT_BACKTRACE=enable=no
export ASAN_OPTIONS=detect_leaks=0

# Leaves the plugin out of the package.
export TYPECAST_FUZZING=1

# The objects of today's sources: the folder may hold those of files that are gone.
objects() {
  local module name
  for module in TypecastJSON TypecastSchema TypecastPrompts TypecastCompiler Typecast TypecastCurl TypecastModels TypecastCassettes FuzzTargets; do
    while read -r name; do
      name=${name##*/}
      printf '%s\n' "$build/release/$module.build/${name%\"}.o"
    done <"$build/release/$module.build/sources"
  done
}

# An executable target would bring a main of its own, so the objects are linked to that of libFuzzer by hand.
swift build --scratch-path "$build" -c release --target FuzzTargets -Xswiftc -sanitize=fuzzer,address -Xswiftc -g
mkdir -p "$bin" Fuzz/findings
mapfile -t linked < <(objects)
swiftc -use-ld=lld -sanitize=fuzzer,address "${linked[@]}" -lcurl -lxml2 -lyaml -o "$bin/fuzz"
for target in "${all[@]}"; do ln -sf fuzz "$bin/$target"; done

if [[ -f $much ]]; then exec "$bin/$wanted" "$much"; fi

data=${TYPECAST_DATA:-../shared/data}
[[ -d $data ]] || data=
python3 Fuzz/seeds.py "$build/seeds" ${data:+"$data"}

# Fuzzes one target, and prints what came of it at the end, in one piece.
fuzz() {
  local target=$1 corpus=$build/corpus/$1 log=$build/$1.log found
  mkdir -p "$corpus"
  if ! "$bin/$target" -max_total_time="$much" -timeout="$patience" -rss_limit_mb=2048 -max_len="${longest[$target]}" \
    -dict="Fuzz/Dictionaries/${dictionary[$target]}.dict" -artifact_prefix="Fuzz/findings/$target-" \
    -print_final_stats=1 "$corpus" "$build/seeds/$target" >"$log" 2>&1; then
    grep -a -m 1 -A 30 -E '^FINDING|ERROR: |Fatal error|^Could not' "$log" >&2 || tail -n 30 "$log" >&2
    found=$(sed -n 's/^.*Test unit written to //p' "$log" | tail -n 1)
    echo "Fuzz/run.sh: $target found something. To see it again: Fuzz/run.sh $target ${found:-# and read $log}" >&2
    return 1
  fi
  {
    printf '== fuzzed %s for %s s\n' "$target" "$much"
    grep -a ' cov: ' "$log" | tail -n 1
    grep -a -E '^(Done|stat::(average_exec_per_sec|peak_rss_mb))' "$log"
  } >"$log.summary"
  cat "$log.summary"
}

# As many at once as there are cores. What one of them finds ends all.
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
cores=$(getconf _NPROCESSORS_ONLN)
running=0
for target in "${targets[@]}"; do
  if ((running >= cores)); then
    wait -n
    running=$((running - 1))
  fi
  fuzz "$target" &
  running=$((running + 1))
done
while ((running > 0)); do
  wait -n
  running=$((running - 1))
done
