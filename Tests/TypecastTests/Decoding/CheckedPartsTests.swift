import Testing
import Typecast

@Suite("Parts of a schema that are interpreted")
struct CheckedPartsTests {
  private static let parts = SchemaParts(
    SchemaText(
      uri: "typecast:/node.json", name: "node.json",
      text: ##"{"type":"object","properties":{"next":{"$ref":"#"}},"not":{"required":["bad"]},"minProperties":1}"##),
    parts: [(0, "", [1, 3], [])])
  private static let keys = JSONKeys(["next"])

  /// As it is generated for a type that contains itself and has parts: the levels that were read.
  private static func read(_ reader: inout JSONReader) throws(JSONError) -> Int {
    try reader.check(parts, [0])
    var object = JSONObjectCursor()
    var levels = 1
    while try reader.nextKey(&object, of: keys) {
      if object.index == 0 { levels += try read(&reader) } else { try reader.skip() }
    }
    return levels
  }

  @Test("Each level is checked, the innermost too")
  func levels() throws {
    let bad = #"{"next":{"a":[{}],"next":{"bad":1}},"b":{}}"#
    var reader = JSONReader(PaddedBytes(bad))
    let error = #expect(throws: JSONError.self) { _ = try Self.read(&reader) }
    #expect(error?.position.offset == 25)
    var sound = JSONReader(PaddedBytes(#"{"next":{"a":[{}],"next":{"good":1}},"b":{}}"#))
    let count = try Self.read(&sound)
    #expect(count == 3)
    try sound.finish()
  }

  @Test("A text is read into memory once for all levels")
  func speed() throws {
    func text(_ levels: Int) -> PaddedBytes {
      let filler = String(repeating: "x", count: 40_000 / levels)
      return PaddedBytes(
        (0..<levels).map { #"{"a":["\#(filler)",\#($0)],"next":"# }.joined() + "{\"a\":1}"
          + String(repeating: "}", count: levels))
    }
    let clock = ContinuousClock()
    for levels in [4, 400] {
      let source = text(levels)
      var count = 0
      let time = try clock.measure {
        for _ in 0..<5 {
          var reader = JSONReader(source)
          count += try Self.read(&reader)
        }
      }
      #expect(count == 5 * (levels + 1))
      #expect(time < .seconds(2), "\(levels) levels")
    }
  }
}
