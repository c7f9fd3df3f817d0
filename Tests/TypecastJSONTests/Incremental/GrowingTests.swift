import Testing

@testable import TypecastJSON

@Suite("Growing texts, arrays and objects")
struct GrowingTests {
  @Test("Texts are equal if they have the same scalars and the same completeness")
  func texts() {
    #expect(GrowingText("Malm\u{F6}") == "Malm\u{F6}")
    #expect(GrowingText("Malm\u{F6}") != "Malmo\u{308}")
    #expect(GrowingText("a") != GrowingText("a", isComplete: false))
    #expect(GrowingText("").isEmpty)
    #expect(
      Set([GrowingText("a"), GrowingText("a"), GrowingText("b"), GrowingText("b", isComplete: false)]).count == 3)
    let text = GrowingText("größe")
    #expect(text.utf8Count == 7)
    #expect(text.description == "größe")
    #expect(text.withUTF8 { Array($0) } == Array("größe".utf8))
    #expect(text.string(afterUTF8Count: 2) == "öße")
    #expect(text.string(afterUTF8Count: 7) == "")
    #expect(text.string(afterUTF8Count: 99) == "")
    #expect(text.string(afterUTF8Count: -1) == "größe")
  }

  @Test("An array keeps its elements while the builder goes on")
  func arrays() {
    var builder = GrowingArray<String>.Builder()
    var kept: [GrowingArray<String>] = []
    for number in 0..<100 {
      kept.append(builder.array(open: number % 3 == 0 ? "open" : nil))
      builder.append("\(number)")
    }
    let complete = builder.complete
    #expect(builder.count == 100)
    for (count, array) in kept.enumerated() {
      #expect(array.completeCount == count)
      #expect(Array(array.complete) == (0..<count).map { "\($0)" })
      #expect(array.open == (count % 3 == 0 ? "open" : nil))
      #expect(array.count == count + (count % 3 == 0 ? 1 : 0))
      #expect(array.last == (count % 3 == 0 ? "open" : count == 0 ? nil : "\(count - 1)"))
      #expect(!array.isComplete)
    }
    #expect(complete.isComplete)
    #expect(Array(complete) == (0..<100).map { "\($0)" })
  }

  @Test("Arrays are equal if their elements and their completeness are")
  func arrayEquality() {
    var builder = GrowingArray<Int>.Builder()
    builder.append(1)
    #expect(builder.array() == GrowingArray([1], isComplete: false))
    #expect(builder.array() != [1])
    #expect(builder.complete == [1])
    #expect(builder.array(open: 2) == builder.array(open: 2))
    #expect(builder.array(open: 2) != builder.array(open: 3))
    #expect(builder.array(open: 2) != builder.array())
    #expect(builder.array(open: 2) != GrowingArray([1, 2], isComplete: false))
    #expect(GrowingArray<Int>() == [])
    let before = builder.array()
    builder.append(2)
    #expect(before != builder.array())
  }

  @Test("An array may hold values that hold arrays of their own kind")
  func recursion() {
    struct Node: Sendable {
      var children: GrowingArray<Node>
    }
    var builder = GrowingArray<Node>.Builder()
    builder.append(Node(children: []))
    let node = Node(children: builder.array(open: Node(children: builder.complete)))
    #expect(node.children[1].children.count == 1)
  }

  @Test("Elements are released once, and those that are shared when the last one lets go")
  func lifetimes() {
    final class Token: Sendable {
      let onEnd: @Sendable () -> Void
      init(onEnd: @escaping @Sendable () -> Void) { self.onEnd = onEnd }
      deinit { onEnd() }
    }
    final class Counter: @unchecked Sendable {
      var count = 0
    }
    let ended = Counter()
    do {
      var kept: GrowingArray<Token>?
      do {
        var builder = GrowingArray<Token>.Builder()
        for number in 0..<50 {
          builder.append(Token { ended.count += 1 })
          if number == 9 { kept = builder.array(open: Token { ended.count += 1 }) }
        }
        #expect(ended.count == 0)
      }
      #expect(ended.count >= 34)
      #expect(kept?.count == 11)
    }
    #expect(ended.count == 51)
  }

  @Test("Objects are equal if their members are, in order")
  func objects() throws {
    func object(_ text: String) throws -> GrowingObject<PartialJSON> {
      var reader = JSONStreamReader(options: JSONOptions(duplicateKeys: .takeLast))
      try reader.append(text)
      let value = reader.value
      return try #require(value?.object)
    }
    #expect(try object(#"{"a":1,"b":"x"#) == object(#" { "a" : 1.0 , "b" : "x"#))
    #expect(try object(#"{"a":1,"b":"x"#) != object(#"{"a":1,"b":"x""#))
    #expect(try object(#"{"a":1,"b":2}"#) != object(#"{"b":2,"a":1}"#))
    #expect(try object(#"{"a":0,"b":2,"a":1}"#) == object(#"{"b":2,"a":1}"#))
    #expect(try object("{}") != object("{"))
    #expect(try object("{").isEmpty)
    #expect(try object(#"{"a":0,"b":2,"a":1}"#).underestimatedCount == 2)
  }
}
