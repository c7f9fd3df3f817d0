import GoldenTypes
import Testing
import Typecast

@Suite("Choices while they grow")
struct PartialUnionTests {
  private func partial<Value: SchemaRoot>(_ text: String, of type: Value.Type) throws -> Value.Partial? {
    var reader = JSONStreamReader()
    try reader.append(text)
    return reader.value.flatMap(Value.Partial.init(partial:))
  }

  @Test("The alternative is known once its tag is whole, wherever that stands")
  func tags() throws {
    for text in ["{", #"{"kind":"#, #"{"kind":"circ"#, #"{"radius":2,"kind":"circle"#, #"{"kind":"square"}"#, "[1]"] {
      guard case .undetermined(let json) = try partial(text, of: Drawing.self) else {
        Issue.record("\(text)")
        continue
      }
      #expect(json.type == (text == "[1]" ? .array : .object))
    }
    guard case .circle(let circle) = try partial(#"{"radius":2,"kind":"circle","#, of: Drawing.self) else {
      Issue.record("no circle")
      return
    }
    #expect(circle.radius == 2 && circle.kind == .circle && !circle.isComplete)
    guard case .aLineOfText(let line) = try partial(#"{"kind":"label","text":"ab"#, of: Drawing.self) else {
      Issue.record("no line")
      return
    }
    #expect(line.text?.string == "ab" && line.text?.isComplete == false)
  }

  @Test("The type of a value tells the alternative, too")
  func types() throws {
    guard case .string(let text) = try partial(#"{"label":"a","leaf":"ab"#, of: Tree.self)?.leaf else {
      Issue.record("no string")
      return
    }
    #expect(text.string == "ab" && !text.isComplete)
    guard case .object(let object) = try partial(#"{"leaf":{"of":{"label":"b"#, of: Tree.self)?.leaf else {
      Issue.record("no object")
      return
    }
    #expect(object.of?.label?.string == "b")
    guard case .undetermined(let json) = try partial(#"{"leaf":[1"#, of: Tree.self)?.leaf else {
      Issue.record("an alternative")
      return
    }
    #expect("\(json)" == "[…]")
    let open = try partial(#"{"leaf":"#, of: Tree.self)
    #expect(open != nil && open?.leaf == nil)
  }
}
