import Testing
import TypecastJSON

@Suite("Taking elements as they become complete")
struct ElementCursorTests {
  /// The elements that each piece completes, as JSON.
  private func taken(
    at pointer: String, from pieces: [String], options: JSONOptions = JSONOptions()
  ) throws -> [[String]] {
    var reader = JSONStreamReader(options: options)
    var cursor = ElementCursor(at: try #require(JSONPointer(pointer)))
    var taken: [[String]] = []
    for piece in pieces {
      try reader.append(piece)
      taken.append(cursor.next(in: reader.value).map { JSONValue($0).description })
    }
    return taken
  }

  @Test("gives each element of the outermost array once, when it ends")
  func outermost() throws {
    let taken = try taken(at: "", from: [" ", "[1", "2,", "\"a", "b\",[1,2", "],{\"a\":", "{}}", "", ",3,4", "]"])
    #expect(taken == [[], [], ["12"], [], [#""ab""#], ["[1,2]"], [#"{"a":{}}"#], [], ["3"], ["4"]])
  }

  @Test("finds an array further in, before and after it is there")
  func inner() throws {
    let pieces = [#"{"id":7,"#, #""data":["#, #"{"items":[1,"#, "2,3", #"],"more":[9]},"#, "{}]", "}"]
    #expect(try taken(at: "/data/0/items", from: pieces) == [[], [], ["1"], ["2"], ["3"], [], []])
    #expect(try taken(at: "/id", from: pieces).allSatisfy(\.isEmpty))
    #expect(try taken(at: "/data/x", from: pieces).allSatisfy(\.isEmpty))
    #expect(try taken(at: "/data", from: pieces).map(\.count) == [0, 0, 0, 0, 1, 1, 0])
  }

  @Test("starts over with an array that takes another one's place")
  func replaced() throws {
    let taken = try taken(
      at: "/a/0", from: [#"{"a":[[1,2,"#, #"3]],"a":[[4,"#, "5,6", "]]}"],
      options: JSONOptions(duplicateKeys: .takeLast))
    #expect(taken == [["1", "2"], ["4"], ["5"], ["6"]])
  }

  @Test("says how many it has taken")
  func count() throws {
    var reader = JSONStreamReader()
    var cursor = ElementCursor()
    #expect(cursor.next(in: nil).isEmpty)
    try reader.append("[1,2,3")
    #expect(cursor.next(in: reader.value).count == 2)
    #expect(cursor.next(in: reader.value).isEmpty)
    #expect(cursor.taken == 2)
  }
}
