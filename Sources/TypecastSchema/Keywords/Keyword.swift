import TypecastJSON

/// What one keyword of one schema demands.
///
/// Every keyword is a file: its definition, how it is read, how it is evaluated with full results, and what it adds to the
/// plan by which values are checked fast.
package protocol Keyword: Sendable {
  /// The schemas that are applied to the same value as this keyword, under whatever condition.
  var inPlace: [SchemaID] { get }

  /// Checks a value and notes errors, annotations and the results of subschemas.
  func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation)

  /// Adds to a plan what the keyword demands.
  func lower(into plan: inout PlanDraft)
}

extension Keyword {
  package var inPlace: [SchemaID] { [] }
  package func lower(into plan: inout PlanDraft) {}

  /// The schema that a keyword refers to, before anything on the way overrides it; nil for one that is no reference.
  package var referenceTarget: SchemaID? {
    switch self {
    case let reference as Reference: reference.target
    case let reference as DynamicReference: reference.target
    case let reference as RecursiveReference: reference.target
    default: nil
    }
  }
}

/// A keyword's name, where it holds, and how it is read.
package struct KeywordDefinition: Sendable {
  package let name: String
  package let drafts: ClosedRange<Draft>
  package let vocabulary: Vocabulary
  package let content: KeywordContent

  /// Reads a value; nil for a keyword that demands nothing by itself, and after an error has been reported.
  let make: @Sendable (KeywordSource) -> (any Keyword)?

  init(
    _ name: String, drafts: ClosedRange<Draft> = .draft4 ... .draft2020, vocabulary: Vocabulary,
    content: KeywordContent = .none, make: @escaping @Sendable (KeywordSource) -> (any Keyword)?
  ) {
    self.name = name
    self.drafts = drafts
    self.vocabulary = vocabulary
    self.content = content
    self.make = make
  }
}

/// A keyword as it stands in a schema, and what is needed to make sense of it.
struct KeywordSource {
  let builder: GraphBuilder
  let name: String
  let value: JSONNode

  /// The schema object that has the keyword.
  let schema: JSONNode
  let id: SchemaID
  let draft: Draft
  let vocabulary: Vocabulary

  /// The schema at a place inside the keyword's value, or in that of a neighbour.
  func subschema(_ json: JSONNode) -> SchemaID { builder.subschema(json, of: id) }

  /// The keyword's value as a schema.
  func subschema() -> SchemaID { subschema(value) }

  func resolve(_ reference: String) -> SchemaID? { builder.resolve(reference, from: id, at: value) }

  /// Reports that the value has the wrong form.
  func reject(_ expected: String, at node: JSONNode? = nil) {
    let found = Preview.of(node ?? value)
    builder.report(.invalidSchema, "\"\(name)\" must be \(expected), this is \(found)", at: node ?? value)
  }

  func report(_ rule: Diagnostic.Rule, _ message: String, at node: JSONNode? = nil) {
    builder.report(rule, message, at: node ?? value)
  }

  /// The value as a count: an integer that is not negative, the largest `Int` standing for all that are larger.
  func count() -> Int? {
    guard let number = value.number, number.isInteger, number >= 0 else {
      reject("an integer of at least 0")
      return nil
    }
    return number.int ?? Int.max
  }

  func number() -> JSONNumber? {
    guard let number = value.number else {
      reject("a number")
      return nil
    }
    return number
  }

  /// The value as an array of strings.
  func names(_ node: JSONNode? = nil) -> [String]? {
    let list = node ?? value
    let stranger = list.type == .array ? list.elements.first { $0.type != .string } : list
    if let stranger {
      reject("an array of strings", at: stranger)
      return nil
    }
    return list.elements.compactMap(\.string)
  }

  /// The value as an array of at least one schema.
  func schemas() -> [SchemaID]? {
    guard value.type == .array, value.count > 0 else {
      reject("an array of at least one schema")
      return nil
    }
    return value.elements.map(subschema)
  }

  /// The value as an object of schemas.
  func schemaMap() -> [(name: String, schema: SchemaID)]? {
    guard value.type == .object else {
      reject("an object of schemas")
      return nil
    }
    return value.members.map { ($0.key, subschema($0.value)) }
  }
}
