import TypecastJSON

/// `format`: what sort of text a string is; checked or only noted, as the dialect and the caller have it.
package struct FormatKeyword: Keyword {
  package let name: String

  /// The format, if the draft or a later one defines the name.
  package let format: Format?

  package let isAsserted: Bool

  /// Whether it is checked only as the format has a type of its own.
  package let isAssertedByType: Bool

  static let definition = KeywordDefinition("format", vocabulary: .formatAnnotation) { source in
    guard let name = source.value.string else {
      source.reject("a string")
      return nil
    }
    let isAskedFor =
      switch source.builder.formatMode {
      case .assert: true
      case .annotate: false
      case .byDialect: source.draft <= .draft7 || source.vocabulary.contains(.formatAssertion)
      }
    // Names that a draft leaves open mean what the next draft to list them says: "uuid" is one in draft 7, too.
    let drafts = Draft.allCases.lazy.filter { $0 >= source.draft }
    let format = drafts.compactMap { Format.named(name, in: $0) }.first
    let isTyped = format.map(source.builder.typedFormats.contains) ?? false
    return FormatKeyword(
      name: name, format: format, isAsserted: isAskedFor || isTyped, isAssertedByType: isTyped && !isAskedFor)
  }

  /// The keyword without the check that it has from the type of its format.
  var released: FormatKeyword {
    FormatKeyword(
      name: name, format: format, isAsserted: isAsserted && !isAssertedByType, isAssertedByType: false)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    if isAsserted, let format, result.instance.type == .string, !format.accepts(result.instance.content) {
      result.fail("format", "expected \(format.explanation), found \(Preview.of(result.instance))")
      return
    }
    result.annotate("format", .string(name))
  }

  package func lower(into plan: inout PlanDraft) {
    if isAsserted, let format { plan.formats.append(format) }
  }
}

/// Whether `format` is checked.
public enum FormatMode: Hashable, Sendable {
  /// Always.
  case assert
  /// Never: it is an annotation.
  case annotate
  /// As the schema's dialect has it: up to draft 7 it is; later only if `$vocabulary` says so.
  case byDialect
}
