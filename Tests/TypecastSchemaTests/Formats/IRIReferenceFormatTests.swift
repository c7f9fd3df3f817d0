import Testing

import TypecastSchema

@Suite("Format iri-reference")
struct IRIReferenceFormatTests {
  @Test("IRIs and references with non-ASCII characters are accepted")
  func references() {
    expect(
      .iriReference,
      accepts: [
        "", "//h:8?q#f", "//", "/a", "/a//b", "a", "a/b:c", "./a:b", "?q:", "#f:", "..", "../a?b", "%41",
        "//[::1]/p", "a;b=c,d@e",
        "http://\u{192}\u{f8}\u{f8}.\u{df}\u{e5}r/?\u{2202}\u{e9}\u{153}=\u{3c0}\u{ee}x#\u{3c0}",
        "http://\u{fc}@\u{e9}:8/", "http://h/\u{10300}\u{e1000}", "http://h/?\u{e000}\u{f0000}\u{10fffd}",
        "x:\u{5d0}", "/\u{fc}", "\u{e2}\u{3c0}", "#\u{192}r", "//\u{fc}:8",
      ],
      rejects: [
        "a b", "1:b", "a%zz", "%", "/[a]", "//h:a", "//a@b@c", "\\\\host\\share", "#a\\b", "a\"b",
        "//[::ffff:192.168.0.01]/p", ":a", "a\u{0}", "a\n", "http://h/\u{e000}", "http://h/#\u{e000}",
        "http://\u{e000}/", "http://h/\u{f0000}", "http://h/" + noncharacter(0x1FFFE), "http://h/\u{e0001}",
        "http://h/" + noncharacter(0xFDD0), "http://h/\u{fff0}", "http://h/\u{80}", "http://h/\u{200e}",
        "http://h/?\u{202e}", "http://h:\u{661}/", "http://[\u{fc}]", "http://h/\u{fc}%", "http://h/\u{fc} b",
        "\u{fc}:a", "#\u{192}\\",
      ])
  }
}
