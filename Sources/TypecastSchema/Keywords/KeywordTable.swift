import TypecastJSON

/// All keywords, in the order in which they are evaluated: those that look at what others evaluated come last.
package enum KeywordTable {
  static let definitions: [KeywordDefinition] =
    [
      Reference.definition, DynamicReference.definition, RecursiveReference.definition,
      TypeKeyword.definition, Enumeration.definition, Constant.definition,
      Minimum.definition, Maximum.definition, ExclusiveMinimum.definition, ExclusiveMaximum.definition,
      MultipleOf.definition,
      MinLength.definition, MaxLength.definition, PatternKeyword.definition, FormatKeyword.definition,
      MinItems.definition, MaxItems.definition, UniqueItems.definition,
      MinProperties.definition, MaxProperties.definition, Required.definition, DependentRequired.definition,
      Properties.definition, PatternProperties.definition, AdditionalProperties.definition, PropertyNames.definition,
      PrefixItems.definition, Items.definition, ArrayItems.definition, AdditionalItems.definition, Contains.definition,
      AllOf.definition, AnyOf.definition, OneOf.definition, Not.definition, Conditional.definition,
      DependentSchemas.definition, Dependencies.definition,
      UnevaluatedItems.definition, UnevaluatedProperties.definition,
    ] + ReadByNeighbours.definitions + Annotation.definitions

  private static let tables: [Draft: [ScalarText: (order: Int, definition: KeywordDefinition)]] = {
    var tables: [Draft: [ScalarText: (order: Int, definition: KeywordDefinition)]] = [:]
    for draft in Draft.allCases {
      var table: [ScalarText: (order: Int, definition: KeywordDefinition)] = [:]
      for (order, definition) in definitions.enumerated() where definition.drafts.contains(draft) {
        table[ScalarText(definition.name)] = (order, definition)
      }
      tables[draft] = table
    }
    return tables
  }()

  static func entry(of name: String, in draft: Draft) -> (order: Int, definition: KeywordDefinition)? {
    tables[draft]?[ScalarText(name)]
  }

  /// What a name means in an edition; nil for a name that it does not define.
  package static func definition(of name: String, in draft: Draft) -> KeywordDefinition? {
    entry(of: name, in: draft)?.definition
  }

  /// The names that an edition defines.
  package static func names(in draft: Draft) -> [String] {
    definitions.filter { $0.drafts.contains(draft) }.map(\.name)
  }
}
