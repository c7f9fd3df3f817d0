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

  /// A schema of the shared data, and values that are valid against it.
  private struct Sample: Sendable {
    let name: String
    let schema: CompiledSchema
    let values: [JSONValue]
  }

  /// Made once: finding values takes longer than projecting.
  private static let samples = Result<[Sample], any Error> {
    var samples: [Sample] = []
    for name in sets {
      for (number, line) in try TestData.lines(of: "jsonschemabench/\(name).jsonl").enumerated()
      where number % (Effort.isFull ? 240 : 1200) == 7 {
        let entry = try JSONDocument(line, options: JSONOptions(duplicateKeys: .takeLast)).root.value
        guard let value = entry["schema"], let schema = try? CompiledSchema(SchemaDocument(JSONDocument(value))) else {
          continue
        }
        let values = InstanceFlavour.allCases.enumerated().compactMap { seed, flavour -> JSONValue? in
          var generator = InstanceGenerator(schema, seed: UInt64(seed), flavour: flavour)
          return generator.valid()
        }
        samples.append(Sample(name: "\(name):\(number)", schema: schema, values: values))
      }
    }
    return samples
  }

  @Test("What is valid stays valid, and comes back as it was", arguments: Dialect.all)
  func reachable(dialect: Dialect) throws {
    var checked = 0
    for sample in try Self.samples.get() {
      let name = sample.name
      let projection = sample.schema.projection(to: dialect)
      let projected = try CompiledSchema(SchemaDocument(JSONDocument(projection.jsonSchema)))
      for value in sample.values {
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
    #expect(checked > Effort.scaled(30, by: 3), "\(checked)")
  }

  @Test("A projection is made of what the dialect takes, and is the same each time", arguments: Dialect.all)
  func language(dialect: Dialect) throws {
    let facts = DialectFacts.of(dialect)
    for sample in try Self.samples.get() {
      let (name, schema) = (sample.name, sample.schema)
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
    for sample in try Self.samples.get() {
      let (name, schema) = (sample.name, sample.schema)
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
