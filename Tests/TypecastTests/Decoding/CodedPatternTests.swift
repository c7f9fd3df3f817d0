import GoldenTypes
import Testing
import Typecast

@Suite("Patterns that became code")
struct CodedPatternTests {
  private static let texts = [
    "", "INV-2026-00001", "INV-2026-0000", "INV-2026-000011", "inv-2026-00001", "INV-2O26-00001", "SE", "SEK", "Se",
    "ÅÄ",
    "211 20", "AB-12", "a", "abc", "ab1", "1ab", "bc", "b", "é", "12345678901", "12 45 78 90", "A\u{0}", "SE\n",
    "\u{1F1F8}",
  ]

  @Test(
    "They accept what the schema accepts, and nothing else",
    arguments: ["number", "country", "zip", "open", "empty", "letters", "choice"])
  func verdicts(property: String) throws {
    var verdicts: Set<Bool> = []
    for text in Self.texts {
      var object = JSONObject()
      object[property] = .string(text)
      let json = JSONWriter().bytes(of: .object(object))
      let isValid = try Coded.schema.isValid(json)
      verdicts.insert(isValid)
      #expect(((try? Coded(json: json)) != nil) == isValid, "\(property): \(JSONValue.string(text))")
    }
    #expect(verdicts.count == 2)
  }
}
