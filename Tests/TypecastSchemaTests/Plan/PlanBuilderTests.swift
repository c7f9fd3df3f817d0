import TestSupport
import Testing
import TypecastJSON
import TypecastSchema

/// Each of these takes minutes where the work grows with the square of the schema.
@Suite("Large schemas are made into plans in time proportional to their size", .timeLimit(.minutes(10)))
struct PlanBuilderTests {
  private func list(_ count: Int, _ element: (Int) -> String) -> String {
    (0..<count).map(element).joined(separator: ",")
  }

  private func schema(_ text: String) throws -> CompiledSchema {
    try CompiledSchema(parsing: text, options: CompileOptions(checksMetaSchema: false))
  }

  @Test("A long chain of references leads to its end")
  func chain() throws {
    let count = Effort.scaled(30_000, by: 3)
    let links = list(count) { ##""d\##($0)":{"$ref":"#/$defs/d\##($0 + 1)"}"## }
    let chain = try schema(##"{"$defs":{\##(links),"d\##(count)":{"type":"string"}},"$ref":"#/$defs/d0"}"##)
    #expect(try chain.isValid(JSONDocument(#""x""#)))
    #expect(try !chain.isValid(JSONDocument("1")))
  }

  @Test("Many alternatives are told apart by a member")
  func alternatives() throws {
    let count = Effort.scaled(20_000, by: 4)
    let alternatives = list(count) { ##"{"properties":{"kind":{"const":"k\##($0)"},"size":{"const":\##($0)}}}"## }
    let union = try schema(##"{"anyOf":[\##(alternatives),{"required":["other"]}]}"##)
    #expect(try union.isValid(JSONDocument(##"{"kind":"k\##(count - 1)","size":\##(count - 1)}"##)))
    #expect(try !union.isValid(JSONDocument(##"{"kind":"k\##(count - 1)","size":1}"##)))
    #expect(try union.isValid(JSONDocument(##"{"kind":"k\##(count - 1)","size":1,"other":0}"##)))
    #expect(try union.isValid(JSONDocument(#"{"kind":"unheard","other":0}"#)))
    #expect(try !union.isValid(JSONDocument(#"{"kind":"unheard"}"#)))
  }

  @Test("Many alternatives may share one large schema")
  func sharedAlternatives() throws {
    let count = 2_000
    let properties = list(count) { ##""p\##($0)":{"const":"x"}"## }
    let references = list(count) { _ in ##"{"$ref":"#/$defs/a"}"## }
    let union = try schema(##"{"$defs":{"a":{"properties":{\##(properties)}}},"anyOf":[\##(references)]}"##)
    #expect(try union.isValid(JSONDocument(#"{"p7":"x"}"#)))
    #expect(try !union.isValid(JSONDocument(#"{"p7":"y"}"#)))
  }

  @Test("Each of many resources has a dynamic anchor of its own")
  func dynamicAnchors() throws {
    let count = Effort.scaled(4_000, by: 4)
    let resources = list(count) {
      ##""d\##($0)":{"$id":"i\##($0)","$dynamicAnchor":"a\##($0)","items":{"$dynamicRef":"#a\##($0)"}}"##
    }
    let anchored = try schema(##"{"$ref":"i7","type":"array","$defs":{\##(resources)}}"##)
    #expect(try anchored.isValid(JSONDocument("[[[]], 1]")))
    #expect(try !anchored.isValid(JSONDocument("1")))
  }

  @Test("A value is looked up among many constants")
  func constants() throws {
    let constants = list(20_000) { "[\($0)]" }
    let values = list(20_000) { "[\(19_999 - $0).0]" }
    let schema = try schema(##"{"items":{"enum":[\##(constants)]}}"##)
    #expect(try schema.isValid(JSONDocument("[\(values)]")))
    #expect(try schema.validateIndependently(JSONDocument("[\(values),[20000]]")).errors.count == 1)
  }
}
