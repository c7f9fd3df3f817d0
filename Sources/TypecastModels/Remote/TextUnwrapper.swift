import TypecastJSON

/// Takes the object around an answer from the text of it, piece by piece: `{"value":[1,2]}` comes out as `[1,2]`.
///
/// What is no such object comes out as it is.
struct TextUnwrapper {
  private enum State {
    /// The beginning, as far as it fits.
    case beginning([UInt8])
    /// Inside, with what may be the end.
    case inside(held: [UInt8])
    case outside
  }

  private let start: [UInt8]
  private var state = State.beginning([])

  init(member: String) {
    var start: [UInt8] = [UInt8(ascii: "{")]
    JSONWriter.writeString(member, to: &start)
    self.start = start + [UInt8(ascii: ":")]
  }

  /// What is of the answer in the next piece.
  mutating func unwrap(_ text: String) -> String {
    String(decoding: unwrap(Array(text.utf8)), as: UTF8.self)
  }

  private mutating func unwrap(_ bytes: [UInt8]) -> [UInt8] {
    switch state {
    case .outside: return bytes
    case .beginning(let before):
      let bytes = before + bytes
      guard let rest = behindStart(bytes) else {
        state = fits(bytes) ? .beginning(bytes) : .outside
        if case .outside = state { return bytes }
        return []
      }
      state = .inside(held: [])
      return unwrap(Array(rest))
    case .inside(let held):
      // The last bracket may close the object around, and nobody knows which one is the last.
      let bytes = held + bytes
      let end = bytes.lastIndex { !Self.isSpace($0) }
      guard let end, bytes[end] == UInt8(ascii: "}") else {
        state = .inside(held: [])
        return bytes
      }
      state = .inside(held: Array(bytes[end...]))
      return Array(bytes[..<end])
    }
  }

  /// What stands behind the beginning of the object around; nil where that is not whole.
  private func behindStart(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var wanted = start[...]
    for (place, byte) in bytes.enumerated() where !Self.isSpace(byte) {
      guard byte == wanted.first else { return nil }
      wanted = wanted.dropFirst()
      if wanted.isEmpty { return bytes[(place + 1)...] }
    }
    return nil
  }

  /// Whether bytes may become the beginning.
  private func fits(_ bytes: [UInt8]) -> Bool { start.starts(with: bytes.filter { !Self.isSpace($0) }) }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
