package import TypecastJSON

/// What the keywords of one schema demand, sorted by the sort of value that it concerns.
///
/// Keywords write into it; `PlanMemory` turns it into the form that is run.
package struct PlanDraft {
  package var types: TypeSet = .all
  package var steps: [PlanStep] = []

  package var bounds: [NumberBound] = []

  package var minLength = 0
  package var maxLength = Int.max
  package var patterns: [Pattern] = []
  package var formats: [Format] = []

  package var minItems = 0
  package var maxItems = Int.max
  package var hasUniqueItems = false
  package var prefixItems: [SchemaID] = []
  package var items: SchemaID?
  package var contains: (schema: SchemaID, minimum: Int, maximum: Int, covers: Bool)?
  package var unevaluatedItems: SchemaID?

  package var minProperties = 0
  package var maxProperties = Int.max
  package var required: [String] = []
  package var dependentNames: [(trigger: String, names: [String])] = []
  package var dependentSchemas: [(trigger: String, schema: SchemaID)] = []
  package var properties: [(name: String, schema: SchemaID)] = []
  package var patternProperties: [(pattern: Pattern, schema: SchemaID)] = []
  package var additionalProperties: SchemaID?
  package var propertyNames: [SchemaID] = []
  package var unevaluatedProperties: SchemaID?
}

/// A demand that does not hang on the sort of value.
package enum PlanStep {
  case apply(SchemaID)
  case applyDynamic(ScalarText, default: SchemaID)
  case applyRecursive(default: SchemaID)
  case anyOf([SchemaID])
  case oneOf([SchemaID])
  case not(SchemaID)
  case condition(SchemaID, then: SchemaID?, else: SchemaID?)
  case oneOfConstants([JSONNode])
}

/// A demand on a number, with the number that it compares with.
package struct NumberBound {
  package enum Kind: UInt8, BitwiseCopyable {
    case minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf
  }

  package let kind: Kind
  package let limit: JSONNode

  init(_ kind: Kind, _ limit: JSONNode) {
    self.kind = kind
    self.limit = limit
  }
}
