/// Finds the tokens of a JSON text that arrives in pieces, and resumes wherever the last piece ended.
///
/// The caller keeps the text in one run of memory with zeros behind it, `PaddedBytes.padding` of them, and calls `read`
/// each time when it has become longer. No byte is looked at more than a small number of times.
package struct JSONTokenizer: Sendable {
  /// Where the first byte stands that cannot be read.
  package struct Fault: Error {
    package let offset: Int
  }

  /// What comes next, or what is being read.
  package enum State: Sendable {
    case value
    case elementOrEnd
    case keyOrEnd
    case key
    case colon
    case commaOrEnd
    case string
    case keyString
    case number(NumberState)
  }

  /// How much has been read: up to here every byte was passed on or skipped.
  package private(set) var position = 0
  package private(set) var state = State.value

  /// Where the number starts that is being read.
  private var numberStart = 0

  /// For every open container whether it is an object, the innermost last.
  private var outer: [Bool] = []
  private var depth = 0
  private var isInObject = false
  private let depthLimit: Int

  package init(depthLimit: Int) {
    self.depthLimit = depthLimit
  }

  /// Whether a whole value was read.
  package var isComplete: Bool {
    if case .commaOrEnd = state { depth == 0 } else { false }
  }

  /// Whether the last bytes were a part of a string, but not of a key, or of a number.
  package var isInScalar: Bool {
    switch state {
    case .string, .number: true
    default: false
    }
  }

  /// Reads on to the end of the text so far, or to the token that is cut off there.
  package mutating func read(
    _ text: UnsafePointer<UInt8>, count: Int, into sink: inout some (JSONEventSink & ~Copyable)
  ) throws(Fault) {
    let end = text + count
    var pointer = text + position
    defer { position = pointer - text }

    while true {
      switch state {
      case .value, .elementOrEnd:
        Scan.skipWhitespace(&pointer)
        switch pointer.pointee {
        case 0x22:
          pointer += 1
          sink.openString(at: pointer - text)
          state = .string
        case 0x7B, 0x5B:
          if depth == depthLimit { throw Fault(offset: pointer - text) }
          open(isObject: pointer.pointee == 0x7B, in: &sink)
          pointer += 1
        case 0x2D, 0x30...0x39:
          if let numberEnd = Scan.number(pointer).end, numberEnd < end {
            sink.number(from: pointer - text, to: numberEnd - text)
            pointer = numberEnd
            state = .commaOrEnd
          } else {
            numberStart = pointer - text
            state = .number(.sign)
          }
        case 0x74:
          guard try literal("true", &pointer, text, end) else { return }
          sink.boolean(true)
        case 0x66:
          guard try literal("false", &pointer, text, end) else { return }
          sink.boolean(false)
        case 0x6E:
          guard try literal("null", &pointer, text, end) else { return }
          sink.null()
        case 0x5D:
          guard case .elementOrEnd = state else { throw Fault(offset: pointer - text) }
          pointer += 1
          close()
          sink.closeArray()
        default:
          return try Self.refuse(pointer, text, end)
        }

      case .key, .keyOrEnd:
        Scan.skipWhitespace(&pointer)
        if pointer.pointee == 0x22 {
          pointer += 1
          sink.openString(at: pointer - text)
          state = .keyString
        } else if pointer.pointee == 0x7D, case .keyOrEnd = state {
          pointer += 1
          close()
          // An object without keys has none that could be refused.
          _ = sink.closeObject()
        } else {
          return try Self.refuse(pointer, text, end)
        }

      case .colon:
        Scan.skipWhitespace(&pointer)
        guard pointer.pointee == 0x3A else { return try Self.refuse(pointer, text, end) }
        pointer += 1
        state = .value

      case .commaOrEnd:
        Scan.skipWhitespace(&pointer)
        if depth == 0 { return try Self.refuse(pointer, text, end) }
        let byte = pointer.pointee
        if byte == 0x2C {
          pointer += 1
          state = isInObject ? .key : .value
        } else if byte == (isInObject ? 0x7D : 0x5D) {
          if !isInObject {
            sink.closeArray()
          } else if !sink.closeObject() {
            throw Fault(offset: pointer - text)
          }
          pointer += 1
          close()
        } else {
          return try Self.refuse(pointer, text, end)
        }

      case .string:
        guard try Self.string(&pointer, text, end, into: &sink) else { return }
        sink.closeString()
        state = .commaOrEnd

      case .keyString:
        guard try Self.string(&pointer, text, end, into: &sink) else { return }
        guard sink.closeKey() else { throw Fault(offset: pointer - text) }
        state = .colon

      case .number(var number):
        let isWhole = number.read(&pointer)
        state = .number(number)
        if pointer == end || !isWhole { return try Self.refuse(pointer, text, end) }
        sink.number(from: numberStart, to: pointer - text)
        state = .commaOrEnd
      }
    }
  }

  /// Ends a number that nothing else has ended; false if the text so far is not all that there must be, or too much.
  package mutating func finish(count: Int, into sink: inout some (JSONEventSink & ~Copyable)) -> Bool {
    if case .number(let number) = state, number.isWhole {
      sink.number(from: numberStart, to: position)
      state = .commaOrEnd
    }
    return isComplete && position == count
  }

  @inline(__always)
  private mutating func open(isObject: Bool, in sink: inout some (JSONEventSink & ~Copyable)) {
    if isObject { sink.openObject() } else { sink.openArray() }
    outer.append(isInObject)
    depth &+= 1
    isInObject = isObject
    state = isObject ? .keyOrEnd : .elementOrEnd
  }

  @inline(__always)
  private mutating func close() {
    depth &-= 1
    isInObject = outer.removeLast()
    state = .commaOrEnd
  }

  /// Reads a literal; false if it is cut off.
  private mutating func literal(
    _ literal: StaticString, _ pointer: inout UnsafePointer<UInt8>, _ text: UnsafePointer<UInt8>,
    _ end: UnsafePointer<UInt8>
  ) throws(Fault) -> Bool {
    for index in 1..<literal.utf8CodeUnitCount where pointer[index] != literal.utf8Start[index] {
      try Self.refuse(pointer + index, text, end)
      return false
    }
    pointer += literal.utf8CodeUnitCount
    state = .commaOrEnd
    return true
  }

  /// Throws unless the byte is yet to come.
  ///
  /// A character beyond ASCII is refused when it is whole, so that an error can show it.
  static func refuse(
    _ pointer: UnsafePointer<UInt8>, _ text: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) throws(Fault) {
    if pointer >= end || isCutSequence(pointer, end) { return }
    throw Fault(offset: pointer - text)
  }
}
