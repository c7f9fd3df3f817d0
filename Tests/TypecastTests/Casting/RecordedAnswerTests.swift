import TestSupport
import Testing
import Typecast
import TypecastJSON
import TypecastSchema

/// What models of many providers answered to a schema, with the verdict of another validator.
@Suite("Recorded answers and their schemas", .needsTestData)
struct RecordedAnswerTests {
  private struct Pair {
    let id: String
    let schema: CompiledSchema
    let text: String
    let isValid: Bool

    /// Nil where the schema is none: some write the types of Gemini in capitals.
    init?(_ line: [UInt8]) throws {
      let json = try JSONValue(parsing: line)
      guard let isValid = json["valid"]?.bool ?? (json["is_json"] == false ? false : nil),
        let schema = try? CompiledSchema(parsing: JSONWriter().string(of: json["schema"] ?? .null))
      else { return nil }
      self.schema = schema
      id = json["exchange"]?.string ?? ""
      text = json["output_text"]?.string ?? ""
      self.isValid = isValid
    }
  }

  @Test(
    "What is right is taken as it is, and what is not is made right or refused",
    arguments: [
      ("structured_pairs", ["right": 336, "mended": 5, "no schema": 19]),
      ("toolcall_pairs", ["right": 472, "mended": 30, "refused": 5, "no schema": 52]),
    ])
  func all(file: String, expected: [String: Int]) throws {
    var counts: [String: Int] = [:]
    for line in try TestData.lines(of: "llm-exchanges/\(file).jsonl") {
      guard let pair = try Pair(line) else {
        counts["no schema", default: 0] += 1
        continue
      }
      let strict = try? Caster(pair.schema, level: .strict).cast(pair.text)
      #expect((strict != nil) == pair.isValid, "\(pair.id): \(pair.text.prefix(80))")
      do {
        let cast = try Caster(pair.schema).cast(pair.text)
        #expect(try pair.schema.isValid(cast.document), "\(pair.id)")
        #expect(cast.repairs.isEmpty == pair.isValid, "\(pair.id)")
        counts[pair.isValid ? "right" : "mended", default: 0] += 1
      } catch {
        #expect(!pair.isValid, "\(pair.id): \(error)")
        counts["refused", default: 0] += 1
      }
    }
    #expect(counts == expected)
  }
}
