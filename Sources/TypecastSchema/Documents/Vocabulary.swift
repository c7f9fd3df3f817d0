/// The groups of keywords that a dialect uses.
package struct Vocabulary: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  package static let core = Vocabulary(rawValue: 1)
  package static let applicator = Vocabulary(rawValue: 2)
  package static let unevaluated = Vocabulary(rawValue: 4)
  package static let validation = Vocabulary(rawValue: 8)
  package static let metaData = Vocabulary(rawValue: 16)
  package static let content = Vocabulary(rawValue: 32)
  package static let formatAnnotation = Vocabulary(rawValue: 64)
  /// `format` is checked, not only noted.
  package static let formatAssertion = Vocabulary(rawValue: 128)

  /// What a dialect uses that does not name its vocabularies.
  package static let standard: Vocabulary = [
    .core, .applicator, .unevaluated, .validation, .metaData, .content, .formatAnnotation,
  ]

  /// The group that a vocabulary's URI stands for; nil if it is not known.
  static func named(_ uri: String, isRequired: Bool) -> Vocabulary? {
    switch uri {
    case "https://json-schema.org/draft/2020-12/vocab/core", "https://json-schema.org/draft/2019-09/vocab/core":
      .core
    case "https://json-schema.org/draft/2020-12/vocab/applicator": .applicator
    case "https://json-schema.org/draft/2019-09/vocab/applicator": [.applicator, .unevaluated]
    case "https://json-schema.org/draft/2020-12/vocab/unevaluated": .unevaluated
    case "https://json-schema.org/draft/2020-12/vocab/validation",
      "https://json-schema.org/draft/2019-09/vocab/validation":
      .validation
    case "https://json-schema.org/draft/2020-12/vocab/meta-data",
      "https://json-schema.org/draft/2019-09/vocab/meta-data":
      .metaData
    case "https://json-schema.org/draft/2020-12/vocab/content", "https://json-schema.org/draft/2019-09/vocab/content":
      .content
    case "https://json-schema.org/draft/2020-12/vocab/format-annotation": .formatAnnotation
    case "https://json-schema.org/draft/2020-12/vocab/format-assertion": [.formatAnnotation, .formatAssertion]
    case "https://json-schema.org/draft/2019-09/vocab/format":
      isRequired ? [.formatAnnotation, .formatAssertion] : .formatAnnotation
    default: nil
    }
  }
}
