import Testing
import Typecast
import TypecastJSON

/// Texts that the fuzzer found, made shorter.
@Suite("Mending a text")
struct MendingTests {
  private static let answers: [(text: String, value: JSONValue)] = [
    // The braces around a member were missing, and an element that was no text any more got others.
    (#"["x" : [1, } : [2, }]"#, [["x": [1]], [2]]),
    // What was left out between a comma and a key of which nothing is left.
    ("{\"a\": 0,)\u{1}\"", ["a": 0]),
    // A comment behind a plus that does not end within the window.
    ("[\"a\" + /*" + String(repeating: "b", count: 248) + "\"c\"]", ["a", "+"]),
    // A block of code that ends behind a plus.
    ("```json\n[\"a\" +\n```", ["a", "+"]),
    // An empty key, a key in two quotes, a key that loses all it had, and keys of objects without braces.
    (#"{"": [1,]}"#, ["": [1]]),
    (#"{""a"": [1,]}"#, ["a": [1]]),
    (#"{"b": 2 \[1,]}"#, ["b": 2, "": [1]]),
    (#"{'a\'b': [1,]}"#, ["a'b": [1]]),
    (#"["a" : [1,]]"#, [["a": [1]]]),
    (#"["a" + "b": [1,]]"#, [["ab": [1]]]),
    (#"[a}: [1,]]"#, [["a": [1]]]),
    (#""a": [1,]}"#, ["a": [1]]),
  ]

  @Test("What comes out is JSON", arguments: answers.indices)
  func value(index: Int) throws {
    let (text, value) = Self.answers[index]
    let cast = try Caster(level: .mend).cast(text)
    #expect(cast.value == value, "\(text)")
    #expect(try Caster(level: .mend).cast(cast.value.description).isClean)
  }

  @Test("Records tell of places in the value", arguments: answers.indices)
  func places(index: Int) throws {
    let cast = try Caster(level: .mend).cast(Self.answers[index].text)
    for repair in cast.repairs where !repair.pointer.tokens.isEmpty {
      var around = repair.pointer
      around.removeLast()
      #expect(cast.value[around].map(\.isArrayOrObject) == true, "\(repair): \(cast.value)")
    }
  }

  @Test(
    "What is sound is left as it is in prose and in fences, however long its keys are", arguments: [200, 257, 5_000])
  func soundInProse(length: Int) throws {
    let long = String(repeating: "k ", count: length)
    for json in [
      #"{"a": "x", "\#(long)": "v"}"#, #"{"\#(long)": {"x": 1}, "z": [1]}"#,
      #"{"a": [1], "b\n\#(long)": "\"\#(long)"}"#,
    ] {
      for text in ["Sure: \(json). Done.", "```json\n\(json)\n```", "Here:\n\(json)"] {
        let cast = try Caster().cast(text)
        #expect(try cast.value == JSONValue(parsing: json))
        #expect(cast.repairs.allSatisfy { $0.rule == .prose || $0.rule == .fence })
      }
    }
  }
}

extension JSONValue {
  fileprivate var isArrayOrObject: Bool { array != nil || object != nil }
}
