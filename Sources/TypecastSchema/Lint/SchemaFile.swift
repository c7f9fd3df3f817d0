public import TypecastJSON

/// A schema as it lies on a disk: bytes that may or may not be one.
public struct SchemaFile: Sendable {
  /// What diagnostics call the file.
  public let name: String

  /// Where relative references in it resolve.
  public let uri: URIReference

  public let bytes: [UInt8]

  public init(name: String, uri: URIReference = URIReference(""), bytes: [UInt8]) {
    self.name = name
    self.uri = uri
    self.bytes = bytes
  }

  /// Reads the file; without a document if it does not hold JSON, and with everything there is to say about its bytes.
  public func read(options: JSONOptions = JSONOptions()) -> (document: SchemaDocument?, diagnostics: [Diagnostic]) {
    var bytes = bytes[...]
    var diagnostics: [Diagnostic] = []
    if let mark = ByteOrderMarkRule.check(bytes, of: name) {
      bytes = bytes.dropFirst(ByteOrderMarkRule.mark.count)
      diagnostics.append(mark)
    }
    let text = bytes.withUnsafeBufferPointer { PaddedBytes(copying: $0) }
    do throws(JSONError) {
      let json = try JSONDocument(text, options: options)
      return (SchemaDocument(json, uri: uri, name: name), diagnostics)
    } catch {
      diagnostics += Self.explain(error, text.buffer, of: name)
      return (nil, diagnostics)
    }
  }

  private static func explain(
    _ error: JSONError, _ text: UnsafeBufferPointer<UInt8>, of name: String
  ) -> [Diagnostic] {
    if let empty = EmptyFileRule.check(text, of: name) { return [empty] }
    guard let encoding = InvalidUTF8Rule.check(text, of: name) else { return [Diagnostic(error, document: name)] }
    // Bytes that are no text at all would be reported once more as bad JSON.
    let isSameFault = error.position.offset >= encoding.position.offset
    return isSameFault ? [encoding] : [Diagnostic(error, document: name), encoding]
  }
}
