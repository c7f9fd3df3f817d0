extension Keyword {
  /// The names under which a keyword reports errors of its own; none for one that leaves that to its subschemas.
  func ownErrors(in graph: SchemaGraph) -> [String] {
    func isFalse(_ schema: SchemaID) -> Bool { graph[schema].boolean == false }
    return switch self {
    case is TypeKeyword: ["type"]
    case is Enumeration: ["enum"]
    case is Constant: ["const"]
    case is Minimum: ["minimum"]
    case is Maximum: ["maximum"]
    case is ExclusiveMinimum: ["exclusiveMinimum"]
    case is ExclusiveMaximum: ["exclusiveMaximum"]
    case is MultipleOf: ["multipleOf"]
    case is MinLength: ["minLength"]
    case is MaxLength: ["maxLength"]
    case is PatternKeyword: ["pattern"]
    case let keyword as FormatKeyword: keyword.isAsserted && keyword.format != nil ? ["format"] : []
    case is MinItems: ["minItems"]
    case is MaxItems: ["maxItems"]
    case is UniqueItems: ["uniqueItems"]
    case is Contains: ["contains", "minContains", "maxContains"]
    case let keyword as Items: isFalse(keyword.schema) ? ["items"] : []
    case let keyword as AdditionalItems: isFalse(keyword.schema) ? ["additionalItems"] : []
    case let keyword as UnevaluatedItems: isFalse(keyword.schema) ? ["unevaluatedItems"] : []
    case is MinProperties: ["minProperties"]
    case is MaxProperties: ["maxProperties"]
    case is Required: ["required"]
    case is DependentRequired: ["dependentRequired"]
    case let keyword as Dependencies: keyword.names.isEmpty ? [] : ["dependencies"]
    case let keyword as AdditionalProperties: isFalse(keyword.schema) ? ["additionalProperties"] : []
    case let keyword as UnevaluatedProperties: isFalse(keyword.schema) ? ["unevaluatedProperties"] : []
    case is PropertyNames: ["propertyNames"]
    case is AnyOf: ["anyOf"]
    case is OneOf: ["oneOf"]
    case is Not: ["not"]
    default: []
    }
  }
}
