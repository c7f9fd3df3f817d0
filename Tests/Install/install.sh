#!/usr/bin/env bash
# Installs the tool below a temporary folder, uses it from another one as if there were no Swift, and takes it away again.
#
#   Tests/Install/install.sh
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix="$work/a prefix"

# Says what was expected, and ends.
fail() {
  echo "install.sh: $1" >&2
  exit 1
}

files="bin/typecast
share/bash-completion/completions/typecast
share/fish/vendor_completions.d/typecast.fish
share/man/man1/typecast.1
share/zsh/site-functions/_typecast"

echo "== an install below $prefix, with a stage of its own"
make -s -C "$root" install PREFIX="$prefix" DESTDIR="$work/stage" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "make install failed."; }
below=$work/stage$prefix
[[ $(cd "$below" && find . -type f -printf '%P\n' | LC_ALL=C sort) == "$files" ]] || fail "other files were installed: $(find "$below" -type f)"
[[ ! -e $prefix ]] || fail "something was installed outside of the stage."

# Nothing of Swift is in reach, by a path or by what the program was linked with.
echo "== $(du -h "$below/bin/typecast" | cut -f1) that need: $(ldd "$below/bin/typecast" | awk '/=>/ { print $1 }' | xargs)"
! ldd "$below/bin/typecast" | grep -i -E 'swift|foundation|dispatch|not found' || fail "the program needs Swift to run."
cp "$below/bin/typecast" "$work/typecast"
cd "$work"
tool() { env -i PATH=/usr/bin:/bin "$work/typecast" "$@"; }
tool --version | grep -q '^typecast [0-9]' || fail "it says no version."
echo '{"type": "object", "properties": {"number": {"type": "string"}}, "required": ["number"]}' >Invoice.schema.json
echo '{"text": "Sure: {number: 7}"}' >answers.jsonl
[[ $(echo mail | tool cast Invoice.schema.json --model script:answers.jsonl 2>/dev/null) == '{"number":"7"}' ]] ||
  fail "cast gave no value."
tool cassette check "$root/Golden/cassettes/ollama" 2>/dev/null || fail "it can't read cassettes."
mkdir Schemas && mv Invoice.schema.json Schemas
tool compile --schemas Schemas --output Shapes || fail "it can't compile."
grep -q 'struct Invoice' Shapes/Invoice.swift || fail "the schema became no type."

echo "== completions and the manual page"
for pair in bash:bash-completion/completions/typecast zsh:zsh/site-functions/_typecast fish:fish/vendor_completions.d/typecast.fish; do
  tool completions "${pair%%:*}" | cmp -s - "$below/share/${pair#*:}" || fail "the completions for ${pair%%:*} are others."
done
cmp -s "$root/Golden/cli/typecast.1" "$below/share/man/man1/typecast.1" || fail "the manual page is another."
if command -v man >/dev/null; then
  MANPATH="$below/share/man" MANPAGER=cat man typecast 2>/dev/null | grep -q 'typecast validate' || fail "man does not find the page."
else
  echo "skipped: man is not installed."
fi

echo "== what is installed goes again, and nothing else"
touch "$below/bin/other"
make -s -C "$root" uninstall PREFIX="$prefix" DESTDIR="$work/stage" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "make uninstall failed."; }
[[ $(find "$below" -type f) == "$below/bin/other" ]] || fail "more or less is left: $(find "$below" -type f)"

echo "install.sh: all passed."
