/// Reads JSON that arrives in pieces, and gives the value so far at any moment.
///
/// Pieces may end anywhere, inside a character too. All the work together is proportional to the number of bytes,
/// however they are cut, and `value` costs as much as containers are open: a value may be taken after each piece, and
/// each may be kept and read on other threads while the reader goes on.
///
/// It accepts what `JSONDocument` accepts and throws the same errors. Only the excerpt in an error shows no more of the
/// text than had arrived.
public struct JSONStreamReader: ~Copyable, Sendable {
  private let options: JSONOptions
  private var text: GrowingBytesWriter
  private var tokenizer: JSONTokenizer
  private var builder: PartialBuilder

  /// The error that was thrown; it is thrown again by whatever follows.
  public private(set) var error: JSONError?

  /// A reader that has read nothing yet.
  public init(options: JSONOptions = JSONOptions()) {
    self.options = options
    text = GrowingBytesWriter()
    tokenizer = JSONTokenizer(depthLimit: options.depthLimit)
    builder = PartialBuilder(text: text.bytes, duplicateKeys: options.duplicateKeys)
  }

  /// Reads the next piece of the text.
  public mutating func append(_ piece: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    if let error { throw error }
    guard text.count + piece.count <= Self.greatestCount else { throw fail(tooLarge(text.count + piece.count)) }
    text.append(piece)
    if builder.text !== text.bytes { builder.text = text.bytes }
    do {
      try tokenizer.read(text.bytes.start, count: text.count, into: &builder)
    } catch {
      throw fail(diagnosis(at: error.offset))
    }
  }

  /// Reads the next piece of the text.
  public mutating func append(_ piece: some Sequence<UInt8>) throws(JSONError) {
    let result = piece.withContiguousStorageIfAvailable { bytes in
      Result { () throws(JSONError) in try append(bytes) }
    }
    if let result { return try result.get() }
    try append(Array(piece))
  }

  /// Reads the next piece of the text.
  public mutating func append(_ piece: String) throws(JSONError) {
    var piece = piece
    let result = piece.withUTF8 { bytes in
      Result { () throws(JSONError) in try append(bytes) }
    }
    try result.get()
  }

  /// Says that the text ends here; throws if the value does not.
  public mutating func finish() throws(JSONError) {
    if let error { throw error }
    if !tokenizer.finish(count: text.count, into: &builder) { throw fail(diagnosis(at: text.count)) }
  }

  /// The value so far; nil before its first byte, and for a number or literal before its end.
  public var value: PartialJSON? { builder.value }

  /// Whether a whole value was read. A number at top level is whole when the text is finished.
  public var isComplete: Bool { error == nil && tokenizer.isComplete }

  /// The path to the innermost value that is being read or that the last key announced; nil if nothing is open.
  ///
  /// Other than `value`, this also tells of numbers and literals of which a part has arrived.
  public var openPath: JSONPointer? {
    tokenizer.isComplete ? nil : builder.openPath(isInScalar: tokenizer.isInScalar || tokenizer.position < text.count)
  }

  /// How many bytes have arrived.
  public var byteCount: Int { text.count }

  /// Lends the text so far, as it arrived.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(text.buffer)
  }

  private static let greatestCount = Int(UInt32.max) - PaddedBytes.padding

  private mutating func fail(_ error: JSONError) -> JSONError {
    self.error = error
    return error
  }

  private func tooLarge(_ count: Int) -> JSONError {
    JSONError(
      kind: .tooLarge, expected: "at most 4 GB in one document", found: "\(count) bytes", offset: 0, in: text.buffer)
  }

  /// What the strict reader says about the text so far: it sees the same fault, and knows how to name it.
  private func diagnosis(at offset: Int) -> JSONError {
    do {
      _ = try JSONDocument(text.buffer, options: options)
    } catch {
      return error
    }
    return JSONError(kind: .unexpectedByte, expected: "JSON", offset: offset, in: text.buffer)
  }
}
