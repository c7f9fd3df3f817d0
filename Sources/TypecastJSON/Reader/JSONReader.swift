/// Reads one JSON text from front to back, each value as the type that the caller asks for.
///
/// This is what generated decoders run on. It is as strict as `JSONDocument`, makes no tree, and allocates only what it
/// returns. An object is read key by key, with the next key foretold:
///
///     var index = try reader.openObject(predicting: #"{"name":"#, of: keys)
///     while index >= 0 {
///       switch index {
///       case 0:
///         name = try reader.string()
///         index = try reader.nextKey(predicting: 1, as: #","size":"#, of: keys)
///       case 1:
///         size = try reader.int()
///         index = try reader.closeObject(of: keys)
///       default:
///         try reader.skip()
///         index = try reader.nextKey(of: keys)
///       }
///     }
///
/// After an error the reader stands somewhere in the text and is of no more use, unless it is taken back to a `Mark`.
@frozen
public struct JSONReader: ~Copyable {
  /// The next byte.
  @usableFromInline var pointer: UnsafePointer<UInt8>

  /// How many more arrays and objects may be opened.
  @usableFromInline var room: Int

  /// The content of the last key that was looked up.
  var key: JSONText?

  /// The text of the last string that had escapes.
  private var scratch: UnsafeMutablePointer<UInt8>?
  private var scratchCapacity = 0

  /// The document of the value that was last looked at as a whole.
  var seen: JSONDocument?

  let source: PaddedBytes
  /// How strictly the text is read.
  public let options: JSONOptions

  /// Starts at the first byte of a text.
  public init(_ source: PaddedBytes, options: JSONOptions = JSONOptions()) {
    self.source = source
    self.options = options
    pointer = source.start
    room = options.depthLimit
  }

  deinit {
    scratch?.deallocate()
  }

  /// Makes sure that nothing but white space follows what was read.
  public mutating func finish() throws(JSONError) {
    Scan.skipWhitespace(&pointer)
    let offset = pointer - source.start
    guard offset >= source.count else {
      throw JSONError(kind: .trailingContent, expected: "the end of the text", offset: offset, in: source.buffer)
    }
  }

  /// A place to come back to.
  @frozen
  public struct Mark {
    @usableFromInline let pointer: UnsafePointer<UInt8>
    @usableFromInline let room: Int

    @inlinable
    init(pointer: UnsafePointer<UInt8>, room: Int) {
      self.pointer = pointer
      self.room = room
    }
  }

  /// Where reading goes on.
  @inlinable
  public var mark: Mark { Mark(pointer: pointer, room: room) }

  /// Goes back to a place of the same text, to read it once more.
  @inlinable
  public mutating func rewind(to mark: Mark) {
    pointer = mark.pointer
    room = mark.room
  }

  /// Where the next token starts, in bytes.
  public var offset: Int {
    mutating get {
      Scan.skipWhitespace(&pointer)
      return pointer - source.start
    }
  }

  /// A place of the text as line and column.
  public func position(of offset: Int) -> TextPosition {
    TextPosition(offset: offset, in: source.buffer)
  }

  /// The content of a string whose escapes have yet to be replaced.
  mutating func unescaped(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> JSONText {
    let needed = end - start + PaddedBytes.padding
    if scratchCapacity < needed {
      scratch?.deallocate()
      scratchCapacity = max(needed, scratchCapacity * 2)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: scratchCapacity)
      // Whole words are read past the end of a text: what lies there must at least be memory that was written.
      larger.update(repeating: 0, count: scratchCapacity)
      scratch = larger
    }
    guard let scratch else { return JSONText(start: start, count: 0, isASCII: true) }
    let count = Scan.unescape(from: start, to: end, into: scratch)
    return JSONText(start: scratch, count: count, isASCII: Scan.isASCII(scratch, count: count))
  }
}
