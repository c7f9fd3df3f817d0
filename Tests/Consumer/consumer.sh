#!/usr/bin/env bash
# Uses the package as its users do, from a clone with a tag: follows README and the guides word for word, then builds a
# package of its own, changes its schemas, and looks at what was built anew.
#
#   Tests/Consumer/consumer.sh [FOLDER]    by default .build/consumer; what was built there before is used again
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=${1:-$root/.build/consumer}
rm -rf "$work/clone" "$work/package/Schemas" "$work/package/Sources"
mkdir -p "$work/clone" "$work/package"

# Says what was expected, and ends.
fail() {
  echo "consumer.sh: $1" >&2
  exit 1
}

# Runs a command, keeps what it prints, and shows that where it fails.
built() {
  if ! "$@" >"$work/log" 2>&1; then
    cat "$work/log" >&2
    fail "'$*' failed."
  fi
}

# Whether the last build, a verbose one like the one before it, compiled the Swift of the schemas.
compiled_schemas() {
  grep -q -e '-module-name Schemas ' "$work/log"
}

git clone -q --no-hardlinks "$root" "$work/clone/typecast"
git -C "$work/clone/typecast" tag -f 0.1.0 >/dev/null

echo "== the pages"
mkdir -p "$work/bin"
# As the tests are built, or all would be built anew. Nobody looks at its counts.
export LLVM_PROFILE_FILE=/dev/null
swift build --package-path "$root" --product typecast --enable-code-coverage >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "the tool does not build."; }
ln -sfn "$(swift build --package-path "$root" --show-bin-path)/typecast" "$work/bin/typecast"
# SwiftPM remembers what a version of an address was, and the next clone is another one: it keeps that here.
rm -rf "$work/swiftpm"
cat >"$work/bin/swift" <<SHELL
#!/bin/sh
verb=\$1
shift
exec "$(command -v swift)" "\$verb" --cache-path "$work/swiftpm/cache" --security-path "$work/swiftpm/security" "\$@"
SHELL
chmod +x "$work/bin/swift"
# All but what was built goes: whoever follows the pages begins with nothing.
find "$work/pages" -mindepth 1 -maxdepth 1 ! -name .build -exec rm -rf {} + 2>/dev/null || true
mkdir -p "$work/pages"
rm -rf "$work"/pages/.build/{checkouts,repositories,workspace-state.json}
GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="url.file://$work/clone/typecast.insteadOf" \
  GIT_CONFIG_VALUE_0="https://example.com/typecast.git" PATH="$work/bin:$PATH" \
  python3 "$root/Tests/Consumer/follow.py" "$work/pages" "$root/README.md" "$root"/Documentation/guides/*.md ||
  fail "README or a guide can't be followed."

export TYPECAST_URL="file://$work/clone/typecast"
cp -r "$root"/Tests/Consumer/Package.swift "$root"/Tests/Consumer/Schemas "$root"/Tests/Consumer/Sources "$work/package/"
cd "$work/package"
rm -rf Package.resolved .build/checkouts .build/repositories .build/workspace-state.json

echo "== a first build"
built swift build -v
compiled_schemas || fail "the first build did not compile the schemas."
.build/debug/Consumer >"$work/output"
diff -u - "$work/output" <<'OUTPUT' || fail "the consumer printed something else."
Printer on fire high 2026-11-26
{"subject":"","priority":"low","tags":[],"parent":{"subject":"Printer on fire","priority":"high","opened":"2026-11-26"}}
/subject: expected at least 1 character, found 0
1:1: missing "priority"
1:1: unexpected "prioritty"; did you mean "priority"?
1:47: /tags: expected elements that differ, found "a" at 0 and 1
OUTPUT

echo "== nothing changed"
built swift build -v
! compiled_schemas || fail "the schemas were compiled though nothing changed."

echo "== a schema is added"
echo '{"type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"]}' >Schemas/Order.schema.json
cat >Sources/Consumer/order.swift <<'SWIFT'
import Schemas

func order() throws -> Int { try Order(json: #"{"id": 7}"#).id }
SWIFT
built swift build -v
compiled_schemas || fail "a schema was added, and the schemas were not compiled."

echo "== a prompt is added, changed and broken"
printf '# user\n\nSort this: {{text}}\n' >Schemas/Ticket.sort.prompt.md
cat >Sources/Consumer/sort.swift <<'SWIFT'
import Schemas

func sort() -> String { TicketClient.sortMessages(text: "help").map(\.text).joined() }
SWIFT
built swift build
touch "$work/before"
sleep 1
printf '# user\n\nSort this, please: {{text}}\n' >Schemas/Ticket.sort.prompt.md
built swift build
rebuilt=$(find .build/plugins/outputs -name '*.swift' -newer "$work/before" -printf '%f ')
[[ $rebuilt == "Ticket.swift " ]] || fail "a changed prompt wrote these files anew: $rebuilt"
printf '# user\n\nSort this: {{txt\n' >Schemas/Ticket.sort.prompt.md
if swift build >"$work/log" 2>&1; then fail "a broken prompt was built."; fi
grep -q "Schemas/Ticket.sort.prompt.md:3:12: error: " "$work/log" ||
  { cat "$work/log" >&2; fail "the error in the prompt has no place."; }
rm Schemas/Ticket.sort.prompt.md Sources/Consumer/sort.swift

echo "== a schema has a name that no schema has"
echo '{}' >Schemas/Plain.json
built swift build
grep -q "Schemas/Plain.json:1:1: warning: this file is not compiled; call it Plain.schema.json" "$work/log" ||
  fail "a file with a name that is a slip was not warned of."
rm Schemas/Plain.json

echo "== a schema is broken"
printf '{\n  "type": "objekt"\n}\n' >Schemas/Order.schema.json
if swift build >"$work/log" 2>&1; then fail "a broken schema was built."; fi
grep -q "Schemas/Order.schema.json:2:11: error: there is no type \"objekt\"; did you mean \"object\"?" "$work/log" ||
  { cat "$work/log" >&2; fail "the error has no place, or another text."; }

echo "== a schema is removed"
rm Schemas/Order.schema.json Sources/Consumer/order.swift
built swift build
.build/debug/Consumer >/dev/null

echo "consumer.sh: all passed."
