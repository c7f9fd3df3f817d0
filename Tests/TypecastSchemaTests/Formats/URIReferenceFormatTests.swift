import Testing

import TypecastSchema

@Suite("Format uri-reference")
struct URIReferenceFormatTests {
  @Test("URIs and relative references are accepted")
  func references() {
    expect(
      .uriReference,
      accepts: [
        "http://foo.bar/?baz=qux#quux", "http://u:p@h:80/p;x/%41?q=/?#f/?",
        "http://-.~_!$&'()*+,;=:%40:80%2f::::::@example.com", "http://[2001:db8::7]:8/", "http://[v1.a:b]/",
        "http://[VF.~]", "", "//h:8?q#f", "//", "/a", "/a//b", "a", "a/b:c", "./a:b", "?q:", "#f:", "..", "../a?b",
        "%41", "//[::1]/p", "a;b=c,d@e",
      ],
      rejects: [
        "a b", "1:b", "a%zz", "%", "/[a]", "//h:a", "//a@b@c", "\\\\host\\share", "#a\\b", "a\"b",
        "//[::ffff:192.168.0.01]/p", ":a", "a\u{0}", "a\n", "/\u{fc}", "#\u{fc}",
      ])
  }
}
