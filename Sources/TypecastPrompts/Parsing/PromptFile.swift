import TypecastJSON
public import TypecastSchema

/// A file that is meant to hold a prompt, as it was read.
public struct PromptFile: Sendable {
  /// What diagnostics call the file.
  public let name: String

  /// What the file holds; nil if there is an error in it.
  public let template: PromptTemplate?

  /// Everything there is to say about the file's bytes, in the order of their places.
  public let diagnostics: [Diagnostic]

  /// Reads the bytes of a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    let mark = ByteOrderMarkRule.check(bytes, of: name)
    let text = mark == nil ? bytes : Array(bytes.dropFirst(ByteOrderMarkRule.mark.count))
    var diagnostics = mark.map { [$0] } ?? []
    if let fault = text.withUnsafeBufferPointer({ InvalidUTF8Rule.check($0, of: name) }) {
      template = nil
      self.diagnostics = diagnostics + [fault]
      return
    }
    var parser = PromptParser(text, document: name)
    let parsed = parser.parse()
    diagnostics += parser.diagnostics.sorted { $0.position.offset < $1.position.offset }
    template = diagnostics.contains { $0.severity == .error } ? nil : parsed
    self.diagnostics = diagnostics
  }
}
