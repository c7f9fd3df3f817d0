/// How a schema is read.
public struct CompileOptions: Hashable, Sendable {
  /// The edition of schemas that do not name one.
  public var defaultDraft: Draft

  /// Whether `format` is checked.
  public var formats: FormatMode

  /// Whether the schema itself is validated first. A schema that violates its meta-schema is refused.
  public var checksMetaSchema: Bool

  public init(
    defaultDraft: Draft = .draft2020, formats: FormatMode = .byDialect, checksMetaSchema: Bool = true
  ) {
    self.defaultDraft = defaultDraft
    self.formats = formats
    self.checksMetaSchema = checksMetaSchema
  }
}
