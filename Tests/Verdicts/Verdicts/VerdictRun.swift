import TypecastJSON
import TypecastSchema

/// What came of validating a collection.
public struct VerdictRun: Sendable {
  public private(set) var schemaCount = 0
  public private(set) var instanceCount = 0

  /// What differs from the collection's own verdicts.
  public private(set) var differences: [VerdictDifference] = []

  /// Cases that ours disagree about among themselves.
  public private(set) var contradictions: [String] = []

  private let collection: String

  public init(_ collection: VerdictCollection, in folder: String, isSample: Bool = false) throws {
    self.collection = collection.name
    try collection.read(folder, isSample) { judge($0) }
  }

  private mutating func judge(_ verdictCase: VerdictCase) {
    schemaCount += 1
    instanceCount += verdictCase.instances.count
    do {
      let schema = try CompiledSchema(
        verdictCase.schema, library: verdictCase.library, options: verdictCase.options)
      for instance in verdictCase.instances { judge(instance, schema, verdictCase.name) }
    } catch {
      let first = error.diagnostics.first?.message ?? ""
      differences.append(VerdictDifference(collection, verdictCase.name, nil, "the schema is refused: \(first)"))
    }
  }

  private mutating func judge(_ instance: VerdictCase.Instance, _ schema: CompiledSchema, _ name: String) {
    do {
      let verdict = try schema.isValid(instance.value)
      let report = try schema.validate(instance.value)
      if verdict != report.isValid || report.isValid != report.errors.isEmpty {
        contradictions.append("\(collection) \(name) \(instance.name): isValid says \(verdict), validate: \(report)")
      }
      if verdict != instance.isValid {
        differences.append(VerdictDifference(collection, name, instance.name, "we say \(report)"))
      }
    } catch {
      differences.append(VerdictDifference(collection, name, instance.name, "\(error)"))
    }
  }
}

/// A schema that is refused, or a value with another verdict than its collection gives.
public struct VerdictDifference: Sendable, CustomStringConvertible {
  public let collection: String
  public let schema: String

  /// The value; nil for a schema that is refused with all its values.
  public let instance: String?

  /// What was found.
  public let finding: String

  init(_ collection: String, _ schema: String, _ instance: String?, _ finding: String) {
    self.collection = collection
    self.schema = schema
    self.instance = instance
    self.finding = finding
  }

  public var description: String { "\(collection) \(schema) \(instance ?? "-"): \(finding)" }
}
