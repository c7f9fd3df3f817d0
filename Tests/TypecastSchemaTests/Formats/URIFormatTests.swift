import Testing

import TypecastSchema

@Suite("Format uri")
struct URIFormatTests {
  @Test("URIs of RFC 3986 with a scheme are accepted")
  func uris() {
    expect(
      .uri,
      accepts: [
        "http://foo.bar/?baz=qux#quux", "http://u:p@h:80/p;x/%41?q=/?#f/?",
        "http://-.~_!$&'()*+,;=:%40:80%2f::::::@example.com", "http://[2001:db8::7]:8/", "http://[v1.a:b]/",
        "http://[VF.~]", "http://h:", "http://", "http:", "a+b-c.1:x", "mailto:a@b", "urn:uuid:1", "file:///etc",
        "file:/etc", "x:?", "x:#", "x:/", "x:a:b@c", "http://999.1/", "http://@h", "http://h//a",
      ],
      rejects: [
        "//h", "/a", "a", "", "?q", "#f", "1a:b", "a_b:c", ":a", "-a:b", "http://a b/", "http://h/a b",
        "http://h/\\", "http://h/\"", "http://h/<", "http://h/>", "http://h/{", "http://h/}", "http://h/|",
        "http://h/^", "http://h/`", "http://h/%", "http://h/%4", "http://h/%4g", "http://h/?%", "http://h/#%",
        "http://h/#a#b", "http://h/[a]", "http://h/?[", "http://h:8a/", "http://h:8:8/", "http://a@b@c/",
        "http://[::1", "http://::1]", "http://[::1]a/", "http://a[::1]/", "http://[]/", "http://[g::]/",
        "http://[v.a]", "http://[v1.]", "http://[v1a]", "http://[v1.\u{fc}]", "http://[::1%25a]", "http://[1.2.3.4]",
        "http://[::01.2.3.4]", "http:/[::1]", "http://h/\n", "http://h/\u{0}", "http://h/\u{7f}", "http://h\\a",
        "http://\u{fc}/", "http://h/\u{fc}", "x:\u{fc}",
      ])
  }
}
