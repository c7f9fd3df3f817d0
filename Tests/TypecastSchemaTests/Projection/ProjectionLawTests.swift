import TestSupport
import Testing
import TypecastJSON

@testable import TypecastSchema

@Suite("The law of projections holds for real schemas", .needsTestData)
struct ProjectionLawTests {
  private static let sets = [
    "Github_easy", "Github_medium", "Github_hard", "JsonSchemaStore", "Kubernetes", "Glaiveai2K", "WashingtonPost",
    "Snowplow", "Handwritten", "BFCL_simple", "MCPspec",
  ]

  /// Schemas of the shared data, each with a name for messages.
  private static func schemas(every step: Int, from first: Int) throws -> [(name: String, schema: CompiledSchema)] {
    var found: [(String, CompiledSchema)] = []
    for name in sets {
      for (number, line) in try TestData.lines(of: "jsonschemabench/\(name).jsonl").enumerated()
      where number % step == first {
        let entry = try JSONDocument(line, options: JSONOptions(duplicateKeys: .takeLast)).root.value
        guard let value = entry["schema"], let schema = try? CompiledSchema(SchemaDocument(JSONDocument(value))) else {
          continue
        }
        found.append(("\(name):\(number)", schema))
      }
    }
    return found
  }

  @Test("What is valid stays valid, and comes back as it was", arguments: Dialect.all)
  func reachable(dialect: Dialect) throws {
    var checked = 0
    for (name, schema) in try Self.schemas(every: 400, from: 7) {
      let projection = schema.projection(to: dialect)
      let projected = try CompiledSchema(SchemaDocument(JSONDocument(projection.jsonSchema)))
      for (seed, flavour) in InstanceFlavour.allCases.enumerated() {
        var generator = InstanceGenerator(schema, seed: UInt64(seed), flavour: flavour)
        guard let value = generator.valid() else { continue }
        var maker = ReplyMaker(projection)
        guard let reply = maker.reply(for: value) else {
          let isKnown = dialect == .geminiResponseSchema && projection.kinds.contains(.closed)
          #expect(isKnown, "\(name) in \(dialect): nothing means \(value)")
          continue
        }
        #expect(try isValid(reply, projected), "\(name) in \(dialect): \(reply)")
        if !maker.hasDropped {
          // A null that is valid itself stays: it can't be told from a missing member.
          let restored = projection.restoring(reply).withoutNulls(missingIn: value)
          #expect(restored == value, "\(name) in \(dialect): \(reply) for \(value)")
        }
        checked += 1
      }
    }
    #expect(checked > 20, "\(checked)")
  }

  @Test("A projection is made of what the dialect takes, and is the same each time", arguments: Dialect.all)
  func language(dialect: Dialect) throws {
    let facts = DialectFacts.of(dialect)
    for (name, schema) in try Self.schemas(every: 400, from: 3) {
      let projection = schema.projection(to: dialect)
      for problem in Language(facts).problems(with: projection.schema) {
        Issue.record("\(name) in \(dialect): \(problem)")
      }
      #expect(schema.projection(to: dialect) == projection, "\(name) in \(dialect)")
      #expect(schema.projection(to: dialect).schema.description == projection.schema.description)
    }
  }

  @Test("Projecting a projection changes and loses nothing more", arguments: Dialect.all)
  func idempotence(dialect: Dialect) throws {
    for (name, schema) in try Self.schemas(every: 400, from: 11) {
      let once = schema.projection(to: dialect)
      let twice = try CompiledSchema(SchemaDocument(JSONDocument(once.jsonSchema))).projection(to: dialect)
      #expect(
        JSONWriter(style: .canonical).string(of: twice.schema) == JSONWriter(style: .canonical).string(of: once.schema),
        "\(name) in \(dialect)")
      let known = Set(once.kinds)
      for loss in twice.losses where !known.contains(loss.kind) {
        Issue.record("\(name) in \(dialect): \(loss) is lost the second time")
      }
    }
  }
}
