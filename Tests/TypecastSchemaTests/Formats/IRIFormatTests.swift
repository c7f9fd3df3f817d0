import Testing

import TypecastSchema

@Suite("Format iri")
struct IRIFormatTests {
  @Test("Beside what a URI holds, an IRI may hold non-ASCII characters")
  func iris() {
    expect(
      .iri,
      accepts: [
        "http://foo.bar/?baz=qux#quux", "http://u:p@h:80/p;x/%41?q=/?#f/?",
        "http://-.~_!$&'()*+,;=:%40:80%2f::::::@example.com", "http://[2001:db8::7]:8/", "http://[v1.a:b]/",
        "http://[VF.~]", "http://h:", "http://",
        "http://\u{192}\u{f8}\u{f8}.\u{df}\u{e5}r/?\u{2202}\u{e9}\u{153}=\u{3c0}\u{ee}x#\u{3c0}",
        "http://\u{fc}@\u{e9}:8/", "http://h/\u{10300}\u{e1000}", "http://h/?\u{e000}\u{f0000}\u{10fffd}",
        "x:\u{5d0}",
      ],
      rejects: [
        "//h", "/a", "a", "", "?q", "#f", "1a:b", "a_b:c", ":a", "-a:b", "http://a b/", "http://h/a b",
        "http://h/\\", "http://h/\"", "http://h/<", "http://h/>", "http://h/{", "http://h/}", "http://h/|",
        "http://h/^", "http://h/`", "http://h/%", "http://h/%4", "http://h/%4g", "http://h/?%", "http://h/#%",
        "http://h/#a#b", "http://h/[a]", "http://h/?[", "http://h:8a/", "http://h:8:8/", "http://a@b@c/",
        "http://[::1", "http://::1]", "http://[::1]a/", "http://a[::1]/", "http://[]/", "http://[g::]/",
        "http://h/\u{e000}", "http://h/#\u{e000}", "http://\u{e000}/", "http://h/\u{f0000}",
        "http://h/" + noncharacter(0x1FFFE), "http://h/\u{e0001}", "http://h/" + noncharacter(0xFDD0),
        "http://h/\u{fff0}", "http://h/\u{80}", "http://h/\u{200e}", "http://h/?\u{202e}", "http://h:\u{661}/",
        "\u{fc}:a", "http://[\u{fc}]", "http://h/\u{fc}%", "http://h/\u{fc} b",
      ])
  }
}
