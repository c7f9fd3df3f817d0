import TypecastJSON

/// A file that is meant to hold a schema, as it was read.
public struct SchemaFile: Sendable {
  /// What diagnostics call the file.
  public let name: String

  /// What the file holds; nil if that is not JSON.
  public var document: SchemaDocument?

  /// Everything there is to say about the file's bytes.
  public let diagnostics: [Diagnostic]

  /// Reads the bytes of a file, in which relative references resolve against the URI. Nothing is thrown: what is wrong
  /// becomes a diagnostic.
  public init(name: String, uri: URIReference = URIReference(""), bytes: [UInt8]) {
    self.name = name
    let mark = ByteOrderMarkRule.check(bytes, of: name)
    let rest = mark == nil ? bytes[...] : bytes.dropFirst(ByteOrderMarkRule.mark.count)
    let text = rest.withUnsafeBufferPointer { PaddedBytes(copying: $0) }
    let marks = mark.map { [$0] } ?? []
    do throws(JSONError) {
      document = SchemaDocument(try JSONDocument(text), uri: uri, name: name)
      diagnostics = marks
    } catch {
      document = nil
      diagnostics = marks + Self.explain(error, text.buffer, of: name)
    }
  }

  private static func explain(
    _ error: JSONError, _ text: UnsafeBufferPointer<UInt8>, of name: String
  ) -> [Diagnostic] {
    if let empty = EmptyFileRule.check(text, of: name) { return [empty] }
    guard let encoding = InvalidUTF8Rule.check(text, of: name) else { return [Diagnostic(error, document: name)] }
    // Bytes that are no text would be reported once more as bad JSON.
    let isSameFault = error.position.offset >= encoding.position.offset
    return isSameFault ? [encoding] : [Diagnostic(error, document: name), encoding]
  }
}
