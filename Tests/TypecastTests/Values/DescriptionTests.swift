import GoldenTypes
import Testing
import Typecast

@Suite("What is printed of values")
struct DescriptionTests {
  @Test("Members that no property stands for are shown as JSON")
  func extras() throws {
    let drawing = try Drawing(json: #"{"kind":"circle","radius":2,"note":["a",1]}"#)
    let text = String(describing: drawing)
    #expect(text.contains(#"additionalProperties: {"note":["a",1]}"#), "\(text)")
    #expect(String(describing: JSONObject()) == "{}")
    #expect(String(describing: JSONMap<String>(dictionaryLiteral: ("a", "b"))) == #"{"a":"b"}"#)
    var dumped = ""
    dump(drawing, to: &dumped)
    #expect(dumped.contains("note") && !dumped.contains("places"))
  }

  @Test("Types that contain themselves are shown without what holds them")
  func recursion() throws {
    let tree = try Tree(json: #"{"label":"a","left":{"label":"b"}}"#)
    #expect(!String(describing: tree).contains("Indirect"))
    #expect(String(describing: Indirect(1)) == "1" && String(reflecting: Indirect("a")) == "\"a\"")
  }

  @Test("A partial value shows what is known so far, also where its schema has a member with that name")
  func partials() throws {
    var reader = JSONStreamReader()
    try reader.append(#"{"name":"Ada","tags":["a","b"#)
    let value = reader.value
    let partial = try #require(value.flatMap(Person.Partial.init(partial:)))
    #expect("\(partial)" == #"{"name":"Ada","tags":["a","b…",…],…}"#)
    #expect(partial.tags.map { "\($0)" } == #"["a","b…",…]"#)
    #expect(value.map { String(describing: Described($0)) } == "\(partial)")
  }

  /// As it is generated for an object with a member `description`.
  private struct Described: PartialObject {
    let json: PartialJSON
    init(_ json: PartialJSON) { self.json = json }
    var description: GrowingText? { member("description") }
  }

  @Test("Kinds, reasons and counts are shown by what they hold")
  func kinds() {
    #expect("\(FinishReason.stop) \(InvalidValue.Kind.notJSON) \(JSONError.Kind.tooDeep)" == "stop notJSON tooDeep")
    #expect("\(UndecidedError.Kind.steps)" == "steps")
    #expect("\(Usage(input: 3, reasoning: 0))" == #"{"input":3,"reasoning":0}"# && "\(Usage())" == "{}")
    #expect("\(JSONNull())" == "null")
  }
}
