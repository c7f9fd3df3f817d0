import Testing
import TypecastJSON
import TypecastSchema

@Suite("Sets of types")
struct TypeSetTests {
  @Test("Each value is of the types that the drafts say", arguments: Draft.allCases)
  func membership(draft: Draft) throws {
    let types: [(value: String, types: Set<String>)] = [
      ("null", ["null"]), ("true", ["boolean"]), ("{}", ["object"]), ("[]", ["array"]), ("\"\"", ["string"]),
      ("1", ["integer", "number"]), ("-0", ["integer", "number"]), ("1.5", ["number"]), ("1e-1", ["number"]),
      ("1.0", draft == .draft4 ? ["number"] : ["integer", "number"]),
      ("1e2", draft == .draft4 ? ["number"] : ["integer", "number"]),
    ]
    for (value, expected) in types {
      let node = try JSONDocument(value).root
      for name in ["array", "boolean", "integer", "null", "number", "object", "string"] {
        let set = try #require(TypeSet(name: name, draft: draft))
        #expect(set.allows(node) == expected.contains(name), "\(value) and \(name) in \(draft)")
      }
    }
  }

  @Test("A set reads as a noun phrase")
  func phrases() {
    #expect(TypeSet.string.phrase == "a string")
    #expect(TypeSet([.string, .null]).phrase == "a string or null")
    #expect(TypeSet.all.phrase == "an object, an array, a string, a number, a boolean or null")
    #expect(TypeSet.integer.phrase == "an integer")
    #expect(TypeSet.plainInteger.phrase == "an integer without a decimal point")
    #expect(TypeSet.fraction.phrase == "a number that is no integer")
    #expect(TypeSet().phrase == "nothing")
  }

  @Test("Other names are no types")
  func strangers() {
    for name in ["", "any", "String", "float"] { #expect(TypeSet(name: name, draft: .draft7) == nil) }
  }
}
