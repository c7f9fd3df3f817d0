import Testing

@testable import TypecastSchema

@Suite("URI references")
struct URIReferenceTests {
  @Test(
    "A text is split into its components as written",
    arguments: [
      ("", nil, nil, "", nil, nil),
      ("#", nil, nil, "", nil, ""),
      ("#/definitions/foo bar", nil, nil, "", nil, "/definitions/foo bar"),
      ("#/$defs/a%25b", nil, nil, "", nil, "/$defs/a%25b"),
      ("schema.json#", nil, nil, "schema.json", nil, ""),
      ("urn:uuid:deadbeef-1234", "urn", nil, "uuid:deadbeef-1234", nil, nil),
      ("HTTP://User@Example.com:80/a/b?q=1?2#f?g#h", "HTTP", "User@Example.com:80", "/a/b", "q=1?2", "f?g#h"),
      ("//host", nil, "host", "", nil, nil),
      ("//host?q", nil, "host", "", "q", nil),
      ("file:///a/b.json", "file", "", "/a/b.json", nil, nil),
      ("file:/a/b.json", "file", nil, "/a/b.json", nil, nil),
      ("?a:b", nil, nil, "", "a:b", nil),
      ("./a:b", nil, nil, "./a:b", nil, nil),
      ("1a:b", nil, nil, "1a:b", nil, nil),
      (":b", nil, nil, ":b", nil, nil),
      ("a+b-c.1:", "a+b-c.1", nil, "", nil, nil),
      ("é:b", nil, nil, "é:b", nil, nil),
      ("http://例え.テスト/ü#ß", "http", "例え.テスト", "/ü", nil, "ß"),
      ("a\u{0}b#\u{301}", nil, nil, "a\u{0}b", nil, "\u{301}"),
    ] as [(String, String?, String?, String, String?, String?)])
  func components(text: String, scheme: String?, authority: String?, path: String, query: String?, fragment: String?) {
    let reference = URIReference(text)
    #expect(reference.scheme == scheme)
    #expect(reference.authority == authority)
    #expect(reference.path == path)
    #expect(reference.query == query)
    #expect(reference.fragment == fragment)
    #expect(reference.description == text)
    let rejoined = URIReference(scheme: scheme, authority: authority, path: path, query: query, fragment: fragment)
    #expect(rejoined == reference)
  }

  @Test("Equality and hashes look at bytes, not at canonical equivalence")
  func equalityByBytes() {
    let composed = URIReference("#caf\u{e9}")
    let decomposed = URIReference("#cafe\u{301}")
    #expect(composed.description == decomposed.description)
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed, URIReference("#caf\u{e9}")]).count == 2)
    #expect(URIReference("a") != URIReference("a#"))
  }

  @Test("A fragment can be taken off and replaced")
  func replacingFragment() {
    #expect(URIReference("a?b#c").withoutFragment.description == "a?b")
    #expect(URIReference("a#").withoutFragment.description == "a")
    #expect(URIReference("a").withoutFragment.description == "a")
    #expect(URIReference("#x").withoutFragment.description == "")
    #expect(URIReference("urn:a:b").replacingFragment(with: "/x").description == "urn:a:b#/x")
  }

  @Test("A fragment is decoded, and a broken encoding has no decoded form")
  func decodedFragment() {
    #expect(URIReference("#/$defs/a%25b").decodedFragment == "/$defs/a%b")
    #expect(URIReference("#/foo bar").decodedFragment == "/foo bar")
    #expect(URIReference("#%C3%A9").decodedFragment?.unicodeScalars.elementsEqual("\u{e9}".unicodeScalars) == true)
    #expect(URIReference("#").decodedFragment == "")
    #expect(URIReference("a").decodedFragment == nil)
    for broken in ["#%", "#%2", "#a%zz", "#%C3", "#%FF", "#%ED%A0%80"] {
      #expect(URIReference(broken).decodedFragment == nil, "\(broken)")
    }
  }

  @Test("A JSON Pointer becomes a fragment by RFC 6901 section 6")
  func fragmentForPointer() {
    let cases = [
      ("", ""), ("/foo/0", "/foo/0"), ("/a~1b", "/a~1b"), ("/c%d", "/c%25d"), ("/e^f", "/e%5Ef"), ("/g|h", "/g%7Ch"),
      ("/i\\j", "/i%5Cj"), ("/k\"l", "/k%22l"), ("/ ", "/%20"), ("/$defs/é", "/$defs/%C3%A9"), ("/a?b#c", "/a?b%23c"),
      ("/[x]{y}", "/%5Bx%5D%7By%7D"), ("/\u{0}", "/%00"),
    ]
    for (pointer, fragment) in cases {
      #expect(URIReference.fragment(forPointer: pointer) == fragment)
      #expect(URIReference("#" + fragment).decodedFragment == pointer)
    }
  }
}
