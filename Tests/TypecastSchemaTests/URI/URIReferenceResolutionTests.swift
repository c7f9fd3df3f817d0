import Testing

@testable import TypecastSchema

@Suite("Resolution of URI references")
struct URIReferenceResolutionTests {
  /// The normal and abnormal examples of RFC 3986 sections 5.4.1 and 5.4.2.
  @Test(
    "The examples of RFC 3986 come out as printed there",
    arguments: [
      ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
      ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
      ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
      (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"),
      ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
      ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
      ("../../g", "http://a/g"),
      ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
      ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"),
      ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"),
      ("g/../h", "http://a/b/c/h"), ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
      ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
      ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"), ("http:g", "http:g"),
    ])
  func examples(reference: String, expected: String) {
    let base = URIReference("http://a/b/c/d;p?q")
    #expect(URIReference(reference).resolved(against: base).description == expected)
  }

  @Test(
    "Every kind of base serves",
    arguments: [
      ("urn:uuid:0ab1", "#/$defs/x", "urn:uuid:0ab1#/$defs/x"),
      ("urn:uuid:0ab1", "", "urn:uuid:0ab1"),
      ("urn:example:a", "urn:example:b#c", "urn:example:b#c"),
      ("urn:a/b", "c", "urn:a/c"),
      ("urn:a", "b", "urn:b"),
      ("urn:a", "x/../b", "urn:/b"),
      ("file:///dir/a.json", "b.json#x", "file:///dir/b.json#x"),
      ("file:///dir/a.json", "../../b.json", "file:///b.json"),
      ("file:/dir/a.json", "b.json", "file:/dir/b.json"),
      ("file:/dir/a.json", "/.//b", "file:/.//b"),
      ("file:/.//b", "c", "file:/.//c"),
      ("http://h", "a", "http://h/a"),
      ("http://h?q", "", "http://h?q"),
      ("http://h/a#f", "", "http://h/a"),
      ("", "", ""),
      ("", "#x", "#x"),
      ("", "a/b.json#x", "a/b.json#x"),
      ("", "/a/../b", "/b"),
      ("", "//h/a/./b", "//h/a/b"),
      ("", "../b.json", "../b.json"),
      ("", "a/../b", "b"),
      ("", "a/..", "./"),
      ("", "a/..//b", ".//b"),
      ("", "./a:b", "./a:b"),
      ("dir/a.json", "../../b.json", "../b.json"),
      ("dir/a.json", "..", "./"),
      ("../dir/a.json", "b.json", "../dir/b.json"),
      ("../dir/a.json", "../../b.json", "../../b.json"),
      ("a.json", "b.json", "b.json"),
      ("//h/a/b", "../../../c", "//h/c"),
      ("http://h/ä/b", "é c", "http://h/ä/é c"),
    ])
  func bases(base: String, reference: String, expected: String) {
    let resolved = URIReference(reference).resolved(against: URIReference(base))
    #expect(resolved.description == expected)
    #expect(resolved == URIReference(expected))
    #expect(resolved.path == URIReference(expected).path)
  }

  @Test("A path of many dot segments is resolved in one pass")
  func longPath() {
    let ups = String(repeating: "a/../", count: 200_000)
    let resolved = URIReference(ups + "b").resolved(against: URIReference("http://h/x/y"))
    #expect(resolved.description == "http://h/x/b")
  }

  @Test(
    "Normalized references are equal when they name one resource",
    arguments: [
      ("HTTP://Example.COM/A", "http://example.com/A"),
      ("http://e.com/a#", "http://e.com/a"),
      ("http://e.com/%7ea/%2f", "http://e.com/~a/%2F"),
      ("http://User@E.com/", "http://User@e.com/"),
      ("http://e.com/é", "http://e.com/%C3%A9"),
      ("http://e.com/a b", "http://e.com/a%20b"),
      ("http://e.com/x/../a", "http://e.com/a"),
      ("#/$defs/%5Ea", "#/$defs/%5Ea"),
      ("#/$defs/^a", "#/$defs/%5Ea"),
      ("URN:Example:A", "urn:Example:A"),
      ("a%", "a%25"),
      ("%a%41", "%25aA"),
      ("%2E%2E/a", "../a"),
      ("a%3Ab", "a%3Ab"),
      ("", ""),
    ])
  func normalization(text: String, expected: String) {
    let normalized = URIReference(text).normalized
    #expect(normalized.description == expected)
    #expect(normalized.normalized == normalized)
  }

  @Test("References to different resources stay different when normalized")
  func normalizationKeepsDifferences() {
    let texts = ["a", "A", "a?", "a%2Fb", "a/b", "a%3Fb", "a?b", "http:a", "http:/a", "http://a", "http://a/"]
    #expect(Set(texts.map { URIReference($0).normalized }).count == texts.count)
  }
}
