import TestSupport
import Testing
import Typecast
import TypecastJSON
import TypecastSchema

@Suite("Repairs with known answers", .needsTestData)
struct RepairDataTests {
  /// A row of the shared data.
  private struct Row {
    let file: String
    let text: String
    let kind: String
    let expected: JSONValue
    let schema: JSONValue?
    let isBold: Bool
    let isFair: Bool

    /// The text's hash (FNV-1a), by which the list of differences names it.
    var hash: String {
      let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Nil for a row that asks for something else than a value.
    init?(_ json: JSONValue, file: String) {
      guard let text = json["input"]?.string, let kind = json["kind"]?.string else { return nil }
      guard !["expect_partial", "expect_ok", "other", "extract_nonjson", "stream_stable"].contains(kind) else {
        return nil
      }
      self.file = file
      self.text = text
      self.kind = kind
      expected = json["expected_json"] ?? .null
      isBold = json["options"]?["schema_repair_mode"] == "salvage"
      let others = json["same_result_from"]?.array ?? []
      isFair = !others.isEmpty || (file == "baml_jsonish" && kind == "expect") || kind == "extract"
      var schema = json["schema"] == .null ? Optional.none : json["schema"]
      if let aliases = json["aliases"]?.object { schema = schema.map { Self.naming(aliases, in: $0) } }
      self.schema = schema
    }

    /// A schema with other spellings as `x-aliases`.
    private static func naming(_ aliases: JSONObject, in schema: JSONValue) -> JSONValue {
      guard var root = schema.object, var definitions = root["$defs"]?.object else { return schema }
      for type in aliases {
        guard var definition = definitions[type.key]?.object, let names = type.value.object else { continue }
        if definition["enum"] != Optional.none {
          definition["x-aliases"] = .object(names)
        } else if var properties = definition["properties"]?.object {
          for name in names {
            guard var property = properties[name.key]?.object else { continue }
            property["x-aliases"] = .array([name.value])
            properties[name.key] = .object(property)
          }
          definition["properties"] = .object(properties)
        }
        definitions[type.key] = .object(definition)
      }
      root["$defs"] = .object(definitions)
      return .object(root)
    }

    /// The value that we make of it.
    func cast() throws -> JSONValue {
      let schema = try self.schema.map { try CompiledSchema(parsing: $0.description) }
      return try Caster(schema, level: isBold ? .salvage : .coerce).cast(text).value
    }

    var isRight: Bool {
      let value = try? cast()
      if kind == "expect_error" || kind == "no_json" { return value == Optional.none }
      return value.map { Self.isSame($0, expected) } ?? false
    }

    /// Whether two values are equal, their numbers as doubles.
    private static func isSame(_ left: JSONValue, _ right: JSONValue) -> Bool {
      switch (left, right) {
      case (.number(let left), .number(let right)): abs(left.double - right.double) < 1e-9
      case (.array(let left), .array(let right)): left.count == right.count && zip(left, right).allSatisfy(isSame)
      case (.object(let left), .object(let right)):
        left.count == right.count
          && left.allSatisfy { member in right[member.key].map { isSame(member.value, $0) } ?? false }
      default: left == right
      }
    }
  }

  private static let files = [
    "baml_jsonish", "extract_from_text", "half_json", "json_repair", "jsonrepair", "partial_completion",
  ]

  private static func rows(of file: String) throws -> [Row] {
    try TestData.lines(of: "repair/\(file).jsonl").compactMap { Row(try JSONValue(parsing: $0), file: file) }
  }

  /// The differences that have a reason, as lines `file <tab> hash <tab> reason`.
  private static func known(in file: String) throws -> Set<String> {
    let lines = try PackageRoot.text(of: "Tests/TypecastTests/Casting/repair-differences.tsv").split(separator: "\n")
    let reasons = Set(lines.filter { $0.hasPrefix("# ") }.compactMap { $0.dropFirst(2).split(separator: ":").first })
    var known: Set<String> = []
    for line in lines where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t")
      #expect(parts.count == 3 && reasons.contains(parts[2]), "'\(line)' gives no reason that stands at the top.")
      if parts.count == 3, parts[0] == file { known.insert(String(parts[1])) }
    }
    return known
  }

  @Test("Every value is as expected, or a reason stands in the list", arguments: files)
  func values(file: String) throws {
    let known = try Self.known(in: file)
    var different: Set<String> = []
    for row in try Self.rows(of: file) where !row.isRight {
      different.insert(row.hash)
      #expect(known.contains(row.hash), "\(file) \(row.hash): \(row.text.prefix(100))")
    }
    for hash in known where !different.contains(hash) {
      Issue.record("\(file) \(hash) is in the list, but as expected.")
    }
  }

  @Test("Of the rows that several repairers agree on, 97 of 100 are as expected")
  func share() throws {
    let rows = try Self.files.flatMap(Self.rows).filter(\.isFair)
    let right = rows.count(where: \.isRight)
    #expect(rows.count >= 300)
    #expect(right * 100 >= rows.count * 97, "\(right) of \(rows.count)")
  }

  @Test(
    "Real answers that are valid are not touched, and no others become invalid ones",
    arguments: ["structured", "toolcall"])
  func exchanges(name: String) throws {
    var valid = 0
    for line in try TestData.lines(of: "llm-exchanges/\(name)_pairs.jsonl") {
      let row = try JSONValue(parsing: line)
      guard let text = row["output_text"]?.string, let source = row["schema"],
        let schema = try? CompiledSchema(parsing: source.description)
      else { continue }
      let cast = try? Caster(schema).cast(text)
      if row["valid"] == true {
        valid += 1
        #expect(cast?.isClean == true, "\(text.prefix(100))")
      } else if let cast {
        #expect(try schema.isValid(cast.document))
        #expect(!cast.isClean)
      }
    }
    #expect(valid > 200)
  }
}
