public import TypecastJSON
public import TypecastSchema

/// A value of a type that was compiled from a JSON Schema: it exists only if the schema allows it, or was built by hand.
///
/// The requirements are met by generated code; call `init(json:)`, `json` and `validate()`.
public protocol SchemaValue: Codable, Hashable, Sendable {
  /// The schema that values of this type follow.
  static var definition: SchemaDefinition { get }

  /// Reads a value and checks every keyword on the way.
  init(reading reader: inout JSONReader) throws(JSONError)

  /// Writes the value as JSON.
  func write(to output: inout JSONOutput)
}

extension SchemaValue {
  /// Reads a JSON text, and checks all that the schema demands.
  public init(json text: String, options: JSONOptions = JSONOptions()) throws(InvalidValue) {
    try self.init(json: PaddedBytes(text), options: options)
  }

  /// Reads the bytes of a JSON text, and checks all that the schema demands.
  public init(json bytes: [UInt8], options: JSONOptions = JSONOptions()) throws(InvalidValue) {
    try self.init(json: PaddedBytes(bytes), options: options)
  }

  /// Reads a JSON text from padded memory, which is the fastest way.
  public init(json source: PaddedBytes, options: JSONOptions = JSONOptions()) throws(InvalidValue) {
    do throws(JSONError) {
      var reader = JSONReader(source, options: options)
      self = try Self(reading: &reader)
      try reader.finish()
    } catch {
      throw Self.definition.explain(error, in: source, options: options)
    }
  }

  /// The value as compact JSON.
  ///
  /// JSON has no NaN and no infinities: null stands for them, which ``validate()`` and encoders refuse.
  public var json: String {
    var output = JSONOutput()
    write(to: &output)
    return output.text
  }

  /// The value as the bytes of compact JSON; null stands for NaN and infinities, as in ``json``.
  public var jsonBytes: [UInt8] {
    var output = JSONOutput()
    write(to: &output)
    return output.bytes
  }

  /// Makes sure that a value built by hand is one that the schema allows.
  ///
  /// What is wrong is told with pointers; positions in the report are those in `json`.
  public func validate() throws(InvalidValue) {
    _ = try Self(unwritten: finiteBytes())
  }

  /// The value as the bytes of compact JSON, if that can hold its numbers.
  private func finiteBytes() throws(InvalidValue) -> [UInt8] {
    var output = JSONOutput()
    write(to: &output)
    if let invalid = InvalidValue(output) { throw invalid }
    return output.bytes
  }

  /// Reads a text that was made only to be read.
  init(unwritten bytes: [UInt8]) throws(InvalidValue) {
    let source = PaddedBytes(bytes)
    do throws(JSONError) {
      var reader = JSONReader(source)
      self = try Self(reading: &reader)
      try reader.finish()
    } catch {
      throw Self.definition.explain(error, in: source, options: JSONOptions(), isWritten: false)
    }
  }
}

/// A type compiled from a whole schema document.
public protocol SchemaRoot: SchemaValue, Answerable {
  /// The schema, ready for validation.
  static var schema: CompiledSchema { get }
}

extension SchemaValue {
  public init(from decoder: any Decoder) throws { try self.init(decoding: decoder) }

  public func encode(to encoder: any Encoder) throws { try encode(into: encoder) }

  init(decoding decoder: any Decoder) throws {
    let value = try JSONValue(from: decoder)
    do {
      try self.init(unwritten: JSONWriter().bytes(of: value))
    } catch {
      // The error itself is told with the one underneath.
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "This is no valid \(Self.self).", underlyingError: error))
    }
  }

  func encode(into encoder: any Encoder) throws {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: finiteBytes(), options: JSONOptions(depthLimit: JSONOptions.greatestDepthLimit))
    } catch {
      throw EncodingError.invalidValue(
        self,
        EncodingError.Context(
          codingPath: encoder.codingPath, debugDescription: "\(error)", underlyingError: error))
    }
    try value.encode(to: encoder)
  }
}
