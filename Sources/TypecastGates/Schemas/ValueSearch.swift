import TypecastJSON
import TypecastSchema

/// Makes up values that do with a schema what no golden does, to be read and kept.
struct ValueSearch {
  struct Found {
    let value: JSONValue
    let isValid: Bool
  }

  /// How many values of each kind are tried.
  private static let tries = 40

  private let schema: CompiledSchema
  private let empty: SchemaCoverage

  init(_ schema: CompiledSchema) {
    self.schema = schema
    empty = SchemaCoverage(schema)
  }

  /// For each goal a value that meets it, as far as one was found. The same goals get the same values everywhere.
  func values(for goals: Set<Int>) -> [Int: Found] {
    var left = goals
    var found: [Int: Found] = [:]
    for flavour in [InstanceFlavour.typical, .minimal, .wild] {
      var generator = InstanceGenerator(schema, seed: 1, flavour: flavour)
      for _ in 0..<Self.tries where !left.isEmpty {
        for value in [generator.valid(), generator.invalid()?.value] {
          guard let value, let document = try? JSONDocument(value) else { continue }
          var coverage = empty
          guard let isValid = try? coverage.observe(document) else { continue }
          for goal in left where coverage.hits[goal] > 0 {
            found[goal] = Found(value: value, isValid: isValid)
            left.remove(goal)
          }
        }
      }
    }
    return found
  }
}
