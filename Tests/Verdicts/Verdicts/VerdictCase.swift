public import TypecastJSON
public import TypecastSchema

/// A schema that somebody uses, and values that are known to be valid or not.
public struct VerdictCase: Sendable {
  public struct Instance: Sendable {
    public let name: String
    public let value: JSONDocument

    /// What the collection says about the value.
    public let isValid: Bool

    package init(name: String, value: JSONDocument, isValid: Bool) {
      self.name = name
      self.value = value
      self.isValid = isValid
    }
  }

  public let name: String
  public let schema: SchemaDocument
  public let library: SchemaLibrary
  public let options: CompileOptions
  public let instances: [Instance]
}
