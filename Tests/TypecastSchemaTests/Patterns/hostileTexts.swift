/// Texts that no pattern was written for.
let hostileTexts: [String] = [
  "", " ", "\n", "\r\n", "\u{2028}", "\u{FEFF}", "\0", "a", "A", "0", "-", "_", ".", "/", "\\", "\"", "abc", "ABC-123",
  "2024-02-30", "2024-12-31T23:59:60Z", "00000000-0000-0000-0000-000000000000", "user@example.com", "x-y", "$ref",
  "https://example.com/a?b=c#d", "../../etc/passwd", "a.b.c", "1.2.3-rc.1+build", "true", "false", "null", "12.50",
  "-1e10", "abc\n", "\nabc", "abc\ndef", "é", "ẞß", "日本語", "🐲", "🐲🐉", "e\u{301}", "\u{10FFFF}", "\u{E000}", "৪২",
  "a\u{A0}b", "a\u{200B}b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "[]{}()*+?.^$|\\/",
  "%20%zz", "&amp;", "<b>bold</b>", "{{name}}", "${name}", "key=value", "a,b,c", "a;b", "10.0.0.1", "::1", "#ff00FF",
]
