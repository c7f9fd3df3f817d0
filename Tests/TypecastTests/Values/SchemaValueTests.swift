import Foundation
import GoldenTypes
import Testing
import Typecast

@Suite("Values of compiled types")
struct SchemaValueTests {
  private let text = #"{"name":"Ada","nick":null,"height":1.7,"language":"fr","tags":["a","b"],"born":"1815-12-10"}"#

  @Test("What is read is written back, in the order of the schema")
  func roundTrip() throws {
    let person = try Person(json: text)
    #expect(person.name == "Ada" && person.nick == nil && person.height == 1.7 && person.language == .fr)
    #expect(person.born?.text == "1815-12-10" && person.tags == ["a", "b"] && person.copies == nil)
    #expect(
      person.json
        == #"{"name":"Ada","height":1.7,"nick":null,"born":"1815-12-10","language":"fr","tags":["a","b"]}"#)
    #expect(try JSONValue(parsing: person.json) == JSONValue(parsing: text))
    #expect(person.jsonBytes == Array(person.json.utf8))
    #expect(try Person(json: person.jsonBytes) == person)
    #expect(try Person.schema.isValid(Array(text.utf8)))
  }

  @Test("Defaults apply where a value is built, and to accessors, not to what was read")
  func defaults() throws {
    let built = Person(name: "Ada", nick: "A")
    #expect(built.language == .en && built.copies == 1 && built.greeting == "Hello \"you\"" && built.tags == [])
    let read = try Person(json: #"{"name":"Ada","nick":"A"}"#)
    #expect(read.language == nil && read.languageOrDefault == .en && read.copiesOrDefault == 1)
    #expect(read.newsletterOrDefault == false && read.tagsOrDefault.isEmpty)
    #expect(read.json == #"{"name":"Ada","nick":"A"}"#)
    #expect(built != read)
  }

  @Test("A value built by hand is validated on demand")
  func validation() throws {
    var person = Person(name: "Ada", nick: nil)
    try person.validate()
    person.age = 151
    person.tags = ["A"]
    let error = #expect(throws: InvalidValue.self) { try person.validate() }
    #expect(error?.report.errors.map(\.instancePointer.description) == ["/age", "/tags/0"])
    #expect(
      error?.description == """
        /age: expected at most 150, found 151
        /tags/0: expected a string that matches "^[a-z]+$", found "A"
        """)
  }

  @Test("Numbers that JSON can't hold are refused, also where null is allowed")
  func notFinite() throws {
    try Counters(ratio: .some(nil), ratios: [nil, 1]).validate()
    let counters = Counters(ratio: .nan, ratios: [1, nil, -.infinity])
    let error = try #require(throws: InvalidValue.self) { try counters.validate() }
    #expect(error.kind == .notFinite)
    #expect(error.report.errors.map(\.instancePointer.description) == ["/ratio", "/ratios/2"])
    #expect(
      error.message == """
        /ratio: expected a finite number, found NaN, which JSON can't hold
        /ratios/2: expected a finite number, found minus infinity, which JSON can't hold
        """)
    let failure = #expect(throws: EncodingError.self) { try JSONEncoder().encode([counters]) }
    guard case .invalidValue(_, let context) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(context.codingPath.map(\.intValue) == [0] && context.debugDescription == error.message)
  }

  @Test("Through JSONEncoder and JSONDecoder")
  func foundation() throws {
    let person = try Person(json: text)
    let data = try JSONEncoder().encode(person)
    #expect(try JSONValue(parsing: [UInt8](data)) == JSONValue(parsing: text))
    #expect(try JSONDecoder().decode(Person.self, from: data) == person)
    let words: [Words.Value] = [.empty, .initValue, ._1]
    #expect(try JSONDecoder().decode([Words.Value].self, from: JSONEncoder().encode(words)) == words)
    let drawings = try JSONDecoder().decode(
      [Drawing].self, from: Data(#"[{"kind":"circle","radius":2},{"text":"x","kind":"label"}]"#.utf8))
    #expect(drawings.count == 2)
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Person].self, from: Data(#"[{"name":"","nick":1}]"#.utf8))
    }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(context.codingPath.map(\.intValue) == [0])
    let told = String(describing: error)
    #expect(told.components(separatedBy: "/name: ").count == 2 && !told.contains("1:"))
    #expect((context.underlyingError as? InvalidValue)?.report.errors.count == 2)
  }

  @Test("Numbers that Swift's can't hold are told with their pointer, whatever the decoder")
  func foundationNumbers() throws {
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Person.self, from: Data(#"{"name":"a","nick":null,"copies":10000000000000000000}"#.utf8))
    }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect((context.underlyingError as? InvalidValue)?.message.hasPrefix("/copies: expected an integer") == true)
  }

  @Test("A deep value passes through JSONDecoder in time that does not grow with the cube of its depth")
  func foundationSpeed() throws {
    let levels = 120
    let text =
      (0..<levels).map { #"{"label":"level \#($0)","others":[{"label":"x"}],"left":"# }.joined() + #"{"label":"b"}"#
      + String(repeating: "}", count: levels)
    let clock = ContinuousClock()
    let data = Data(text.utf8)
    var tree: Tree?
    let time = try clock.measure { tree = try JSONDecoder().decode(Tree.self, from: data) }
    let expected = try Tree(json: text)
    #expect(tree == expected)
    #expect(time < .seconds(2))
  }

  @Test("Through another coder")
  func propertyList() throws {
    let person = try Person(json: #"{"name":"Ada","nick":"A","age":3,"tags":[]}"#)
    let data = try PropertyListEncoder().encode([person])
    #expect(try PropertyListDecoder().decode([Person].self, from: data) == [person])
    let drawing = try Drawing(json: #"{"kind":"circle","radius":2.5}"#)
    #expect(
      try PropertyListDecoder().decode([String: Drawing].self, from: PropertyListEncoder().encode(["a": drawing]))
        == ["a": drawing])
  }

  @Test("Deep values pass through encoders as deep as they can be read")
  func depth() throws {
    let levels = 200
    let text =
      String(repeating: #"{"label":"a","left":"#, count: levels) + #"{"label":"b"}"#
      + String(repeating: "}", count: levels)
    let tree = try Tree(json: text)
    #expect(tree.json == text)
    #expect(try JSONDecoder().decode(Tree.self, from: JSONEncoder().encode(tree)) == tree)
  }

  @Test("Types that contain themselves are values all the same")
  func recursion() throws {
    var tree = Tree(label: "a")
    tree.left = Tree(label: "b")
    let copy = tree
    tree.left?.left = Tree(label: "c")
    tree.others = [copy]
    #expect(copy.json == #"{"label":"a","left":{"label":"b"}}"#)
    #expect(
      tree.json
        == #"{"label":"a","left":{"label":"b","left":{"label":"c"}},"others":[{"label":"a","left":{"label":"b"}}]}"#)
  }

  @Test("Strings are compared scalar by scalar")
  func scalars() throws {
    let composed = Person(name: "Malm\u{F6}", nick: nil)
    let decomposed = Person(name: "Malmo\u{308}", nick: nil)
    #expect(composed != decomposed && Set([composed, decomposed]).count == 2)
    #expect(try Words(json: "\"\\u00e9\"") != Words(json: "\"e\\u0301\""))
    #expect(Words.Value.é != .e && [Words.Value.é] != [.e] && Set([Words.Value.é, .e, .a]).count == 3)
    #expect(Words.Value(rawValue: "e\u{301}") == .e && Words.Value(rawValue: "no such word") == nil)
  }

  @Test("Alternatives are told by a member, by the type, or by trying")
  func unions() throws {
    guard case .circle(let circle) = try Drawing(json: #"{"radius":1,"kind":"circle"}"#) else {
      Issue.record("no circle")
      return
    }
    #expect(circle.radius == 1)
    #expect(throws: InvalidValue.self) { try Drawing(json: #"{"kind":"square"}"#) }
    #expect(throws: InvalidValue.self) { try Drawing(json: #"{"kind":1}"#) }
    #expect(throws: InvalidValue.self) { try Drawing(json: "{}") }
    for text in [#""x""#, "1", "null", #"[{"text":"abc"},{"text":"abcd","pages":1}]"#] {
      #expect(try Answer(json: text).json == text)
    }
    #expect(throws: InvalidValue.self) { try Answer(json: "true") }
  }

  @Test("Documents of a folder refer to each other in both directions")
  func folder() throws {
    let text = #"{"buyer":{"name":"Ada","orders":[{"buyer":{"name":"B"},"status":"paid"}]},"status":"open"}"#
    let order = try Shop.Order(json: text)
    #expect(order.buyer.orders?.first?.buyer.name == "B" && order.status == .open)
    #expect(order.json == text)
    let error = #expect(throws: InvalidValue.self) { try Shop.Order(json: #"{"buyer":{"name":1},"status":"lost"}"#) }
    #expect(error?.report.errors.count == 2)
  }
}
