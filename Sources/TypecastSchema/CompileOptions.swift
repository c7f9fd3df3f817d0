/// How a schema is read.
public struct CompileOptions: Hashable, Sendable {
  /// The edition of schemas that do not name one.
  public var defaultDraft: Draft

  /// Whether `format` is checked.
  public var formats: FormatMode

  /// Formats that are checked whatever ``formats`` says, as generated code has types of their own for their strings.
  ///
  /// Inside of `not` and `if` they are not: a check there would let more values through than the schema does.
  package var typedFormats: Set<Format> = []

  /// Whether the schema itself is validated first. A schema that violates its meta-schema is refused.
  public var checksMetaSchema: Bool

  /// Without a word about it: draft 2020-12, `format` as the dialect has it, and the schema is checked.
  public init(
    defaultDraft: Draft = .draft2020, formats: FormatMode = .byDialect, checksMetaSchema: Bool = true
  ) {
    self.defaultDraft = defaultDraft
    self.formats = formats
    self.checksMetaSchema = checksMetaSchema
  }

  /// How the schemas of a folder are read whose `typecast.json` says so.
  ///
  /// - Parameters:
  ///   - assertsFormats: Whether formats are checked; nil for what the edition says.
  ///   - typesFormats: Whether those are checked in any case that have types of their own.
  package init(draft: Draft, assertsFormats: Bool?, typesFormats: Bool) {
    self.init(defaultDraft: draft, formats: assertsFormats.map { $0 ? .assert : .annotate } ?? .byDialect)
    if typesFormats { typedFormats = Format.typed }
  }
}
